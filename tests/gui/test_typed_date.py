from datetime import date

import pytest

from gui.state.typed_date import shown_date, typed_date
from models.rules.problem import Problem

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "2026-3-5",
        "2026.3.5",
        "2026/03/05",
        "2026年3月5日",
        "２０２６．３．５",
        "3.5",
        "3-5",
        "3月5日",
        "20260305",
        " 2026 - 3 - 5 ",
    ],
)
def test_a_day_is_understood_in_every_usual_form(text: str) -> None:
    assert typed_date(text, TODAY) == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("word", "day"), [("今天", 22), ("昨天", 21), ("前天", 20), ("明天", 23), ("后天", 24)]
)
def test_days_around_today_have_words(word: str, day: int) -> None:
    assert typed_date(word, TODAY) == date(2026, 11, day)


def test_nothing_typed_is_no_date() -> None:
    assert typed_date("  ", TODAY) is None


@pytest.mark.parametrize("text", ["2026-2-30", "13.1", "下周", "3", "2026-3", "0000-1-1"])
def test_what_is_no_date_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem, match="看不懂日期"):
        typed_date(text, TODAY)


@pytest.mark.parametrize("text", ["0206-3-5", "1026.3.5", "99991231"])
def test_a_year_nobody_means_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem, match="年份不合理"):
        typed_date(text, TODAY)


def test_what_a_field_shows_reads_back() -> None:
    assert typed_date(shown_date(date(2026, 3, 5)), TODAY) == date(2026, 3, 5)
    assert shown_date(None) == ""
