"""AB角: who is away, and who acts for him then (plan item 7; design/counting, "Who acts").

A half-day's number is twice its day's ordinal, plus one for the afternoon.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.rules.kinds import Half

_OPEN_END = 2 * date.max.toordinal() + 1


def half_day(day: date, half: Half) -> int:
    """The number of a half-day; later ones have higher numbers."""
    return 2 * day.toordinal() + (half == Half.PM)


def day_and_half(number: int) -> tuple[date, Half]:
    """The day and the half of it that a number stands for."""
    return date.fromordinal(number // 2), Half.PM if number % 2 else Half.AM


class Pair(NamedTuple):
    """Two leaders who act for each other while the pairing is valid."""

    a: int
    b: int
    first_day: date | None
    last_day: date | None

    def partner(self, official: int, day: date) -> int | None:
        """The other of the two on a day it is valid; None otherwise."""
        if not (self.first_day or date.min) <= day <= (self.last_day or date.max):
            return None
        return {self.a: self.b, self.b: self.a}.get(official)


class Away(NamedTuple):
    """One absence, from one half-day to another, both included; `last` is None while it is open."""

    official: int
    first: int
    last: int | None

    def covers(self, half: int) -> bool:
        return self.first <= half <= (self.last or _OPEN_END)


class Standing(NamedTuple):
    """Where an official stands in a half-day: `acting` is who acts, himself when here, None if nobody."""

    away: bool
    acting: int | None
    clash: bool


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Pairings of leaders, absences of everybody, times in office; `fallback` acts where no partner can."""

    pairs: Sequence[Pair]
    absences: Sequence[Away]
    in_office: Mapping[int, tuple[date, date]]
    fallback: int | None = None

    def is_away(self, official: int, half: int) -> bool:
        return any(away.official == official and away.covers(half) for away in self.absences)

    def partner(self, official: int, day: date) -> int | None:
        """The leader who stands in that day, if one is paired with him and in office."""
        for pair in self.pairs:
            other = pair.partner(official, day)
            if other is not None and self._serves(other, day):
                return other
        return None

    def standing(self, official: int, half: int) -> Standing:
        """Who acts for the official in that half-day; both of a pair away is a clash."""
        if not self.is_away(official, half):
            return Standing(away=False, acting=official, clash=False)
        partner = self.partner(official, date.fromordinal(half // 2))
        if partner is not None and not self.is_away(partner, half):
            return Standing(away=True, acting=partner, clash=False)
        return Standing(away=True, acting=self._last_resort(official, half), clash=partner is not None)

    def _last_resort(self, official: int, half: int) -> int | None:
        there = self.fallback not in (None, official) and not self.is_away(self.fallback or 0, half)
        return self.fallback if there else None

    def _serves(self, official: int, day: date) -> bool:
        first, last = self.in_office.get(official, (date.min, date.max))
        return first <= day <= last
