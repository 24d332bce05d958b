"""How our workbooks look: one style for each kind of cell; heads stay in sight."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from models.exchange.cells import parse_phone as _phone
from models.exchange.columns import Column, SheetSpec
from models.exchange.sheet import column_letter
from models.exchange.words import day

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT_FIELDS = {"number", "document", "source", "phone"}
ROWS_READY = 2_000
"""So many empty rows of the template have drop-downs."""
_FACE, _SIZE = "宋体", 10  # pt
_LEADING, _AROUND = 1.35, 4.0  # of the size; pt


def head_style() -> dict[str, Any]:
    """Fresh style objects for head cells; share them, openpyxl is slow with one for each cell."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    return {
        "font": Font(bold=True),
        "fill": PatternFill("solid", fgColor="E7ECF3"),
        "alignment": Alignment(horizontal="center", vertical="center", wrap_text=True),
        "border": Border(bottom=Side("thin", color="8A94A6")),
    }


def lay_out(sheet: "Worksheet", spec: SheetSpec) -> None:
    """Set column widths and keep the heads in sight; before any cell is written."""
    sheet.freeze_panes = "A2"
    for number, column in enumerate(spec.columns, start=1):
        sheet.column_dimensions[column_letter(number)].width = column.width + 2


def number_format(column: Column) -> str:
    """Text for what Excel would take for a number and damage, a plain date for days."""
    if column.parse is day:
        return "yyyy-mm-dd"
    return "@" if column.parse is _phone or column.field in _TEXT_FIELDS else "General"


def printed_styles() -> dict[str, dict[str, Any]]:
    """Fresh style objects for a table that will be printed: title, words around it, heads, cells."""
    from openpyxl.styles import Alignment, Border, Font, Side

    thin = Side("thin", color="000000")
    ruled = Border(left=thin, right=thin, top=thin, bottom=thin)
    words = Font(_FACE, _SIZE)
    across = Alignment(vertical="center", wrap_text=True)
    return {
        "title": {"font": Font("黑体", 16), "alignment": Alignment("center", "center", wrap_text=True)},
        "words": {"font": words, "alignment": across},
        "head": {**head_style(), "font": Font(_FACE, _SIZE, bold=True), "border": ruled},
        "text": {"font": words, "alignment": across, "border": ruled},
        "figure": {"font": words, "alignment": Alignment("center", "center"), "border": ruled},
    }


def height_of(texts: Sequence[str | float], widths: Sequence[float], size: float) -> float:
    """How high a row of wrapped texts of this size is, in pt, in columns so many mm wide.

    Excel finds this out by itself, other programs print the lines over one another.
    """
    lines = (_lines(text, width, size) for text, width in zip(texts, widths, strict=True))
    return _LEADING * size * max(lines, default=1) + _AROUND


def _lines(text: str | float, width: float, size: float) -> int:
    room = (width / 25.4 * 72 - _AROUND) / size
    wanted = (sum(map(_wide, line)) for line in str(text).split("\n"))
    return sum(max(1, ceil(taken / room)) for taken in wanted)


def _wide(character: str) -> float:
    """In its size."""
    return 1.0 if east_asian_width(character) in "WFA" else 0.5
