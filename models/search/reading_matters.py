"""What the index reads of matters, in pieces; by their telephone numbers nobody finds them."""

from collections.abc import Iterable, Sequence
from functools import cache

from models import terms
from models.rules.kinds import MatterKind
from models.search.reading import Record, Row, marks, rows

_MATTERS = """
SELECT id, registered_on, kind, number, official_id, contact_point_id, raised_by, unit, category, person,
  content, result
FROM matter WHERE {} ORDER BY registered_on DESC, id DESC LIMIT {}
"""
_OLDER = "(registered_on, id) < (?, ?)"


def matters_after(last: Row, many: int) -> tuple[list[Record], Row | None]:
    """The next so many, registered last first, and where they end; None if none are left."""
    found = rows(_MATTERS.format(_OLDER, many), last[0], last[-1])
    return list(_records(found)), (found[-1][1], found[-1][0]) if found else None


def matters_of(ids: Sequence[int]) -> list[Record]:
    """Those of these matters that there are."""
    return list(_records(rows(_MATTERS.format(f"id IN ({marks(ids)})", len(ids)), *ids)))


def numbered(key: str) -> int | None:
    """The id of the matter with that 编号, however its letters are typed."""
    found = rows("SELECT id FROM matter WHERE number IN (?, ?)", key, key.upper())
    return int(found[0][0]) if found else None


def _records(found: Iterable[Row]) -> Iterable[Record]:
    for id_, day, kind, number, official, point, raised_by, unit, category, *texts in found:
        words = (_kind(kind), raised_by, unit, category)
        yield Record(id_, day, words, number, [official], [point] if point else [], list(filter(None, texts)))


@cache
def _kind(kind: str) -> str:
    return terms.label(MatterKind(kind))
