"""Which sheet is which: by its name, else by its heads; and where its heads and its data rows are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.exchange.columns import Column, SheetSpec
from models.exchange.sheet import Cell, Sheet
from models.exchange.sheets import ARRANGEMENT, GUIDE, SHEETS
from models.rules.names import name_key

KeysOf = Callable[[Column], set[str]]

HEAD_ROWS = 15
"""Heads stand within so many rows: titles and the 填报单位 line come before them."""

_BY_NAME = {name_key(spec.name): spec for spec in SHEETS}
_ALIASES = {name_key(name): spec for spec in SHEETS for name in (f"{spec.name}表", f"{spec.name}台账")}
_TRAILING_BRACKETS = re.compile(r"\([^()]*\)$")
_NUMBER_HEADS = {"序号", "行号", "no", "no."}
_SUMS = {
    f"{first}{gap}计{mark}"
    for first in "小合总共"
    for gap in ("", " ", "　", "  ")
    for mark in ("", ":", "：")
}
_NOTE = re.compile(r"(注|备注|说明|附注|填表说明)[:.、]|(填报|制表|审核|填表)(人|单位|时间)")
_NOTE_STARTS = "注备说附填制审"


@dataclass(slots=True)
class Found:
    """A recognised sheet: its heads in row `head_row` (from 1), each known column's place (from 0)."""

    sheet: Sheet
    spec: SheetSpec
    head_row: int
    places: dict[str, int]
    strangers: list[str]

    def column(self, field: str) -> Column:
        return next(column for column in self.spec.columns if column.field == field)

    @property
    def missing(self) -> list[Column]:
        return [column for column in self.spec.columns if column.needed and column.field not in self.places]


def recognise(sheet: Sheet) -> Found | None:
    """What the sheet is; None if nobody knows."""
    key = name_key(sheet.name)
    spec = _BY_NAME.get(key) or _ALIASES.get(key)
    if sheet.named and spec:
        return _found(sheet, spec)
    if sheet.named:
        candidates: Sequence[SheetSpec] = (ARRANGEMENT,)
    else:
        candidates = sorted((*SHEETS, ARRANGEMENT), key=lambda each: -len(_found(sheet, each).places))
    fitting = (found for each in candidates if not (found := _found(sheet, each)).missing)
    return next((found for found in fitting if _is_likely(found)), None)


def is_guide(sheet: Sheet) -> bool:
    """Whether it is the explanation of our own template."""
    return name_key(sheet.name) == GUIDE


def _is_likely(found: Found) -> bool:
    """An arrangement names a place too; canonical heads under a strange name are no arrangement."""
    if found.spec is not ARRANGEMENT:
        return True
    heads = {name_key(str(cell)) for cell in found.sheet.rows[found.head_row - 1] if cell is not None}
    return "类别" not in heads and ("township" in found.places or "village" in found.places)


def _found(sheet: Sheet, spec: SheetSpec) -> Found:
    """The row that fits the spec's heads best."""
    candidates = [
        _placed(sheet, spec, number, cells)
        for number, cells in enumerate(sheet.rows[:HEAD_ROWS], start=1)
        if cells
    ]
    empty = Found(sheet, spec, 1, {}, [])
    return max(candidates, key=lambda found: len(found.places), default=empty)


def _placed(sheet: Sheet, spec: SheetSpec, number: int, cells: list[Cell]) -> Found:
    found = Found(sheet, spec, number, {}, [])
    for keys_of in (_exact_keys, _other_keys):
        for place, cell in enumerate(cells):
            if cell is not None and place not in found.places.values():
                _place(found, keys_of, place, _head_key(cell))
    taken = set(found.places.values())
    found.strangers = [
        str(cell)
        for place, cell in enumerate(cells)
        if cell is not None and place not in taken and name_key(str(cell)).lower() not in _NUMBER_HEADS
    ]
    return found


def _place(found: Found, keys_of: KeysOf, place: int, head: tuple[str, ...]) -> None:
    for column in found.spec.columns:
        if column.field not in found.places and not keys_of(column).isdisjoint(head):
            found.places[column.field] = place
            return


def _head_key(cell: Cell) -> tuple[str, ...]:
    """A head as it stands and without what is explained in brackets: 类别(乡镇/村/户) is 类别."""
    key = name_key(str(cell)).strip("*:")
    return (key, _TRAILING_BRACKETS.sub("", key).strip("*:"))


def _exact_keys(column: Column) -> set[str]:
    return {name_key(column.head)}


def _other_keys(column: Column) -> set[str]:
    return {name_key(other) for other in column.others}


def is_remark(cells: list[Cell]) -> bool:
    """Notes below the table, sums, signature lines, and titles merged over all columns."""
    if not _SUMS.isdisjoint(cells):
        return True
    first = cells[0] or next(cell for cell in cells if cell is not None)
    if not isinstance(first, str):
        return False
    spread = cells[-1] == first and cells.count(first) > 2 and len(set(cells) - {None}) == 1
    return spread or (first[0] in _NOTE_STARTS and _NOTE.match(name_key(first)) is not None)
