"""People and points, plainly made up, for tests that write them by the program's own writes."""

from collections.abc import Sequence
from datetime import date

from models.absence import Absence
from models.activity import ActivityEntry, TargetEntry
from models.contact_point import ContactPoint, save_point
from models.official import Official, next_rank, save_official
from models.rules.kinds import ActivityKind, ActivityState, Outcome, PointKind
from models.writing import Topic, writing


def day(month: int, day_: int, year: int = 2026) -> date:
    return date(year, month, day_)


def a_leader(name: str = "张样一", **more: object) -> Official:
    return save_official(Official(name=name, rank=next_rank(), is_member=True, **more))


def a_township(name: str = "样样镇", county: str = "样样县") -> ContactPoint:
    return save_point(ContactPoint(kind=PointKind.TOWNSHIP, name=name, county=county))


def a_village(name: str = "样样村", township: ContactPoint | None = None) -> ContactPoint:
    return save_point(ContactPoint(kind=PointKind.VILLAGE, name=name, county="样样县", parent=township))


def a_household(
    name: str = "王样甲", village: ContactPoint | None = None, address: str = "", **more: object
) -> ContactPoint:
    where = {"county": "样样县", "parent": village, "address": address}
    return save_point(ContactPoint(kind=PointKind.HOUSEHOLD, name=name, **where, **more))


def a_visit(leader: Official, when: date, *points: ContactPoint, **more: object) -> ActivityEntry:
    """A done visit, everybody met, unless told otherwise."""
    typed = {
        "kind": ActivityKind.VISIT,
        "first_day": when,
        "last_day": when,
        "leaders": [leader.id],
        "state": ActivityState.DONE,
        "targets": met(points),
    }
    return ActivityEntry(**(typed | more))  # type: ignore[arg-type]


def met(points: Sequence[ContactPoint]) -> list[TargetEntry]:
    return [TargetEntry(point.id, Outcome.MET) for point in points]


def is_absent(who: Official, first: date, last: date | None, **more: object) -> Absence:
    """Away these days, written without asking whether that may be."""
    with writing("外出", Topic.ABSENCE):
        row: Absence = Absence.create(official=who, first_day=first, last_day=last, **more)
    return row
