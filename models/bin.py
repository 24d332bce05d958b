"""回收站: what was deleted can be had back; after its time it is purged, and only that it was stays."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from models.base import database
from models.change import Change
from models.change_chain import BLANKED
from models.history import belonging
from models.history_words import own_name, row_name
from models.rules.problem import Problem
from models.setting import value
from models.undo import ACTION, Action, Spot, taken
from models.writing import writing

KEPT = ("contact_point", "activity", "matter", "friend", "pairing", "absence", "picture", "holiday")
"""What the bin shows; what belonged to a thing goes and comes back with it."""

_PURGE = "清除已删除的内容"
_NONE = "没有可以清除的内容。"


class Gone(NamedTuple):
    """One deleted thing: by which action, what it was, and the name it went by."""

    action: Action
    spot: Spot
    name: str
    own_name: str

    @property
    def kept_until(self) -> date:
        """The last day it is kept."""
        return self.action.at.date() + timedelta(days=days_kept())


def days_kept() -> int:
    """How many days a deleted thing is kept, as the office set it."""
    return int(value("bin_days"))


def gone() -> list[Gone]:
    """All that was deleted and is kept still, the latest first."""
    now = taken()
    found = []
    for change in _deletions():
        spot = (change.subject, change.first_row)
        if change.action not in now.back | now.takers and not _is_there(spot):
            values = json.loads(change.old or "{}")
            action = Action(change.action, change.at, change.who, change.label)
            found.append(
                Gone(action, spot, row_name(change.subject, values), own_name(change.subject, values))
            )
    return found


def overdue(now: datetime) -> list[Gone]:
    """What was deleted so long ago that it is to be purged."""
    return [one for one in gone() if one.kept_until < now.date()]


def purge(things: Iterable[Gone]) -> int:
    """Blank all that the history holds of these things and of what belonged to them, for good; how many.

    The chain still holds, and says which entries were blanked. Raises Problem if there is nothing to purge.
    """
    listed = list(things)
    numbers = sorted({number for one in listed for number in _entries_about(one)})
    if not numbers:
        raise Problem(_NONE)
    with writing(_PURGE):
        for first, last in _runs(numbers):
            database.execute_sql(
                "UPDATE change SET salt = '', label = '', old = NULL, new = NULL WHERE id BETWEEN ? AND ?",
                (first, last),
            )
            database.execute_sql(
                "INSERT INTO change (action, at, who, label, subject, first_row, last_row)"
                " SELECT action, at, who, label, ?, ?, ? FROM writing_now",
                (BLANKED, first, last),
            )
    return len(listed)


def _deletions() -> Iterator[Change]:
    is_deletion = Change.old.is_null(False) & Change.new.is_null()
    rows = Change.select().where(Change.subject.in_(KEPT) & is_deletion)
    yield from rows.order_by(Change.id.desc())


def _is_there(spot: Spot) -> bool:
    table, row = spot
    return database.execute_sql(f"SELECT 1 FROM {table} WHERE id = ?", (row,)).fetchone() is not None


def _entries_about(one: Gone) -> Iterator[int]:
    """Entries of the thing alone, of what belonged to it, and undos whose words name it."""
    for table, row in {one.spot, *belonging(*one.spot)}:
        if not _is_there((table, row)):
            rows = Change.select(Change.id).where(
                (Change.subject == table)
                & (Change.first_row == row)
                & (Change.last_row == row)
                & (Change.salt != "")
            )
            yield from (entry.id for entry in rows)
    if len(one.own_name) > 1:
        named = (Change.subject == ACTION) & Change.label.contains(one.own_name) & (Change.salt != "")
        yield from (entry.id for entry in Change.select(Change.id).where(named))


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
