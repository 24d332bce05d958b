"""What is read out of sound files, as programs and people really write them."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.exchange.arriving import Arrivals
from models.exchange.limits import COLUMNS, EMPTY_ROWS
from models.exchange.marking import Told
from models.exchange.parsing import parsed
from models.exchange.sheet import ERROR_CELL, UNCOMPUTED, Sheet
from tests.exchange.books import book_parts, cell, raw_book, raw_sheet, zipped

FILES = Path(__file__).parent / "files"


def sheets(data: bytes, name: str = "办公室.xlsx") -> list[Sheet]:
    arrivals = Arrivals(Told(name, data))
    for step in parsed(name, data):
        if not isinstance(step, float):
            arrivals.take(step)
    return [arrived.sheet for arrived in arrivals.sheets]


def only(data: bytes, name: str = "办公室.xlsx") -> Sheet:
    (sheet,) = sheets(data, name)
    return sheet


def saved(book: Workbook) -> bytes:
    data = BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("dimension", ['<dimension ref="A1"/>', "", '<dimension ref="A1:XFD1048576"/>'])
def test_all_rows_are_read_whatever_the_dimension_claims(dimension: str) -> None:
    rows = "".join(f'<row r="{n}">{cell(f"A{n}", "甲")}{cell(f"B{n}", "乙")}</row>' for n in (1, 2, 3))
    assert only(raw_book(rows, dimension)).rows == [["甲", "乙"]] * 3


def test_row_numbers_are_excels_although_rows_are_missing() -> None:
    sheet = only(raw_book(f'<row r="3">{cell("B3", "甲")}</row><row r="5">{cell("A5", "乙")}</row>'))
    assert sheet.rows == [[], [], [None, "甲"], [], ["乙"]]


def test_plain_values_come_out_plain() -> None:
    book = Workbook()
    day = date(2026, 3, 5)
    book.active.append(["文", 3, 3.5, day, datetime(2026, 3, 5, 9, 30), True, None, "  郝　样　", "　"])
    assert only(saved(book)).rows == [["文", 3, 3.5, day, datetime(2026, 3, 5, 9, 30), 1, None, "郝　样"]]


def test_days_of_the_1904_calendar_are_right() -> None:
    day_cell = '<row r="1"><c r="A1" s="1"><v>0</v></c></row>'
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    parts = book_parts(raw_sheet(day_cell.replace(">0<", ">44624<")), '<workbookPr date1904="1"/>')
    relations = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", '<Relationship Id="rId2" Type="styles" Target="styles.xml"/></Relationships>'
    )
    data = zipped(parts | {"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": relations})
    assert only(data).rows == [[date(2026, 3, 5)]]


def test_formulas_give_the_value_that_was_saved_with_them() -> None:
    assert only(raw_book('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')).rows == [[2]]


def test_a_formula_never_computed_and_an_error_are_reported_by_their_place() -> None:
    row = '<c r="A2"><f>1+1</f></c><c r="B2"><f>B1</f><v/></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    empty = '<c r="D2" t="str"><f>""</f><v></v></c>'
    sheet = only(raw_book(f'<row r="2">{row}{empty}</row>'))
    assert sheet.faults == {(2, 1): UNCOMPUTED, (2, 2): UNCOMPUTED, (2, 3): ERROR_CELL}


def test_text_that_looks_like_a_formula_stays_text() -> None:
    assert only(raw_book(f'<row r="1">{cell("A1", "=SUM(A2)")}</row>')).rows == [["=SUM(A2)"]]


def test_characters_nobody_sees_are_taken_out_and_counted() -> None:
    sheet = only(raw_book(f'<row r="1">{cell("A1", "张&#x200B;样_x0007_一&#xFEFF;")}</row>'))
    assert sheet.rows == [["张样一"]]
    assert sheet.stripped == 3


def test_rare_characters_are_kept() -> None:
    assert only(raw_book(f'<row r="1">{cell("A1", "周𬀩样 㛃 䃅")}</row>')).rows == [["周𬀩样 㛃 䃅"]]


def test_merged_cells_are_filled_down_and_right() -> None:
    rows = f'<row r="1">{cell("A1", "甲")}{cell("C1", "x")}</row><row r="2">{cell("C2", "y")}</row>'
    merged = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    assert only(raw_book(rows, after=merged)).rows == [["甲", "甲", "x"], ["甲", "甲", "y"]]


def test_hidden_rows_columns_and_sheets_are_known() -> None:
    book = Workbook()
    book.active.append(["甲", "乙"])
    book.active.append(["丙"])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    book.create_sheet("隐").sheet_state = "hidden"
    shown, hidden = sheets(saved(book))
    assert shown.rows == [["甲", "乙"], ["丙"]]
    assert (shown.hidden_rows, shown.hidden_columns) == ({2}, {2})
    assert (shown.hidden, hidden.hidden) == (False, True)


def test_elements_with_a_prefix_are_understood() -> None:
    sheet = raw_sheet(
        '<row r="1"><c r="A1"><f>1+1</f></c></row><row r="2" hidden="1"><c r="A2"><v>7</v></c></row>'
    )
    prefixed = (
        sheet.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
    )
    found = only(zipped(book_parts(prefixed)))
    assert found.rows == [[], [7]]
    assert (found.faults, found.hidden_rows) == ({(1, 1): UNCOMPUTED}, {2})


def test_reading_stops_after_many_empty_rows_and_says_what_it_left() -> None:
    far = EMPTY_ROWS + 50
    sheet = only(raw_book(f'<row r="1">{cell("A1", "甲")}</row><row r="{far}">{cell(f"B{far}", "乙")}</row>'))
    assert sheet.rows == [["甲"]]
    assert sheet.far == (far, 2)


def test_blanks_far_away_are_no_content() -> None:
    far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t> </t></is></c></row>'
    sheet = only(raw_book(f'<row r="1">{cell("A1", "甲")}</row>{far}'))
    assert (sheet.rows, sheet.far) == ([["甲"]], None)


def test_columns_beyond_the_hundredth_are_left_out_and_said() -> None:
    book = Workbook()
    book.active.append(["列"] * (COLUMNS + 1))
    sheet = only(saved(book))
    assert sheet.wide
    assert sheet.rows == [["列"] * COLUMNS]


def test_pictures_are_counted() -> None:
    parts = book_parts(raw_sheet(f'<row r="1">{cell("A1", "甲")}</row>'))
    assert only(zipped(parts | {"xl/media/image1.png": b"\x89PNG"})).pictures == 1


@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_three_formats_of_one_workbook_read_alike(kind: str) -> None:
    """office.* were written by LibreOffice from one sheet with all that may differ between them."""
    shown, hidden = sheets((FILES / f"mixed.{kind}").read_bytes(), f"mixed.{kind}")
    assert shown.name == "探"
    assert shown.rows == [
        ["姓名", "数", "日", "时", "合", "合"],
        ["郝　样", 2, date(2026, 3, 5), datetime(2026, 3, 5, 9, 30), "合", "合"],
        ["=abc", 13996393640, date(2024, 2, 29), "09:30", None, "末"],
    ]
    assert shown.faults == {(3, 5): ERROR_CELL}
    assert (shown.hidden_rows, shown.hidden_columns) == ({3}, {2})
    assert hidden.hidden
    assert hidden.rows == [[], [None, "隐"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_read_in_every_usual_encoding(encoding: str, mark: str) -> None:
    lines = ["姓名", "职务"], ["张样一", '"市长、\n局长"'], [], ["郝　样", ""]
    text = ("\ufeff" if encoding == "utf-16-be" else "") + "\r\n".join(mark.join(line) for line in lines)
    sheet = only(text.encode(encoding), "领导.csv")
    assert sheet.rows == [["姓名", "职务"], ["张样一", "市长、\n局长"], [], ["郝　样"]]
    assert not sheet.named
