"""What is shown of 在岗情况: a day or a week, the way to other days, and whose lines."""

import tkinter
from collections.abc import Callable
from datetime import date
from functools import partial
from tkinter import ttk
from typing import NamedTuple

from gui.look.palette import CARD
from gui.look.scale import px
from gui.state.on_duty_board import View, Whom
from gui.widgets.controls import Choice
from gui.widgets.day_field import Day
from gui.widgets.search_box import SearchBox
from models.rules.problem import Problem

_GAP = 6


class BarAnswers(NamedTuple):
    """What the bar does: another view, -1, 0 (today) or 1, a day typed, another filter, the cards."""

    look: Callable[[View], object]
    turn: Callable[[int], object]
    go: Callable[[date], object]
    choose: Callable[[], object]
    open_side: Callable[[], object]


class DutyBar(tkinter.Frame):
    """`side` opens the cards where there is no room for them beside the grid."""

    def __init__(self, parent: tkinter.Misc, today: Callable[[], date], answers: BarAnswers) -> None:
        super().__init__(parent, background=CARD)
        self._answers = answers
        self.views = {view: self._button(view, partial(answers.look, view)) for view in View}
        steps = (("‹", -1), ("今天", 0), ("›", 1))
        self.turns = {word: self._button(word, partial(answers.turn, step)) for word, step in steps}
        self.day = Day(self, today)
        self.day.changed = self._typed
        self.day.pack(side="left", padx=(px(_GAP), 0))
        self._lay_filters()

    def show(self, view: View, day: date) -> None:
        """Which days are seen."""
        for other, button in self.views.items():
            button.configure(style="Main.TButton" if other == view else "Quiet.TButton")
        if self._typed_day() != day:
            self.day.set(day)
        self.day.mark(wrong=False)

    def offer_side(self, unfilled: int, *, roomy: bool) -> None:
        """The button for the cards, with how much is unfilled; none where they have their place."""
        sign = "●" if unfilled else "✓"
        self.side.configure(text=f"{sign} 缺岗 {unfilled}")
        if roomy:
            self.side.pack_forget()
        elif not self.side.winfo_manager():
            self.side.pack(side="right", padx=(px(_GAP), 0), before=self.whom)

    def _lay_filters(self) -> None:
        self.side = ttk.Button(self, style="Quiet.TButton", command=self._answers.open_side)
        self.whom = Choice(self, {whom: str(whom) for whom in Whom})
        self.whom.box.configure(width=10)
        self.whom.set(Whom.ALL)
        self.whom.changed = self._answers.choose
        self.whom.pack(side="right", padx=(px(_GAP), 0))
        self.search = SearchBox(self, "姓名")
        self.search.changed = self._answers.choose
        self.search.pack(side="right", fill="x", expand=True, padx=(px(_GAP), 0))

    def _button(self, word: str, run: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(self, text=word, style="Quiet.TButton", command=run, width=2 * len(word))
        button.pack(side="left", padx=(0 if word == View.DAY else px(_GAP), 0))
        return button

    def _typed(self) -> None:
        day = self._typed_day()
        self.day.mark(wrong=day is None)
        if day is not None:
            self._answers.go(day)

    def _typed_day(self) -> date | None:
        try:
            found: date | None = self.day.get()
        except Problem:
            return None
        return found
