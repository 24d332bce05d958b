"""The random offices of tests/rules, written into the database as an import would write them."""

from collections.abc import Iterable

from models.activity import Activity, Participant, Target
from models.assignment import Assignment
from models.contact_point import ContactPoint
from models.duty_rule import DutyRule
from models.holiday import Holiday
from models.official import Official
from models.rules.choices import Choices
from models.rules.facts import Rule
from models.rules.kinds import PeriodKind, Role
from models.setting import COUNTING, change_settings
from tests.rules.random_offices import POINTS
from tests.rules.written_office import Office, Person, Trip


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
