"""Data rows with their cells understood, and what was wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from models.exchange.recognising import Found
from models.exchange.sheet import Cell
from models.exchange.sheets import Column, Parser
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
    """One data row: the fields given (blank ones are not), and what is wrong with it.

    `outcome` is set by whoever plans the row: new, changed or same.
    """

    sheet: str
    number: int
    given: dict[str, Any]
    refusals: list[Refusal] = field(default_factory=list)
    outcome: int = 0


class _Understood(dict[Cell, Any]):
    """Cell → value, each distinct cell parsed once. What is wrong raises Problem and is not kept."""

    def __init__(self, parse: Parser) -> None:
        super().__init__()
        self.parse = parse

    def __missing__(self, cell: Cell) -> Any:
        value = self[cell] = self.parse(cell)
        return value


Reader = tuple[int, Column, _Understood]


def typed_rows(found: Found) -> Iterator[Row]:
    """Every data row of a recognised sheet; a bad cell is refused and then passes for blank."""
    name = found.sheet.name
    readers = [
        (place, found.column(field), _Understood(found.column(field).parse))
        for field, place in found.places.items()
    ]
    plain = [(place, column.field, understood) for place, column, understood in readers]
    faulty = {row for row, _ in found.sheet.faults}
    for number, cells in found.data_rows():
        given, width = {}, len(cells)
        try:
            for place, field_name, understood in plain:
                if place < width and (cell := cells[place]) is not None:
                    given[field_name] = understood[cell]
            row = Row(name, number, given)
        except Problem:
            row = _closely(name, number, cells, readers)
        if number in faulty:
            _name_faults(row, found, readers)
        if row.given or row.refusals:
            yield row


def _closely(sheet: str, number: int, cells: list[Cell], readers: list[Reader]) -> Row:
    """The row with every complaint about its cells."""
    row = Row(sheet, number, {})
    for place, column, understood in readers:
        cell = cells[place] if place < len(cells) else None
        if cell is not None:
            try:
                row.given[column.field] = understood[cell]
            except Problem as problem:
                row.refusals.append(Refusal(column.head, cell, str(problem)))
    return row


def _name_faults(row: Row, found: Found, readers: list[Reader]) -> None:
    for place, column, _ in readers:
        fault = found.sheet.faults.get((row.number, place + 1))
        if fault:
            row.refusals.append(Refusal(column.head, "", fault))
