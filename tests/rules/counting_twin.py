"""design/counting.md once more: plain, slow, day by day, written from the page alone.

It reads an office as the page speaks of one: people, who held which point when, and trips with each
target's outcome and manner. tests/rules/test_counting_twin.py holds the engine to it.
"""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from models.rules.calendar import Period
from models.rules.choices import Choices
from models.rules.facts import Rule
from models.rules.kinds import (
    ActivityKind,
    ActivityState,
    DayKind,
    DutyState,
    Half,
    Manner,
    Outcome,
    Per,
    Unit,
)
from tests.rules.written_office import Office, Person, Trip


class Line(NamedTuple):
    """One row as the page wants it; `done` and what follows from it are exact."""

    official: int
    rule: str
    subject: int | None
    owed: int
    done: Fraction
    planned: Fraction
    missing: Fraction
    unplanned: Fraction
    stood_in: int
    state: DutyState
    per_week: Fraction | None
    counted: frozenset[str]


def expected(office: Office, period: Period, today: date) -> list[Line]:
    """Every row of that period, and no other."""
    return [
        line
        for person in office.people
        if person.member
        for rule in office.rules
        if rule.period == period.kind
        for subject in subjects(office, person, rule)
        if (line := row(office, period, today, person, rule, subject))
    ]


def subjects(office: Office, person: Person, rule: Rule) -> list[int | None]:
    """What this duty may be owed for: nothing but the leader, or every point of the kind he ever held."""
    if rule.per == Per.LEADER:
        return [None]
    return sorted(
        {a.point for a in office.assignments if a.official == person.id and a.kind == str(rule.per)}
    )


def row(
    office: Office, period: Period, today: date, person: Person, rule: Rule, subject: int | None
) -> Line | None:
    days = [day for day in each_day(period) if owes_on(day, office, person, rule, subject)]
    if rule.unit == Unit.DAYS:
        done, planned, counted = fieldwork(office, period, today, person, rule)
        stood_in = 0
    else:
        done, planned, counted = occasions(office, period, today, person, rule, subject)
        stood_in = occasions_of_stand_ins(office, period, person, rule, subject)
    if not days and not done:
        return None
    owed = owed_for(rule, len(days), period.days, office.choices)
    missing = max(Fraction(0), owed - done)
    unplanned = max(Fraction(0), owed - done - planned)
    state = state_of(owed, done, planned, period, today, office.choices)
    pace = per_week(missing, period, today) if rule.unit == Unit.DAYS else None
    return Line(
        person.id,
        rule.code,
        subject,
        owed,
        done,
        planned,
        missing,
        unplanned,
        stood_in,
        state,
        pace,
        counted,
    )


# --- days --------------------------------------------------------------------------------------------------


def each_day(period: Period) -> Iterator[date]:
    day = period.first
    while day <= period.last:
        yield day
        day += timedelta(days=1)


def each_half(trip: Trip) -> list[tuple[date, str]]:
    """The half-days of a trip, in order, both ends included."""
    halves = []
    day = trip.first_day
    while day <= trip.last_day:
        for half in (Half.AM, Half.PM):
            too_early = day == trip.first_day and half == Half.AM and trip.first_half == Half.PM
            too_late = day == trip.last_day and half == Half.PM and trip.last_half == Half.AM
            if not too_early and not too_late:
                halves.append((day, str(half)))
        day += timedelta(days=1)
    return halves


def in_office(person: Person, day: date) -> bool:
    begun = person.office_from is None or person.office_from <= day
    ended = person.office_to is not None and person.office_to < day
    return begun and not ended


def holds(office: Office, person: Person, point: int | None, day: date) -> bool:
    for assignment in office.assignments:
        if assignment.official == person.id and assignment.point == point:
            begun = assignment.first_day <= day
            ended = assignment.last_day is not None and assignment.last_day < day
            if begun and not ended:
                return True
    return False


def works(office: Office, day: date) -> bool:
    """Monday to Friday, less days off, plus make-up workdays."""
    if day in office.holidays:
        return office.holidays[day] == DayKind.WORK
    return day.isoweekday() not in (6, 7)


# --- 1, 2, 6: whose it is -----------------------------------------------------------------------------


def went_anywhere(trip: Trip) -> bool:
    """Rule 3: where there was nothing but telephoning, and perhaps a call called off, nobody went."""
    telephoned = [target for target in trip.targets if target.manner == Manner.PHONE]
    others = [target for target in trip.targets if target.manner != Manner.PHONE]
    return not telephoned or any(target.outcome != Outcome.CANCELLED for target in others)


def is_for(trip: Trip, person: Person, choices: Choices) -> bool:
    """Rules 1, 2, 6: whether such a trip, once done, is this leader's visit, hearing, report or meeting."""
    if person.id not in trip.leaders or not in_office(person, trip.first_day):
        return False
    if trip.stand_ins:
        return choices.stand_in_counts and trip.kind in (ActivityKind.VISIT, ActivityKind.HEARING)
    return True


