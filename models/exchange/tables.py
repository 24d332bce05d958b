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
from models.exchange.looks import head_style
from models.exchange.sheet import column_letter
from models.rules.formula import looks_like_formula
from models.storage.files import replacing
from models.storage.temporary import temporary_room

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE_ROW, _FIRST_HEAD = 1, 3
_PER_MM = 0.55  # Excel's widths are about the size of a digit
_LEAST = 5.0


class Head(NamedTuple):
    """One column: its title, a title over it and its neighbours, and its width in millimetres."""

    title: str
    over: str
    width: float


class TableSheet(NamedTuple):
    """One table: its sheet's name, what stands above, heads, rows of texts and figures, notes below."""

    name: str
    title: str
    facts: Sequence[str]
    heads: Sequence[Head]
    rows: Sequence[Sequence[str | float]]
    notes: Sequence[str]


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
    from openpyxl.styles import Alignment, Font

    style = head_style()
    lines = Alignment(vertical="top", wrap_text=True)
    _put(page, _TITLE_ROW, 1, sheet.title)
    _put(page, _TITLE_ROW + 1, 1, "    ".join(" ".join(fact.split()) for fact in sheet.facts))
    page.cell(_TITLE_ROW, 1).font = Font(bold=True, size=14)
    _put_heads(page, sheet.heads, style)
    for at, row in enumerate(sheet.rows, start=_FIRST_HEAD + 2):
        for column, value in enumerate(row, start=1):
            _put(page, at, column, value).alignment = lines
    for at, note in enumerate(sheet.notes, start=_FIRST_HEAD + 3 + len(sheet.rows)):
        _put(page, at, 1, note)
    _lay_out(page, sheet.heads)


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
            for name, value in style.items():
                setattr(cell, name, value)


def _put(page: "Worksheet", row: int, column: int, value: str | float) -> Any:
    """The cell of a figure, or of a text that stays one even where Excel would see a formula in it."""
    cell = page.cell(row, column)
    cell.value = text_cell_value(value)
    if isinstance(value, str) and (value.startswith("#") or looks_like_formula(value)):
        kept_text(cell)
    return cell


def _lay_out(page: "Worksheet", heads: Sequence[Head]) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    page.freeze_panes = f"{column_letter(3)}{_FIRST_HEAD + 2}"
    for number, head in enumerate(heads, start=1):
        page.column_dimensions[column_letter(number)].width = max(_LEAST, head.width * _PER_MM)
    page.print_title_rows = f"{_FIRST_HEAD}:{_FIRST_HEAD + 1}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
