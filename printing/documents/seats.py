"""Who is here, 下乡, away or acted for, in the words of the printed board."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from models.absence import Absence, absences_between
from models.agenda import Entry, agenda
from models.holiday import workday_test
from models.official import Official
from models.on_duty_board import on_duty_board
from models.rules.absence import time_words
from models.rules.calendar import Period
from models.rules.entry import occupies
from models.rules.kinds import Half
from models.rules.on_duty_board import Line, Seat, Stretch, acting_half_days
from models.rules.pairing import Standing, half_days
from models.rules.unfilled import unfilled
from models.terms import label
from printing.wording import plain, told

HERE, OUT, AWAY, VACANT, NOT_THERE = "在岗", "下乡", "外出", "空缺", "—"


class Seats:
    """Every seat from one day to another, leaders by rank and then posts, and what takes people out.

    `instead`: by who acts, for which seats and when.
    """

    def __init__(self, span: Period, *, full: bool) -> None:
        self._board, self._full = on_duty_board(span.first, span.last), full
        self.lines, self.is_workday = self._board.lines, workday_test()
        self._absences: dict[int, list[Absence]] = defaultdict(list)
        for absence in absences_between(span.first, span.last):
            self._absences[absence.official_id].append(absence)
        self.instead: dict[int, list[tuple[Line, Stretch]]] = defaultdict(list)
        for line in self.lines:
            for part in line.away:
                if part.standing.acting is not None:
                    self.instead[part.standing.acting].append((line, part))
        self._trips: dict[int, list[Entry]] = defaultdict(list)
        for entry in agenda(span.first, span.last).entries:
            if occupies(entry.kind, entry.state):
                for goer in entry.goers:
                    self._trips[goer].append(entry)

    def official(self, number: int) -> Official:
        return self._board.people[number]

    def state(self, line: Line, half: int) -> str:
        """在岗, 下乡, 外出, 空缺; — where his time there has not begun or is over, or on a day off."""
        if not line.first <= half <= line.last:
            return NOT_THERE
        standing, out = line.at(half)
        if standing:
            return AWAY if standing.away else VACANT
        if out:
            return OUT
        return HERE if self.is_workday(date.fromordinal(half // 2)) else NOT_THERE

    def acts(self, line: Line, half: int) -> str:
        """李样二代行; with ● where A and B are both away, with ▲ where nobody acts; "" where nobody need."""
        standing, _ = line.at(half)
        return _sign(standing) + self._acting(standing) if standing else ""

    def about(self, line: Line, day: date) -> Iterator[str]:
        """Whom a leader acts for on a day, then what takes him out: his absences and his trips."""
        first, last = half_days(day, day)
        if not line.seat.post:
            parts = self.instead.get(line.seat.official, ())
            whose = (self.named(to.seat) for to, part in parts if part.first <= last and part.last >= first)
            yield from (f"兼代{name}" for name in dict.fromkeys(whose))
        for absence in self._absences[line.seat.official]:
            if absence.covers(day):
                yield f"{time_words(absence.first, absence.last)}外出{self.why(absence)}"
        for trip in self._out(line, first, last):
            span = max(first, trip.first), min(last, trip.last)
            yield ("" if span == (first, last) else label(Half.PM if span[0] % 2 else Half.AM)) + self._trip(
                trip
            )

    def where(self, line: Line, half: int) -> str:
        """Where the trips of a half-day go."""
        places = (self._place(trip) or label(trip.kind) for trip in self._out(line, half, half))
        return "、".join(dict.fromkeys(places))

    def why(self, absence: Absence) -> str:
        """（参加培训，省委党校）."""
        parts = "，".join(filter(None, (absence.reason, absence.place)))
        return told(f"（{parts}）", full=self._full) if parts else ""

    def causes(self, line: Line, first: int, last: int) -> str:
        """The absences for which somebody acts in these half-days."""
        found = self._absences[line.seat.official]
        touching = [one for one in found if one.first <= last and one.away.span[1] >= first]
        told_of = [f"{time_words(one.first, one.last)}外出{self.why(one)}" for one in touching]
        return "；".join(told_of) or "岗位空缺"

    def named(self, seat: Seat) -> str:
        """张样一, 陈样三（机要科长）: whose work it is."""
        name = plain(self.official(seat.official).name)
        return f"{name}（{seat.name}）" if seat.name else name

    def warnings(self) -> list[str]:
        """Where A and B are both away, each pair once, and where nobody acts, in the words of the screen."""
        names = {number: plain(row.name) for number, row in self._board.people.items()}
        found = unfilled(self.lines, self._board.whereabouts)
        return [_sign(one.standing) + one.words(names) for one in found]

    def _acting(self, standing: Standing) -> str:
        return "无人代行" if standing.acting is None else f"{plain(self.official(standing.acting).name)}代行"

    def _out(self, line: Line, first: int, last: int) -> Iterator[Entry]:
        for trip in self._trips[line.seat.official]:
            spans = ((max(first, begin, trip.first), min(last, end, trip.last)) for begin, end in line.out)
            if any(begin <= end for begin, end in spans):
                yield trip

    def _trip(self, trip: Entry) -> str:
        return label(trip.kind) + (f"（{place}）" if (place := self._place(trip)) else "")

    def _place(self, trip: Entry) -> str:
        return told(trip.place or "、".join(map(plain, trip.targets[:2])), full=self._full)


def acting_days(first: date, last: date) -> dict[int, float]:
    """By official on how many days he acts for somebody from one day to another, halves as .5."""
    halves = acting_half_days(on_duty_board(first, last).lines)
    return {official: count / 2 for official, count in halves.items()}


def _sign(standing: Standing) -> str:
    if standing.clash:
        return "● "
    return "▲ " if standing.acting is None else ""
