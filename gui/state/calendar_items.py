"""What a calendar draws: activities and absences of the leader chosen, with the days they take. No Tk."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from gui.look.palette import SIGNS, Tone, signed
from gui.state import calendar_words as words
from models.agenda import Agenda, Entry, Out
from models.rules.kinds import ActivityState

Key = tuple[str, int]
"""Which activity or absence."""


class Item(NamedTuple):
    """One bar or chip. `text` begins with the sign of its tone; `entry` is None for an absence."""

    key: Key
    first_day: date
    last_day: date
    text: str
    tone: Tone
    entry: Entry | None = None
    out: Out | None = None

    def on(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


def items(agenda: Agenda, leader: int | None, today: date) -> list[Item]:
    """Absences, then what takes several days, then single days by half; what was cancelled comes last.

    Of all leaders, or of one: for him also what he goes to in somebody's stead.
    """
    entries = [one for one in agenda.entries if leader is None or one.concerns(leader)]
    entries.sort(key=lambda one: (one.state == ActivityState.CANCELLED, one.first_day == one.last_day))
    return [
        *_absences(agenda, leader),
        *(
            _activity(one, agenda, today, named=leader is None or not _goes_alone(leader, one))
            for one in entries
        ),
    ]


def _goes_alone(leader: int, entry: Entry) -> bool:
    return entry.leaders == (leader,) and not entry.stand_ins


def on_day(found: Iterable[Item], day: date) -> list[Item]:
    """What there is on one day: absences, then activities by half."""
    there = [item for item in found if item.on(day)]
    return sorted(there, key=lambda item: 0 if item.entry is None else item.entry.first)


def tally(found: Iterable[Item]) -> str:
    """How many of each state: ✓3 ○5 ◆1 外2."""
    there = list(found)
    tones = [item.tone for item in there if item.entry is not None]
    counted = [(SIGNS[tone], tones.count(tone)) for tone in (Tone.DONE, Tone.NOT_DUE, Tone.PLANNED)]
    counted.append(("外", len(there) - len(tones)))
    return " ".join(f"{sign}{count}" for sign, count in counted if count)


def counts(found: Iterable[Item]) -> str:
    """How many of each state in words: 完成 3    计划 5    待确认 1; absences aside."""
    named = {Tone.DONE: "完成", Tone.NOT_DUE: "计划", Tone.PLANNED: "待确认"}
    tones = [item.tone for item in found if item.entry is not None]
    return "    ".join(f"{word} {tones.count(tone)}" for tone, word in named.items() if tone in tones)


class Told(NamedTuple):
    """An item in full: what its line says, all there is to say, and what stands in its way."""

    head: tuple[str, Tone]
    lines: list[str]
    against: list[str]


def told(item: Item, agenda: Agenda, today: date, *, warned: bool) -> Told:
    """All of an item; `warned` is what `Warned` says of it."""
    head = shown(item, warned=warned)
    if item.entry is not None:
        against = [signed(Tone.NEAR, conflict.text) for conflict in agenda.conflicts(item.entry)]
        return Told(head, words.about(item.entry, agenda.people, today), against)
    if item.out is None:
        return Told(head, [], [])
    clash = [signed(Tone.LATE, "AB角双方都不在。")] if item.out.clash else []
    return Told(head, [words.absence_span(item.out), words.absence(item.out, agenda.people)], clash)


def shown(item: Item, *, warned: bool) -> tuple[str, Tone]:
    """What is written of an item; ▲ in place of its sign where something stands in its way."""
    return (f"{SIGNS[Tone.NEAR]}{item.text[1:]}", Tone.NEAR) if warned else (item.text, item.tone)


class Warned:
    """Whether an item is still to come and something stands in its way; each is looked at once."""

    def __init__(self, agenda: Agenda, today: date) -> None:
        self._agenda, self._today = agenda, today
        self._known: dict[Key, bool] = {}

    def __call__(self, item: Item) -> bool:
        if item.key not in self._known:
            self._known[item.key] = self._ahead(item) and bool(
                item.entry and self._agenda.conflicts(item.entry)
            )
        return self._known[item.key]

    def _ahead(self, item: Item) -> bool:
        entry = item.entry
        return entry is not None and entry.state == ActivityState.PLANNED and entry.last_day >= self._today


def _activity(entry: Entry, agenda: Agenda, today: date, *, named: bool) -> Item:
    _, tone = words.state(entry, today)
    text = words.chip(entry, agenda.people, named=named)
    sign = SIGNS.get(tone, "")
    return Item(
        ("activity", entry.id), entry.first_day, entry.last_day, sign + " " * bool(sign) + text, tone, entry
    )


def _absences(agenda: Agenda, leader: int | None) -> Iterator[Item]:
    shown: Sequence[Out] = [one for one in agenda.absences if leader in (None, one.official)]
    for out in shown:
        last = agenda.last if out.last is None else date.fromordinal(out.last // 2)
        first = date.fromordinal(out.first // 2)
        tone = Tone.LATE if out.clash else Tone.SOFT
        yield Item(
            ("absence", out.id),
            first,
            last,
            words.absence(out, agenda.people, named=leader is None),
            tone,
            out=out,
        )
