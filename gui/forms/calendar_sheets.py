"""The three ways 走访日历 is seen, in one place: month, quarter, list; and the line below that says more."""

import tkinter
from collections.abc import Callable
from datetime import date
from typing import Any

from gui.forms.calendar_list import CalendarList
from gui.look.palette import CARD, NEAR, SOFT
from gui.look.scale import px
from gui.page import Shell
from gui.state.calendar_facts import CalendarFacts
from gui.state.calendar_items import Item
from gui.state.calendar_span import View
from gui.widgets.day_canvas import DayAnswers
from gui.widgets.month_grid import Drag, MonthGrid
from gui.widgets.quarter_grid import QuarterGrid
from gui.widgets.ruler import Ruler

Act = Callable[[Item], object]


class CalendarSheets(tkinter.Frame):
    """`answers` and `drag` are for the sheets of days, `acts` for the list: to open, to move, to pick."""

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        answers: DayAnswers,
        drag: Drag,
        acts: tuple[Act, Act, Act],
    ) -> None:
        super().__init__(parent, background=CARD)
        self._facts: CalendarFacts | None = None
        self._day = date.min
        self._foot = tkinter.Label(self, font="LianxinSmall", background=CARD, foreground=SOFT, anchor="w")
        self._foot.pack(side="bottom", fill="x", pady=(px(4), 0))
        self._foot.bind("<Configure>", lambda _: self.point())
        self._ruler = Ruler(self, "LianxinSmall")
        self.month = MonthGrid(self, answers, self.point, drag)
        self.quarter = QuarterGrid(self, answers, self.point)
        self.list = CalendarList(self, shell, *acts)
        self._parts: dict[View, Any] = {
            View.MONTH: self.month,
            View.QUARTER: self.quarter,
            View.LIST: self.list,
        }

    def show(self, facts: CalendarFacts, day: date) -> None:
        """Show what was read, with the cursor on that day."""
        self._facts, self._day = facts, day
        for view, part in self._parts.items():
            part.pack(fill="both", expand=True) if view == facts.view else part.pack_forget()
        if facts.view == View.LIST:
            self.list.show(facts, day)
        else:
            self._parts[facts.view].show(facts.sheet(), day)
        self.point()

    def take_keyboard(self) -> None:
        """Let keys come to what is shown."""
        shown = self._parts[self._facts.view] if self._facts else self.month
        (self.list.table.sheet if shown is self.list else shown).focus_set()

    @property
    def said(self) -> str:
        """What the line below says."""
        return str(self._foot.cget("text"))

    def point(self, day: date | None = None, item: Item | None = None) -> None:
        """Say in the line below what is under the pointer, else what the cursor is on."""
        if self._facts is None:
            return
        item = self.list.table.current if self._facts.view == View.LIST else item
        text, colour = self._facts.line(day or self._day), SOFT
        if item is not None:
            told = self._facts.told(item)
            text, colour = "    ".join([*told.lines, *told.against]), NEAR if told.against else SOFT
        room = max(px(100), self._foot.winfo_width())
        self._foot.configure(text=self._ruler.fit(text, room), foreground=colour)
