"""Data rows with their cells understood, and what was wrong with them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from models.exchange.columns import Column, Parser
from models.exchange.recognising import Found
from models.exchange.sheet import Cell
from models.rules.problem import Problem


class Refusal(Problem):
    """Why a row is refused, and the column and value that stand in the way."""

    def __init__(self, column: str, value: object, reason: str) -> None:
        super().__init__(column, value, reason)  # type: ignore[arg-type]  # so that it can be copied
        self.column = column
        self.value = "" if value is None else str(value)
        self.reason = reason


@dataclass(slots=True)
class Row:
    """One data row: the values of the sheet's columns in their order (None where blank), and what is wrong.

    `outcome` is set by whoever plans the row: new, changed or same.
    """

    sheet: str
    number: int
    fields: tuple[str, ...]
    values: tuple[Any, ...]
    refusals: list[Refusal]
    outcome: int = 0
    _given: dict[str, Any] | None = None

    @property
    def given(self) -> dict[str, Any]:
        """The fields that are not blank; whoever plans the row may complete it."""
        if self._given is None:
            pairs = zip(self.fields, self.values, strict=True)
            self._given = {name: value for name, value in pairs if value is not None}
        return self._given


def typed_rows(found: Found) -> list[Row]:
    """Every data row of a recognised sheet; a bad cell is refused and then passes for blank."""
    data = list(found.data_rows())
    cells = list(zip_longest(*(cells for _, cells in data)))
    blank = (None,) * len(data)
    wrong: dict[int, list[Refusal]] = defaultdict(list)
    values = []
    for column in found.spec.columns:
        place = found.places.get(column.field, len(cells))
        values.append(_understood(column, cells[place], wrong) if place < len(cells) else blank)
    name, fields = found.sheet.name, tuple(column.field for column in found.spec.columns)
    rows = [
        Row(name, number, fields, row, wrong.get(index) or [])
        for index, ((number, _), row) in enumerate(zip(data, zip(*values, strict=True), strict=True))
    ]
    _name_faults(found, rows)
    return [row for row in rows if row.refusals or row.values.count(None) < len(fields)]


class _Memory(dict[Cell, Any]):
    """Cell → value, each distinct cell parsed once. What is wrong raises Problem and is not kept."""

    def __init__(self, parse: Parser) -> None:
        super().__init__({None: None})
        self.parse = parse

    def __missing__(self, cell: Cell) -> Any:
        value = self[cell] = self.parse(cell)
        return value


def _understood(column: Column, cells: Sequence[Cell], wrong: dict[int, list[Refusal]]) -> Sequence[Any]:
    """The values of a whole column; what is wrong is added under the places of its rows."""
    memory = _Memory(column.parse)
    try:
        return list(map(memory.__getitem__, cells))
    except Problem:
        return [_value(memory, column, cell, wrong, index) for index, cell in enumerate(cells)]


def _value(memory: _Memory, column: Column, cell: Cell, wrong: dict[int, list[Refusal]], index: int) -> Any:
    try:
        return memory[cell]
    except Problem as problem:
        wrong[index].append(Refusal(column.head, cell, str(problem)))
        return None


def _name_faults(found: Found, rows: list[Row]) -> None:
    heads = {place + 1: found.column(name).head for name, place in found.places.items()}
    by_number = {row.number: row for row in rows} if found.sheet.faults else {}
    for (number, place), fault in found.sheet.faults.items():
        if number in by_number and place in heads:
            by_number[number].refusals.append(Refusal(heads[place], "", fault))
