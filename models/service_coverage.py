"""三送覆盖: how many of a leader's households were brought policies, warmth and services (plan item 1)."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from models.base import database
from models.coverage import LeaderCoverage
from models.rules.kinds import PointKind, Service
from models.rules.services import services_in

_SAID = """
SELECT target.contact_point_id, activity.number, target.services
FROM target JOIN activity ON activity.id = target.activity_id
JOIN participant ON participant.activity_id = activity.id AND participant.official_id = ?
WHERE target.services <> '' AND activity.first_day BETWEEN ? AND ?
"""


class Reached(NamedTuple):
    """One service: to how many of the leader's households of the year it was brought."""

    service: Service
    households: int
    of: int


def services_reached(found: LeaderCoverage) -> list[Reached]:
    """For each service the households reached at visits that the counting engine counted for them."""
    counted: dict[int, set[str]] = defaultdict(set)
    for line in found.lines:
        held = found.points.get(line.subject_id or 0)
        if held is not None and held.contact_point.kind == PointKind.HOUSEHOLD:
            counted[held.contact_point_id].update(line.counted)
    brought: dict[Service, set[int]] = defaultdict(set)
    for point, number, text in _said(found):
        if number in counted.get(point, ()):
            for service in services_in(text):
                brought[service].add(point)
    return [Reached(service, len(brought[service]), len(counted)) for service in Service]


def _said(found: LeaderCoverage) -> Iterator[tuple[int, str, str]]:
    days = (found.year.first.isoformat(), found.year.last.isoformat())
    return iter(database.execute_sql(_SAID, (found.official.id, *days)).fetchall())
