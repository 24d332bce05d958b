"""A sheet as it lies in a file, before anybody asks what it means."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

Cell = str | int | float | date | datetime | None
"""Whole numbers are ints, empty cells and blank text None, yes and no 1 and 0; text is trimmed."""

Merge = tuple[tuple[int, int], tuple[int, int]]
"""First and last row and column of merged cells, counted from 0 as calamine does."""

ERROR_CELL = "单元格显示的是错误值，请改正后再导入"
LINKED = (
    "这个工作簿链接了其他文件或外部数据，为安全起见不能导入。"
    "请先断开链接（Excel 中为“数据”→“编辑链接”→“断开链接”），保存后再导入。"
)
UNCOMPUTED = "公式没有保存计算结果，请在 Excel 或 WPS 中打开并保存后再导入"


@dataclass(slots=True)
class Sheet:
    """The rows of one sheet from Excel's row 1 on; rows hold as many cells as are filled.

    Merged cells are filled down and right. `faults` names by (row, column), both from 1, the cells whose
    value cannot be known (an error, a formula never computed). `far` is the first content below so many empty
    rows that reading stopped before it; `wide` says that cells right of the last column read were left out;
    `disguise` is the format of a file whose name promises another.
    """

    name: str
    rows: list[list[Cell]]
    named: bool = True
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    far: tuple[int, int] | None = None
    wide: bool = False
    merges: list[Merge] = field(default_factory=list)
    stripped: int = 0
    pictures: int = 0
    disguise: str = ""


@dataclass(slots=True)
class Marks:
    """What calamine does not tell about a sheet; rows and columns from 1."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)


class Ending(NamedTuple):
    """What is known of a sheet once all its rows were read; see Sheet."""

    far: tuple[int, int] | None
    wide: bool
    stripped: int


def column_letter(number: int) -> str:
    """Excel's name of the column: 1 is A, 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of the column of that name: A is 1, AB is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
