"""Trips being put together: which errands go on one trip, and which half-days are left for it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from models.rules.kinds import PointKind
from models.rules.plan.diary import Diary, bits
from models.rules.plan.errands import Errand

_NOWHERE = -1


class Outing:
    """One half-day out with its errands: a hearing alone, or visits in one village, its township, or both."""

    __slots__ = ("errands", "half", "official", "place", "township", "window")

    def __init__(self, errands: Iterable[Errand]) -> None:
        self.half = _NOWHERE
        self.fill(errands)

    def fill(self, errands: Iterable[Errand]) -> None:
        """Take these errands along, and no others."""
        self.errands = list(errands)
        self.official = self.errands[0].official
        self.window = self.errands[0].window
        for errand in self.errands:
            self.window &= errand.window
        self.place = next((errand.place for errand in self.errands if errand.place is not None), None)
        self.township = self.errands[0].township

    @property
    def households(self) -> int:
        return sum(errand.kind == PointKind.HOUSEHOLD for errand in self.errands)

    def may_take(self, errand: Errand, targets_a_trip: int) -> bool:
        """Whether this errand lies on the way, whenever it is."""
        first = self.errands[0]
        if first.point is None or errand.point is None:
            return False
        if any(errand.point == other.point for other in self.errands):
            return False
        if errand.kind == PointKind.TOWNSHIP:
            return self.place is not None and self.township == errand.point
        if errand.kind == PointKind.HOUSEHOLD and self.households >= targets_a_trip:
            return False
        if self.place is None:
            return errand.township == first.point
        return self.place == errand.place


class Board:
    """All trips proposed so far. Whatever is done to it, no hard rule is ever broken."""

    def __init__(
        self, diary: Diary, trips_a_week: int, targets_a_trip: int, repeated: Callable[[Errand], bool]
    ) -> None:
        self.diary, self.trips_a_week, self.targets_a_trip = diary, trips_a_week, targets_a_trip
        self.outings: dict[int, list[Outing]] = defaultdict(list)
        self.used: dict[int, int] = defaultdict(int)
        self.is_repeated = repeated

    def put(self, outing: Outing, half: int) -> None:
        outing.half = half
        self.outings[outing.official].append(outing)
        self.used[outing.official] |= 1 << half

    def take(self, outing: Outing) -> None:
        self.outings[outing.official].remove(outing)
        self.used[outing.official] ^= 1 << outing.half
        outing.half = _NOWHERE

    def open_to(self, outing: Outing) -> int:
        """The half-days left for it as things stand."""
        return self._allowed(outing) & ~self.used[outing.official] & ~self.full_weeks(outing.official)

    def full_weeks(self, official: int) -> int:
        """The half-days of weeks in which no further trip may be proposed."""
        used, full = self.used[official], 0
        if used or self.diary.accepted[official]:
            for week in self.diary.weeks:
                accepted = self.diary.trips_accepted(official, week)
                if (used & week).bit_count() + accepted >= self.trips_a_week:
                    full |= week
        return full

    def partners_out(self, official: int) -> int:
        """The half-days in which a partner is out on a proposed trip."""
        found = 0
        for other, mask in self.diary.partners.get(official, ()):
            found |= self.used[other] & mask
        return found

    def join(self, errand: Errand) -> bool:
        """Take it along on a trip that passes there in time; whether there is one."""
        for outing in self.outings[errand.official]:
            here = 1 << outing.half
            if errand.window & here and outing.may_take(errand, self.targets_a_trip):
                if here & self._same_days(errand, outing):
                    continue
                outing.fill([*outing.errands, errand])
                return True
        return False

    def squeeze_in(self, errand: Errand) -> bool:
        """Take it along on a trip of another half-day that can be moved; whether there is one."""
        for outing in list(self.outings[errand.official]):
            if outing.window & errand.window and outing.may_take(errand, self.targets_a_trip):
                before, half = list(outing.errands), outing.half
                self.take(outing)
                outing.fill([*before, errand])
                if self.settle(outing):
                    return True
                outing.fill(before)
                self.put(outing, half)
        return False

    def settle(self, outing: Outing, met: set[Outing] | None = None) -> bool:
        """Find it a half-day, moving other trips out of the way if need be; whether there is one."""
        free = self.open_to(outing)
        if free:
            self.put(outing, (free & -free).bit_length() - 1)
            return True
        met = {outing} if met is None else met
        for other, half in list(self._in_the_way(outing)):
            if other in met or other.half < 0:
                continue
            met.add(other)
            before = other.half
            self.take(other)
            if self.open_to(outing) >> half & 1:
                self.put(outing, half)
                if self.settle(other, met):
                    return True
                self.take(outing)
            self.put(other, before)
        return False

    def _in_the_way(self, outing: Outing) -> Iterator[tuple[Outing, int]]:
        """Trips that could make room for it, with the half-day it would get."""
        allowed, own = outing.window, self.outings[outing.official]
        for other in own:
            if allowed >> other.half & 1:
                yield other, other.half
        for partner, mask in self.diary.partners.get(outing.official, ()):
            for other in self.outings[partner]:
                if (allowed & mask) >> other.half & 1:
                    yield other, other.half
        spare = self._allowed(outing) & ~self.used[outing.official]
        for other in own:
            week = next(week for week in self.diary.weeks if week >> other.half & 1)
            for half in bits(spare & week):
                yield other, half

    def _allowed(self, outing: Outing) -> int:
        free = outing.window & ~self.partners_out(outing.official)
        for errand in outing.errands:
            if self.is_repeated(errand):
                free &= ~self._same_days(errand, outing)
        return free

    def _same_days(self, errand: Errand, outing: Outing) -> int:
        """The days on which another trip goes to the same point."""
        found = 0
        for other in self.outings[errand.official]:
            if other is not outing and any(each.point == errand.point for each in other.errands):
                found |= 0b11 << (other.half & ~1)
        return found
