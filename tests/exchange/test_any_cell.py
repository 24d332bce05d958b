"""Whatever stands in a cell is understood or refused in words; and what we write we read back the same."""

import csv
import math
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import StringIO

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from models.exchange.cells import parse_date, parse_int, parse_phone, parse_text, split_list
from models.exchange.columns import Column, SheetSpec
from models.exchange.csv_text import csv_rows
from models.exchange.importing import ImportPlan
from models.exchange.sheet import Cell
from models.exchange.sheets import ARRANGEMENT, SHEETS
from models.exchange.tidying import Tidy
from models.exchange.words import half, names, period_name, quota, yes_no
from models.rules.calendar import YEARS
from models.rules.formula import harmless, looks_like_formula
from models.rules.kinds import Half
from models.rules.problem import Problem
from models.terms import LABELS
from tests.exchange.rows import counts, plan

ALL_SHEETS = (*SHEETS, ARRANGEMENT)
COLUMNS = {column.parse: column for spec in ALL_SHEETS for column in spec.columns}
WORDS = (
    "2026 3 5 年 月 日 - . / 、 ， ； （ ） ( ) 是 否 上午 全天 无 张样一 第三季度 Q3 H1 ~ 2026-03-05 E+17"
)
SIGNS = "13900001234 ２ ： 9:30 = + 𠮷 ² ٣ ① ½"
PIECES = st.sampled_from([*WORDS.split(), *SIGNS.split(), " ", "\u3000", "\n", "\u200b", "\ufeff"])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join))
DAYS = st.dates(date(YEARS.start, 1, 1), date(YEARS.stop - 1, 12, 31))
CELLS = st.one_of(st.none(), TEXTS, st.integers(), st.floats(), st.dates(), st.datetimes())
ITEMS = st.lists(
    st.text(
        st.characters(exclude_characters="、，,；;\n()（）", exclude_categories=("Cs", "Zs", "Cc")),
        min_size=1,
    )
)
DATE_FORMS = (
    *("{0.year:04}-{0.month}-{0.day}", "{0.year:04}.{0.month}.{0.day}", "{0.year:04}/{0.month}/{0.day}"),
    *("{0.year:04}年{0.month}月{0.day}日", "{0.year:04}年{0.month}月{0.day}号", "{0:%Y%m%d}", "{0} 09:30"),
)
FULL_WIDTH = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")


def said(work: Callable[[], object]) -> str:
    """What the work refused with; nothing if it went through."""
    try:
        work()
    except Problem as problem:
        return str(problem)
    return ""


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.head)
@given(cell=CELLS.filter(lambda cell: cell is not None))
@example(cell=math.inf)
@example(cell=math.nan)
@example(cell=10**400)
@example(cell="²")
@settings(max_examples=150)
def test_every_column_takes_a_cell_or_says_why_not(column: Column, cell: Cell) -> None:
    assert len(said(lambda: column.parse(cell))) < 400


@given(raw=st.one_of(CELLS, st.booleans(), st.times(), st.timedeltas()))
def test_tidying_a_cell_twice_changes_nothing(raw: object) -> None:
    tidied = Tidy()[raw]
    assert tidied is None or isinstance(tidied, (str, int, float, date, datetime))
    assert not isinstance(raw, time | timedelta) or isinstance(tidied, str)
    if tidied == tidied:
        assert Tidy()[tidied] == tidied


@given(day=DAYS, form=st.sampled_from(DATE_FORMS), wide=st.booleans())
def test_a_day_in_every_form_we_promise_is_read_as_that_day(day: date, form: str, wide: bool) -> None:
    text = form.format(day)
    assert parse_date(text.translate(FULL_WIDTH) if wide else text) == day
    assert parse_date(day) == parse_date(datetime.combine(day, time(23, 59))) == day


@given(text=TEXTS)
def test_no_text_is_read_as_a_day_whose_digits_it_does_not_have(text: str) -> None:
    try:
        day = parse_date(text)
    except Problem:
        return
    assert day.year in YEARS
    assert sum(sign.isdigit() for sign in text) >= 6


@given(st.sampled_from(Half), st.sampled_from(Half))
def test_halves_come_back(one: Half, whole_day: Half) -> None:
    assert half(whole_day)(LABELS[Half][one]) == one
    assert half(whole_day)("全天") == whole_day


@pytest.mark.parametrize("column", [c for c in COLUMNS.values() if c.words], ids=lambda column: column.head)
def test_every_word_of_a_column_comes_back(column: Column) -> None:
    assert column.words is not None
    for member, label in LABELS[column.words].items():
        assert column.parse(label) in (member, label)


