"""民情事项 as papers tell of them: many read at once, and how their deadlines stand."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from peewee import JOIN

from models.contact_point import ContactPoint
from models.holiday import exceptions
from models.matter import Matter
from models.official import Official
from models.rules.kinds import MatterKind, MatterState
from models.rules.matter import Standing, standing
from models.setting import value


def registered_between(
    first: date, last: date, leader: Official | None = None, kind: MatterKind | None = None
) -> list[Matter]:
    """The matters registered in these days, of all leaders or one, of all kinds or one, in that order."""
    query = _matters().where((Matter.registered_on >= first) & (Matter.registered_on <= last))
    if leader is not None:
        query = query.where(Matter.official == leader)
    if kind is not None:
        query = query.where(Matter.kind == kind)
    return list(query)


def born_of(activities: Iterable[int]) -> dict[int, list[Matter]]:
    """By the activity they were raised at, those of these activities."""
    found: dict[int, list[Matter]] = defaultdict(list)
    for matter in _matters().where(Matter.activity.in_(list(activities))):
        found[matter.activity_id].append(matter)
    return found


def about_points(last: date) -> dict[int, list[Matter]]:
    """By contact point, those registered up to that day."""
    found: dict[int, list[Matter]] = defaultdict(list)
    for matter in _matters().where(Matter.contact_point.is_null(False) & (Matter.registered_on <= last)):
        found[matter.contact_point_id].append(matter)
    return found


def standings(today: date) -> Callable[[Matter], Standing]:
    """How the deadline of a matter stands today; the working calendar and the settings are read once."""
    near, days = int(value("matter_near_days")), exceptions()
    return lambda matter: standing(MatterState(matter.state), matter.due, today, near, days)


def _matters() -> Any:
    query: Any = Matter.select(Matter, Official, ContactPoint).join(Official)
    query = query.switch(Matter).join(ContactPoint, JOIN.LEFT_OUTER)
    return query.order_by(Matter.registered_on, Matter.number)
