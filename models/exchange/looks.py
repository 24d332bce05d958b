"""How our workbooks look: one style for heads, one for text; heads stay in sight."""

from typing import TYPE_CHECKING, Any

from models.exchange.cells import parse_phone as _phone
from models.exchange.columns import Column, SheetSpec
from models.exchange.sheet import column_letter
from models.exchange.words import day

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT_FIELDS = {"number", "document", "source", "phone"}
ROWS_READY = 2_000
"""So many empty rows of the template have drop-downs."""


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
