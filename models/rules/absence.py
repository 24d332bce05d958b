"""外出: whether an absence may be kept, and where both of a pair would be away (plan item 7).

Half-days are numbered as in models.rules.pairing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from models.rules.calendar import chinese_date
from models.rules.conflicts import span_words
from models.rules.kinds import Half
from models.rules.on_duty_board import Seat, stretches
from models.rules.pairing import OPEN_END, Away, Whereabouts, day_and_half, half_day
from models.rules.problem import Fault

_COLON = re.compile(r"：|(?<!\d):|:(?!\d)")


class Clash(NamedTuple):
    """Half-days in a row in which A and B are both away: the other of the two, the post if it is one of a
    department, and who acts instead, None if nobody.
    """

    other: int
    post: str
    first: int
    last: int | None
    acting: int | None


def complaints(meant: Away, same: Iterable[Away], office: tuple[date, date], name: str) -> Iterator[str]:
    """What is wrong with an absence of somebody with these others and this time in office.

    Whether both of a pair are away is another question: see `clashes`.
    """
    return (fault.words for fault in faults(meant, same, office, name))


def faults(meant: Away, same: Iterable[Away], office: tuple[date, date], name: str) -> Iterator[Fault]:
    """The same complaints, each with `first_day` or `last_day`, whichever it is about."""
    if meant.last is not None and meant.last < meant.first:
        yield Fault("last_day", "结束时间早于开始时间。")
        return
    yield from _outside_office(meant, office, name)
    for other in same:
        if overlap(meant, other):
            when = time_words(other.first, other.last)
            words = f"{name}{when}已登记外出，时间重叠。请修改原来那一次，或改正日期。"
            yield Fault("first_day", words)


def overlap(one: Away, other: Away) -> bool:
    """Whether two absences share a half-day, whoever is away."""
    return one.first <= other.span[1] and other.first <= one.span[1]


def return_complaints(away: Away, returned: date, today: date) -> Iterator[str]:
    """Why somebody cannot be back from an absence on a day; nothing if he may be.

    Who is back was away until then: the absence has an end, in the morning of that day at the latest.
    """
    if returned > today:
        yield f"{chinese_date(returned)}还没有到，返岗请在回来以后登记。"
    if half_day(returned, Half.PM) <= away.first:
        yield "返岗早于外出开始。"
    elif away.last is None:
        yield "这次外出还没有结束日期，登记返岗要先写明外出到哪一天。"
    elif half_day(returned, Half.PM) <= away.last:
        yield "返岗早于外出结束，外出的结束日期要改成实际结束的那一天。"


def clashes(meant: Away, there: Whereabouts) -> list[Clash]:
    """Where somebody's absence leaves neither A nor B; `there` does not know of it yet, or of another form
    of it.
    """
    return known_clashes(meant, replace(there, absences=[*there.absences, meant]))


def known_clashes(away: Away, there: Whereabouts) -> list[Clash]:
    """Where an absence that `there` knows of leaves neither A nor B."""
    posts = (post for post in there.posts if post.other(away.official) is not None)
    seats = [Seat(away.official), *(Seat(post.a, post) for post in posts)]
    return [found for seat in seats for found in _clashes_of(seat, away, there)]


def clash_words(clash: Clash, people: Mapping[int, str]) -> str:
    """11月20日至22日AB角李样二也外出，由吴样九代行。"""
    acts = f"由{people[clash.acting]}代行" if clash.acting else "无人代行"
    post = f"（{clash.post}）" if clash.post else ""
    return f"{time_words(clash.first, clash.last)}AB角{people[clash.other]}{post}也外出，{acts}。"


def time_words(first: int, last: int | None) -> str:
    """11月20日下午至22日上午; 11月20日下午起 while it is open."""
    if last is None or last == OPEN_END:
        return f"{span_words(first, first | 1)}起"
    return span_words(first, last)


def handed_over(text: str) -> list[tuple[str, str]]:
    """Each line of 交接事项 as what is handed over and what is said of it, parted by its first colon.

    A line without one says only what; the colon of a time such as 9:30 parts nothing.
    """
    lines = (line.strip() for line in text.splitlines())
    parted = (_COLON.split(line, maxsplit=1) for line in lines if line)
    return [(parts[0].strip(), parts[1].strip() if len(parts) > 1 else "") for parts in parted]


def _outside_office(meant: Away, office: tuple[date, date], name: str) -> Iterator[Fault]:
    first, last = office
    begin, _ = day_and_half(meant.first)
    if begin < first:
        yield Fault("first_day", f"{name}{chinese_date(first)}才任职，外出不能早于这一天。")
    end = begin if meant.last is None else day_and_half(meant.last)[0]
    if end > last:
        field = "first_day" if begin > last else "last_day"
        yield Fault(field, f"{name}任职到{chinese_date(last)}为止，外出不能晚于这一天。")


def _clashes_of(seat: Seat, meant: Away, known: Whereabouts) -> Iterator[Clash]:
    for one in stretches(seat, known, *meant.span):
        day = date.fromordinal(one.first // 2)
        other = seat.post.other(meant.official) if seat.post else known.partner(meant.official, day)
        if one.standing.clash and other is not None:
            last = None if one.last == OPEN_END else one.last
            yield Clash(other, seat.name or "", one.first, last, one.standing.acting)
