"""The counting engine gives what design/counting.md says, on any office, in any period, on any day."""

from collections.abc import Iterable
from random import Random

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from models.rules import counting, workdays
from models.rules.counting import Progress
from models.rules.facts import Activity, Facts, Official, when
from models.rules.kinds import ActivityState, Manner, Outcome
from tests.rules.counting_twin import Line, expected, went_anywhere
from tests.rules.random_offices import random_case
from tests.rules.written_office import Office, Trip


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_the_engine_and_the_plain_twin_agree(chance: Random) -> None:
    case = random_case(chance)
    note(str(case))
    found = counting.progress(facts_of(case.office), case.period, case.today)
    assert as_compared(found) == sorted_lines(expected(case.office, case.period, case.today))


def facts_of(office: Office) -> Facts:
    """The same office as the engine is given it: the leadership, and what was reached, telephone aside."""
    return Facts(
        officials=[Official(p.id, p.name, p.office_from, p.office_to) for p in office.people if p.member],
        assignments=office.assignments,
        activities=[fact_of(trip) for trip in office.trips],
        rules=office.rules,
        choices=office.choices,
        is_workday=lambda day: workdays.is_workday(day, office.holidays),
    )


def fact_of(trip: Trip) -> Activity:
    return Activity(
        number=trip.number,
        kind=trip.kind,
        state=trip.state,
        when=when(trip.first_day, trip.first_half, trip.last_day, trip.last_half),
        leaders=trip.leaders,
        stand_ins=trip.stand_ins,
        points=points(trip),
        on_site=went_anywhere(trip),
    )


def points(trip: Trip) -> list[int]:
    wanted = Outcome.PLANNED if trip.state == ActivityState.PLANNED else Outcome.MET
    return [target.point for target in trip.targets if (target.outcome, target.manner) in reached(wanted)]


def reached(outcome: Outcome) -> set[tuple[Outcome, Manner]]:
    """By telephone nobody is reached."""
    return {(outcome, Manner.HOME), (outcome, Manner.MEETING)}


def as_compared(found: list[Progress]) -> list[tuple]:
    return sorted_lines(
        Line(
            line.official,
            line.rule,
            line.subject_id,
            line.owed,
            line.done,
            line.planned,
            line.missing,
            line.unplanned,
            line.stood_in,
            line.state,
            line.per_week,
            frozenset(line.counted),
        )
        for line in found
    )


def sorted_lines(lines: Iterable[Line]) -> list[Line]:
    """In one order, with the pace to nine places: the engine may write it as a float."""
    rounded = (
        line._replace(per_week=None if line.per_week is None else round(float(line.per_week), 9))
        for line in lines
    )
    return sorted(rounded, key=lambda line: (line.official, line.rule, line.subject or 0))
