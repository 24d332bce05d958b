"""联系安排: which leader keeps contact with which point, from when to when. History, never overwritten."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import cast

from peewee import CharField, DateField, ForeignKeyField

from models.base import Table
from models.contact_point import ContactPoint
from models.official import Official
from models.rules.calendar import chinese_date
from models.rules.kinds import PointKind
from models.rules.problem import Problem
from models.writing import Topic, writing


class Assignment(Table):
    """A leader holds a point from first_day to last_day, both included; None means until further notice."""

    official_id: int
    contact_point_id: int
    official = ForeignKeyField(Official, backref="assignments")
    contact_point = ForeignKeyField(ContactPoint, backref="assignments")
    first_day = DateField()
    last_day = DateField(null=True)
    document = CharField(default="")

    def covers(self, day: date) -> bool:
        return self.first_day <= day and not self.has_ended(day)

    def has_ended(self, day: date) -> bool:
        return self.last_day is not None and self.last_day < day


def assign(official: Official, point: ContactPoint, first_day: date, document: str = "") -> Assignment:
    """Give a point to a leader from that day on; whoever held it until then ends the day before.

    Raises Problem if the leader holds it on that day already, or somebody takes it up later.
    """
    complaints = tuple(_complaints(official, point, first_day))
    if complaints:
        raise Problem(*complaints)
    Official.insist_on([official.id])
    ContactPoint.insist_on([point.id])
    with writing(f"安排联系点 {official.name} {point.name}", Topic.CONTACT_POINT):
        for held in _held(point, first_day):
            held.last_day = first_day - timedelta(1)
            held.save()
        return Assignment.create(
            official=official, contact_point=point, first_day=first_day, document=document
        )


def end_assignment(assignment: Assignment, last_day: date) -> None:
    """Let an assignment end with that day. Raises Problem if it begins later."""
    if last_day < assignment.first_day:
        raise Problem(f"终止日期早于起始日期（{chinese_date(assignment.first_day)}）。")
    Assignment.insist_on([assignment.id])
    with writing(f"终止联系 {assignment.contact_point.name}", Topic.CONTACT_POINT):
        assignment.last_day = last_day
        assignment.save()


def assignments_on(official: Official, day: date) -> list[Assignment]:
    """What the leader keeps contact with on that day: township, village, then households as entered."""
    rows = (
        Assignment.select(Assignment, ContactPoint)
        .join(ContactPoint)
        .where(
            (Assignment.official == official)
            & (Assignment.first_day <= day)
            & (Assignment.last_day.is_null() | (Assignment.last_day >= day))
        )
        .order_by(Assignment.id)
    )
    return sorted(rows, key=lambda row: row.contact_point.kind_order)


def held_between(first: date, last: date, official: Official | None = None) -> dict[int, list[int]]:
    """By official the points he holds on any of these days, in the order assigned, each once."""
    rows = Assignment.select().where(
        (Assignment.first_day <= last) & (Assignment.last_day.is_null() | (Assignment.last_day >= first))
    )
    rows = rows if official is None else rows.where(Assignment.official == official)
    held: dict[int, dict[int, None]] = {}
    for row in rows.order_by(Assignment.id):
        held.setdefault(row.official_id, {})[row.contact_point_id] = None
    return {leader: list(points) for leader, points in held.items()}


def kinds_held(day: date) -> dict[int, list[str]]:
    """By official the kinds of the points he keeps contact with on that day; a list for everybody asked."""
    lasts = Assignment.last_day.is_null() | (Assignment.last_day >= day)
    query = Assignment.select(Assignment.official, ContactPoint.kind).join(ContactPoint)
    found: dict[int, list[str]] = defaultdict(list)
    rows = query.where(lasts, Assignment.first_day <= day).tuples()
    for official, kind in cast("Iterable[tuple[int, str]]", rows):
        found[official].append(kind)
    return found


def assignments_ever(official: Official, today: date) -> list[Assignment]:
    """All the leader's contacts, those ended by `today` last; township, village, households as entered."""
    rows = (
        Assignment.select(Assignment, ContactPoint).join(ContactPoint).where(Assignment.official == official)
    )
    return sorted(rows, key=lambda row: (row.has_ended(today), row.contact_point.kind_order, row.id))


def last_held(point: ContactPoint, today: date) -> Assignment | None:
    """Who keeps contact with the point today, or did so last; None if nobody ever did."""
    return max(history(point), key=lambda row: (not row.has_ended(today), row.first_day), default=None)


def townships_held(first: date, last: date, leader: int | None = None) -> list[ContactPoint]:
    """The townships that all leaders or one of them hold at some time between two days, each once."""
    held = (Assignment.first_day <= last) & (Assignment.last_day.is_null() | (Assignment.last_day >= first))
    rows = Assignment.select(Assignment.contact_point).where(held)
    if leader is not None:
        rows = rows.where(Assignment.official == leader)
    towns = ContactPoint.select().where(ContactPoint.kind == PointKind.TOWNSHIP, ContactPoint.id.in_(rows))
    return list(towns.order_by(ContactPoint.id))


def history(point: ContactPoint) -> list[Assignment]:
    """Who kept contact with the point, the earliest first."""
    return list(
        Assignment.select(Assignment, Official)
        .join(Official)
        .where(Assignment.contact_point == point)
        .order_by(Assignment.first_day, Assignment.id)
    )


def _held(point: ContactPoint, day: date) -> list[Assignment]:
    """The assignments that still hold on `day`, begun before it."""
    return [row for row in history(point) if row.covers(day) and row.first_day < day]


def _complaints(official: Official, point: ContactPoint, day: date) -> Iterator[str]:
    for row in history(point):
        if row.official_id == official.id and row.covers(day):
            yield f"{official.name}自{chinese_date(row.first_day)}起已联系{point.name}。"
        elif row.first_day >= day:
            yield f"{row.official.name}自{chinese_date(row.first_day)}起联系{point.name}，请填写更晚的日期。"
