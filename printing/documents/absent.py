"""Absences as their notice and their handover list tell of them: who acts, what is to be done meanwhile."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.absence import Absence, absences_between
from models.agenda import Entry, agenda
from models.official import Official, officials
from models.pairing import Pairing, pairings
from models.rules.absence import Clash, known_clashes, time_words
from models.rules.calendar import HALVES, chinese_date, day_in, weekday_name
from models.rules.conflicts import span_words
from models.rules.entry import occupies
from models.rules.kinds import ActivityState
from models.rules.on_duty_board import Seat, Stretch, instead
from models.rules.pairing import OPEN_END, day_and_half
from models.rules.problem import Problem
from models.terms import label
from models.whereabouts import whereabouts
from printing.choice import Choice
from printing.wording import amount, plain, told, whole


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts in one seat from a half-day to another; `official` is None if nobody does.

    `partner` is the other of the pair, None where there is none; `clash`: he is away as well.
    """

    post: str
    first: int
    last: int | None
    official: Official | None
    partner: Official | None
    clash: bool


class Absences:
    """The absences chosen, in rank order, with all that is known of them.

    Raises Problem if nobody is away then.
    """

    def __init__(self, choice: Choice) -> None:
        span = choice.span
        self._full = choice.full
        self.people = {row.id: row for row in officials()}
        self._members = {number for number, row in self.people.items() if row.is_member}
        rank = {number: place for place, number in enumerate(self.people)}
        found = [
            row for row in absences_between(span.first, span.last) if choice.leader in (None, row.official)
        ]
        self.rows = sorted(found, key=lambda row: rank[row.official_id])
        if not found:
            nobody = f"{plain(choice.leader.name)}没有" if choice.leader else "没有人"
            raise Problem(f"{span.title}{nobody}外出，没有单子可以打印。外出在“AB角”页登记。")
        self._there, self._pairings = whereabouts(), pairings()
        self._entries = _by_official(self.rows)

    def acting(self, absence: Absence) -> list[Acting]:
        """Who acts for him: in his own place if he is a leader, and in each post he is A角 of."""
        found = instead(absence.away, self._there, self._members)
        return [self._acting(seat, one) for seat, parts in found for one in parts]

    def pairings(self, absence: Absence) -> list[Pairing]:
        """The pairings in which somebody acts for him while he is away."""
        first, last = absence.first_day, absence.last_day or date.max
        his = (row for row in self._pairings if self._acts_for(row, absence.official_id))
        return [row for row in his if (row.first_day or first) <= last and (row.last_day or last) >= first]

    def clashes(self, absence: Absence) -> list[Clash]:
        """When both of a pair he is in are away."""
        return known_clashes(absence.away, self._there)

    def plans(self, absence: Absence) -> Iterator[tuple[str, Sequence[Official]]]:
        """What was planned of him for that time, and who goes instead: nobody yet, if it is still his."""
        first, last = absence.away.span
        for entry in self._entries[absence.official_id]:
            if entry.first <= last and entry.last >= first:
                instead = entry.stand_ins if absence.official_id not in entry.goers else ()
                if instead or entry.state == ActivityState.PLANNED:
                    yield self._plan(entry), [self.people[one] for one in instead]

    def text(self, text: str) -> str:
        """Free text, numbers masked unless the print is a full one."""
        return told(text, full=self._full)

    def _acting(self, seat: Seat, one: Stretch) -> Acting:
        day, _ = day_and_half(one.first)
        partner = seat.post.b if seat.post else self._there.partner(seat.official, day)
        return Acting(
            post=seat.name or "",
            first=one.first,
            last=None if one.last == OPEN_END else one.last,
            official=self._official(one.standing.acting),
            partner=self._official(partner),
            clash=one.standing.clash,
        )

    def _official(self, number: int | None) -> Official | None:
        return None if number is None else self.people[number]

    def _acts_for(self, row: Pairing, official: int) -> bool:
        return official in (row.a_id, row.b_id) if row.is_of_leaders else official == row.a_id

    def _plan(self, entry: Entry) -> str:
        """11月25日上午走访样样镇（HD20260001），已完成."""
        where = entry.place or "、".join(map(plain, entry.targets[:3]))
        done = "，已完成" if entry.state == ActivityState.DONE else ""
        when = span_words(entry.first, entry.last)
        return self.text(f"{when}{label(entry.kind)}{plain(where)}") + f"（{entry.number}）{done}"


def when(absence: Absence) -> str:
    """2026年11月24日（星期二）下午至26日…，共2.5天; of an open one: …起，返岗时间未定."""
    first, year = absence.first, absence.first_day.year
    begin = f"{chinese_date(absence.first_day)}（{weekday_name(absence.first_day)}）"
    if absence.last is None:
        return f"{begin}{_half(first)}起，返岗时间未定"
    end = f"{day_in(absence.last_day or absence.first_day, year)}"
    weekday = weekday_name(absence.last_day or absence.first_day)
    days = whole(f"共{amount((absence.last - first + 1) / 2)}天")
    if absence.first_day == absence.last_day:
        return f"{begin}{_half(first) if first == absence.last else '全天'}，{days}"
    return f"{begin}{_half(first)}至{end}（{weekday}）{_half(absence.last)}，{days}"


def why(absence: Absence) -> str:
    """张样一11月24日下午至26日外出（参加培训），for the head of a list."""
    reason = f"（{absence.reason}）" if absence.reason else ""
    return f"{plain(absence.official.name)}{time_words(absence.first, absence.last)}外出{reason}"


def _half(number: int) -> str:
    return HALVES[day_and_half(number)[1]]


def _by_official(rows: Sequence[Absence]) -> dict[int, list[Entry]]:
    """What occupies each of those who are away, from the first day to the last of all these absences."""
    last = max(row.last_day or date.max for row in rows)
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in agenda(min(row.first_day for row in rows), last).entries:
        if occupies(entry.kind, entry.state):
            for one in {*entry.leaders, *entry.stand_ins}:
                found[one].append(entry)
    return found
