"""What the counting engine is given: plain values, so that it needs neither database nor clock."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.rules.choices import Choices
from models.rules.kinds import ActivityKind, ActivityState, Half, Per, PeriodKind, PointKind, Unit
from models.rules.pairing import half_day


class Official(NamedTuple):
    """A leadership member; `office_from` and `office_to` are None where the office gave no date."""

    id: int
    name: str
    office_from: date | None
    office_to: date | None


class Assignment(NamedTuple):
    """A leader holds a point from `first_day` to `last_day`, both included."""

    official: int
    point: int
    kind: PointKind
    name: str
    first_day: date
    last_day: date | None


class When(NamedTuple):
    """First and last day, and the half-days: the number of the first, and a bit for each from there on."""

    first_day: date
    last_day: date
    first_half_day: int
    half_days: int


def when(first_day: date, first_half: Half, last_day: date, last_half: Half) -> When:
    """A time from one half-day to another, both included."""
    first = half_day(first_day, first_half)
    last = half_day(last_day, last_half)
    return When(first_day, last_day, first, (1 << last - first + 1) - 1)


def shifted(half_days: int, later: int) -> int:
    """The bits of half-days as seen from a first one that is so many earlier; what lies before it is lost."""
    return half_days << later if later >= 0 else half_days >> -later


class Activity(NamedTuple):
    """One activity. `points` are the contact points met (of a plan: meant), each once, telephone aside.

    `on_site` is False where every target was only telephoned: nobody went anywhere.
    """

    number: str
    kind: ActivityKind
    state: ActivityState
    when: When
    leaders: Sequence[int]
    stand_ins: Sequence[int]
    points: Sequence[int]
    on_site: bool

    @property
    def goers(self) -> Sequence[int]:
        """Who goes: the stand-ins where there are any, else the leaders."""
        return self.stand_ins or self.leaders


class Rule(NamedTuple):
    """One duty as data: `quota` units of work of these kinds, owed each period, per leader or per point."""

    code: str
    name: str
    kinds: frozenset[ActivityKind]
    unit: Unit
    quota: float
    period: PeriodKind
    per: Per
    source: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything counted in one period: officials in rank order, the rest in any order.

    `activities` are gone through once, so that they may come straight from the database.
    """

    officials: Sequence[Official]
    assignments: Sequence[Assignment]
    activities: Iterable[Activity]
    rules: Sequence[Rule]
    choices: Choices
    is_workday: Callable[[date], bool]
