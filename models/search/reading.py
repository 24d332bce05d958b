"""What the index reads, in pieces short enough to stand between two keys."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from models.base import database

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
WHERE id > ? AND subject IN ('official', 'contact_point', 'activity', 'participant', 'target')
"""
_ACTIVITY_IDS = {
    "activity": "SELECT id FROM activity WHERE id BETWEEN ? AND ?",
    "participant": "SELECT activity_id FROM participant WHERE id BETWEEN ? AND ?",
    "target": "SELECT activity_id FROM target WHERE id BETWEEN ? AND ?",
}


class Record(NamedTuple):
    """One activity: whom and where it names, and all that was written freely."""

    id: int
    day: str
    kind: str
    place: str
    number: str
    officials: list[int]
    points: list[int]
    texts: list[str]


def people() -> list[Row]:
    """id, name, title, unit of everybody in rank order."""
    return _rows(_PEOPLE)


def points() -> list[Row]:
    """id, name, county, parent, address, category, note; what lies inside comes after what it lies in."""
    return _rows(_POINTS)


def activities_after(last: Row, many: int) -> tuple[list[Record], Row | None]:
    """The next so many, newest first, and where they end; None if none are left."""
    rows = _rows(_ACTIVITIES.format(_OLDER, many), *last)
    return _records(rows), (rows[-1][1], rows[-1][2], rows[-1][0]) if rows else None


def activities_of(ids: Sequence[int]) -> list[Record]:
    """Those of these activities that there are."""
    return _records(_rows(_ACTIVITIES.format(f"id IN ({_marks(ids)})", len(ids)), *ids))


def numbered(key: str) -> int | None:
    """The id of the activity with that 编号, however its letters are typed."""
    found = _rows("SELECT id FROM activity WHERE number IN (?, ?)", key, key.upper())
    return int(found[0][0]) if found else None


def last_change() -> int:
    """The number of the last change written down."""
    return int(_rows("SELECT COALESCE(MAX(id), 0) FROM change")[0][0])


def changed_since(change: int, most: int) -> tuple[bool, set[int] | None]:
    """Whether people or points changed after that change, and which activities; None if very many."""
    if not 0 <= last_change() - change <= most:
        return True, None
    cards = False
    ids: set[int] = set()
    for subject, first, last, was_of in _rows(_CHANGES, change):
        if subject in ("official", "contact_point"):
            cards = True
        elif last - first > most or len(ids) > most:
            return True, None
        else:
            found = _rows(_ACTIVITY_IDS[subject], first, last)
            ids.update([first] if subject == "activity" else [], [was_of] if was_of else [])
            ids.update(row[0] for row in found)
    return cards, ids


def _records(rows: Sequence[Row]) -> list[Record]:
    records = {
        id_: Record(id_, day, kind, place, number, [], [], texts)
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


def _of(sql: str, activities: Iterable[int]) -> Iterable[Row]:
    ids = list(activities)
    return _rows(sql.format(_marks(ids)), *ids)


def _marks(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))


def _rows(sql: str, *values: Any) -> list[Row]:
    return list(database.execute_sql(sql, values))
