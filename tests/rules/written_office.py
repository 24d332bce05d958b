"""An office as design/counting.md speaks of one: who holds which point, and every trip as written down."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.rules.choices import Choices
from models.rules.facts import Assignment, Rule
from models.rules.kinds import ActivityKind, ActivityState, DayKind, Half, Manner, Outcome


class Person(NamedTuple):
    """Somebody of the office; `member` says whether of its leadership."""

    id: int
    name: str
    member: bool
    office_from: date | None
    office_to: date | None


class Target(NamedTuple):
    point: int
    outcome: Outcome
    manner: Manner | None


class Trip(NamedTuple):
    """One activity, as it is written down."""

    number: str
    kind: ActivityKind
    state: ActivityState
    first_day: date
    first_half: Half
    last_day: date
    last_half: Half
    leaders: tuple[int, ...]
    stand_ins: tuple[int, ...]
    companions: tuple[int, ...]
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Office:
    people: tuple[Person, ...]
    assignments: tuple[Assignment, ...]
    trips: tuple[Trip, ...]
    rules: tuple[Rule, ...]
    choices: Choices
    holidays: dict[date, DayKind]
