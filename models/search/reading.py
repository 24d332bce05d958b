"""What the index reads, in pieces short enough to stand between two keys."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from models import terms
from models.base import database
from models.rules.kinds import ActivityKind

Row = tuple[Any, ...]
FIRST = ("9999-99-99", "", 0)  # before the newest activity

_PEOPLE = "SELECT id, name, title, unit FROM official ORDER BY rank, id"
_POINTS = """
SELECT id, name, county, parent_id, address, category, note FROM contact_point
ORDER BY CASE kind WHEN 'township' THEN 0 WHEN 'village' THEN 1 ELSE 2 END, id
"""
_ACTIVITIES = """
SELECT id, first_day, last_day, kind, place, number, purpose, title, heard, reply FROM activity
WHERE {} ORDER BY first_day DESC, last_day DESC, id DESC LIMIT {}
"""
_OLDER = "(first_day, last_day, id) < (?, ?, ?)"
_PEOPLE_OF = "SELECT activity_id, official_id, name FROM participant WHERE activity_id IN ({})"
_TARGETS_OF = """
SELECT activity_id, contact_point_id, person, reason, heard, reply, services
FROM target WHERE activity_id IN ({}) ORDER BY id
"""
_CHANGES = """
SELECT subject, first_row, last_row, json_extract(old, '$.activity_id') FROM change
WHERE id > ? AND subject IN ('official', 'contact_point', 'activity', 'participant', 'target', 'matter')
"""
_IDS = {
    "matter": "SELECT id FROM matter WHERE id BETWEEN ? AND ?",
    "activity": "SELECT id FROM activity WHERE id BETWEEN ? AND ?",
    "participant": "SELECT activity_id FROM participant WHERE id BETWEEN ? AND ?",
    "target": "SELECT activity_id FROM target WHERE id BETWEEN ? AND ?",
}


class Record(NamedTuple):
    """One activity or matter: the words, people and points it names, and all that was written freely."""

    id: int
    day: str
    words: tuple[str, ...]
    number: str
    officials: list[int]
    points: list[int]
    texts: list[str]


def people() -> list[Row]:
    """id, name, title, unit of everybody in rank order."""
    return rows(_PEOPLE)


def points() -> list[Row]:
    """id, name, county, parent, address, category, note; what lies inside comes after what it lies in."""
    return rows(_POINTS)


def activities_after(last: Row, many: int) -> tuple[list[Record], Row | None]:
    """The next so many, newest first, and where they end; None if none are left."""
    found = rows(_ACTIVITIES.format(_OLDER, many), *last)
    return _records(found), (found[-1][1], found[-1][2], found[-1][0]) if found else None


def activities_of(ids: Sequence[int]) -> list[Record]:
    """Those of these activities that there are."""
    return _records(rows(_ACTIVITIES.format(f"id IN ({marks(ids)})", len(ids)), *ids))


def numbered(key: str) -> int | None:
    """The id of the activity with that 编号, however its letters are typed."""
    found = rows("SELECT id FROM activity WHERE number IN (?, ?)", key, key.upper())
    return int(found[0][0]) if found else None


def last_change() -> int:
    """The number of the last change written down."""
    return int(rows("SELECT COALESCE(MAX(id), 0) FROM change")[0][0])


class Changed(NamedTuple):
    """Whether people or points were changed, and which activities and matters; None if very many."""

    cards: bool
    activities: set[int] | None
    matters: set[int] | None


EVERYTHING = Changed(cards=True, activities=None, matters=None)


def changed_since(change: int, most: int) -> Changed:
    """What was changed after that change."""
    if not 0 <= last_change() - change <= most:
        return EVERYTHING
    found = Changed(cards=False, activities=set(), matters=set())
    for subject, first, last, was_of in rows(_CHANGES, change):
        if subject in ("official", "contact_point"):
            found = found._replace(cards=True)
            continue
        ids = found.matters if subject == "matter" else found.activities
        if ids is None or last - first > most or len(ids) > most:
            return EVERYTHING
        ids.update([first] if subject in ("activity", "matter") else [was_of] if was_of else [])
        ids.update(row[0] for row in rows(_IDS[subject], first, last))
    return found


def _records(rows: Sequence[Row]) -> list[Record]:
    records = {
        id_: Record(id_, day, (_kind(kind), place), number, [], [], texts)
        for id_, day, _, kind, place, number, *texts in rows
    }
    for activity, official, name in _of(_PEOPLE_OF, records):
        record = records[activity]
        record.officials.append(official) if official else record.texts.append(name)
    for activity, point, *texts in _of(_TARGETS_OF, records):
        record = records[activity]
        if point:
            record.points.append(point)
        record.texts.extend(filter(None, texts))
    return list(records.values())


@cache
def _kind(kind: str) -> str:
    return terms.label(ActivityKind(kind))


def _of(sql: str, activities: Iterable[int]) -> Iterable[Row]:
    ids = list(activities)
    return rows(sql.format(marks(ids)), *ids)


def marks(values: Sequence[int]) -> str:
    """A mark for each value of a statement."""
    return ", ".join("?" * len(values))


def rows(sql: str, *values: Any) -> list[Row]:
    """All that a statement gives."""
    return list(database.execute_sql(sql, values))
