"""走访日历的冲突: what stands in the way of an activity on its day. It is said at once and refuses nothing.

Busy and out is whoever goes, never companions (counting, "What a proposed plan places"). Half-days are
numbered as in models.rules.pairing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from models.rules.calendar import HALVES, days_between, month_day, weekday_name
from models.rules.kinds import ConflictKind
from models.rules.pairing import Away, Whereabouts, day_and_half


class Outing(NamedTuple):
    """An activity that takes its goers out, from one half-day to another, both included.

    `key` tells it from others, `words` name it in a sentence; `villages` are those of its points, by id.
    """

    key: int
    words: str
    goers: tuple[int, ...]
    first: int
    last: int
    villages: Mapping[int, str] = MappingProxyType({})


class Conflict(NamedTuple):
    """One reason to think again, in words with names and days."""

    kind: ConflictKind
    text: str


class Surroundings:
    """What else is known of the days in question, laid out so that thousands of activities may ask."""

    def __init__(
        self,
        outings: Iterable[Outing],
        whereabouts: Whereabouts,
        is_workday: Callable[[date], bool],
        people: Mapping[int, str],
    ) -> None:
        self.whereabouts, self.is_workday, self.people = whereabouts, is_workday, people
        self.outings: dict[int, list[Outing]] = defaultdict(list)
        self.absences: dict[int, list[Away]] = defaultdict(list)
        self.visitors: dict[tuple[date, int], list[Outing]] = defaultdict(list)
        for away in whereabouts.absences:
            self.absences[away.official].append(away)
        for outing in outings:
            for goer in outing.goers:
                self.outings[goer].append(outing)
            for village in outing.villages:
                for day in _days(outing):
                    self.visitors[day, village].append(outing)


def conflicts(meant: Outing, around: Surroundings) -> list[Conflict]:
    """All that stands in the way, the gravest first; empty if nothing does."""
    found = {
        ConflictKind.AWAY: _away(meant, around),
        ConflictKind.BUSY: _busy(meant, around),
        ConflictKind.BOTH_OUT: _both_out(meant, around),
        ConflictKind.DAY_OFF: _days_off(meant, around),
        ConflictKind.SAME_VILLAGE: _same_village(meant, around),
    }
    return [Conflict(kind, text) for kind, texts in found.items() for text in texts]


def span_words(first: int, last: int) -> str:
    """Half-days in words: 11月20日, 11月20日上午, 11月20日下午至22日上午."""
    (start, first_half), (end, last_half) = day_and_half(first), day_and_half(last)
    whole = first % 2 == 0 and last % 2 == 1
    begin = month_day(start) + ("" if whole else HALVES[first_half])
    if start == end:
        return begin if whole or first == last else f"{begin}至{HALVES[last_half]}"
    month = "" if start.month == end.month and start.year == end.year else f"{end.month}月"
    return f"{begin}至{month}{end.day}日" + ("" if whole else HALVES[last_half])


def _away(meant: Outing, around: Surroundings) -> Iterator[str]:
    for goer in meant.goers:
        for first, last in _absent(goer, meant, around):
            acting = around.whereabouts.standing(goer, first).acting
            instead = f"，由{around.people[acting]}代行" if acting else ""
            yield f"{around.people[goer]}{span_words(first, last)}外出{instead}。"


def _busy(meant: Outing, around: Surroundings) -> Iterator[str]:
    for goer in meant.goers:
        for other, first, last in _elsewhere(goer, meant, around):
            yield f"{around.people[goer]}{span_words(first, last)}已有{other.words}。"


def _both_out(meant: Outing, around: Surroundings) -> Iterator[str]:
    """Both of a pair would be out of the office in one half-day."""
    for goer in meant.goers:
        for partner in _partners(goer, meant, around):
            name, both = around.people[partner], "两人都不在岗。"
            pair = f"AB角{name}"
            if partner in meant.goers:
                if goer < partner:
                    yield f"{around.people[goer]}与{pair}同去，{both}"
                continue
            for first, last in _absent(partner, meant, around):
                yield f"{around.people[goer]}的{pair}{span_words(first, last)}外出，{both}"
            for other, first, last in _elsewhere(partner, meant, around):
                yield f"{around.people[goer]}的{pair}{span_words(first, last)}有{other.words}，{both}"


def _days_off(meant: Outing, around: Surroundings) -> Iterator[str]:
    off = [day for day in _days(meant) if not around.is_workday(day)]
    for _, run in groupby(enumerate(off), lambda pair: pair[1].toordinal() - pair[0]):
        days = [day for _, day in run]
        weekday = f"（{weekday_name(days[0])}）" if len(days) == 1 else ""
        yield f"{span_words(2 * days[0].toordinal(), 2 * days[-1].toordinal() + 1)}{weekday}是休息日。"


def _same_village(meant: Outing, around: Surroundings) -> Iterator[str]:
    """Somebody else goes to one of the villages on the same day, be it in the other half of it."""
    for village, name in meant.villages.items():
        told: set[int] = set()
        for day in _days(meant):
            for other in around.visitors.get((day, village), ()):
                if other.key in {meant.key, *told} or set(other.goers) & set(meant.goers):
                    continue
                told.add(other.key)
                who = "、".join(around.people[goer] for goer in other.goers)
                yield f"{month_day(day)}{who}也到{name}：{other.words}。"


def _absent(who: int, meant: Outing, around: Surroundings) -> Iterator[tuple[int, int]]:
    """The parts of the outing's half-days in which somebody has an absence."""
    for away in around.absences.get(who, ()):
        first = max(away.first, meant.first)
        last = meant.last if away.last is None else min(away.last, meant.last)
        if first <= last:
            yield first, last


def _elsewhere(who: int, meant: Outing, around: Surroundings) -> Iterator[tuple[Outing, int, int]]:
    """Other outings of somebody, and the half-days they share with this one."""
    for other in around.outings.get(who, ()):
        first, last = max(other.first, meant.first), min(other.last, meant.last)
        if first <= last and other.key != meant.key:
            yield other, first, last


def _partners(who: int, meant: Outing, around: Surroundings) -> list[int]:
    """Who stands in for somebody in these days; usually one, two where the pairing changes meanwhile."""
    found = (around.whereabouts.partner(who, day) for day in _days(meant))
    return list(dict.fromkeys(partner for partner in found if partner is not None))


def _days(outing: Outing) -> list[date]:
    return days_between(date.fromordinal(outing.first // 2), date.fromordinal(outing.last // 2))
