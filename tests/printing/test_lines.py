"""避头尾 and what is never torn apart."""

from collections import defaultdict

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from printing.lines import JOINER, NEVER_FIRST, NEVER_LAST, break_lines

WIDTHS = defaultdict(lambda: 1000, dict.fromkeys(map(chr, range(32, 127)), 500) | {JOINER: 0})
TEXTS = st.text(
    st.sampled_from("张样一，。、；：！？（）《》「」“”…—％% 　·ab1290.-/年月日万元户*\n"), max_size=60
)


def lines(text: str, characters: float) -> list[str]:
    """The lines in a box so many Chinese characters wide."""
    return break_lines(text, characters * 1000, WIDTHS)


def width(line: str) -> float:
    return sum(WIDTHS[character] for character in line) / 1000


@given(TEXTS, st.integers(1, 20))
@example("（（（，，，", 2)
def test_nothing_is_lost_and_nothing_overhangs(text: str, characters: int) -> None:
    found = lines(text, characters)
    assert "".join(found) == text.replace("\n", "")
    assert all(width(line) <= characters for line in found)


@given(TEXTS, st.integers(8, 20))
def test_no_line_begins_or_ends_with_what_may_not_where_the_text_allows(text: str, characters: int) -> None:
    for paragraph in text.split("\n"):
        if not any(run in paragraph for run in _runs(NEVER_FIRST)):
            assert not any(line[0] in NEVER_FIRST for line in lines(paragraph, characters)[1:])
        if not any(run in paragraph for run in _runs(NEVER_LAST)):
            assert not any(line[-1] in NEVER_LAST for line in lines(paragraph, characters)[:-1])


def _runs(marks: str) -> list[str]:
    """Two such marks in a row may make a run that no line can hold together with its neighbour."""
    return [one + other for one in marks for other in marks]


@given(st.integers(0, 10**9), st.integers(6, 12), st.text("字", max_size=12))
def test_a_number_shorter_than_the_line_is_never_split(number: int, characters: int, before: str) -> None:
    found = lines(f"{before}{number}元", characters)
    assert any(f"{number}元" in line for line in found)


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("希望修路,盼", 5, ["希望修路,", "盼"]),
        ("希望修路，盼早日", 4, ["希望修", "路，盼早", "日"]),
        ("他说：“请修路。”", 5, ["他说：“请", "修路。”"]),
        ("定于2026年3月5日上午走访", 8, ["定于", "2026年3月5日上午", "走访"]),
        ("共计1200万元补助", 5, ["共计", "1200万元补", "助"]),
        ("电话139****1416请勿外传", 6, ["电话", "139****1416", "请勿外传"]),
        ("样例村（1组）", 4, ["样例村", "（1组）"]),
        ("甲\n乙\n\n丙", 9, ["甲", "乙", "", "丙"]),
        ("12345678901234567890", 4, ["12345678", "90123456", "7890"]),
        ("", 3, [""]),
        ("常样一、顾" + JOINER + "样" + JOINER + "二", 5, ["常样一、", f"顾{JOINER}样{JOINER}二"]),
    ],
)
def test_lines_as_a_secretary_would_break_them(text: str, characters: int, expected: list[str]) -> None:
    assert lines(text, characters) == expected