def went(trip: Trip, person: Person) -> bool:
    """Rules 5 and 6: whether such a trip, once done, is this person's fieldwork."""
    those_who_went = trip.stand_ins or trip.leaders
    return person.id in those_who_went and in_office(person, trip.first_day) and went_anywhere(trip)


# --- 3, 4: visits, hearings, reports, meetings --------------------------------------------------------


def occasions(
    office: Office, period: Period, today: date, person: Person, rule: Rule, subject: int | None
) -> tuple[Fraction, Fraction, frozenset[str]]:
    counted, planned = set(), 0
    for trip in office.trips:
        if not is_for(trip, person, office.choices):
            continue
        if not suits(trip, office, period, person, rule, subject):
            continue
        if trip.state == ActivityState.DONE:
            counted.add(trip.number)
        if trip.state == ActivityState.PLANNED and trip.last_day >= today:
            planned += 1
    return Fraction(len(counted)), Fraction(planned), frozenset(counted)


def suits(
    trip: Trip, office: Office, period: Period, person: Person, rule: Rule, subject: int | None
) -> bool:
    """Whether such a trip is what the duty asks for, in this period, at this point."""
    if trip.kind not in rule.kinds or trip.first_day not in period:
        return False
    if rule.per == Per.LEADER:
        return went_anywhere(trip)
    return holds(office, person, subject, trip.first_day) and reaches(trip, subject)


def reaches(trip: Trip, point: int | None) -> bool:
    """Rule 2, 3: one met target is enough and two are no more; of a plan, one meant."""
    for target in trip.targets:
        if target.point == point and target.manner != Manner.PHONE:
            if trip.state == ActivityState.DONE and target.outcome == Outcome.MET:
                return True
            if trip.state == ActivityState.PLANNED and target.outcome == Outcome.PLANNED:
                return True
    return False


def occasions_of_stand_ins(
    office: Office, period: Period, person: Person, rule: Rule, subject: int | None
) -> int:
    """Rule 6, shown beside the figure: the visits and hearings somebody else went to."""
    with_them = Choices(stand_in_counts=True)
    return sum(
        bool(trip.stand_ins)
        and trip.state == ActivityState.DONE
        and is_for(trip, person, with_them)
        and suits(trip, office, period, person, rule, subject)
        for trip in office.trips
    )


# --- 5: fieldwork days --------------------------------------------------------------------------------


def fieldwork(
    office: Office, period: Period, today: date, person: Person, rule: Rule
) -> tuple[Fraction, Fraction, frozenset[str]]:
    done: set[tuple[date, str]] = set()
    planned: set[tuple[date, str]] = set()
    counted = set()
    for trip in office.trips:
        if trip.kind not in kinds_of_fieldwork(rule, office.choices) or not went(trip, person):
            continue
        for day, half in each_half(trip):
            if day not in period or (not office.choices.weekends_count and not works(office, day)):
                continue
            if trip.state == ActivityState.DONE:
                done.add((day, half))
                counted.add(trip.number)
            if trip.state == ActivityState.PLANNED and trip.last_day >= today:
                planned.add((day, half))
    return Fraction(len(done), 2), Fraction(len(planned - done), 2), frozenset(counted)


def kinds_of_fieldwork(rule: Rule, choices: Choices) -> set[ActivityKind]:
    kinds = set(rule.kinds)
    if not choices.visits_are_fieldwork:
        kinds.discard(ActivityKind.VISIT)
    if not choices.hearings_are_fieldwork:
        kinds.discard(ActivityKind.HEARING)
    return kinds


# --- 7, 8, state, pace --------------------------------------------------------------------------------


def owes_on(day: date, office: Office, person: Person, rule: Rule, subject: int | None) -> bool:
    valid = (rule.valid_from is None or rule.valid_from <= day) and (
        rule.valid_to is None or day <= rule.valid_to
    )
    held = rule.per == Per.LEADER or holds(office, person, subject, day)
    return valid and held and in_office(person, day)


def owed_for(rule: Rule, days: int, whole: int, choices: Choices) -> int:
    if not choices.pro_rata:
        return int(rule.quota) if days else 0
    return math.floor(Fraction(rule.quota) * days / whole + Fraction(1, 2))


def state_of(
    owed: int, done: Fraction, planned: Fraction, period: Period, today: date, choices: Choices
) -> DutyState:
    if owed == 0:
        return DutyState.NOT_OWED
    if done >= owed:
        return DutyState.DONE
    if today > period.last:
        return DutyState.LATE
    if done + planned >= owed:
        return DutyState.SCHEDULED
    elapsed = sum(day <= today for day in each_day(period))
    if Fraction(elapsed, period.days) >= choices.risk_share:
        return DutyState.AT_RISK
    return DutyState.OPEN


def per_week(left: Fraction, period: Period, today: date) -> Fraction | None:
    """The pace still needed: none on the last day, when no tomorrow is left."""
    days_left = (period.last - today).days
    return left / Fraction(days_left, 7) if days_left > 0 else None
