"""Random offices for the counting tests: small, dense, and drawn towards the edges of one period."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import NamedTuple

from models.rules import calendar
from models.rules.calendar import Period
from models.rules.choices import Choices
from models.rules.facts import Assignment, Rule
from models.rules.kinds import (
    ActivityKind,
    ActivityState,
    DayKind,
    Half,
    Manner,
    Outcome,
    Per,
    PeriodKind,
    PointKind,
    Unit,
)
from tests.rules.written_office import Office, Person, Target, Trip

LEADERS, STAFF = (1, 2, 3), (4,)
POINTS = {11: PointKind.TOWNSHIP, 12: PointKind.VILLAGE, 13: PointKind.HOUSEHOLD, 14: PointKind.HOUSEHOLD}
CALLS = (ActivityKind.VISIT, ActivityKind.HEARING, ActivityKind.FIELDWORK)
LENGTHS = (0, 0, 0, 0, 0, 1, 2, 5, 20)
OUTCOMES = (Outcome.MET, Outcome.MET, Outcome.MET, Outcome.NOT_MET, Outcome.CANCELLED)
MANNERS = (Manner.HOME, Manner.HOME, Manner.HOME, Manner.MEETING, Manner.PHONE)
Ends = tuple[date | None, date | None]


class Case(NamedTuple):
    office: Office
    period: Period
    today: date


def random_case(chance: Random) -> Case:
    period = a_period(chance)
    return Case(an_office(chance, period), period, a_day(chance, period))


def an_office(chance: Random, period: Period) -> Office:
    return Office(
        people=tuple(a_person(chance, number, period) for number in LEADERS + STAFF),
        assignments=tuple(an_assignment(chance, period) for _ in range(chance.randint(2, 8))),
        trips=tuple(a_trip(chance, number, period) for number in range(chance.randint(0, 24))),
        rules=tuple(a_rule(chance, number, period) for number in range(chance.randint(2, 5))),
        choices=some_choices(chance),
        holidays={a_day(chance, period): chance.choice(list(DayKind)) for _ in range(chance.randint(0, 4))},
    )


def a_period(chance: Random) -> Period:
    year, start = chance.randint(2024, 2027), date(2024, 1, 1) + timedelta(chance.randint(0, 1000))
    match chance.randint(0, 9):
        case 0:
            return calendar.term(start, start + timedelta(chance.randint(0, 400)))
        case 1:
            day = start + timedelta(chance.randint(0, 400))
            return calendar.interval_of(day, start, chance.randint(1, 7))
        case n:
            return calendar.period(str(year) + ("", "", "", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "Q4")[n])


def a_day(chance: Random, period: Period) -> date:
    """A day in or around the period: its edges far more often than chance would have them."""
    if chance.random() < 0.3:
        return chance.choice((period.first, period.last)) + timedelta(chance.randint(-1, 1))
    return period.first + timedelta(chance.randint(-12, period.days + 12))


def some_ends(chance: Random, period: Period, always: float) -> Ends:
    """A first and a last day, each often missing."""
    if chance.random() < always:
        return None, None
    first, last = sorted((a_day(chance, period), a_day(chance, period)))
    return chance.choice(((first, None), (None, last), (first, last)))


def a_person(chance: Random, number: int, period: Period) -> Person:
    return Person(number, f"样{number}", number in LEADERS, *some_ends(chance, period, always=0.6))


def an_assignment(chance: Random, period: Period) -> Assignment:
    leader, point = chance.choice((1, 1, 1, 2, 3)), chance.choice(list(POINTS))
    first, last = some_ends(chance, period, always=0)
    begun = first or period.first - timedelta(30)
    return Assignment(
        leader, point, POINTS[point], f"点{point}", begun, last if last is None or last >= begun else None
    )


def a_rule(chance: Random, number: int, period: Period) -> Rule:
    unit, per, kinds = chance.choice(
        (a_duty_per_point, a_duty_per_point, a_duty_of_a_leader, a_duty_of_days)
    )(chance)
    kind = period.kind if chance.random() < 0.9 else chance.choice(list(PeriodKind))
    ends = some_ends(chance, period, always=0.7)
    quota = chance.choice((0, 1, 1, 1, 2, 2, 3, 5, 12, 60))
    return Rule(f"rule_{number}", "要求", frozenset(kinds), unit, quota, kind, per, "样", *ends)


def a_duty_per_point(chance: Random) -> tuple[Unit, Per, Sequence[ActivityKind]]:
    return Unit.TIMES, chance.choice((Per.TOWNSHIP, Per.VILLAGE, Per.HOUSEHOLD)), [ActivityKind.VISIT]


def a_duty_of_a_leader(chance: Random) -> tuple[Unit, Per, Sequence[ActivityKind]]:
    kinds = chance.sample(list(ActivityKind), chance.randint(1, 2))
    return chance.choice((Unit.TIMES, Unit.ITEMS)), Per.LEADER, kinds


def a_duty_of_days(chance: Random) -> tuple[Unit, Per, Sequence[ActivityKind]]:
    return Unit.DAYS, Per.LEADER, CALLS if chance.random() < 0.6 else chance.sample(CALLS, 2)


def a_trip(chance: Random, number: int, period: Period) -> Trip:
    kind = ActivityKind.VISIT if chance.random() < 0.5 else chance.choice(list(ActivityKind))
    state = chance.choice((ActivityState.DONE,) * 4 + (ActivityState.PLANNED,) * 4 + tuple(ActivityState))
    return Trip(
        number=f"HD2026{number:04d}",
        kind=kind,
        state=state,
        **a_span(chance, period),
        leaders=chance.choice(((1,), (1,), (1,), (2,), (1, 2), (3, 1, 2))),
        stand_ins=chance.choice(((),) * 6 + ((2,), (4,), (1, 3))),
        companions=chance.choice(((), (), (3,), (4,))),
        targets=some_targets(chance, state) if kind in CALLS else (),
    )


def a_span(chance: Random, period: Period) -> dict[str, date | Half]:
    first, length = a_day(chance, period), chance.choice(LENGTHS)
    halves = chance.choice(((Half.AM, Half.PM), (Half.AM, Half.AM), (Half.PM, Half.PM), (Half.PM, Half.AM)))
    if halves == (Half.PM, Half.AM):
        length += 1
    last = first + timedelta(length)
    return {"first_day": first, "first_half": halves[0], "last_day": last, "last_half": halves[1]}


def some_targets(chance: Random, state: ActivityState) -> tuple[Target, ...]:
    """Each point at most once; of a plan they are still meant, or already called off."""
    outcomes = (
        OUTCOMES if state == ActivityState.DONE else (Outcome.PLANNED, Outcome.PLANNED, Outcome.CANCELLED)
    )
    points = chance.sample(list(POINTS), chance.choice((0, 1, 2, 3, 4, 4)))
    return tuple(Target(point, chance.choice(outcomes), chance.choice(MANNERS)) for point in points)


def some_choices(chance: Random) -> Choices:
    """Half the offices count as the plan reads plainest, the others in ways of their own."""
    if chance.random() < 0.5:
        return Choices()
    return Choices(
        visits_are_fieldwork=chance.random() < 0.6,
        hearings_are_fieldwork=chance.random() < 0.6,
        weekends_count=chance.random() < 0.5,
        stand_in_counts=chance.random() < 0.5,
        pro_rata=chance.random() < 0.6,
        risk_share=chance.choice((Fraction(2, 3), Fraction(1, 2), Fraction(9, 10), Fraction(1))),
    )
