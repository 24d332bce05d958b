"""When leaders can go out: half-days as the bits of one number, the first morning the lowest."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property, reduce
from operator import or_

from models.rules.calendar import days_between
from models.rules.entry import occupies
from models.rules.facts import Activity, shifted
from models.rules.kinds import Half
from models.rules.pairing import Whereabouts, day_and_half, half_day


class Diary:
    """The days `first` to `last`: who works, is away, is out already, and who must not be out with whom.

    `accepted` names the activities that an earlier plan proposed: they stay trips of their week.
    """

    def __init__(
        self,
        first: date,
        last: date,
        is_workday: Callable[[date], bool],
        whereabouts: Whereabouts,
        activities: Iterable[Activity],
        accepted: Container[str] = (),
    ) -> None:
        self.first, self.last = first, last
        self._days = days_between(first, last)
        self._base = half_day(first, Half.AM)
        self._all = (1 << 2 * len(self._days)) - 1
        self._is_workday, self._in_office = is_workday, whereabouts.in_office
        self.away = self._absences(whereabouts)
        self.accepted: dict[int, int] = defaultdict(int)
        self.busy = self._engagements(activities, accepted)
        self.partners = self._pairs(whereabouts)
        self._free: dict[int, int] = {}

    @cached_property
    def workdays(self) -> int:
        """Both halves of each working day."""
        return sum(0b11 << 2 * number for number, day in enumerate(self._days) if self._is_workday(day))

    @cached_property
    def weeks(self) -> list[int]:
        """The half-days of each week, Monday to Sunday, as far as it lies in these days."""
        found: dict[date, int] = defaultdict(int)
        for number, day in enumerate(self._days):
            found[day - timedelta(day.weekday())] |= 0b11 << 2 * number
        return list(found.values())

    def between(self, first: date | None, last: date | None) -> int:
        """The half-days from one day to another, both included; None is without end."""
        begin = max(first or self.first, self.first)
        end = min(last or self.last, self.last)
        if end < begin:
            return 0
        return ((1 << 2 * ((end - begin).days + 1)) - 1) << 2 * (begin - self.first).days

    def trips_accepted(self, official: int, week: int) -> int:
        """How many trips of an earlier plan he has in a week: a trip is known by its first half-day."""
        return (self.accepted[official] & week).bit_count()

    def on(self, days: Callable[[date], bool]) -> int:
        """The half-days of the days that are so."""
        return sum(0b11 << 2 * number for number, day in enumerate(self._days) if days(day))

    def in_office(self, official: int) -> int:
        """The half-days of an official's time in office."""
        return self.between(*self._in_office.get(official, (None, None)))

    def free(self, official: int) -> int:
        """Half-days of work in office, neither away nor busy, nor is the partner out by what is arranged."""
        if official not in self._free:
            there = self.workdays & self.in_office(official) & ~self.out(official)
            self._free[official] = there & ~self.partners_out(official)
        return self._free[official]

    def out(self, official: int) -> int:
        """Half-days away, or out on what is arranged already."""
        return self.away[official] | self.busy[official]

    def partners_out(self, official: int) -> int:
        """Half-days in which a partner is out by what is arranged already."""
        return reduce(or_, (self.out(other) & mask for other, mask in self.partners[official]), 0)

    def half_day(self, bit: int) -> tuple[date, Half]:
        """The day and half of a bit."""
        return day_and_half(self._base + bit)

    def bit(self, day: date, half: Half) -> int:
        """The bit of a half-day; outside these days it is negative or beyond the last."""
        return half_day(day, half) - self._base

    def _absences(self, whereabouts: Whereabouts) -> dict[int, int]:
        found: dict[int, int] = defaultdict(int)
        open_end = self._base + self._all.bit_length()
        for away in whereabouts.absences:
            length = (open_end if away.last is None else away.last) - away.first + 1
            found[away.official] |= self._within(away.first, (1 << max(0, length)) - 1)
        return found

    def _engagements(self, activities: Iterable[Activity], accepted: Container[str]) -> dict[int, int]:
        found: dict[int, int] = defaultdict(int)
        for activity in activities:
            if activity.when.last_day >= self.first and occupies(activity.kind, activity.state):
                halves = self._within(activity.when.first_half_day, activity.when.half_days)
                for who in activity.goers:
                    found[who] |= halves
                    if activity.number in accepted:
                        self.accepted[who] |= halves & -halves
        return found

    def _pairs(self, whereabouts: Whereabouts) -> dict[int, list[tuple[int, int]]]:
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for pair in whereabouts.pairs:
            valid = self.between(pair.first_day, pair.last_day)
            valid &= self.in_office(pair.a) & self.in_office(pair.b)
            if valid:
                found[pair.a].append((pair.b, valid))
                found[pair.b].append((pair.a, valid))
        return found

    def _within(self, first: int, halves: int) -> int:
        return shifted(halves, first - self._base) & self._all


def bits(mask: int) -> Iterator[int]:
    """The bits that are set, the lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
