"""A printed form's tables as a workbook: one sheet each, the same columns, figures as figures."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from models.exchange.exporting import (
    kept_text,
    packed,
    refuse_other_kinds,
    rows_of,
    text_cell_value,
    told_of_temporary_files,
)
from models.exchange.looks import height_of, printed_styles
from models.exchange.sheet import column_letter
from models.rules.formula import looks_like_formula
from models.storage.files import replacing
from models.storage.temporary import temporary_room

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE_ROW, _FIRST_HEAD = 1, 3
_PER_MM = 0.55  # Excel's widths are about the size of a digit
_LEAST = 9.0  # mm
_HEAD = 17.5  # pt


class Head(NamedTuple):
    """One column: its title, a title over it and its neighbours, and its width in millimetres."""

    title: str
    over: str
    width: float


class Leaf(NamedTuple):
    """The paper a sheet is printed on: A3 or A4, across or upright."""

    is_a3: bool
    lies: bool


class TableSheet(NamedTuple):
    """One table: its sheet's name, what stands above, heads, rows of texts and figures, notes below."""

    name: str
    title: str
    facts: Sequence[str]
    heads: Sequence[Head]
    rows: Sequence[Sequence[str | float]]
    notes: Sequence[str]
    leaf: Leaf


def export_tables(path: Path, sheets: Iterable[TableSheet]) -> None:
    """Write the tables, each with its title above and its notes below, to an .xlsx file.

    Text that looks like a formula stays text. Raises Problem where the file cannot be written; an older file
    of that name is then as it was.
    """
    from openpyxl import Workbook

    refuse_other_kinds(path)
    with replacing(path) as part, told_of_temporary_files(), temporary_room():
        book = Workbook()
        del book[book.sheetnames[0]]
        for sheet in sheets:
            _fill(book.create_sheet(sheet.name), sheet)
        part.write_bytes(packed(book, [rows_of(sheet) for sheet in book.worksheets]))


def _fill(page: "Worksheet", sheet: TableSheet) -> None:
    styles, first = printed_styles(), _FIRST_HEAD + 2
    widths, size = [max(_LEAST, head.width) for head in sheet.heads], styles["text"]["font"].size
    _put_across(page, _TITLE_ROW, sheet.title, widths, styles["title"])
    facts = "    ".join(" ".join(fact.split()) for fact in sheet.facts)
    _put_across(page, _TITLE_ROW + 1, facts, widths, styles["words"])
    _put_heads(page, sheet.heads, styles["head"])
    for at in (_FIRST_HEAD, _FIRST_HEAD + 1):
        page.row_dimensions[at].height = max(
            _HEAD, height_of([head.title for head in sheet.heads], widths, size) / 2
        )
    for at, row in enumerate(sheet.rows, start=first):
        for column, value in enumerate(row, start=1):
            is_text = isinstance(value, str)
            _dress(_put(page, at, column, value), styles["text" if is_text else "figure"])
        page.row_dimensions[at].height = height_of(row, widths, size)
    for at, note in enumerate(sheet.notes, start=first + 1 + len(sheet.rows)):
        _put_across(page, at, note, widths, styles["words"])
    _lay_out(page, widths)
    _set_paper(page, sheet.leaf)


def _put_across(
    page: "Worksheet", row: int, text: str, widths: Sequence[float], style: dict[str, Any]
) -> None:
    """A text over the table's whole width, on as many lines as it takes."""
    _dress(_put(page, row, 1, text), style)
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
    page.row_dimensions[row].height = height_of([text], [sum(widths)], style["font"].size)


def _dress(cell: Any, style: dict[str, Any]) -> None:
    for name, value in style.items():
        setattr(cell, name, value)


def _put_heads(page: "Worksheet", heads: Sequence[Head], style: dict[str, Any]) -> None:
    """Titles in two rows: heads over several columns, and single ones over both rows."""
    top, low = _FIRST_HEAD, _FIRST_HEAD + 1
    column = 1
    for over, run in groupby(heads, lambda head: head.over):
        columns = list(run)
        last = column + len(columns) - 1
        for at, head in enumerate(columns, start=column):
            _put(page, low if over else top, at, head.title)
            if not over:
                page.merge_cells(start_row=top, end_row=low, start_column=at, end_column=at)
        if over:
            _put(page, top, column, over)
            page.merge_cells(start_row=top, end_row=top, start_column=column, end_column=last)
        column = last + 1
    for row in page.iter_rows(min_row=top, max_row=low, max_col=len(heads)):
        for cell in row:
            _dress(cell, style)


def _put(page: "Worksheet", row: int, column: int, value: str | float) -> Any:
    """The cell of a figure, or of a text that stays one even where Excel would see a formula in it."""
    cell = page.cell(row, column)
    cell.value = text_cell_value(value)
    if isinstance(value, str) and (value.startswith("#") or looks_like_formula(value)):
        kept_text(cell)
    return cell


def _lay_out(page: "Worksheet", widths: Sequence[float]) -> None:
    page.freeze_panes = f"{column_letter(3)}{_FIRST_HEAD + 2}"
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[column_letter(number)].width = width * _PER_MM
    page.print_title_rows = f"{_FIRST_HEAD}:{_FIRST_HEAD + 1}"


def _set_paper(page: "Worksheet", leaf: Leaf) -> None:
    """Whole columns on a page, as many pages as it takes, each with its number."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.paperSize = page.PAPERSIZE_A3 if leaf.is_a3 else page.PAPERSIZE_A4
    page.page_setup.orientation = "landscape" if leaf.lies else "portrait"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.horizontalCentered = True
    if footer := page.HeaderFooter.oddFooter:
        footer.center.text = "第 &P 页　共 &N 页"
