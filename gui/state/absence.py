"""外出 in words: who is away until when, who acts for him, and what is still to be done about it. No Tk."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from gui.look.palette import Tone, signed
from gui.state.cards import Line
from gui.state.finding import Filter
from models import terms
from models.absence import Absence
from models.rules.absence import time_words
from models.rules.calendar import month_day, year_of
from models.rules.kinds import Half
from models.rules.on_duty_board import Seat, Stretch, instead, instead_now
from models.rules.pairing import Standing, half_day
from models.whereabouts import Presence

NOW, YEAR, ALL = "now", "year", "all"
SPANS = {NOW: "现在和以后", YEAR: "今年", ALL: "全部"}


class Row(NamedTuple):
    """One line of the list."""

    absence: Absence
    presence: Presence
    today: date

    @property
    def when(self) -> str:
        """11月20日下午至22日; of another year with the year."""
        year = self.absence.first_day.year
        prefix = "" if year == self.today.year else f"{year}年"
        return prefix + time_words(self.absence.first, self.absence.last)

    @property
    def days(self) -> str:
        """How many days, halves as .5; nothing while nobody knows."""
        last = self.absence.last
        return "" if last is None else f"{(last - self.absence.first + 1) / 2:g}"

    @property
    def about(self) -> str:
        """What for and where."""
        return "，".join(filter(None, (self.absence.reason, self.absence.place))) or "—"

    @property
    def acting(self) -> tuple[str, Tone]:
        """李样二代行; ● 王样三代行 where A and B are both away; — where nobody has to act."""
        found = instead(self.absence.away, self.presence.there, self.presence.members)
        parts = [part for _, stretches in found for part in stretches]
        if not parts:
            return "—", Tone.SOFT
        clash = any(part.standing.clash for part in parts)
        gap = any(part.standing.acting is None for part in parts)
        words = "、".join(dict.fromkeys(acting_word(part.standing, self.presence.names) for part in parts))
        if clash:
            return signed(Tone.LATE, f"AB角都外出，{words}"), Tone.LATE
        return (signed(Tone.NEAR, words), Tone.NEAR) if gap else (words, Tone.PLAIN)

    @property
    def state(self) -> tuple[str, Tone]:
        """▲ 外出中, ○ 将外出, ◆ 待登记返岗, ✓ 已返岗."""
        away, today = self.absence, self.today
        if away.first_day > today:
            return signed(Tone.NOT_DUE, "将外出"), Tone.NOT_DUE
        if away.last_day is None or away.last_day >= today:
            return signed(Tone.NEAR, "外出中"), Tone.NEAR
        if to_hand_back(away, today):
            return signed(Tone.PLANNED, "待登记返岗"), Tone.PLANNED
        return signed(Tone.DONE, "已返岗"), Tone.DONE


def rows(absences: Iterable[Absence], known: Presence, today: date, span: str, typed: str) -> list[Row]:
    """The lines of a span of time that a search means: what is running and to come, soonest first; of more,
    latest first.
    """
    meant = Filter(typed)
    made = [Row(one, known, today) for one in absences if _is_in(one, span, today)]
    found = [row for row in made if meant.finds((row.absence.official.name, row.about))]
    return found if span == NOW else found[::-1]


def context(found: Iterable[Absence], today: date) -> str:
    """今天外出 3 人，待登记返岗 1 人."""
    there = list(found)
    away = len({one.official_id for one in there if one.covers(today)})
    back = sum(to_hand_back(one, today) for one in there)
    return f"今天外出 {away} 人" + (f"    待登记返岗 {back} 人" if back else "")


def to_hand_back(absence: Absence, today: date) -> bool:
    """Whether it is over, something was handed over, and the return is not entered."""
    over = absence.last_day is not None and absence.last_day < today
    return over and bool(absence.handover.strip()) and absence.returned_on is None


def board(
    absences: Sequence[Absence], known: Presence, today: date, open_: Callable[[Absence], object]
) -> list[Line]:
    """A line for each absence of today: who, who acts for him, until when; then who has to hand back.

    `open_` is what a click on one does.
    """
    lines = [(one, _line(one, known, today)) for one in absences if one.covers(today)]
    lines += [(one, _return(one)) for one in absences if to_hand_back(one, today)]
    return [line._replace(run=partial(open_, one)) for one, line in lines]


def acting_word(standing: Standing, names: Mapping[int, str]) -> str:
    """李样二代行, 无人代行."""
    return "无人代行" if standing.acting is None else f"{names[standing.acting]}代行"


def instead_words(found: Iterable[tuple[Seat, Sequence[Stretch]]], names: Mapping[int, str]) -> Iterator[str]:
    """Who acts when: 期间李样二代行。 or a line for each part of the time."""
    for seat, parts in found:
        post = f"岗位“{seat.name}”" if seat.name else ""
        for part in parts:
            when = "期间" if len(parts) == 1 else time_words(part.first, part.last)
            yield f"{post}{when}{acting_word(part.standing, names)}。"


def to_tell(found: Iterable[tuple[Seat, Sequence[Stretch]]], names: Mapping[int, str]) -> str:
    """Who acts, once each, "" if nobody does: 李样二、吴样九."""
    acting = (part.standing.acting for _, parts in found for part in parts)
    return "、".join(dict.fromkeys(names[one] for one in acting if one is not None))


def until(absence: Absence) -> str:
    """至11月25日上午; 未定返回 while it is open."""
    if absence.last_day is None:
        return "未定返回"
    half = "" if absence.last_half == Half.PM else terms.label(Half.AM)
    return f"至{month_day(absence.last_day)}{half}"


def _line(absence: Absence, known: Presence, today: date) -> Line:
    half = max(half_day(today, Half.AM), absence.first)
    standing = instead_now(absence.official_id, known.there, known.members, half)
    if standing is None:
        return Line(absence.official.name, until(absence), Tone.SOFT)
    acts = acting_word(standing, known.names)
    if standing.clash:
        return Line(f"{absence.official.name}（● AB角都外出，{acts}）", until(absence), Tone.LATE)
    return Line(f"{absence.official.name}（{acts}）", until(absence), Tone.NEAR)


def _return(absence: Absence) -> Line:
    return Line(f"◆ {absence.official.name}（请登记返岗、交回）", f"{until(absence)[1:]}已满", Tone.PLANNED)


def _is_in(absence: Absence, span: str, today: date) -> bool:
    if span == ALL:
        return True
    if span == YEAR:
        year = year_of(today)
        return absence.first_day <= year.last and (absence.last_day or year.last) >= year.first
    return absence.last_day is None or absence.last_day >= today or to_hand_back(absence, today)
