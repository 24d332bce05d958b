"""The random offices of tests/rules, written into the database as an import would write them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from hypothesis import HealthCheck, Phase, settings

from models.activity import Activity, Participant, Target
from models.assignment import Assignment
from models.contact_point import ContactPoint
from models.duty_rule import DutyRule
from models.holiday import Holiday, exceptions
from models.official import Official
from models.rules.choices import Choices
from models.rules.facts import Rule
from models.rules.kinds import PeriodKind, Role
from models.setting import COUNTING, change_settings
from models.writing import writing
from tests.rules.random_offices import POINTS, Case
from tests.rules.written_office import Office, Person, Trip

some_offices = settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # to shrink one would take minutes of database
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def with_each_assignment_once(case: Case) -> Case:
    """An office gives no leader the same point twice on one day; the database would refuse it."""
    once = {(held.official, held.point, held.first_day): held for held in case.office.assignments}
    return case._replace(office=replace(case.office, assignments=tuple(once.values())))


@contextmanager
def recorded(office: Office) -> Iterator[Office]:
    """The office stands in the database for the length of the block; gives it with all days off known."""
    try:
        with writing("样"):
            record(office)
            yield replace(office, holidays=exceptions())
            raise ForgottenAgain
    except ForgottenAgain:
        pass


class ForgottenAgain(Exception):
    """Rolls the office back, so that the next one finds the database empty."""


def record(office: Office) -> None:
    """Fill the open, empty database with this office, inside the caller's `writing` block."""
    _record_people(office.people)
    for point, kind in POINTS.items():
        ContactPoint.create(id=point, kind=kind, name=f"点{point}", name_key=f"点{point}")
    for held in office.assignments:
        Assignment.create(
            official=held.official, contact_point=held.point, first_day=held.first_day, last_day=held.last_day
        )
    for trip in office.trips:
        _record_trip(trip)
    _record_rules(office.rules)
    _record_choices(office.choices)
    for day, kind in office.holidays.items():
        Holiday.create(day=day, kind=kind)


def _record_people(people: Iterable[Person]) -> None:
    for rank, person in enumerate(people, start=1):
        Official.create(
            id=person.id,
            name=person.name,
            name_key=person.name,
            rank=rank,
            is_member=person.member,
            office_from=person.office_from,
            office_to=person.office_to,
        )


def _record_trip(trip: Trip) -> None:
    spans = {name: getattr(trip, name) for name in ("first_day", "first_half", "last_day", "last_half")}
    activity = Activity.create(number=trip.number, kind=trip.kind, state=trip.state, **spans)
    roles = (
        (Role.LEADER, trip.leaders),
        (Role.STAND_IN, trip.stand_ins),
        (Role.COMPANION, trip.companions),
    )
    for role, people in roles:
        for number in people:
            Participant.create(activity=activity, official=number, role=role)
    for target in trip.targets:
        Target.create(
            activity=activity, contact_point=target.point, outcome=target.outcome, manner=target.manner
        )


def _record_rules(rules: Iterable[Rule]) -> None:
    DutyRule.delete().execute()
    for rule in rules:
        DutyRule.create(
            **{name: getattr(rule, name) for name in Rule._fields if name != "kinds"},
            kinds=",".join(rule.kinds),
            months=2 if rule.period == PeriodKind.INTERVAL else None,
        )


def _record_choices(choices: Choices) -> None:
    texts = {key: getattr(choices, key) for key in COUNTING}
    change_settings(
        {key: str(value) if key == "risk_share" else str(int(value)) for key, value in texts.items()}
    )
