"""Bytes of a file → raw sheets, as it happens in the child process."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from models.exchange.archive import Archive
from models.exchange.csv_text import csv_rows
from models.exchange.limits import CELLS, GRID_CELLS, ROWS
from models.exchange.sheet import Cell, Ending, Sheet
from models.exchange.signature import FileKind, file_kind
from models.exchange.tidying import tidy_rows
from models.rules.problem import Problem

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Step = Sheet | list[list[Cell]] | Ending | float
"""A sheet that begins, rows of it, its end; or the share of the work done so far."""

_DAMAGED = "“{}”已损坏，或没有拷贝完。请重新拷贝一份，或在 Excel、WPS 中打开修复后再导入。"


def parsed(name: str, data: bytes) -> Iterator[Step]:
    """The sheets of a file of that name with these bytes. Raises Problem for what is no plain workbook."""
    kind = file_kind(name, data)
    if kind is FileKind.ZIPPED:
        Archive(name, data)
    rows = cells = 0
    for step in _text_sheet(name, data) if kind is FileKind.TEXT else _sheets(name, data):
        if isinstance(step, list):
            rows, cells = rows + len(step), cells + sum(map(len, step))
            if rows > ROWS or cells > CELLS:
                raise Problem(f"“{name}”的内容太多（已读到第 {rows} 行），无法一次导入。请分成几个文件。")
        yield step


def _text_sheet(name: str, data: bytes) -> Iterator[Step]:
    rows = csv_rows(name, data)
    yield Sheet(PurePath(name).stem, [], named=False)
    yield from tidy_rows(rows)


def _sheets(name: str, data: bytes) -> Iterator[Step]:
    book = _workbook(name, data)
    titles = book.sheet_names
    for place, title in enumerate(titles):
        sheet, cells = _sheet(book, place), _readable(name, book, title)
        yield (place + 0.7) / len(titles)
        if cells is None or cells.start is None:
            yield sheet
            yield Ending(None, False, 0)
        else:
            sheet.merges = list(cells.merged_cell_ranges or ())
            yield sheet
            yield from tidy_rows(_rows(cells), cells.start[1])
        yield (place + 1) / len(titles)


def _sheet(book: "CalamineWorkbook", place: int) -> Sheet:
    from python_calamine import SheetVisibleEnum

    about = book.sheets_metadata[place]
    return Sheet(about.name.strip(), [], hidden=about.visible != SheetVisibleEnum.Visible)


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
