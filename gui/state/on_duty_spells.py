"""在岗情况, line by line: half-days in a row in which the same is so of a seat. No Tk."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from models.absence import Absence
from models.on_duty_board import Board, Trip
from models.rules.on_duty_board import Line, Seat, Stretch
from models.rules.pairing import Standing, half_days

Acts = tuple[Seat, Stretch]


class Spell(NamedTuple):
    """Half-days from `first` to `last`: `standing` is None while he is here himself.

    `absence` is what keeps him away, `trip` where he is 下乡, `acting` the seats he acts in beside his own;
    `off`: a day off on which nothing of that is so.
    """

    seat: Seat
    first: int
    last: int
    standing: Standing | None = None
    absence: Absence | None = None
    trip: Trip | None = None
    acting: tuple[Acts, ...] = ()
    off: bool = False

    @property
    def halves(self) -> int:
        """How many half-days it has."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class Shown:
    """The board of the days shown, what keeps whom away and out in them, and who acts in which seats."""

    board: Board
    absences: Mapping[int, Sequence[Absence]]
    trips: Mapping[int, Sequence[Trip]]
    acting: Mapping[int, Sequence[Acts]]
    is_workday: Callable[[date], bool]

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last half-day shown."""
        return half_days(self.board.first, self.board.last)

    def name(self, official: int) -> str:
        return self.board.people[official].name

    def absence(self, official: int, half: int) -> Absence | None:
        """What keeps somebody away in a half-day."""
        there = self.absences.get(official, ())
        return next((one for one in there if one.first <= half <= one.away.span[1]), None)


def shown(
    board: Board, absences: Iterable[Absence], trips: Iterable[Trip], is_workday: Callable[[date], bool]
) -> Shown:
    """The board with the absences and trips of its days laid out by official."""
    by_official: dict[int, list[Absence]] = defaultdict(list)
    for one in absences:
        by_official[one.official_id].append(one)
    trips_of: dict[int, list[Trip]] = defaultdict(list)
    for trip in trips:
        trips_of[trip.official].append(trip)
    return Shown(board, by_official, trips_of, _acting(board), is_workday)


def spells(line: Line, known: Shown) -> list[Spell | None]:
    """A line's days from the first shown to the last; None stands for a half-day not in office."""
    first, last = known.span
    found: list[Spell | None] = [None] * (line.first - first)
    for _, same in groupby(_half_days(line, known), key=_likeness):
        run = list(same)
        found.append(run[0]._replace(last=run[-1].last))
    return [*found, *[None] * (last - line.last)]


def absence_behind(spell: Spell, known: Shown) -> Absence | None:
    """The absence that a spell is about: his own, or that of the one he acts for."""
    acted = (known.absence(seat.official, spell.first) for seat, _ in spell.acting)
    return spell.absence or next(filter(None, acted), None)


def _acting(board: Board) -> dict[int, list[Acts]]:
    found: dict[int, list[Acts]] = defaultdict(list)
    for line in board.lines:
        for one in line.away:
            if one.standing.acting is not None:
                found[one.standing.acting].append((line.seat, one))
    return found


def _half_days(line: Line, known: Shown) -> Iterator[Spell]:
    who = line.seat.official
    trips, acting = known.trips.get(who, ()), known.acting.get(who, ())
    for half in range(line.first, line.last + 1):
        standing, out = line.at(half)
        acts = tuple((seat, one) for seat, one in acting if one.first <= half <= one.last)
        yield Spell(
            line.seat,
            half,
            half,
            standing,
            absence=known.absence(who, half) if standing else None,
            trip=next((one for one in trips if out and one.first <= half <= one.last), None),
            acting=acts,
            off=not (standing or out or acts or known.is_workday(date.fromordinal(half // 2))),
        )


def _likeness(spell: Spell) -> tuple[object, ...]:
    """What half-days have in common that are joined."""
    absence = spell.absence.id if spell.absence else None
    return spell.standing, absence, spell.trip, tuple(seat for seat, _ in spell.acting), spell.off
