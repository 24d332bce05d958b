"""Names of contact points where a leader and a time tell namesakes apart, and the points they mean."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from models.exchange.office import Office, key
from models.exchange.places import HOUSEHOLD, TOWNSHIP, VILLAGE
from models.rules.kinds import PointKind
from models.terms import label

ALL_KINDS = (HOUSEHOLD, VILLAGE, TOWNSHIP)


class Meant(NamedTuple):
    """Whose points are meant first, of which kinds, and when he held them."""

    leader: int
    kinds: tuple[str, ...]
    first: str
    last: str


def point_name(office: Office, meant: Meant, point: int) -> str:
    """The shortest name by which `points_called` finds this point alone."""
    names = list(_names(office, point))
    alone = (name for name in names if points_called(office, meant, name) == [point])
    return next(alone, names[0])


def points_called(office: Office, meant: Meant, name: str) -> list[int]:
    """The points meant: of several those the leader ever held, of these those held at the time."""
    found = [point for kind in meant.kinds for point in _called(office, kind, name)]
    ever = [point for point in found if any(_held(office, meant.leader, point))]
    then = [
        point
        for point in ever
        if any(one <= meant.last and meant.first <= two for one, two in _held(office, meant.leader, point))
    ]
    return then or ever or found


def _called(office: Office, kind: str, name: str) -> list[int]:
    """The points of that kind and name, or of that name and what stands in brackets behind it."""
    wanted = key(name)
    near = office.points_named(kind, wanted.partition("(")[0])
    return office.points_named(kind, wanted) or [
        point for point in near if wanted in map(key, _names(office, point))
    ]


def _names(office: Office, point: int) -> Iterator[str]:
    """横山村, 横山村(1组2号), 横山村(天九镇), 横山村(寻乌县), 横山村(村), 横山村(寻乌县天九镇1组2号)."""
    name, above = office.points.value(point, "name"), office.points.value(point, "parent_id")
    county, address = (office.points.value(point, column) for column in ("county", "address"))
    parent = office.points.value(above, "name") if above else ""
    outer = office.points.value(above, "parent_id") if above else None
    town = office.points.value(outer, "name") if outer else ""
    kind = label(PointKind(office.points.value(point, "kind")))
    yield name
    places = (address, parent, county, kind, f"{county}{town}{parent}{address}")
    yield from (f"{name}({place})" for place in places if place)


def _held(office: Office, leader: int, point: int) -> Iterator[tuple[str, str]]:
    for number in office.held[point]:
        _, who, _, first, last, *_ = office.assignments.rows[number]
        if who == leader:
            yield first, last or date.max.isoformat()
