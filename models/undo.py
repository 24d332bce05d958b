"""撤销: take back the last action, whole, as the history recorded it.

An undo is an action of its own, so history only grows; what was undone is told by the order of actions
alone and survives a restart.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from models.base import database
from models.change import Change
from models.writing import RECORDED, Topic, recorded_insert, writing

_PREFIX = "撤销："
_TOPICS = {
    "assignment": Topic.CONTACT_POINT,
    "participant": Topic.ACTIVITY,
    "target": Topic.ACTIVITY,
    "picture": Topic.ACTIVITY,
    "matter_step": Topic.MATTER,
    "kept_print": Topic.CLOSING,
}
Spot = tuple[str, int]
"""Table and row."""


class Action(NamedTuple):
    """One user action of the history."""

    number: int
    at: datetime
    who: str
    label: str


def last_action() -> Action | None:
    """The action that an undo would take back now; None if there is none left."""
    undone = 0
    rows = Change.select(Change.action, Change.at, Change.who, Change.label).distinct()
    for row in rows.order_by(Change.action.desc()):
        if row.label.startswith(_PREFIX):
            undone += 1
        elif undone:
            undone -= 1
        else:
            return Action(row.action, row.at, row.who, row.label)
    return None


def undo(action: Action) -> None:
    """Put everything the last action touched back as it was before it, in one action."""
    changes = list(Change.select().where(Change.action == action.number).order_by(Change.id))
    fresh = set(_inserted(changes))
    before = _before(changes, fresh)
    with writing(_PREFIX + action.label, *_topics(changes)):
        database.execute_sql("PRAGMA defer_foreign_keys = ON")
        missing = [spot for spot in before if not _update(spot, before[spot])]
        for table, row in sorted(fresh, key=_children_first):
            database.execute_sql(f"DELETE FROM {table} WHERE id = ?", (row,))
        for table, row in reversed(missing):
            recorded_insert(table, before[table, row])


def _inserted(changes: Iterable[Change]) -> Iterator[Spot]:
    for change in changes:
        if change.old is None:
            yield from ((change.subject, row) for row in range(change.first_row, change.last_row + 1))


def _before(changes: Iterable[Change], fresh: set[Spot]) -> dict[Spot, Mapping[str, Any]]:
    """What each row that was there already held before the action; the last touched last."""
    found: dict[Spot, Mapping[str, Any]] = {}
    for change in changes:
        spot = (change.subject, change.first_row)
        if change.old is not None and spot not in fresh:
            found.setdefault(spot, json.loads(change.old))
    return found


def _update(spot: Spot, values: Mapping[str, Any]) -> bool:
    """Give a row its values back; False if it is not there any more."""
    table, row = spot
    columns = ", ".join(f'"{column}" = ?' for column in values)
    cursor = database.execute_sql(f"UPDATE {table} SET {columns} WHERE id = ?", (*values.values(), row))
    return bool(cursor.rowcount)


def _children_first(spot: Spot) -> tuple[int, int]:
    """Rows are deleted before those they rest on: tables are listed parents first, so are a table's rows."""
    return -RECORDED.index(spot[0]), -spot[1]


def _topics(changes: Iterable[Change]) -> set[Topic]:
    subjects = {change.subject for change in changes}
    return {_TOPICS.get(subject) or Topic(subject) for subject in subjects}
