"""What calamine does not tell of an .xlsx: hidden rows and columns, errors, formulas never computed."""

import re
from collections.abc import Iterator
from html import unescape
from posixpath import normpath

from models.exchange.archive import Archive
from models.exchange.limits import GRID_CELLS
from models.exchange.sheet import ERROR_CELL, UNCOMPUTED, Marks, column_letter, column_number
from models.rules.problem import Problem

# Cells are many and Python is slow: the XML is searched for what is rare, not parsed.
# A tag never holds another's beginning, and so many bytes at most: no file can make the search crawl.
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^<>]*>")
_ERROR = re.compile(rb"""<(?:\w+:)?c\b[^<>]{0,300}\bt=["']e["'][^<>]{0,300}>""")
_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c\b[^<>/]*>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_EMPTY_TEXT = re.compile(rb"""\bt=["']str["']""")
_HIDDEN = re.compile(rb"""hidden=["'](?:1|true)["']""")
_ANY_ERROR = re.compile(rb"""t=["']e["']""")
_ANY_FORMULA = re.compile(rb"<(?:f|\w+:f)[ >/]")
_FAR_CELL = re.compile(rb"""r=["']([D-Z][A-Z]|C[W-Z]|[A-Z]{3})\d+["'][^<>]{0,300}[^<>/]>""")
_PLACE = re.compile(rb"([A-Z]+)(\d+)")


def sheet_parts(archive: Archive) -> list[tuple[str, str]]:
    """The part that holds each sheet, and the sheet's name, in the workbook's order."""
    relations = {
        _attribute(found, "Id"): _attribute(found, "Target")
        for found in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels"))
    }
    sheets = _SHEET.findall(archive.read("xl/workbook.xml"))
    return [
        (_part(relations.get(_attribute(found, "id"), "")), _attribute(found, "name")) for found in sheets
    ]


def xlsx_marks(name: str, xml: bytes) -> Marks:
    """The marks of one worksheet's XML. Raises Problem if its cells lie absurdly far apart."""
    _refuse_endless(name, xml)
    marks = Marks()
    if _HIDDEN.search(xml):
        marks.hidden_rows.update(_hidden_rows(xml))
        marks.hidden_columns.update(_hidden_columns(xml))
    if _ANY_ERROR.search(xml):
        marks.faults.update((_place(cell), ERROR_CELL) for cell in _ERROR.findall(xml))
    if _ANY_FORMULA.search(xml):
        marks.faults.update(
            (_place(cell), UNCOMPUTED) for cell in _UNCOMPUTED.findall(xml) if not _EMPTY_TEXT.search(cell)
        )
    return marks


def _hidden_rows(xml: bytes) -> Iterator[int]:
    for number, row in enumerate(_ROW.findall(xml), start=1):
        if _HIDDEN.search(row):
            yield int(_attribute(row, "r") or number)


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for column in _COLUMN.findall(xml[: xml.find(b"sheetData")]):
        if _HIDDEN.search(column):
            first, last = int(_attribute(column, "min") or 1), int(_attribute(column, "max") or 1)
            yield from range(first, min(last, first + 100) + 1)


def _refuse_endless(name: str, xml: bytes) -> None:
    """Refuse what would make calamine lay out hundreds of millions of empty cells."""
    last_row = xml.rfind(b":row " if _is_prefixed(xml) else b"<row ")
    row = int(_attribute(xml[last_row : last_row + 300], "r") or 1) if last_row >= 0 else 1
    column = max((column_number(found.decode()) for found in _FAR_CELL.findall(xml)), default=26)
    if row * column > GRID_CELLS:
        raise Problem(
            f"工作表“{name}”的内容一直延伸到第 {row} 行、{column_letter(column)} 列，无法读取。"
            "请删去远处多余的单元格，保存后再导入。"
        )


def _is_prefixed(xml: bytes) -> bool:
    """Some writers name every element with a prefix, x:row for row."""
    return b":worksheet" in xml[:1000]


def _place(cell: bytes) -> tuple[int, int]:
    found = _PLACE.fullmatch(_attribute(cell, "r").encode())
    return (int(found[2]), column_number(found[1].decode())) if found else (0, 0)


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rf"""(?:\s|:){name}=(?:"([^"]*)"|'([^']*)')""".encode(), tag)
    return unescape((found[1] or found[2] or b"").decode("utf-8", "replace")) if found else ""


def _part(target: str) -> str:
    return normpath(target.removeprefix("/") if target.startswith("/") else f"xl/{target}")
