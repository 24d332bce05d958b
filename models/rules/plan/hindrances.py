"""Why a trip cannot be made in a half-day: the hard rules of a proposed plan, in a secretary's words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from models.rules.calendar import HALVES, month_day, weekday_name
from models.rules.facts import Assignment
from models.rules.kinds import ActivityKind, Half
from models.rules.plan.diary import Diary


class Trip(NamedTuple):
    """One proposed half-day out: the ids and names of its points, none for a hearing."""

    official: int
    leader: str
    kind: ActivityKind
    day: date
    half: Half
    points: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """11月20日星期五上午."""
        return f"{month_day(self.day)}{weekday_name(self.day)}{HALVES[self.half]}"


class Hindrances:
    """The hard rules, asked of one trip beside the other trips proposed."""

    def __init__(self, diary: Diary, assignments: Iterable[Assignment], trips_a_week: int) -> None:
        self.diary, self._trips_a_week = diary, trips_a_week
        self._held: dict[tuple[int, int], int] = {}
        for held in assignments:
            key = held.official, held.point
            self._held[key] = self._held.get(key, 0) | diary.between(held.first_day, held.last_day)

    def held(self, official: int, point: int) -> int:
        """The half-days in which a leader holds a point."""
        return self._held.get((official, point), 0)

    def of(self, trip: Trip, others: Mapping[int, Sequence[Trip]]) -> list[str]:
        """What stands in the way, nothing if the trip may be made; `others` by leader."""
        diary, half = self.diary, self.diary.bit(trip.day, trip.half)
        if diary.last < diary.first:
            return [f"到{month_day(diary.last)}为止的日子都已过去，不能再排。"]
        if not diary.first <= trip.day <= diary.last:
            return [f"只能排在{month_day(diary.first)}至{month_day(diary.last)}之间。"]
        here = 1 << half
        who = trip.official
        rules = (
            (diary.workdays, f"{month_day(trip.day)}{weekday_name(trip.day)}不是工作日。"),
            (diary.in_office(who), f"{month_day(trip.day)}{trip.leader}不在任职期内。"),
            (~diary.away[who], f"{trip.when}{trip.leader}外出。"),
            (~diary.busy[who], f"{trip.when}{trip.leader}已有安排。"),
            (~diary.partners_out(who), f"{trip.when}{trip.leader}的AB角外出，两人不能同时离开。"),
        )
        said = next((words for mask, words in rules if not mask & here), "")
        return [*filter(None, [said]), *self._not_held(trip, here), *self._beside(trip, others)]

    def _not_held(self, trip: Trip, here: int) -> Iterator[str]:
        for point, name in zip(trip.points, trip.targets, strict=True):
            if not self.held(trip.official, point) & here:
                yield f"{month_day(trip.day)}不在“{name}”的联系期内。"

    def _beside(self, trip: Trip, others: Mapping[int, Sequence[Trip]]) -> Iterator[str]:
        own = [other for other in others.get(trip.official, ()) if other is not trip]
        if any((other.day, other.half) == (trip.day, trip.half) for other in own):
            yield f"{trip.when}{trip.leader}已另有一次拟定的出行。"
        if self._in_week(trip, own) >= self._trips_a_week:
            yield f"这一周已为{trip.leader}拟定{self._trips_a_week}次，每周最多{self._trips_a_week}次。"
        again = {point for other in own if other.day == trip.day for point in other.points}
        names = (name for point, name in zip(trip.points, trip.targets, strict=True) if point in again)
        yield from (f"{month_day(trip.day)}已拟定走访“{name}”。" for name in names)
        here = 1 << self.diary.bit(trip.day, trip.half)
        for partner, mask in self.diary.partners.get(trip.official, ()):
            for other in others.get(partner, ()):
                if mask & here and (other.day, other.half) == (trip.day, trip.half):
                    yield f"{trip.when}已拟定{other.leader}外出，AB角不能同时离开。"

    def _in_week(self, trip: Trip, own: Iterable[Trip]) -> int:
        """How many other trips of his week were proposed, now or in a plan accepted before."""
        here, number = 1 << self.diary.bit(trip.day, trip.half), trip.day.isocalendar()[:2]
        week = next(week for week in self.diary.weeks if week & here)
        accepted = self.diary.trips_accepted(trip.official, week)
        return accepted + sum(other.day.isocalendar()[:2] == number for other in own)


def by_leader(trips: Iterable[Trip]) -> dict[int, list[Trip]]:
    """The trips of each leader."""
    found: dict[int, list[Trip]] = {}
    for trip in trips:
        found.setdefault(trip.official, []).append(trip)
    return found
