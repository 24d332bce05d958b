"""Data rows with their cells understood, and what was wrong with them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from models.exchange.columns import Column, Parser
from models.exchange.recognising import Found, is_remark
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
    heads: tuple[str, ...]
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

    @property
    def first_cell(self) -> tuple[str, Any]:
        """The head of its first cell that is not blank, and what stands there."""
        pairs = zip(self.heads, self.values, strict=True)
        return next((head, value) for head, value in pairs if value is not None)


class Typed:
    """The cells of a recognised sheet, understood as its rows come in."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.numbers: list[int] = []
        self.remarks: list[int] = []
        self.strange: list[int] = []
        self._values: list[tuple[Any, ...]] = []
        self._wrong: dict[int, list[Refusal]] = defaultdict(list)
        self._memories = [_Memory(column.parse) for column in found.spec.columns]
        self._read = found.head_row

    def read_on(self) -> None:
        """Understand the rows of the sheet that were not there last time."""
        data = self._data_rows()
        cells = list(zip_longest(*(cells for _, cells in data)))
        blank = (None,) * len(data)
        numbers = [number for number, _ in data]
        values = []
        for column, memory in zip(self.found.spec.columns, self._memories, strict=True):
            place = self.found.places.get(column.field, len(cells))
            values.append(
                self._column(column, memory, numbers, cells[place]) if place < len(cells) else blank
            )
        self.numbers.extend(numbers)
        self._values.extend(zip(*values, strict=True))

    def rows(self) -> list[Row]:
        """Every data row, as fresh as if never planned; a bad cell is refused and then passes for blank.

        `strange` then names the rows that hold nothing in any column we know.
        """
        name, columns = self.found.sheet.name, self.found.spec.columns
        fields, heads = tuple(column.field for column in columns), tuple(column.head for column in columns)
        rows = [
            Row(name, number, fields, heads, values, list(self._wrong.get(number, ())))
            for number, values in zip(self.numbers, self._values, strict=True)
        ]
        _name_faults(self.found, rows)
        known = [row for row in rows if row.refusals or row.values.count(None) < len(fields)]
        self.strange = sorted({row.number for row in rows} - {row.number for row in known})
        return known

    @property
    def present(self) -> int:
        """How many rows below the heads hold anything at all, counted apart from reading them."""
        sheet = self.found.sheet
        faulty = {row for row, _ in sheet.faults if self.found.head_row < row <= len(sheet.rows)}
        below = enumerate(sheet.rows[self.found.head_row :], start=self.found.head_row + 1)
        return len(faulty | {number for number, cells in below if cells})

    @property
    def left_out(self) -> int:
        """How many of those are no data rows, which the preview says."""
        return len(self.remarks) + len(self.strange)

    def _data_rows(self) -> list[tuple[int, list[Cell]]]:
        """Excel's number and the cells of the rows not read yet that are neither empty nor a remark."""
        sheet, heads = self.found.sheet, self.found.sheet.rows[self.found.head_row - 1]
        faulty = {row for row, _ in sheet.faults}
        data = []
        for number, cells in enumerate(sheet.rows[self._read :], start=self._read + 1):
            if number in faulty:
                data.append((number, cells))
            elif cells and (cells == heads or is_remark(cells)):
                self.remarks.append(number)
            elif cells:
                data.append((number, cells))
        self._read = max(self._read, len(sheet.rows))
        return data

    def _column(
        self, column: Column, memory: "_Memory", numbers: Sequence[int], cells: Sequence[Cell]
    ) -> Sequence[Any]:
        """The values of a whole column; what is wrong is kept under the numbers of its rows."""
        try:
            return list(map(memory.__getitem__, cells))
        except Problem:
            pairs = zip(numbers, cells, strict=True)
            return [self._value(column, memory, number, cell) for number, cell in pairs]

    def _value(self, column: Column, memory: "_Memory", number: int, cell: Cell) -> Any:
        try:
            return memory[cell]
        except Problem as problem:
            self._wrong[number].append(Refusal(column.head, cell, str(problem)))
            return None


class _Memory(dict[Cell, Any]):
    """Cell → value, each distinct cell parsed once. What is wrong raises Problem and is not kept."""

    def __init__(self, parse: Parser) -> None:
        super().__init__({None: None})
        self.parse = parse

    def __missing__(self, cell: Cell) -> Any:
        value = self[cell] = self.parse(cell)
        return value


def _name_faults(found: Found, rows: list[Row]) -> None:
    heads = {place + 1: found.column(name).head for name, place in found.places.items()}
    by_number = {row.number: row for row in rows} if found.sheet.faults else {}
    for (number, place), fault in found.sheet.faults.items():
        if number in by_number and place in heads:
            by_number[number].refusals.append(Refusal(heads[place], "", fault))
