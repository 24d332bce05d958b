"""民情事项列表: what lists show of very many matters; their long texts are read only where they are seen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from models.base import database
from models.holiday import exceptions
from models.lazy_rows import LazyRows
from models.rules.kinds import Light, MatterKind, MatterState, PointKind, StepKind
from models.rules.matter import days_left, far_from, light
from models.setting import value

_HEADS = """
SELECT id, kind, official_id, activity_id, state, due, registered_on FROM matter
WHERE (? IS NULL OR official_id = ?) AND (? IS NULL OR kind = ?) ORDER BY id DESC
"""
_LINES = """
SELECT matter.id, matter.number, matter.kind, matter.state, registered_on, due, official.name, raised_by,
  COALESCE(contact_point.name, ''), contact_point.kind, content, matter.unit, person, result, in_charge,
  sensitive, COALESCE(activity.number, ''), (SELECT kind || ' ' || day FROM matter_step
    WHERE matter_id = matter.id ORDER BY day DESC, id DESC LIMIT 1)
FROM matter JOIN official ON official.id = official_id
LEFT JOIN contact_point ON contact_point.id = contact_point_id
LEFT JOIN activity ON activity.id = activity_id
WHERE matter.id IN ({})
"""
_AT = "SELECT contact_point_id, COUNT(*) FROM matter WHERE activity_id = ? GROUP BY contact_point_id"


class MatterHead(NamedTuple):
    """What matters are ordered and counted by, before anything else of them is read."""

    id: int
    kind: MatterKind
    official: int
    activity: int | None
    state: MatterState
    due: date | None
    registered_on: date


class MatterLine(NamedTuple):
    """What a list shows of a matter. `point` is its contact point's name, `source` the 编号 of the activity
    where it was heard, both "" without one.
    """

    id: int
    number: str
    kind: MatterKind
    state: MatterState
    registered_on: date
    due: date | None
    leader: str
    raised_by: str
    point: str
    point_kind: PointKind | None
    content: str
    unit: str
    person: str
    result: str
    in_charge: bool
    sensitive: bool
    source: str
    last_step: tuple[StepKind, date] | None


_GONE = MatterLine(  # deleted between two refreshes of a list
    *(0, "", MatterKind.OPINION, MatterState.CLOSED, date.max, None, "", "", "", None),
    *("", "", "", "", False, False, "", None),
)


def matter_heads(leader: int | None = None, kind: MatterKind | None = None) -> list[MatterHead]:
    """All matters, or those of one leader or kind, the one registered last first."""
    rows = database.execute_sql(_HEADS, (leader, leader, kind, kind))
    day = cache(date.fromisoformat)
    return [
        MatterHead(
            id_, MatterKind(kind), official, activity, MatterState(state), due and day(due), day(registered)
        )
        for id_, kind, official, activity, state, due, registered in rows
    ]


def matter_lines(ids: Iterable[int]) -> LazyRows[MatterLine]:
    """The lines of these matters by id, each read when first asked for."""
    return LazyRows(ids, _read, _GONE)


def lights(today: date) -> Callable[[MatterState, date | None], Light]:
    """How the deadline of a matter in that state stands; settings and calendar are read once, when needed."""
    far = cache(lambda: far_from(today, int(value("matter_near_days")), exceptions()))
    return lambda state, due: light(state, due, today, far())


def days_to(today: date) -> Callable[[date], int]:
    """The working days left until a deadline, negative past it; each day is counted once."""
    known = cache(exceptions)
    return cache(lambda due: days_left(due, today, known()))


def counts_at(activity: int) -> dict[int | None, int]:
    """How many matters were registered of an activity, by the contact point where they were heard."""
    return dict(database.execute_sql(_AT, (activity,)).fetchall())


def used_words(field: str) -> list[str]:
    """What was written in a field of matters, `unit` or `category`, the most used first."""
    sql = f"SELECT {field} FROM matter WHERE {field} <> '' GROUP BY {field} ORDER BY COUNT(*) DESC, {field}"
    return [row[0] for row in database.execute_sql(sql)]


def _read(ids: Sequence[int]) -> Iterable[tuple[int, MatterLine]]:
    rows = database.execute_sql(_LINES.format(", ".join("?" * len(ids))), ids)
    return ((line.id, line) for line in (_line(*row) for row in rows))


def _line(
    id_: int, number: str, kind: str, state: str, registered_on: str, due: str | None, *more: str
) -> MatterLine:
    leader, raised_by, point, point_kind, *texts, in_charge, sensitive, source, last = more
    content, unit, person, result = texts
    return MatterLine(
        id=id_,
        number=number,
        kind=MatterKind(kind),
        state=MatterState(state),
        registered_on=date.fromisoformat(registered_on),
        due=date.fromisoformat(due) if due else None,
        leader=leader,
        raised_by=raised_by,
        point=point,
        point_kind=PointKind(point_kind) if point_kind else None,
        content=content,
        unit=unit,
        person=person,
        result=result,
        in_charge=bool(in_charge),
        sensitive=bool(sensitive),
        source=source,
        last_step=_step(last) if last else None,
    )


def _step(told: str) -> tuple[StepKind, date]:
    kind, day = told.split()
    return StepKind(kind), date.fromisoformat(day)
