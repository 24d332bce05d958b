"""One household brought back out of a backup: itself, who had contact, visits, matters; all else stays.

Rows of a backup and of the data it was made from are the same by their ids, which are never given twice.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from peewee import IntegrityError

from models.base import database
from models.rules.problem import Problem
from models.storage import record
from models.storage.database import database_path
from models.storage.image import in_memory
from models.storage.restores import Whole
from models.writing import Topic, recorded_insert, writing

_OTHER = "这份备份不是从这里的数据来的，只能整份恢复，不能只恢复一户。"
_TWIN = "没有恢复：现在的数据里已有同一户或同一个编号，请先核对。什么都没有改动。"
_TOPICS = (Topic.CONTACT_POINT, Topic.ACTIVITY, Topic.MATTER, Topic.EXPLANATION, Topic.OFFICIAL)
_OWN = {
    "contact_point": "id",
    "assignment": "contact_point_id",
    "explanation": "contact_point_id",
    "matter": "contact_point_id",
    "matter_step": "(SELECT contact_point_id FROM matter WHERE matter.id = matter_id)",
    "target": "contact_point_id",
}
"""Each table's rows of a household, and how a row tells whose it is; in the order they may be put back."""

_TRIPS = (
    "SELECT activity_id FROM target WHERE contact_point_id = :id UNION"
    " SELECT activity_id FROM matter WHERE contact_point_id = :id"
)
_SHARED = {
    "official": "SELECT official_id FROM assignment WHERE contact_point_id = :id UNION"
    " SELECT official_id FROM explanation WHERE contact_point_id = :id UNION"
    " SELECT official_id FROM matter WHERE contact_point_id = :id UNION"
    f" SELECT official_id FROM participant WHERE activity_id IN ({_TRIPS})",
    "contact_point": "WITH RECURSIVE above(id) AS (SELECT parent_id FROM contact_point WHERE id = :id UNION"
    " SELECT parent_id FROM contact_point, above WHERE contact_point.id = above.id) SELECT id FROM above",
    "activity": _TRIPS,
}
"""What the household's rows refer to, which others refer to as well."""

_OF_A_TRIP = ("participant", "picture")
Row = dict[str, Any]


class Household(NamedTuple):
    """A household as a backup has it."""

    id: int
    name: str
    place: str
    missing: int
    """Rows of it that are not there any more."""
    changed: int
    """Rows of it that are different now."""


class Brought(NamedTuple):
    """What was done."""

    name: str
    missing: int
    changed: int


def households(whole: Whole) -> list[Household]:
    """All of a backup, those first that differ most from now. Raises Problem if it is of other data."""
    with _opened(whole) as image:
        missing, changed = _differences(image)
        rows = image.execute(
            "SELECT home.id, home.name, home.county, COALESCE(town.name, ''), COALESCE(village.name, '')"
            " FROM contact_point AS home LEFT JOIN contact_point AS village ON village.id = home.parent_id"
            " LEFT JOIN contact_point AS town ON town.id = village.parent_id WHERE home.kind = 'household'"
        ).fetchall()
    found = [Household(id_, name, "".join(place), missing[id_], changed[id_]) for id_, name, *place in rows]
    return sorted(found, key=lambda one: (-one.missing, -one.changed, one.place, one.name))


def bring_back(whole: Whole, number: int) -> Brought:
    """Put back what is missing of a household and set back what was changed, as one action of the history.

    Trips, places and leaders are shared with others: put back where they are missing, never changed. Raises
    Problem if the same household was entered anew since.
    """
    with _opened(whole) as image:
        shared, own = list(_shared(image, number)), list(_own(image, number))
    name = own[0][1]["name"]
    try:
        with writing(f"从备份恢复一户：{name}", *_TOPICS):
            missing = sum([_insert(table, row) for table, row in [*shared, *own]])
            changed = sum([_set_back(table, row) for table, row in own])
    except IntegrityError as error:
        raise Problem(_TWIN) from error
    return Brought(name, missing, changed)


@contextmanager
def _opened(whole: Whole) -> Iterator[sqlite3.Connection]:
    kept = record.read(database_path().parent)
    if whole.contents.about.office not in ("", kept.office):
        raise Problem(_OTHER)
    with in_memory(whole.data) as image:
        yield image


def _differences(image: sqlite3.Connection) -> tuple[Counter[int], Counter[int]]:
    """How many rows of each point are missing now, and how many are different."""
    missing: Counter[int] = Counter()
    changed: Counter[int] = Counter()
    for table, point in _OWN.items():
        columns = _columns(image, table)
        now = {row[0]: row for row in database.execute_sql(f"SELECT {columns} FROM {table}").fetchall()}
        for *row, whose in image.execute(f"SELECT {columns}, {point} FROM {table}"):
            if row[0] not in now:
                missing[whose] += 1
            elif tuple(row) != now[row[0]]:
                changed[whose] += 1
    return missing, changed


def _own(image: sqlite3.Connection, number: int) -> Iterator[tuple[str, Row]]:
    for table, point in _OWN.items():
        yield from _rows(image, table, f"{point} = :id", {"id": number})


def _shared(image: sqlite3.Connection, number: int) -> Iterator[tuple[str, Row]]:
    """Places lie in others that have smaller ids or not: the outermost come first."""
    gone: list[int] = []
    for table, ids in _SHARED.items():
        rows = list(_rows(image, table, f"id IN ({ids})", {"id": number}))
        yield from sorted(rows, key=lambda one: one[1].get("kind") == "village")
        gone = [row["id"] for table, row in rows if not _is_there(table, row["id"])]
    for table in _OF_A_TRIP:
        for trip in gone:
            yield from _rows(image, table, "activity_id = :id", {"id": trip})


def _rows(
    image: sqlite3.Connection, table: str, where: str, values: Mapping[str, int]
) -> Iterator[tuple[str, Row]]:
    columns = _columns(image, table)
    for row in image.execute(f"SELECT {columns} FROM {table} WHERE {where}", values).fetchall():
        yield table, dict(zip((name.strip('"') for name in columns.split(", ")), row, strict=True))


def _columns(image: sqlite3.Connection, table: str) -> str:
    """Those there were then; columns that came later keep what they have, or their default."""
    names: Sequence[str] = [row[1] for row in image.execute(f"PRAGMA table_info({table})")]
    return ", ".join(f'"{name}"' for name in names)


def _is_there(table: str, number: int) -> bool:
    found = database.execute_sql(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone()
    return found is not None


def _insert(table: str, row: Row) -> bool:
    """Whether it was missing."""
    if _is_there(table, row["id"]):
        return False
    recorded_insert(table, row)
    return True


def _set_back(table: str, row: Row) -> bool:
    """Whether it was different."""
    names = ", ".join(f'"{name}"' for name in row)
    (now,) = database.execute_sql(f"SELECT {names} FROM {table} WHERE id = ?", (row["id"],)).fetchall()
    if now == tuple(row.values()):
        return False
    marks = ", ".join(f'"{name}" = ?' for name in row)
    database.execute_sql(f"UPDATE {table} SET {marks} WHERE id = ?", (*row.values(), row["id"]))
    return True