@given(value=st.booleans())
def test_yes_and_no_come_back(value: bool) -> None:
    assert yes_no("是" if value else "否") == yes_no(int(value)) == value


@given(items=ITEMS)
def test_lists_and_names_come_back(items: list[str]) -> None:
    items = [stripped for item in items if (stripped := item.strip(" \t\u3000\u00a0"))]
    assert split_list("、".join(items)) == items
    short = tuple(item[:50] for item in items[:20])
    assert names("，".join(short)) == short


@given(number=st.integers(0, 999_999_999), people=st.sampled_from(["", "人", " 口", ".0"]))
def test_counts_come_back(number: int, people: str) -> None:
    assert parse_int(f"{number}{people}") == parse_int(str(number).translate(FULL_WIDTH)) == number


@given(tenths=st.integers(0, 10_000))
def test_quotas_come_back(tenths: int) -> None:
    assert quota(tenths / 10) == quota(str(tenths / 10)) == tenths / 10


@pytest.mark.parametrize(
    "written", ["1_0", "inf", "nan", "1e2", "0x10", "", "-1", "1000.5", math.inf, math.nan]
)
def test_no_quota_is_guessed(written: Cell) -> None:
    with pytest.raises(Problem):
        quota(written)


@pytest.mark.parametrize("parse", [parse_text, parse_phone, period_name])
@given(cell=CELLS.filter(lambda cell: cell is not None))
def test_what_was_taken_is_taken_again_as_it_is(parse: type[str], cell: Cell) -> None:
    try:
        taken = parse(cell)
    except Problem:
        return
    if taken:
        assert parse(taken) == taken


@given(
    number=st.one_of(st.integers(-(10**15) + 1, 10**15 - 1), st.floats(-1e6, 1e6).map(lambda x: round(x, 6)))
)
def test_a_number_in_a_text_column_is_written_as_excel_shows_it(number: float) -> None:
    assert float(parse_text(number)) == number


@pytest.mark.parametrize(
    "number", [10**15, 452123198001011234, 4.5e17, -(10.0**16), math.inf, -math.inf, math.nan]
)
def test_a_number_too_long_for_excel_is_refused_in_a_text_column(number: float) -> None:
    with pytest.raises(Problem, match="Excel 损坏"):
        parse_text(number)


def test_a_telephone_number_that_excel_made_a_day_of_is_refused() -> None:
    with pytest.raises(Problem, match="当成了日期"):
        parse_phone(date(2026, 3, 5))


def test_a_day_that_cannot_be_is_refused_in_a_text_column_too() -> None:
    with pytest.raises(Problem, match="年份"):
        parse_text(date(1900, 2, 28))


ROWS = st.lists(
    st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")), min_size=2)
)


@given(rows=ROWS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
@settings(max_examples=60)
def test_a_csv_comes_back_cell_by_cell(rows: list[list[str]], encoding: str) -> None:
    lines = StringIO()
    csv.writer(lines).writerows([["甲,乙", "丙"], *rows])
    data = lines.getvalue().encode(encoding)
    if encoding == "gb18030" and _is_utf8(data):
        return
    assert list(csv_rows("表.csv", data)) == [["甲,乙", "丙"], *rows]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


@given(data=st.binary())
def test_any_bytes_are_a_csv_or_refused(data: bytes) -> None:
    words = said(lambda: list(csv_rows("表.csv", data)))
    assert not words or words.startswith("“表.csv”不是")


@given(text=TEXTS)
def test_what_goes_to_a_csv_or_the_clipboard_starts_no_formula(text: str) -> None:
    assert not looks_like_formula(harmless(text))
    assert harmless(text) in (text, f"'{text}")


@pytest.mark.parametrize(
    "text", ["=1+1", " =1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "\t=1", "\r=1", "-A1", "\0=1"]
)
def test_formulas_of_every_kind_are_known(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3.5", "-12%", "-", "——", "张样一", "1+1", "", "'=1"])
def test_numbers_and_strokes_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("spec", ALL_SHEETS, ids=lambda spec: spec.name)
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("office")
def test_every_row_of_any_sheet_is_read_refused_or_named(spec: SheetSpec, data: st.DataObject) -> None:
    heads = [column.head for column in spec.columns]
    rows = data.draw(st.lists(st.lists(CELLS, max_size=len(heads) + 1), min_size=1, max_size=6))
    made: list[ImportPlan] = []
    words = said(lambda: made.append(plan({spec.name: [[*heads, "旁注"], *rows]})))
    assert not words or "没有可以导入的行" in words
    assert all(sum(counts(each)) <= len(rows) for each in made)
