"""在岗情况: who is here, 下乡, away or acting for whom over many half-days (plan item 7).

Half-days are numbered as in models.rules.pairing. Who acts is what Whereabouts says of each half-day; here
it is only asked where it may change, so that a year of many officials takes no time.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.rules.pairing import OPEN_END, Away, Pair, Span, Standing, Whereabouts, half_days, merged


class Seat(NamedTuple):
    """A place somebody must always fill: a leader's own, or a post of a department with its A角."""

    official: int
    post: Pair | None = None

    @property
    def name(self) -> str | None:
        """The post's name, None for a leader."""
        return self.post.post if self.post else None


class Stretch(NamedTuple):
    """Half-days in a row in which an official is not here himself, and what is so in all of them."""

    first: int
    last: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Line:
    """One seat from `first` to `last`: when somebody else must act, and when its official is out on a trip.

    Half-days in neither are those in which he is here.
    """

    seat: Seat
    first: int
    last: int
    away: Sequence[Stretch]
    out: Sequence[Span]

    def at(self, half: int) -> tuple[Standing | None, bool]:
        """In a half-day of the line: how he stands if not here, and whether he is 下乡."""
        standing = next((one.standing for one in self.away if one.first <= half <= one.last), None)
        return standing, any(first <= half <= last for first, last in self.out)


def board(
    members: Iterable[int], there: Whereabouts, outings: Mapping[int, Sequence[Span]], first: int, last: int
) -> list[Line]:
    """A line for each of the members in office at some time of these half-days, then one for each post.

    `outings` are the half-days of the trips each official goes on, in order.
    """
    leaders = (Seat(official) for official in members)
    seats = [*leaders, *(Seat(post.a, post) for post in there.posts)]
    lines = (_line(seat, there, outings, first, last) for seat in seats)
    return [line for line in lines if line.first <= line.last]


def tenure(seat: Seat, there: Whereabouts) -> Span:
    """The half-days a seat has to be filled in: while a leader is in office, while a post's pairing holds."""
    if seat.post:
        return half_days(seat.post.first_day, seat.post.last_day)
    return half_days(*there.in_office.get(seat.official, (None, None)))


def stretches(seat: Seat, there: Whereabouts, first: int, last: int) -> Iterator[Stretch]:
    """When from `first` to `last` the official of a seat is not here, divided where it changes who acts."""
    for begin, end in _missing(seat, there, first, last):
        edges = [edge for edge in _edges(seat, there) if begin < edge <= end]
        starts = sorted({begin, *edges})
        pieces = [(start, _standing(seat, there, start)) for start in starts]
        yield from _joined(pieces, end)


def instead(away: Away, there: Whereabouts, members: Container[int]) -> list[tuple[Seat, list[Stretch]]]:
    """Who acts while somebody is away, for each seat he leaves: his own if he is a leader, and his posts.

    `there` knows of the absence.
    """
    found = []
    for seat in _seats_of(away.official, there, members):
        first, last = away.span
        if seat.post:
            begin, end = half_days(seat.post.first_day, seat.post.last_day)
            first, last = max(first, begin), min(last, end)
        found.append((seat, list(stretches(seat, there, first, last))))
    return [(seat, parts) for seat, parts in found if parts]


def instead_now(official: int, there: Whereabouts, members: Container[int], half: int) -> Standing | None:
    """The same in one half-day in which he is away, the gravest of his seats; None if nobody has to act."""
    day = date.fromordinal(half // 2)
    seats = [seat for seat in _seats_of(official, there, members) if not seat.post or seat.post.holds(day)]
    standings = [_standing(seat, there, half) for seat in seats]
    return max(standings, key=lambda one: (one.clash, one.acting is None), default=None)


def acting_half_days(lines: Iterable[Line]) -> dict[int, int]:
    """By official in how many half-days he acts for somebody; acting for two at once is one half-day."""
    found: dict[int, list[Span]] = defaultdict(list)
    for line in lines:
        for one in line.away:
            if one.standing.acting is not None:
                found[one.standing.acting].append((one.first, one.last))
    return {
        official: sum(end - begin + 1 for begin, end in merged(sorted(spans)))
        for official, spans in found.items()
    }


def _seats_of(official: int, there: Whereabouts, members: Container[int]) -> list[Seat]:
    own = [Seat(official)] if official in members else []
    return [*own, *(Seat(post.a, post) for post in there.posts if post.a == official)]


def _line(
    seat: Seat, there: Whereabouts, outings: Mapping[int, Sequence[Span]], first: int, last: int
) -> Line:
    begin, end = tenure(seat, there)
    first, last = max(first, begin), min(last, end)
    away = list(stretches(seat, there, first, last))
    trips = _within(outings.get(seat.official, ()), first, last)
    out = list(_without(merged(trips), [(one.first, one.last) for one in away]))
    return Line(seat, first, last, away, out)


def _missing(seat: Seat, there: Whereabouts, first: int, last: int) -> Iterator[Span]:
    """When he is away; of a post also when its A角 is not in office any more, or not yet."""
    spans = list(there.spans(seat.official))
    if seat.post:
        begin, end = half_days(*there.in_office.get(seat.official, (None, None)))
        spans = list(merged(sorted([*spans, (0, begin - 1), (end + 1, OPEN_END)])))
    return iter(_within(spans, first, last))


def _edges(seat: Seat, there: Whereabouts) -> Iterator[int]:
    """The half-days with which something begins that may change who acts in a seat."""
    pairs = [seat.post] if seat.post else there.pairs_of(seat.official)
    others = [pair.other(seat.official) for pair in pairs]
    for pair in pairs:
        yield from _edges_of(half_days(pair.first_day, pair.last_day))
    for one in {seat.official, there.fallback, *others}:
        if one is not None:
            yield from _edges_of(half_days(*there.in_office.get(one, (None, None))))
            for span in there.spans(one):
                yield from _edges_of(span)


def _edges_of(span: Span) -> Span:
    return span[0], span[1] + 1


def _standing(seat: Seat, there: Whereabouts, half: int) -> Standing:
    return there.post_standing(seat.post, half) if seat.post else there.standing(seat.official, half)


def _joined(pieces: Sequence[tuple[int, Standing]], end: int) -> Iterator[Stretch]:
    """Stretches out of what begins when; neighbours that are the same become one."""
    start, standing = pieces[0]
    for begin, other in pieces[1:]:
        if other != standing:
            yield Stretch(start, begin - 1, standing)
            start, standing = begin, other
    yield Stretch(start, end, standing)


def _within(spans: Sequence[Span], first: int, last: int) -> list[Span]:
    return [(max(begin, first), min(end, last)) for begin, end in spans if begin <= last and end >= first]


def _without(spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of spans outside of others that are in order and do not overlap."""
    for first, last in spans:
        free = first
        for low, high in _within(taken, first, last):
            if low > free:
                yield free, low - 1
            free = high + 1
        if free <= last:
            yield free, last
