"""Tables of a printed form in a workbook: what other programs read in it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from models.exchange.tables import Head, Leaf, TableSheet, export_tables
from models.rules.problem import Problem

HEADS = (Head("序号", "", 9), Head("领导", "", 20), Head("应", "走访户", 9), Head("已", "走访户", 9))
ROWS = (("1", "张样一", 20.0, 16.5), ("2", "=1+1", 20.0, ""), ("", "#合计\x07", 40.0, 16.5))


SHEET = TableSheet(
    "完成情况",
    "2026年统计表",
    ("填报人：", "=样一"),
    HEADS,
    ROWS,
    ("样一。", "=样二"),
    Leaf(is_a3=False, lies=True),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    export_tables(tmp_path / "统计.xlsx", [SHEET])
    return tmp_path / "统计.xlsx"


def test_title_heads_rows_and_notes_stand_in_this_order(path: Path) -> None:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("完成情况").to_python()
    assert [row[0] for row in rows[:2]] == ["2026年统计表", "填报人：    =样一"]
    assert rows[2] == ["序号", "领导", "走访户", ""]
    assert rows[3] == ["", "", "应", "已"]
    assert rows[4] == ["1", "张样一", 20.0, 16.5]
    assert [row[0] for row in rows[8:]] == ["样一。", "=样二"]


def test_figures_are_figures_and_what_looks_like_a_formula_is_text(path: Path) -> None:
    page = load_workbook(path)["完成情况"]
    assert [(cell.value, cell.data_type) for cell in page["C"][4:7]] == [(20, "n"), (20, "n"), (40, "n")]
    assert [(cell.value, cell.data_type) for cell in page["B"][5:7]] == [("=1+1", "s"), ("#合计", "s")]
    assert page["A10"].data_type == "s"
    assert page["A10"].quotePrefix


def test_heads_over_several_columns_are_one_cell_and_stay_in_sight(path: Path) -> None:
    page = load_workbook(path)["完成情况"]
    assert {str(span) for span in page.merged_cells.ranges} == {
        "A1:D1",
        "A2:D2",
        "A3:A4",
        "B3:B4",
        "C3:D3",
        "A9:D9",
        "A10:D10",
    }
    assert page.freeze_panes == "C5"
    assert page.print_title_rows == "$3:$4"


def test_another_ending_is_refused_and_an_older_file_stays(tmp_path: Path) -> None:
    old = tmp_path / "统计.csv"
    old.write_text("旧", "utf-8")
    with pytest.raises(Problem, match=r"\.xlsx"):
        export_tables(old, [SHEET])
    assert old.read_text("utf-8") == "旧"


def test_a_folder_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="文件夹不存在"):
        export_tables(tmp_path / "没有" / "统计.xlsx", [SHEET])


def test_a_row_is_as_high_as_its_longest_text_takes(tmp_path: Path) -> None:
    rows = (("1", "张样一", 20.0, 16.5), ("2", "反映村道破损" * 5, 20.0, 16.5), ("3", "一\n二\n三", 0.0, 0.0))
    export_tables(tmp_path / "高.xlsx", [SHEET._replace(rows=rows)])
    page = load_workbook(tmp_path / "高.xlsx")["完成情况"]
    one, six, three = (page.row_dimensions[at].height for at in (5, 6, 7))
    assert one == pytest.approx(17.5)
    assert three - one == pytest.approx(2 * 13.5)
    assert six - one == pytest.approx(5 * 13.5)


@pytest.mark.parametrize(
    ("leaf", "code", "way"), [((True, True), 8, "landscape"), ((False, False), 9, "portrait")]
)
def test_it_is_printed_on_the_paper_of_the_form(
    tmp_path: Path, leaf: tuple[bool, bool], code: int, way: str
) -> None:
    export_tables(tmp_path / "纸.xlsx", [SHEET._replace(leaf=Leaf(*leaf))])
    setup = load_workbook(tmp_path / "纸.xlsx")["完成情况"].page_setup
    assert (int(setup.paperSize), setup.orientation, setup.fitToHeight) == (code, way, 0)
