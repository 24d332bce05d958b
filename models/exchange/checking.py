"""Rows whose records must agree with each other: each new or changed one is held against the others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import TypeVar

from models.exchange.kept import Kept
from models.exchange.office import SAME
from models.exchange.typed_rows import Refusal, Row
from models.rules.problem import Fault
from models.terms import field_label

T = TypeVar("T")


def check_in_turn(
    table: Kept,
    entered: Mapping[int, Row],
    records: Mapping[int, T],
    people: Callable[[T], Iterable[int]],
    faults: Callable[[T, Iterable[T]], Iterable[Fault]],
) -> None:
    """Refuse each new or changed row whose record has faults beside those of the same people.

    `records` are as they will be, by id. A row is held against those that stay as they are and, of two rows
    that are in each other's way, the second against the first. Rows refused stand in nobody's way.
    """
    fresh = {
        number: row for number, row in entered.items() if row.outcome != SAME and number not in table.doubtful
    }
    beside: dict[int, list[T]] = defaultdict(list)
    for number, record in records.items():
        if number not in fresh:
            _learn(beside, record, people)
    for number, row in fresh.items():
        record = records[number]
        near = dict.fromkeys(chain.from_iterable(beside[one] for one in people(record)))
        if refuse(row, table.table.__name__.lower(), faults(record, near)):
            table.doubtful.add(number)
        else:
            _learn(beside, record, people)


def refuse(row: Row, noun: str, faults: Iterable[Fault]) -> bool:
    """Refuse a row at the column of each fault's field; whether there was any."""
    found = [
        Refusal(field_label(noun, field), row.given.get(field), words.removesuffix("。"))
        for field, words in faults
    ]
    row.refusals.extend(found)
    return bool(found)


def _learn(beside: dict[int, list[T]], record: T, people: Callable[[T], Iterable[int]]) -> None:
    for one in set(people(record)):
        beside[one].append(record)
