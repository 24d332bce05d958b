"""What a cell means."""

from datetime import date, datetime

import pytest

from models.exchange.cells import LONG, NAME, parse_date, parse_int, parse_phone, parse_text, split_list
from models.exchange.sheet import Cell
from models.rules.problem import Problem


@pytest.mark.parametrize(
    "written",
    [
        "2026-3-5",
        "2026-03-05",
        "2026.3.5",
        "2026/3/5",
        "2026年3月5日",
        "2026年3月5号",
        "2026 年 3 月 5 日",
        "２０２６年３月５日",
        "２０２６．３．５",
        "２０２６－３－５",
        "20260305",
        20260305,
        "2026-03-05 00:00:00",
        "2026-3-5 9:30",
        date(2026, 3, 5),
        datetime(2026, 3, 5, 9, 30),
    ],
)
def test_a_day_is_understood_in_every_form(written: Cell) -> None:
    assert parse_date(written) == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2026-2-30", "没有这一天"),
        ("2026-13-1", "没有这一天"),
        ("1900-02-29", "没有这一天"),
        ("3/5", "缺少年份"),
        ("3月5日", "缺少年份"),
        ("26.3.5", "看不懂"),
        ("2026年3月", "看不懂"),
        ("农历正月初五", "看不懂"),
        ("2026-3-5至3-7", "看不懂"),
        (46086, "是数字"),
        (46086.5, "是数字"),
        ("0026-3-5", "年份不合理"),
        (date(1899, 12, 31), "年份不合理"),
    ],
)
def test_a_day_is_never_guessed(written: Cell, why: str) -> None:
    with pytest.raises(Problem, match=why):
        parse_date(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (13996393640, "13996393640"),
        ("１３９６７２６４３６４", "13967264364"),
        ("0797-8391000", "0797-8391000"),
        ("0797－8391000", "0797-8391000"),
        ("13996393640、0797-8391000转8", "13996393640、0797-8391000转8"),
        ("(0797)8391000", "(0797)8391000"),
        ("无", ""),
    ],
)
def test_a_telephone_number_keeps_its_digits(written: Cell, number: str) -> None:
    assert parse_phone(written) == number


@pytest.mark.parametrize(
    "written", ["1.39E+10", "1.39e10", "１．３９Ｅ＋１０", 13900000000, 1.39e-3, 4521231980010110000]
)
def test_a_number_that_excel_has_damaged_is_refused(written: Cell) -> None:
    with pytest.raises(Problem, match="Excel 损坏"):
        parse_phone(written)


def test_words_are_no_telephone_number() -> None:
    with pytest.raises(Problem, match="不是电话号码"):
        parse_phone("问村支书")


@pytest.mark.parametrize(
    ("written", "count"), [(8, 8), ("8", 8), ("８", 8), ("8人", 8), ("8.0", 8), ("0", 0)]
)
def test_a_count_is_read(written: Cell, count: int) -> None:
    assert parse_int(written) == count


@pytest.mark.parametrize("written", ["八", "8.5", 8.5, "-1", -1, "约8", "1" * 10])
def test_what_is_no_count_is_refused(written: Cell) -> None:
    with pytest.raises(Problem, match="整数"):
        parse_int(written)


def test_numbers_and_days_in_a_text_column_are_written_out() -> None:
    assert parse_text(2024) == "2024"
    assert parse_text(date(2026, 3, 5)) == "2026-03-05"
    assert parse_text(datetime(2026, 3, 5, 9, 30)) == "2026-03-05 09:30"
    assert parse_text(None) == ""


def test_text_that_looks_like_a_formula_stays_text() -> None:
    assert parse_text("=1+1") == "=1+1"


@pytest.mark.parametrize("limit", [NAME, LONG])
def test_text_beyond_its_limit_is_refused(limit: int) -> None:
    assert parse_text("长" * limit, limit) == "长" * limit
    with pytest.raises(Problem, match=f"最多 {limit} 个字"):
        parse_text("长" * (limit + 1), limit)


def test_a_list_is_split_at_every_usual_separator() -> None:
    assert split_list("甲样、乙样，丙样,丁样；戊样;己样\n庚样、、") == [
        "甲样",
        "乙样",
        "丙样",
        "丁样",
        "戊样",
        "己样",
        "庚样",
    ]


def test_a_list_is_not_split_inside_brackets() -> None:
    assert split_list("张样(2组、1号)、李样（3组,2号）；王样") == [
        "张样(2组、1号)",
        "李样（3组,2号）",
        "王样",
    ]
    assert split_list("张样(2组、李样") == ["张样(2组", "李样"]


def test_nothing_is_an_empty_list() -> None:
    assert split_list(None) == []
    assert split_list(" 、 ") == []
