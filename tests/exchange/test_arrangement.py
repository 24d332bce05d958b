"""The sheet offices keep today: one row a household, everything else merged beside it."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.exchange.importing import apply_import, plan_import
from tests.exchange.rows import TODAY, bring_in, counts, plan, refused, stored

TITLE = ["2026年样政府领导联系点安排表"]
UNIT = ["填报单位(盖章):样办公室    填报时间:2025年12月5日"]
HEADS = [
    "序号",
    "领导姓名",
    "职务",
    "县(市、区)",
    "联系乡镇(街道)",
    "联系村(社区)",
    "户主姓名",
    "家庭住址",
    "联系电话",
    "家庭人口",
]
ROWS = [
    [1, "张样一", "市长", "样县", "东样乡", "东样村", "赵样甲", "1组1号", 13996393640.0, 8.0],
    [2, None, None, None, None, None, "钱　样", "1组2号", "１３９６７２６４３６４", "４人"],
    [3, "李样二", "副市长", "样县", "西样乡", "西样村", "孙样丙  ", "2组1号", None, None],
]
NOTE = ["注:1.本表一式三份。"]


def sheet(*rows: list[object], title: list[str] = TITLE) -> dict[str, list[list[object]]]:
    return {"安排表": [title, UNIT, HEADS, *(rows or ROWS), [None], NOTE]}


@pytest.fixture(autouse=True)
def _office(office: Path) -> None:
    """Every test begins with an empty office."""


def test_everybody_and_everything_the_sheet_names_is_kept() -> None:
    assert counts(bring_in(sheet())) == (3, 0, 0, 0)
    assert stored("SELECT name, rank, title, is_member FROM official") == [
        ("张样一", 1, "市长", 1),
        ("李样二", 2, "副市长", 1),
    ]
    assert stored("SELECT name, phone, people FROM contact_point WHERE kind = 'household' ORDER BY id") == [
        ("赵样甲", "13996393640", 8),
        ("钱　样", "13967264364", 4),
        ("孙样丙", "", None),
    ]
    assert stored("SELECT COUNT(*), MIN(first_day), MAX(first_day) FROM assignment") == [
        (7, "2026-01-01", "2026-01-01")
    ]


def test_the_same_sheet_again_changes_nothing() -> None:
    bring_in(sheet())
    assert counts(bring_in(sheet())) == (0, 0, 3, 0)


def test_next_years_sheet_keeps_what_has_not_changed() -> None:
    bring_in(sheet())
    again = bring_in(sheet(title=["2027年样政府领导联系点安排表"]))
    assert counts(again) == (0, 0, 3, 0)


def test_a_row_is_new_if_anything_in_it_is() -> None:
    bring_in(sheet())
    moved = [1, "李样二", "副市长", "样县", "西样乡", "西样村", "周样丁", "2组2号", None, None]
    changed = [2, "李样二", "市长", "样县", "西样乡", "西样村", "孙样丙", "2组1号", None, None]
    assert counts(bring_in(sheet(moved, changed))) == (1, 1, 0, 0)


def test_points_under_a_new_leader_are_taken_over_from_the_start_given() -> None:
    bring_in(sheet())
    row = [1, "李样二", None, "样县", "东样乡", "东样村", "赵样甲", "1组1号", None, None]
    made = bring_in(sheet(row), date(2026, 7, 1))
    assert counts(made) == (1, 0, 0, 0)
    assert {(each.point, each.last_day) for each in made.takeovers} == {
        ("东样乡", "2026-06-30"),
        ("东样村", "2026-06-30"),
        ("赵样甲", "2026-06-30"),
    }


def test_a_sheet_without_a_year_asks_for_the_start() -> None:
    untitled = sheet(ROWS[0], title=["领导联系点安排表"])
    assert refused(plan(untitled)).column == "起始日期"
    assert counts(bring_in(untitled, date(2026, 3, 1))) == (1, 0, 0, 0)
    assert stored("SELECT DISTINCT first_day FROM assignment") == [("2026-03-01",)]


@pytest.mark.parametrize("title", ["二〇二五年安排表", "2025 年安排表", "２０２５年安排表"])
def test_the_year_may_be_written_in_several_ways(title: str) -> None:
    bring_in(sheet(title=[title]))
    assert stored("SELECT DISTINCT first_day FROM assignment") == [("2025-01-01",)]


def test_sums_and_repeated_heads_are_no_households_and_the_plan_says_so() -> None:
    made = bring_in(sheet(*ROWS[:2], ["小计", None, None, None, None, None, "2户"], HEADS, ROWS[2]))
    assert counts(made) == (3, 0, 0, 0)
    assert any("6、7、10 行" in note for note in made.notes)


@pytest.mark.parametrize("word", ["小计：", "小 计:", "合计"])
def test_a_sum_beside_the_leaders_is_no_village(word: str) -> None:
    bring_in(sheet(*ROWS, [None, None, None, None, None, word, 10]))
    assert len(stored("SELECT 1 FROM contact_point WHERE kind = 'household'")) == 3


@pytest.mark.parametrize(
    ("head", "other"),
    [
        ("领导姓名", "市级领导"),
        ("县(市、区)", "区县"),
        ("联系乡镇(街道)", "乡(镇)"),
        ("联系乡镇(街道)", "所在乡镇"),
        ("联系村(社区)", "行政村"),
        ("户主姓名", "姓名"),
        ("户主姓名", "农户姓名"),
        ("联系电话", "手机号"),
        ("家庭人口", "家庭人数"),
    ],
)
def test_offices_call_their_columns_differently(head: str, other: str) -> None:
    written = [other if name == head else name for name in HEADS]
    assert plan({"安排表": [TITLE, written, *ROWS]}).notes == plan({"安排表": [TITLE, HEADS, *ROWS]}).notes


def test_a_bad_phone_is_refused_with_its_place() -> None:
    row = [*ROWS[0][:8], "1.39E+10", None]
    found = refused(plan(sheet(row, ROWS[1])))
    assert (found.sheet, found.row, found.column, found.value) == ("安排表", 4, "联系电话", "1.39E+10")


def test_a_namesake_without_an_address_is_refused() -> None:
    second = [2, None, None, None, None, None, "赵样甲", None, None, None]
    found = refused(plan(sheet(ROWS[0], second)))
    assert (found.row, found.column) == (5, "地址")


def test_the_first_row_must_name_a_leader() -> None:
    assert refused(plan(sheet(ROWS[1]))).column == "领导姓名"


def _book(path: Path) -> Path:
    book = Workbook()
    page = book.active
    page.title = "Sheet1"
    for row in (TITLE, UNIT, HEADS, *ROWS, [], NOTE):
        page.append(row)
    for merged in ("A1:J1", "A2:J2", "A8:J8", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "F4:F5"):
        page.merge_cells(merged)
    page.row_dimensions[5].hidden = True
    book.save(path)
    return path


def test_a_real_file_with_merged_cells_and_a_hidden_row_is_imported(tmp_path: Path) -> None:
    made = plan_import(_book(tmp_path / "安排表.xlsx"), TODAY)
    assert counts(made) == (3, 0, 0, 0)
    assert any("1 个隐藏行（第 5 行）" in note for note in made.notes)
    assert not any("没有写领导" in note for note in made.notes)
    apply_import(made)
    assert stored(
        "SELECT o.name, COUNT(*) FROM assignment JOIN official o ON o.id = official_id GROUP BY 1"
    ) == [
        ("张样一", 4),
        ("李样二", 3),
    ]


def test_without_merged_cells_rows_below_go_with_the_leader_above_and_the_plan_says_so() -> None:
    assert any("没有写领导" in note for note in plan(sheet()).notes)
