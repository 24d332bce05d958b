"""design/counting.md, "What a proposed plan places", once more: plain, slow, half-day by half-day.

What is owed comes from the plain twin of the engine. Nothing of models.rules.plan is used.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from models.rules import workdays
from models.rules.calendar import Period, year_of
from models.rules.kinds import ActivityKind, ActivityState, Half, PointKind
from models.rules.pairing import half_day
from models.rules.plan.hindrances import Trip
from tests.rules.counting_twin import Line, each_half, expected
from tests.rules.plan_offices import TRIPS_A_WEEK, Case, last_visits
from tests.rules.written_office import Person

HalfDay = tuple[date, Half]
OUT = (ActivityKind.VISIT, ActivityKind.HEARING, ActivityKind.FIELDWORK, ActivityKind.POINT_MEETING)


class Owed(NamedTuple):
    """One thing to place."""

    leader: int
    rule: str
    point: int | None


# --- what is owed


def owed(case: Case) -> list[Owed]:
    lines = expected(case.office, case.quarter, case.today)
    of_quarter = [
        Owed(line.official, line.rule, line.subject)
        for line in lines
        for _ in range(int(line.unplanned))
        if line.rule in ("township_visit", "village_visit", "hearing")
    ]
    return of_quarter + [each for person in case.office.people for each in owed_households(case, person)]


def owed_households(case: Case, person: Person) -> list[Owed]:
    lines = households(case, person, year_of(case.quarter.first))
    d_lines = households(case, person, case.quarter)
    m = {1: 4, 4: 3, 7: 2, 10: 1}[case.quarter.first.month]
    lacks = {line.subject: int(line.unplanned) for line in lines if line.unplanned}
    in_quarter = {line.subject: int(line.done + line.planned) for line in d_lines}
    d = sum(in_quarter.values())
    share = max(0, math.ceil((sum(lacks.values()) + d) / m) - d)
    if m == 1:
        return [Owed(person.id, "household_visit", point) for point in lacks for _ in range(lacks[point])]
    visits = last_visits(case.office)
    order = [held.point for held in case.office.assignments if held.official == person.id]
    wanted = sorted(
        lacks,
        key=lambda point: (
            in_quarter.get(point, 0) > 0,
            visits.get((person.id, point), date.min),
            order.index(point),
        ),
    )
    return [Owed(person.id, "household_visit", point) for point in wanted[:share]]


def households(case: Case, person: Person, period: Period) -> list[Line]:
    """The household lines of one leader, the yearly duty counted in that period."""
    rules = tuple(
        rule._replace(period=period.kind) for rule in case.office.rules if rule.code == "household_visit"
    )
    office = case.office.__class__(**{**vars(case.office), "rules": rules})
    return [line for line in expected(office, period, case.today) if line.official == person.id]


# --- the hard rules


class Rules:
    """The hard rules of one case, one question at a time."""

    def __init__(self, case: Case) -> None:
        self.case = case
        first = max(case.today + timedelta(1), case.quarter.first)
        days = [first + timedelta(n) for n in range((case.quarter.last - first).days + 1)]
        self.half_days = [(day, half) for day in days for half in (Half.AM, Half.PM)]
        self.people = {person.id: person for person in case.office.people}
        self.out_already = {
            (who, half)
            for trip in case.office.trips
            if trip.kind in OUT and trip.state in (ActivityState.PLANNED, ActivityState.DONE)
            for who in trip.stand_ins or trip.leaders
            for half in each_half(trip)
        }

    def is_out(self, who: int, half: HalfDay) -> bool:
        """Away, or out on what is in the calendar already."""
        spans = [each.span for each in self.case.absences if each.official == who]
        away = any(first <= half_day(*half) <= last for first, last in spans)
        return away or (who, half) in self.out_already

    def in_office(self, who: int, day: date) -> bool:
        person = self.people[who]
        return (person.office_from or day) <= day <= (person.office_to or day)

    def partners(self, who: int, day: date) -> list[int]:
        found = (pair.other(who) for pair in self.case.pairs if pair.holds(day))
        return [other for other in found if other and self.in_office(other, day)]

    def may_go(self, who: int, half: HalfDay) -> bool:
        """A workday, in office, neither away nor busy, no partner out already."""
        day = half[0]
        return (
            half in self.half_days
            and workdays.is_workday(day, self.case.office.holidays)
            and self.in_office(who, day)
            and not self.is_out(who, half)
            and not any(self.is_out(other, half) for other in self.partners(who, day))
        )

    def holds(self, who: int, point: int, day: date) -> bool:
        return any(
            held.official == who and held.point == point and held.first_day <= day <= (held.last_day or day)
            for held in self.case.office.assignments
        )

    def place_of(self, point: int) -> int:
        """The village a point lies in; itself if it is a township, or its village is not known."""
        found = [each for each in self.case.chain(point) if self.case.kinds[each] == PointKind.VILLAGE]
        return found[0] if found else point

    def township_of(self, point: int) -> int | None:
        found = [each for each in self.case.chain(point) if self.case.kinds[each] == PointKind.TOWNSHIP]
        return found[0] if found else None

    def broken(self, trips: Sequence[Trip]) -> list[str]:
        """Every hard rule these trips break, in words."""
        return [*chain.from_iterable(map(self._broken_by, trips)), *self._broken_together(trips)]

    def _broken_by(self, trip: Trip) -> Iterable[str]:
        if not self.may_go(trip.official, (trip.day, trip.half)):
            yield f"may not go: {trip}"
        if (trip.kind == ActivityKind.HEARING) != (not trip.points):
            yield f"a hearing with targets or a visit without: {trip}"
        if not all(self.holds(trip.official, point, trip.day) for point in trip.points):
            yield f"does not hold a point: {trip}"
        if len(set(trip.points)) < len(trip.points):
            yield f"one point twice: {trip}"
        yield from self._broken_by_load(trip)

    def _broken_by_load(self, trip: Trip) -> Iterable[str]:
        kinds = Counter(self.case.kinds[point] for point in trip.points)
        if kinds[PointKind.HOUSEHOLD] > self.case.targets_a_trip:
            yield f"too many households: {trip}"
        places = {
            self.place_of(point) for point in trip.points if self.case.kinds[point] != PointKind.TOWNSHIP
        }
        towns = {point for point in trip.points if self.case.kinds[point] == PointKind.TOWNSHIP}
        if len(places) > 1 or len(towns) > 1:
            yield f"more than one village: {trip}"
        if places and towns and towns != {self.township_of(next(iter(places)))}:
            yield f"another village's township: {trip}"

    def _broken_together(self, trips: Sequence[Trip]) -> Iterable[str]:
        out = Counter((trip.official, trip.day, trip.half) for trip in trips)
        weeks = Counter((trip.official, trip.day - timedelta(trip.day.weekday())) for trip in trips)
        days = Counter(
            (trip.official, point, trip.day)
            for trip in trips
            for point in trip.points
            if self.case.kinds[point] == PointKind.HOUSEHOLD
        )
        yield from (f"twice in one half-day: {key}" for key, count in out.items() if count > 1)
        yield from (f"too many in a week: {key}" for key, count in weeks.items() if count > TRIPS_A_WEEK)
        yield from (f"one household twice a day: {key}" for key, count in days.items() if count > 1)
        for who, day, half in out:
            if any((other, day, half) in out for other in self.partners(who, day)):
                yield f"both partners out: {who} {day} {half}"


def could_still_go(rules: Rules, trips: Sequence[Trip], each: Owed) -> list[Trip]:
    """Every way to add this one thing without breaking a rule: on one of the trips or on a new one."""
    points, names = ((each.point,), (f"点{each.point}",)) if each.point else ((), ())
    kind = ActivityKind.VISIT if each.point else ActivityKind.HEARING
    alone = [Trip(each.leader, "", kind, *half, points, names) for half in rules.half_days]
    found = [trip for trip in alone if not rules.broken([*trips, trip])]
    for trip in trips:
        if each.point and trip.points and trip.official == each.leader:
            longer = trip._replace(points=(*trip.points, *points), targets=(*trip.targets, *names))
            if not rules.broken([other if other is not trip else longer for other in trips]):
                found.append(longer)
    return found


def served(trips: Iterable[Trip], case: Case) -> Counter[Owed]:
    """What these trips place."""
    codes = {
        PointKind.TOWNSHIP: "township_visit",
        PointKind.VILLAGE: "village_visit",
        PointKind.HOUSEHOLD: "household_visit",
    }
    return Counter(
        Owed(trip.official, codes[case.kinds[point]] if point else "hearing", point)
        for trip in trips
        for point in trip.points or (None,)
    )
