"""Export: all records into a workbook that imports back to the same records."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

from lxml.etree import SerialisationError

from models.exchange import matter_records, records
from models.exchange.columns import Column, SheetSpec
from models.exchange.further_sheets import (
    ABSENCES,
    EXPLANATIONS,
    HOLIDAYS,
    PAIRINGS,
    RETURNS,
    RULES,
    SETTINGS,
    SUPPLEMENTS,
)
from models.exchange.looks import head_style, lay_out
from models.exchange.matter_sheets import FRIENDS, MATTER_SUPPLEMENTS, MATTERS, STEPS
from models.exchange.office import Office, gather
from models.exchange.sheets import ACTIVITIES, DETAILS, OFFICIALS, POINTS
from models.exchange.words import day, kind_list, yes_no
from models.official import Official
from models.rules.formula import looks_like_formula
from models.rules.kinds import ActivityKind
from models.rules.problem import Problem
from models.storage.files import replacing
from models.storage.temporary import temporary_room
from models.terms import label

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_RECORDS: tuple[tuple[SheetSpec, Callable[[Office, int | None], Iterator[records.Record]]], ...] = (
    (OFFICIALS, records.officials),
    (POINTS, records.points),
    (ACTIVITIES, records.activities),
    (DETAILS, records.details),
    (SUPPLEMENTS, records.supplements),
    (MATTERS, matter_records.matters),
    (MATTER_SUPPLEMENTS, matter_records.supplements),
    (STEPS, matter_records.steps),
    (FRIENDS, matter_records.friends),
    (PAIRINGS, records.pairings),
    (ABSENCES, records.absences),
    (RETURNS, records.returns),
    (HOLIDAYS, records.holidays),
    (RULES, records.rules),
    (SETTINGS, records.settings),
    (EXPLANATIONS, records.explanations),
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_INCOMPLETE = "表格没有写完整，可能是系统盘空间不足。文件没有改变，请腾出空间后再试。"


def export_workbook(path: Path, leader: Official | None = None) -> int:
    """Write all records, or what concerns one leader, to an .xlsx file; how many sheets it has.

    Text that looks like a formula stays text. Raises Problem where the file cannot be written; an older file
    of that name is then as it was.
    """
    from openpyxl import Workbook

    refuse_other_kinds(path)
    office = gather()
    with replacing(path) as part, told_of_temporary_files(), temporary_room():
        book, heights = Workbook(write_only=True), []
        for spec, rows in _RECORDS:
            sheet = book.create_sheet(spec.name)
            lay_out(sheet, spec)
            heights.append(_write(sheet, spec, rows(office, leader.id if leader else None)))
        part.write_bytes(packed(book, heights))
    return len(heights)


def packed(book: "Workbook", heights: Sequence[int]) -> bytes:
    """The workbook's bytes, whose sheets have so many rows: what a full disk interrupts, nobody cleans up.

    Raises Problem if they have not: openpyxl lays sheets down in temporary files, and a write that fails
    there may be told to nobody.
    """
    data = BytesIO()
    book.save(data)
    with ZipFile(data) as file:
        names = [f"xl/worksheets/sheet{number}.xml" for number in range(1, len(heights) + 1)]
        if [_rows_in(file.read(name)) for name in names] != list(heights):
            raise Problem(_INCOMPLETE)
    return data.getvalue()


@contextmanager
def told_of_temporary_files() -> Iterator[None]:
    """Turn what refuses the temporary files of a workbook into a Problem."""
    try:
        yield
    except SerialisationError as error:
        raise Problem(_INCOMPLETE) from error


def rows_of(sheet: "Worksheet") -> int:
    """How many rows are written of a sheet held in memory: those with a cell or a height of their own."""
    return len({row for row, _ in sheet._cells} | set(sheet.row_dimensions))


def _rows_in(sheet: bytes) -> int:
    """How many rows a sheet has, -1 if it does not go to its end."""
    try:
        ParserCreate().Parse(sheet, True)
    except ExpatError:
        return -1
    return sheet.count(b"<row ")


def refuse_other_kinds(path: Path) -> None:
    """Raise Problem if the file's name promises something else than what is written."""
    if path.suffix.lower() != ".xlsx":
        raise Problem(f"只能保存为 .xlsx 文件，请把“{path.name}”的扩展名改为 .xlsx。")


def text_cell_value(value: Any) -> Any:
    """A value as a workbook can hold it: texts without what XML forbids, None for an empty one."""
    return _FORBIDDEN.sub("", value) or None if isinstance(value, str) else value


def kept_text(cell: Any) -> Any:
    """The cell as text, even after somebody has opened and left it in Excel."""
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _write(sheet: "Worksheet", spec: SheetSpec, rows: Iterator[records.Record]) -> int:
    """Write the heads and the rows; how many lines that made."""
    from openpyxl.cell import WriteOnlyCell

    style = head_style()
    heads = [WriteOnlyCell(sheet, column.head) for column in spec.columns]
    for head in heads:
        for name, value in style.items():
            setattr(head, name, value)
    sheet.append(heads)
    shown = [(column.field, _shown(column)) for column in spec.columns]
    count = 1
    for row in rows:
        sheet.append([_cell(sheet, show(row.get(field))) for field, show in shown])
        count += 1
    return count


def _cell(sheet: "Worksheet", value: Any) -> Any:
    """The value itself, or a cell that stays text where openpyxl or Excel would see something else."""
    value = text_cell_value(value)
    if isinstance(value, str) and (value[0] == "#" or looks_like_formula(value)):
        from openpyxl.cell import WriteOnlyCell

        return kept_text(WriteOnlyCell(sheet, value))
    return value


def _shown(column: Column) -> Callable[[Any], Any]:
    """How the column's values are written: words in Chinese, days as days, lists joined."""
    if column.words:
        labels = {member.value: label(member) for member in column.words}
        return labels.get
    if column.parse is day:
        return lambda value: date.fromisoformat(value) if value else None
    if column.parse is yes_no:
        return {None: None, 0: "否", 1: "是"}.get
    if column.parse is kind_list:
        return lambda value: "、".join(label(ActivityKind(kind)) for kind in value.split(","))
    return lambda value: "、".join(value) if isinstance(value, list) else value
