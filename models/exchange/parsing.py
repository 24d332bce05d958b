"""Bytes of a file → raw sheets, as it happens in the child process."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from models.exchange.archive import Archive
from models.exchange.csv_text import csv_rows
from models.exchange.limits import GRID_CELLS
from models.exchange.ods_marks import ods_marks
from models.exchange.sheet import Marks, Merge, Sheet
from models.exchange.signature import FileKind, file_kind
from models.exchange.tidying import fill
from models.exchange.xls_marks import xls_marks
from models.exchange.xlsx_marks import sheet_parts, xlsx_marks
from models.rules.problem import Problem

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Step = Sheet | float
"""A finished sheet, or the share of the work done so far."""


def parsed(name: str, data: bytes) -> Iterator[Step]:
    """The sheets of a file of that name with these bytes. Raises Problem for what is no plain workbook."""
    match file_kind(name, data):
        case FileKind.TEXT:
            yield from _text_sheet(name, data)
        case FileKind.ZIPPED:
            yield from _zipped_sheets(name, data)
        case FileKind.XLS:
            yield from _sheets(name, data, xls_marks(data), 0)


def _text_sheet(name: str, data: bytes) -> Iterator[Step]:
    sheet = Sheet(PurePath(name).stem, [], named=False)
    for _ in fill(sheet, csv_rows(name, data), ()):
        yield 0.5
    yield sheet


def _zipped_sheets(name: str, data: bytes) -> Iterator[Step]:
    archive = Archive(name, data)
    marks = ods_marks(archive.read("content.xml")) if archive.ods else _xlsx_marks(archive)
    yield 0.1
    yield from _sheets(name, data, marks, archive.pictures)


def _xlsx_marks(archive: Archive) -> dict[str, Marks]:
    names = {part: name for name, part in sheet_parts(archive).items()}
    marks: dict[str, Marks] = {}
    for part, xml in archive.parts():
        if part in names:
            marks[names[part]] = xlsx_marks(names[part], xml)
    return marks


def _sheets(name: str, data: bytes, marks: dict[str, Marks] | list[Marks], pictures: int) -> Iterator[Step]:
    book = _workbook(name, data)
    titles = book.sheet_names
    for place, title in enumerate(titles):
        told = _told(marks, place, title)
        sheet = _sheet(book, place, told)
        sheet.pictures, pictures = pictures, 0
        for _ in _fill(name, book, title, sheet, told.merges):
            yield 0.1 + 0.9 * (place + 0.5) / len(titles)
        yield sheet


def _told(marks: dict[str, Marks] | list[Marks], place: int, title: str) -> Marks:
    if isinstance(marks, dict):
        return marks.get(title) or Marks()
    return marks[place] if place < len(marks) else Marks()


def _sheet(book: "CalamineWorkbook", place: int, marks: Marks) -> Sheet:
    from python_calamine import SheetVisibleEnum

    about = book.sheets_metadata[place]
    return Sheet(
        about.name.strip(),
        [],
        hidden=about.visible != SheetVisibleEnum.Visible,
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=frozenset(marks.hidden_columns),
        faults=marks.faults,
    )


def _fill(
    name: str, book: "CalamineWorkbook", title: str, sheet: Sheet, merges: Sequence[Merge]
) -> Iterator[None]:
    cells = _readable(name, book, title)
    if cells is None or cells.start is None:
        return iter(())
    return fill(sheet, _rows(cells), cells.merged_cell_ranges or merges, cells.start[1])


def _rows(sheet: "CalamineSheet") -> Iterator[list[Any]]:
    if sheet.total_height * sheet.total_width > GRID_CELLS:
        raise Problem(
            f"工作表“{sheet.name}”的内容延伸得太远，无法读取。请删去远处多余的单元格，保存后再导入。"
        )
    return sheet.iter_rows()


def _workbook(name: str, data: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise Problem(f"“{name}”设有打开密码。请先在 Excel 或 WPS 中取消密码再导入。") from error
    except (CalamineError, OSError) as error:
        raise Problem(_DAMAGED.format(name)) from error


def _readable(name: str, book: "CalamineWorkbook", title: str) -> "CalamineSheet | None":
    """The sheet's cells; None for a sheet without any, such as a chart's."""
    from python_calamine import CalamineError, WorksheetNotFound

    try:
        return book.get_sheet_by_name(title)
    except WorksheetNotFound:
        return None
    except CalamineError as error:
        raise Problem(_DAMAGED.format(name)) from error


_DAMAGED = "“{}”已损坏，或没有拷贝完。请重新拷贝一份，或在 Excel、WPS 中打开修复后再导入。"
