"""What is shown of the things found: read for all of them together, since every key finds others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from models import terms
from models.activity import Activity
from models.base import database
from models.contact_point import ContactPoint
from models.matter import Matter
from models.official import Official
from models.rules.calendar import chinese_date
from models.rules.kinds import ActivityKind, ActivityState, MatterKind, PointKind, Role
from models.rules.masking import masked_name, without_names
from models.search.index import Found
from models.terms import field_label

Record = Official | ContactPoint | Activity | Matter

_OFFICIALS = "SELECT id, name, title, unit, is_member FROM official WHERE id IN ({})"
_POINTS = """
SELECT point.id, point.kind, point.name, point.county, outer.name, above.name, point.address, point.category,
  point.note, (SELECT group_concat(official.name, '、') FROM assignment
    JOIN official ON official.id = assignment.official_id
    WHERE contact_point_id = point.id AND first_day <= ? AND COALESCE(last_day, ?) >= ?)
FROM contact_point AS point
LEFT JOIN contact_point AS above ON above.id = point.parent_id
LEFT JOIN contact_point AS outer ON outer.id = above.parent_id
WHERE point.id IN ({})
"""
_ACTIVITIES = """
SELECT id, kind, state, first_day, place, purpose, title, heard, reply, number FROM activity WHERE id IN ({})
"""
_PEOPLE = """
SELECT activity_id, role, COALESCE(official.name, participant.name) FROM participant
LEFT JOIN official ON official.id = official_id WHERE activity_id IN ({}) ORDER BY participant.id
"""
_TARGETS = """
SELECT activity_id, COALESCE(contact_point.name, person), reason, heard, target.reply, services FROM target
LEFT JOIN contact_point ON contact_point.id = contact_point_id WHERE activity_id IN ({}) ORDER BY target.id
"""


_MATTERS = """
SELECT matter.id, matter.kind, registered_on, official.name, raised_by, sensitive, contact_point.name,
  contact_point.kind, content, result, matter.unit, person, matter.category, matter.number
FROM matter JOIN official ON official.id = official_id
LEFT JOIN contact_point ON contact_point.id = contact_point_id
WHERE matter.id IN ({})
"""

_OWN = ("purpose", "title", "heard", "reply", "number")
_OF_MATTER = ("content", "result", "unit", "person", "category", "number")
_OF_TARGET = ("{}未遇原因", "{}反映", "答复{}", "{}服务")


class Noun(Enum):
    """What kind of thing was found, and its table."""

    OFFICIAL = Official
    POINT = ContactPoint
    ACTIVITY = Activity
    MATTER = Matter


class Text(NamedTuple):
    """Something said of a thing found, under its label. `parts` are names, or one text."""

    label: str
    parts: tuple[str, ...]
    names: bool = False


class Shown(NamedTuple):
    """One thing found: what it is in a word, its name, where it is, and what else is said of it."""

    noun: Noun
    id: int
    kind: str
    name: str
    where: str
    texts: tuple[Text, ...]

    def record(self) -> Record | None:
        """Its row, None if it is gone meanwhile."""
        table: type[Record] = self.noun.value
        row: Record | None = table.get_or_none(table.id == self.id)
        return row


def shown(found: Found, today: date) -> list[Shown]:
    """People, points, matters, activities, in the order found; points with who keeps contact `today`."""
    day = today.isoformat()
    officials = {row[0]: _official(*row) for row in _rows(_OFFICIALS, found.officials.ids)}
    points = {row[0]: _point(*row) for row in _rows(_POINTS, found.points.ids, day, day, day)}
    matters = {row[0]: _matter(*row) for row in _rows(_MATTERS, found.matters.ids)}
    activities = _activities(found.activities.ids)
    ordered = (
        *((officials, found.officials), (points, found.points)),
        *((matters, found.matters), (activities, found.activities)),
    )
    return [known[id_] for known, hits in ordered for id_ in hits.ids if id_ in known]


def _official(id_: int, name: str, title: str, unit: str, is_member: int) -> Shown:
    kind = "班子成员" if is_member else "干部"
    return Shown(Noun.OFFICIAL, id_, kind, name, _joined(title, unit), ())


def _point(id_: int, kind: str, name: str, county: str, *more: str | None) -> Shown:
    outer, above, address, category, note, leaders = (text or "" for text in more)
    texts = (
        Text("联系领导", tuple(leaders.split("、")) if leaders else (), names=True),
        *(Text(label, (text,)) for label, text in (("户类型", category), ("备注", note))),
    )
    where = _joined(county, outer, above, address)
    return Shown(Noun.POINT, id_, terms.label(PointKind(kind)), name, where, _said(texts))


def _matter(id_: int, kind: str, day: str, leader: str, raised_by: str, sensitive: int, *more: Any) -> Shown:
    """What a matter says; of a sensitive one without the names of those it is about."""
    point, point_kind, *own = more
    about = (raised_by, point if point_kind == PointKind.HOUSEHOLD else "")
    hidden = tuple(filter(None, about)) if sensitive else ()
    texts = (
        Text(field_label("matter", field), (without_names(text, hidden),))
        for field, text in zip(_OF_MATTER, own, strict=True)
    )
    where = _joined(chinese_date(date.fromisoformat(day)), leader, without_names(point or "", hidden))
    name = masked_name(raised_by) if sensitive else raised_by
    return Shown(Noun.MATTER, id_, terms.label(MatterKind(kind)), name or "—", where, _said(texts))


def _activities(ids: Sequence[int]) -> dict[int, Shown]:
    people: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    targets: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for activity, role, name in _rows(_PEOPLE, ids):
        people[activity][role].append(name)
    for activity, *target in _rows(_TARGETS, ids):
        targets[activity].append(tuple(target))
    return {row[0]: _activity(row, people[row[0]], targets[row[0]]) for row in _rows(_ACTIVITIES, ids)}


def _activity(
    row: Sequence[Any], people: Mapping[str, list[str]], targets: Sequence[tuple[str, ...]]
) -> Shown:
    id_, kind, state, day, place, *own = row
    leaders, stand_ins = ("、".join(people.get(role, ())) for role in (Role.LEADER, Role.STAND_IN))
    name = f"{leaders}（代：{stand_ins}）" if stand_ins else leaders
    put_off = "" if state == ActivityState.DONE else f"（{terms.label(ActivityState(state))}）"
    texts = (
        Text("对象", tuple(target[0] for target in targets), names=True),
        *(Text(field_label("activity", field), (text,)) for field, text in zip(_OWN, own, strict=True)),
        *(text for target in targets for text in _of_target(*target)),
        Text(terms.label(Role.COMPANION), tuple(people.get(Role.COMPANION, ())), names=True),
    )
    where = _joined(chinese_date(date.fromisoformat(day)), place) + put_off
    return Shown(Noun.ACTIVITY, id_, terms.label(ActivityKind(kind)), name, where, _said(texts))


def _of_target(name: str, *said: str) -> Iterator[Text]:
    for label, text in zip(_OF_TARGET, said, strict=True):
        yield Text(label.format(name), (text,))


def _said(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(text for text in texts if any(text.parts))


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _rows(sql: str, ids: Sequence[int], *values: Any) -> list[Any]:
    marks = ", ".join("?" * len(ids))
    return list(database.execute_sql(sql.format(marks), (*values, *ids)))
