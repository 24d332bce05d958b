"""What is shown of 在岗情况: a day or a week, the way to other days, and whose lines."""

import tkinter
from collections.abc import Callable
from datetime import date
from functools import partial
from tkinter import ttk
from typing import NamedTuple

from gui.look.palette import CARD
from gui.look.scale import px
from gui.state.grid import fitting
from gui.state.on_duty_board import View, Whom, titles
from gui.widgets.controls import Choice
from gui.widgets.day_field import Day
from gui.widgets.ruler import Ruler
from gui.widgets.search_box import SearchBox
from models.rules.problem import Problem

_GAP, _SEARCH = 6, 150


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
        self._titles: tuple[str, ...] = ()
        self._ruler = Ruler(self, "LianxinStrong")
        self.views = {view: self._button(view, partial(answers.look, view)) for view in View}
        self.turns = {"‹": self._button("‹", partial(answers.turn, -1))}
        self.day = Day(self, today)
        self.day.changed = self._typed
        self.day.pack(side="left", padx=(px(_GAP), 0))
        for word, step in (("›", 1), ("今天", 0)):
            self.turns[word] = self._button(word, partial(answers.turn, step))
        self._title = ttk.Label(self, style="Paper.TLabel", font="LianxinStrong")
        self._lay_filters()
        self.bind("<Configure>", lambda _: self._fit())

    def show(self, view: View, day: date) -> None:
        """Which days are seen."""
        self._titles = titles(view, day)
        for other, button in self.views.items():
            button.configure(style="Main.TButton" if other == view else "Quiet.TButton")
        if self._typed_day() != day:
            self.day.set(day)
        self._fit()

    def offer_side(self, unfilled: int, *, roomy: bool) -> None:
        """The button for the cards, with how much is unfilled; none where they have their place."""
        sign = "●" if unfilled else "✓"
        self.side.configure(text=f"{sign} 缺岗与冲突 {unfilled}")
        if roomy:
            self.side.pack_forget()
        elif not self.side.winfo_manager():
            self.side.pack(side="right", padx=(px(_GAP), 0), before=self.whom)
        self._fit()

    @property
    def title(self) -> str:
        """The days seen in words, as far as there is room."""
        return str(self._title.cget("text"))

    def _lay_filters(self) -> None:
        self.side = ttk.Button(self, style="Quiet.TButton", command=self._answers.open_side)
        self.whom = Choice(self, {whom: str(whom) for whom in Whom})
        self.whom.box.configure(width=13)
        self.whom.set(Whom.ALL)
        self.whom.changed = self._answers.choose
        self.whom.pack(side="right", padx=(px(_GAP), 0))
        self.search = SearchBox(self, "筛选：姓名、岗位")
        self.search.changed = self._answers.choose
        self.search.pack(side="right", fill="x", expand=True, padx=(px(_GAP), 0))

    def _button(self, word: str, run: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(self, text=word, style="Quiet.TButton", command=run, width=-3)
        button.pack(side="left", padx=(0 if word == View.DAY else px(_GAP), 0))
        return button

    def _typed(self) -> None:
        day = self._typed_day()
        if day is not None:
            self._answers.go(day)

    def _typed_day(self) -> date | None:
        try:
            found: date | None = self.day.get()
        except Problem:
            return None
        return found

    def _fit(self) -> None:
        """The title in the longest form that fits, beside a field in which one can still type."""
        fixed = [*self.views.values(), *self.turns.values(), self.day, self.whom]
        fixed += [self.side] if self.side.winfo_manager() else []
        room = self.winfo_width() - px(_SEARCH) - px(2 * _GAP)
        room -= sum(part.winfo_reqwidth() + px(_GAP) for part in fixed)
        text = fitting((*self._titles, ""), room, self._ruler.width)
        self._title.configure(text=text)
        self._title.pack_forget()
        if text:
            self._title.pack(side="left", padx=(px(2 * _GAP), 0), after=self.turns["今天"])
