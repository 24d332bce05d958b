"""What calamine does not tell of an .ods: hidden rows and columns, merged cells, errors."""

from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from models.exchange.limits import CELLS, GRID_CELLS
from models.exchange.sheet import ERROR_CELL, LINKED, Marks
from models.rules.problem import Problem

_SENSIBLE_SPAN = 10_000


class _Walk:
    """Follows the table elements and keeps where it is."""

    def __init__(self) -> None:
        self.sheets: dict[str, Marks] = {}
        self.marks = Marks()
        self.row = self.column = self.table_column = self.times = self.filled = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag:
            case "table:table":
                self.marks = self.sheets[attributes.get("table:name", "")] = Marks()
                self.row = self.table_column = self.times = 0
            case "table:table-column":
                self._column(attributes)
            case "table:table-row":
                self._row(attributes)
            case "table:table-cell":
                self._cell(attributes)
                self.column += _count(attributes, "table:number-columns-repeated")
            case "table:table-source" | "table:cell-range-source" | "table:dde-link" | "office:dde-source":
                raise Problem(LINKED)
            case "table:covered-table-cell":
                self.column += _count(attributes, "table:number-columns-repeated")

    def _column(self, attributes: Mapping[str, str]) -> None:
        times = _count(attributes, "table:number-columns-repeated")
        if _hidden(attributes):
            first = self.table_column + 1
            self.marks.hidden_columns.update(range(first, first + min(times, 100)))
        self.table_column += times

    def _row(self, attributes: Mapping[str, str]) -> None:
        self.row, self.column = self.row + self.times, 0
        self.times = _count(attributes, "table:number-rows-repeated")
        if _hidden(attributes) and len(self.marks.hidden_rows) < _SENSIBLE_SPAN:
            self.marks.hidden_rows.update(range(self.row + 1, self.row + 1 + min(self.times, _SENSIBLE_SPAN)))

    def _cell(self, attributes: Mapping[str, str]) -> None:
        if "office:value-type" in attributes:
            self._refuse_endless(_count(attributes, "table:number-columns-repeated"))
        if attributes.get("calcext:value-type") == "error":
            self.marks.faults[self.row + 1, self.column + 1] = ERROR_CELL
        down = _count(attributes, "table:number-rows-spanned")
        right = _count(attributes, "table:number-columns-spanned")
        if down > 1 or right > 1:
            corner = self.row, self.column
            self.marks.merges.append((corner, (self.row + down - 1, self.column + right - 1)))

    def _refuse_endless(self, columns: int) -> None:
        self.filled += self.times * columns
        if self.filled > CELLS or (self.row + self.times) * (self.column + columns) > GRID_CELLS:
            raise Problem("工作表的内容太多或延伸得太远，无法读取。请删去多余的单元格，保存后再导入。")


def ods_marks(content: bytes) -> dict[str, Marks]:
    """The marks of every sheet in content.xml, by name. Raises Problem if it is no XML or absurdly large."""
    walk = _Walk()
    parser = ParserCreate()
    parser.StartElementHandler = walk.start
    try:
        parser.Parse(content, True)
    except ExpatError as error:
        raise Problem("文件内容已损坏，请在 WPS 或 LibreOffice 中打开修复后再导入。") from error
    return walk.sheets


def _count(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isdecimal() else 1


def _hidden(attributes: Mapping[str, str]) -> bool:
    return attributes.get("table:visibility") in ("collapse", "filter")
