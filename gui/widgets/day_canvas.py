"""A sheet of days to walk over by keys and pointer; what it looks like is its subclasses' affair."""

import tkinter
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from gui.look.palette import CARD
from gui.state.calendar_items import Item
from models.rules.calendar import add_months

_STEPS = {"Left": -1, "Right": 1, "Up": -7, "Down": 7}


class DayAnswers(NamedTuple):
    """What a sheet of days does: the cursor `go`es to a day; Enter or a double click `open`s it.

    `plan` is N, `move` is M on what is picked.
    """

    go: Callable[[date], object]
    open: Callable[[date], object]
    plan: Callable[[date], object]
    move: Callable[[], object]


Point = Callable[[date | None, Item | None], object]
"""Hears over which day and item the pointer rests, None if over none."""


class DayCanvas(ttk.Canvas):
    """The cursor is always on a day; subclasses say which day is where, and draw."""

    def __init__(self, parent: tkinter.Misc, answers: DayAnswers, point: Point) -> None:
        super().__init__(
            parent, autostyle=False, background=CARD, highlightthickness=0, takefocus=True, width=1, height=1
        )
        self.cursor = date.min
        self._answers, self._point_at = answers, point
        self._pointed: tuple[date | None, Item | None] = (None, None)
        self._listen()

    def day_at(self, x: int, y: int) -> date | None:
        """The day drawn there, None where there is none."""
        raise NotImplementedError

    def item_at(self, x: int, y: int) -> Item | None:
        """What is drawn there of a day; None if nothing, or if this sheet draws no items of their own."""
        del x, y
        return None

    def draw(self) -> None:
        """Draw everything anew."""
        raise NotImplementedError

    def _listen(self) -> None:
        for key, step in _STEPS.items():
            self.bind(f"<{key}>", partial(self._step, step))
        for key, months in (("Prior", -1), ("Next", 1)):
            self.bind(f"<{key}>", partial(self._turn, months))
        self.bind("<Home>", lambda _: self._go(self.cursor.replace(day=1)))
        self.bind("<End>", lambda _: self._go(add_months(self.cursor.replace(day=1), 1) - timedelta(1)))
        self.bind("<Return>", lambda _: self._answers.open(self.cursor))
        for letter, what in (("n", lambda: self._answers.plan(self.cursor)), ("m", self._answers.move)):
            for case in (letter, letter.upper()):
                self.bind(f"<Key-{case}>", partial(self._do, what))
        self.bind("<Button-1>", self.press)
        self.bind("<Double-Button-1>", self._open_there)
        self.bind("<Motion>", lambda event: self._point(event.x, event.y))
        self.bind("<Leave>", lambda _: self._tell(None, None))
        for event in ("<FocusIn>", "<FocusOut>", "<Configure>"):
            self.bind(event, lambda _: self.draw())

    def press(self, event: "tkinter.Event[Any]") -> None:
        """The cursor goes where the pointer was pressed."""
        self.focus_set()
        day = self.day_at(event.x, event.y)
        if day is not None:
            self._go(day)

    @property
    def has_keyboard(self) -> bool:
        """Whether keys come here; focus_get stumbles over drop-down lists."""
        return str(self.tk.call("focus")) == str(self)

    def _go(self, day: date) -> str:
        self._answers.go(day)
        return "break"

    def _step(self, days: int, _event: object) -> str:
        return self._go(self.cursor + timedelta(days))

    def _turn(self, months: int, _event: object) -> str:
        return self._go(add_months(self.cursor, months))

    def _do(self, what: Callable[[], object], _event: object) -> str:
        what()
        return "break"

    def _open_there(self, event: "tkinter.Event[Any]") -> None:
        """Open the day that the first press went to: by then the month may have turned under the pointer."""
        if self.day_at(event.x, event.y) is not None:
            self._answers.open(self.cursor)

    def _point(self, x: int, y: int) -> None:
        self._tell(self.day_at(x, y), self.item_at(x, y))

    def _tell(self, day: date | None, item: Item | None) -> None:
        if (day, item) != self._pointed:
            self._pointed = (day, item)
            self._point_at(day, item)
