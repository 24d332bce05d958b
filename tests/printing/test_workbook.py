"""The Excel twin of a list: the same columns, a sheet for each table, and which documents have one."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.print_log import prints
from models.rules.calendar import period
from models.rules.problem import Problem
from printing import styles
from printing.blocks import Facts, Notes, Title
from printing.choice import Choice
from printing.documents import FORMS, form
from printing.form import Form, Line
from printing.headless import print_to
from printing.table import Column, Table
from printing.workbook import is_list, save_workbook
from tests.models.made_up import a_leader, day
from tests.printing.conftest import Sheet

COLUMNS = (Column("姓\n名", 20, lambda row: row[0]), Column("次数", 10, lambda row: row[1], number=True))
ROWS = (("张样一", "2"), ("李样二", ""))
LISTS = {
    *("contact_list", "quarter_plan", "quarter_result", "coverage", "pairing_table", "on_duty_board"),
    *("today", "week_plan", "fieldwork_register", "matter_ledger"),
}


def a_list(name: str = "试印", title: str = "样例表") -> Sheet:
    blocks = (Title(title), Facts(("单位：样样办", "日期：")), Table(COLUMNS, ROWS), Notes(("样一。",)))
    return Sheet(blocks, name=name)


def test_a_table_keeps_its_columns_its_figures_and_what_stands_around_it(tmp_path: Path) -> None:
    assert save_workbook([a_list()], tmp_path / "样.xlsx", "打印编号 0007") == 1
    page = load_workbook(tmp_path / "样.xlsx")["样例表"]
    rows = list(page.iter_rows(values_only=True))
    assert rows == [
        ("样例表", None),
        ("单位：样样办    日期：", None),
        ("姓名", "次数"),
        (None, None),
        ("张样一", 2),
        ("李样二", None),
        (None, None),
        ("样一。", None),
        ("打印编号 0007", None),
    ]
    assert page["A5"].alignment.wrap_text


def test_each_table_has_a_sheet_of_its_own_name(tmp_path: Path) -> None:
    first = Table(COLUMNS, ROWS, name="甲/乙")
    subtitle = Title("（11月）", styles.ENTRY)
    more = [Title("附表", styles.PART_TITLE), Table(COLUMNS, ROWS), Table(COLUMNS, ROWS)]
    save_workbook([Sheet([Title("样例表"), subtitle, first, *more])], tmp_path / "样.xlsx")
    book = load_workbook(tmp_path / "样.xlsx")
    assert book.sheetnames == ["甲乙", "附表", "附表（2）"]
    assert [book["甲乙"]["A2"].value, book["附表"]["A1"].value] == ["（11月）", "样例表"]


def test_documents_of_several_leaders_have_sheets_by_their_names(tmp_path: Path) -> None:
    several = [a_list(f"安排表_{name}_2026Q3") for name in ("张样一", "李样二", "张样一")]
    save_workbook(several, tmp_path / "样.xlsx")
    assert load_workbook(tmp_path / "样.xlsx").sheetnames == ["张样一", "李样二", "张样一（2）"]


def test_only_what_is_tables_alone_is_a_list() -> None:
    assert is_list(a_list())
    assert not is_list(Sheet([Title("样")]))
    assert not is_list(Sheet([Table(COLUMNS, ROWS), Form((Line((("样", "例"),)),))]))


def test_every_register_of_an_office_has_its_twin(office: Path, tmp_path: Path) -> None:
    a_leader("张样一")
    choice = Choice(day(11, 25), period("2026Q4"))
    for one in FORMS:
        if one.name in LISTS:
            path = tmp_path / f"{one.name}.xlsx"
            assert print_to(one, choice, path)[path] >= 1
            assert load_workbook(path).worksheets[0]["A1"].value
    assert {entry.pages for entry in prints()} >= {1}


def test_the_twin_is_numbered_and_logged_like_any_print(office: Path, tmp_path: Path) -> None:
    a_leader("张样一")
    path = tmp_path / "台账.xlsx"
    print_to(form("matter_ledger"), Choice(day(11, 25), full=True), path)
    assert "打印编号 0001 · 全号" in [row[0].value for row in load_workbook(path).worksheets[0].rows]
    (entry,) = prints()
    assert (entry.document, entry.pages, entry.full) == ("民情事项台账", 1, True)


def test_what_is_no_list_cannot_be_kept_as_one_and_takes_no_number(office: Path, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="不能存为 Excel"):
        print_to(form("visit_record"), Choice(day(11, 25)), tmp_path / "样.xlsx")
    assert not prints()
