"""AB角: who is away, and who acts for him then (plan item 7; design/counting, "Who acts").

A half-day's number is twice its day's ordinal, plus one for the afternoon.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from models.rules.kinds import Half

OPEN_END = 2 * date.max.toordinal() + 1

Span = tuple[int, int]
"""The first and the last of some half-days in a row."""


def half_day(day: date, half: Half) -> int:
    """The number of a half-day; later ones have higher numbers."""
    return 2 * day.toordinal() + (half == Half.PM)


def day_and_half(number: int) -> tuple[date, Half]:
    """The day and the half of it that a number stands for."""
    return date.fromordinal(number // 2), Half.PM if number % 2 else Half.AM


def half_days(first: date | None, last: date | None) -> Span:
    """The half-days from one day to another, both included; None is without end."""
    return half_day(first or date.min, Half.AM), half_day(last or date.max, Half.PM)


class Pair(NamedTuple):
    """A角 and B角 while the pairing is valid: two leaders act for each other, in a post B acts for A.

    `post` is the name of the post, "" of a pair of leaders.
    """

    a: int
    b: int
    first_day: date | None
    last_day: date | None
    post: str = ""

    def holds(self, day: date) -> bool:
        return (self.first_day or date.min) <= day <= (self.last_day or date.max)

    def other(self, official: int) -> int | None:
        """The other of the two; None for anybody else."""
        return {self.a: self.b, self.b: self.a}.get(official)


class Away(NamedTuple):
    """One absence, from one half-day to another, both included; `last` is None while it is open."""

    official: int
    first: int
    last: int | None

    @property
    def span(self) -> Span:
        return self.first, OPEN_END if self.last is None else self.last


def stored_pair(a: int, b: int, first_day: str | None, last_day: str | None, post: str) -> Pair:
    """A pairing out of the values of its columns, days as the database keeps them."""
    return Pair(a, b, _day(first_day), _day(last_day), post)


def stored_away(official: int, first_day: str, first_half: str, last_day: str | None, last_half: str) -> Away:
    """An absence out of the values of its columns, days as the database keeps them."""
    first = half_day(date.fromisoformat(first_day), Half(first_half))
    last = half_day(date.fromisoformat(last_day), Half(last_half)) if last_day else None
    return Away(official, first, last)


class Standing(NamedTuple):
    """Where an official stands in a half-day: `acting` is who acts, himself when here, None if nobody."""

    away: bool
    acting: int | None
    clash: bool


@dataclass(frozen=True)
class Whereabouts:
    """Pairings of leaders and of posts, absences of everybody, times in office.

    `fallback` acts where no partner can.
    """

    pairs: Sequence[Pair]
    absences: Sequence[Away]
    in_office: Mapping[int, tuple[date, date]]
    fallback: int | None = None
    posts: Sequence[Pair] = ()

    def is_away(self, official: int, half: int) -> bool:
        spans = self.spans(official)
        place = bisect_right(spans, (half, OPEN_END)) - 1
        return place >= 0 and spans[place][1] >= half

    def serves(self, official: int, day: date) -> bool:
        """Whether he is in office that day."""
        first, last = self.in_office.get(official, (date.min, date.max))
        return first <= day <= last

    def spans(self, official: int) -> Sequence[Span]:
        """When he is away, in order; absences that overlap or touch are one."""
        return self._spans.get(official, ())

    def pairs_of(self, official: int) -> Sequence[Pair]:
        """The pairings of leaders he is in, whether valid or not."""
        return self._pairs.get(official, ())

    def partner(self, official: int, day: date) -> int | None:
        """The leader who stands in that day, if one is paired with him and in office."""
        for pair in self.pairs_of(official):
            other = pair.other(official)
            if other is not None and pair.holds(day) and self.serves(other, day):
                return other
        return None

    def standing(self, official: int, half: int) -> Standing:
        """Who acts for the official in that half-day; both of a pair away is a clash."""
        return self._standing(official, self.partner(official, date.fromordinal(half // 2)), half)

    def post_standing(self, post: Pair, half: int) -> Standing:
        """Who acts in a post in that half-day: its A角, else its B角 while the pairing is valid."""
        day = date.fromordinal(half // 2)
        b = post.b if post.holds(day) and self.serves(post.b, day) else None
        return self._standing(post.a, b, half)

    def _standing(self, official: int, partner: int | None, half: int) -> Standing:
        away = self.is_away(official, half)
        if not away and self.serves(official, date.fromordinal(half // 2)):
            return Standing(away=False, acting=official, clash=False)
        if partner is not None and not self.is_away(partner, half):
            return Standing(away, partner, clash=False)
        return Standing(away, self._last_resort(official, half), clash=away and partner is not None)

    def _last_resort(self, official: int, half: int) -> int | None:
        one = self.fallback
        if one is None or one == official or self.is_away(one, half):
            return None
        return one if self.serves(one, date.fromordinal(half // 2)) else None

    @cached_property
    def _spans(self) -> Mapping[int, list[Span]]:
        found: dict[int, list[Span]] = defaultdict(list)
        for away in sorted(self.absences, key=lambda one: one.first):
            found[away.official].append(away.span)
        return {official: list(merged(spans)) for official, spans in found.items()}

    @cached_property
    def _pairs(self) -> Mapping[int, list[Pair]]:
        found: dict[int, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            found[pair.a].append(pair)
            found[pair.b].append(pair)
        return found


def merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans in the order of their beginnings, those that overlap or touch made one."""
    first, last = 0, -2
    for begin, end in spans:
        if begin > last + 1:
            if last >= first:
                yield first, last
            first, last = begin, end
        last = max(last, end)
    if last >= first:
        yield first, last


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
