"""走访日历 as a list: every activity and absence of a span, what stands in its way in a column of its own."""

import tkinter
from collections.abc import Callable
from datetime import date

import ttkbootstrap as ttk

from gui.look.palette import Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.state import calendar_words as words
from gui.state.calendar_facts import CalendarFacts
from gui.state.calendar_items import Item
from gui.widgets.sheet import Cell
from gui.widgets.table import Answers, Column, Table
from models import terms
from models.rules.calendar import weekday_name

_EMPTY = "这段时间没有安排。\n按 Ctrl+N 安排一次走访。"


class CalendarList(ttk.Frame):
    """`open_` gets the item on Enter or a double click, `move` on M, `pick` when the cursor comes to it."""

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        open_: Callable[[Item], object],
        move: Callable[[Item], object],
        pick: Callable[[Item], object],
    ) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._facts: CalendarFacts | None = None
        self.table = Table(
            self,
            "calendar",
            self._columns(),
            shell.remembered,
            empty=_EMPTY,
            same=lambda item: item.key,
            answers=Answers(pick=pick, open=open_),
        )
        self.table.pack(fill="both", expand=True, pady=(px(2), 0))
        for letter in "mM":
            self.table.sheet.bind(
                f"<Key-{letter}>", lambda _: self.table.current and move(self.table.current)
            )

    def show(self, facts: CalendarFacts, day: date) -> None:
        """Show what there is, in time order; a cursor that is nowhere comes to what is next from that day."""
        self._facts = facts
        listed = sorted(facts.items, key=_begins)
        self.table.fill(listed)
        place = next((number for number, item in enumerate(listed) if item.last_day >= day), len(listed) - 1)
        if listed and self.table.current is None:
            self.table.pick(place)

    def _columns(self) -> list[Column]:
        return [
            Column("日期", 124, _day, _begins, 0),
            Column("时段", 60, _half, stretch=0),
            Column("状态", 90, self._state, stretch=0),
            Column("领导", 96, self._who, strong=True, stretch=0.6),
            Column("类别", 80, _kind, stretch=0.2),
            Column("地点", 100, lambda item: item.entry.place if item.entry else ""),
            Column("走访对象、事由", 150, _about, stretch=1.4),
            Column("冲突", 150, self._conflicts, stretch=1.2),
        ]

    def _state(self, item: Item) -> Cell:
        if item.entry is None or self._facts is None:
            return "外出", Tone.SOFT
        word, tone = words.state(item.entry, self._facts.today)
        return signed(tone, word), tone

    def _who(self, item: Item) -> str:
        names = self._facts.agenda.people if self._facts else {}
        return words.people(item.entry, names) if item.entry else names[item.out.official] if item.out else ""

    def _conflicts(self, item: Item) -> Cell:
        if item.entry is None or self._facts is None:
            return ""
        said = words.kinds(self._facts.agenda.conflicts(item.entry))
        return (said, Tone.NEAR) if said else ""


def _begins(item: Item) -> tuple[int, int]:
    first = item.entry.first if item.entry else item.out.first if item.out else 0
    return first, item.entry.id if item.entry else 0


def _day(item: Item) -> str:
    weekday = weekday_name(item.first_day).replace("星期", "周")
    return f"{item.first_day.month}月{item.first_day.day}日 {weekday}"


def _half(item: Item) -> str:
    if item.first_day != item.last_day:
        return f"{(item.last_day - item.first_day).days + 1}天"
    return (words.half(item.entry) if item.entry else "") or "全天"


def _kind(item: Item) -> str:
    return terms.label(item.entry.kind) if item.entry else "外出"


def _about(item: Item) -> str:
    if item.entry is None:
        return item.text
    return "；".join(filter(None, (item.entry.title, words.whom(item.entry), item.entry.purpose)))
