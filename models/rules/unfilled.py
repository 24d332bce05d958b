"""缺岗与冲突: when a seat has neither its A角 nor its B角, and when nobody acts in it (plan item 7).

Half-days are numbered as in models.rules.pairing.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import NamedTuple

from models.rules.absence import time_words
from models.rules.on_duty_board import Line, Seat, Stretch, stretches, tenure
from models.rules.pairing import OPEN_END, Pair, Standing, Whereabouts, half_days


class Unfilled(NamedTuple):
    """Half-days in a row in which a clash leaves a seat to the fallback official, or in which nobody acts.

    `other` is the other one of the pair valid then, None without a pair; `last` is None while it is open.
    """

    seat: Seat
    other: int | None
    first: int
    last: int | None
    standing: Standing

    @property
    def when(self) -> str:
        """11月20日下午至22日; 11月20日起 while it is open."""
        return time_words(self.first, self.last)

    def who(self, people: Mapping[int, str]) -> str:
        """张样一、李样二 of a clash, 张样一 of others; of a post with its name: 陈样三（机要科长）."""
        both = (self.seat.official, self.other if self.standing.clash else None)
        names = "、".join(people[one] for one in both if one is not None)
        return f"{names}（{self.seat.name}）" if self.seat.name else names

    def what(self, people: Mapping[int, str]) -> str:
        """AB角都外出，由吴样九代行; 外出，没有AB角，无人代行."""
        acts = f"由{people[self.standing.acting]}代行" if self.standing.acting is not None else "无人代行"
        return f"{self._why(people)}，{acts}"

    def words(self, people: Mapping[int, str]) -> str:
        """11月20日至22日张样一、李样二AB角都外出，由吴样九代行。"""
        return f"{self.when}{self.who(people)}{self.what(people)}。"

    def _why(self, people: Mapping[int, str]) -> str:
        if self.standing.clash:
            return "AB角都外出"
        if not self.standing.away:
            return f"不在任，B角{people[self.other]}不在岗" if self.other is not None else "不在任"
        return f"外出，AB角{people[self.other]}不在任" if self.other is not None else "外出，没有AB角"


def unfilled(lines: Iterable[Line], there: Whereabouts) -> list[Unfilled]:
    """What touches the half-days of these lines, in time order, each from its beginning to its end.

    Two leaders who are both away are told once, not once for each of them.
    """
    found: dict[object, Unfilled] = {}
    for line in lines:
        if any(_is_bad(one.standing) for one in line.away):
            for one in _of(line, there):
                found.setdefault((frozenset((one.seat.official, one.other)), one.seat.post, one.first), one)
    return sorted(found.values(), key=lambda one: one.first)


def _of(line: Line, there: Whereabouts) -> Iterator[Unfilled]:
    pairs = [line.seat.post] if line.seat.post else there.pairs_of(line.seat.official)
    for one in stretches(line.seat, there, *tenure(line.seat, there)):
        if _is_bad(one.standing):
            for first, last, other in _by_pair(line.seat, one, pairs):
                if first <= line.last and line.first <= last:
                    end = None if last == OPEN_END else last
                    yield Unfilled(line.seat, other, first, end, one.standing)


def _is_bad(standing: Standing) -> bool:
    return standing.clash or standing.acting is None


def _by_pair(seat: Seat, one: Stretch, pairs: Iterable[Pair]) -> Iterator[tuple[int, int, int | None]]:
    """A stretch divided where another pair begins to hold: first and last half-day, and the other one."""
    spans = [(half_days(pair.first_day, pair.last_day), pair.other(seat.official)) for pair in pairs]
    edges = {edge for (begin, end), _ in spans for edge in (begin, end + 1)}
    starts = sorted({one.first, *(edge for edge in edges if one.first < edge <= one.last)})
    parts = [
        (start, end - 1, next((other for (begin, end_), other in spans if begin <= start <= end_), None))
        for start, end in pairwise([*starts, one.last + 1])
    ]
    for other, same in groupby(parts, key=lambda part: part[2]):
        run = list(same)
        yield run[0][0], run[-1][1], other
