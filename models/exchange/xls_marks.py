"""What calamine does not tell of an .xls: hidden rows and columns, errors ([MS-XLS] records)."""

import struct
from collections.abc import Iterator

from models.exchange.ole import ole_stream
from models.exchange.sheet import ERROR_CELL, LINKED, Marks
from models.rules.problem import Problem

_FORMULA, _END, _ERROR, _ROW, _COLUMNS, _SHEET = 0x0006, 0x000A, 0x0205, 0x0208, 0x007D, 0x0085
_LOCKED, _BOOK = 0x002F, 0x01AE
_OWN_SHEETS, _ADD_INS = b"\x01\x04", b"\x01\x3a"
"""What a _BOOK record says when it names no other file."""


_ODD = "这个工作簿已损坏，或不是 Excel 97 以后的格式。请在 Excel 或 WPS 中打开修复，另存为 .xlsx 再导入。"


def xls_marks(data: bytes) -> list[Marks]:
    """The marks of every sheet in the workbook's order.

    Raises Problem if a password is needed, if there are old macros or links to other files, and
    if the records cannot be followed: calamine might follow them for ever, and errors would pass for blanks.
    """
    try:
        stream = ole_stream(data, "Workbook", "Book")
        _refuse_unsafe(stream)
        starts = [struct.unpack_from("<I", body)[0] for kind, body in _records(stream, 0) if kind == _SHEET]
        return [_marks(stream, start) for start in starts]
    except (ValueError, struct.error) as error:
        raise Problem(_ODD) from error


def _refuse_unsafe(stream: bytes) -> None:
    for kind, body in _records(stream, 0):
        if kind == _LOCKED:
            raise Problem("这个工作簿设有打开密码。请先在 Excel 或 WPS 中取消密码再导入。")
        if kind == _SHEET and body[5] == 1:
            raise Problem("这是带宏的工作簿，为安全起见不能导入。请另存为不带宏的 .xlsx 再导入。")
        if kind == _BOOK and body[2:4] not in (_OWN_SHEETS, _ADD_INS):
            raise Problem(LINKED)


def _marks(stream: bytes, start: int) -> Marks:
    marks = Marks()
    for kind, body in _records(stream, start):
        if kind == _ROW and body[12] & 0x20:
            marks.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMNS and body[8] & 0x01:
            first, last = struct.unpack_from("<HH", body)
            marks.hidden_columns.update(range(first + 1, min(last, first + 100) + 2))
        elif (kind == _ERROR and body[7]) or (kind == _FORMULA and _is_error(body)):
            row, column = struct.unpack_from("<HH", body)
            marks.faults[row + 1, column + 1] = ERROR_CELL
    return marks


def _is_error(formula: bytes) -> bool:
    """A formula's result is a number, or of the kind its first byte names: 2 is an error."""
    return formula[12:14] == b"\xff\xff" and formula[6] == 2


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream up to its end."""
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + length].ljust(14, b"\0")
        if kind == _END:
            return
        place += 4 + length
