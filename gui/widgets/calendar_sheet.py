"""A month to pick a day from, Monday first, in Chinese; arrows, Page Up and Page Down, Enter."""

import tkinter
from collections.abc import Callable
from datetime import date
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import ACCENT, CARD, INK, NOT_DUE, QUIET_HOVER, SOFT
from gui.look.scale import px
from gui.state.month import WEEKDAYS, Month

_CELL = 34
_HEAD = 40
_MOVES = {"Left": -1, "Right": 1, "Up": -7, "Down": 7}


class CalendarSheet(ttk.Canvas):
    """Shows the month of `day`; `picked` is called with the day chosen."""

    def __init__(
        self, parent: tkinter.Frame, day: date, today: date, picked: Callable[[date], object]
    ) -> None:
        width, height = 7 * px(_CELL) + px(16), px(_HEAD) + 7 * px(_CELL) + px(8)
        super().__init__(
            parent, autostyle=False, background=CARD, width=width, height=height, highlightthickness=0
        )
        self.month = Month(day)
        self._today, self._picked = today, picked
        self.bind("<Button-1>", self._click)
        self.bind("<MouseWheel>", lambda event: self._turn(-1 if event.delta > 0 else 1))
        self.bind("<Button-4>", lambda _: self._turn(-1))
        self.bind("<Button-5>", lambda _: self._turn(1))
        self._draw()

    def press(self, key: str) -> bool:
        """Move or choose by the key of that Tk name; whether the key meant anything here."""
        if key in _MOVES:
            self._show(self.month.by_days(_MOVES[key]))
        elif key in {"Prior", "Next"}:
            self._turn(-1 if key == "Prior" else 1)
        elif key == "Return":
            self._picked(self.month.day)
        else:
            return False
        return True

    def _turn(self, months: int) -> None:
        self._show(self.month.by_months(months))

    def _show(self, month: Month) -> None:
        self.month = month
        self._draw()

    def _draw(self) -> None:
        self.delete("all")
        middle = px(_HEAD) // 2
        width = int(self.cget("width"))
        self.create_text(width // 2, middle, text=self.month.title, font="LianxinStrong", fill=INK)
        self.create_text(px(24), middle, text="‹", font="LianxinTitle", fill=ACCENT)
        self.create_text(width - px(24), middle, text="›", font="LianxinTitle", fill=ACCENT)
        for place, word in enumerate(WEEKDAYS):
            x, y = self._middle(place, -1)
            self.create_text(x, y, text=word, font="LianxinSmall", fill=SOFT)
        for number, day in enumerate(self.month.days):
            self._draw_day(day, *self._middle(number % 7, number // 7))

    def _draw_day(self, day: date, x: int, y: int) -> None:
        chosen, half = day == self.month.day, px(_CELL) // 2 - px(2)
        if chosen or day == self._today:
            self.create_oval(
                x - half, y - half, x + half, y + half, width=0, fill=ACCENT if chosen else QUIET_HOVER
            )
        inside = day.month == self.month.day.month
        colour = CARD if chosen else ACCENT if day == self._today else INK if inside else NOT_DUE
        self.create_text(
            x, y, text=str(day.day), font="LianxinBody" if inside else "LianxinSmall", fill=colour
        )

    def _middle(self, column: int, row: int) -> tuple[int, int]:
        cell = px(_CELL)
        return px(8) + column * cell + cell // 2, px(_HEAD) + (row + 1) * cell + cell // 2

    def _click(self, event: "tkinter.Event[Any]") -> None:
        if event.y < px(_HEAD):
            self._turn(-1 if event.x < int(self.cget("width")) // 2 else 1)
            return
        column = (event.x - px(8)) // px(_CELL)
        row = (event.y - px(_HEAD)) // px(_CELL) - 1
        if 0 <= column < 7 and 0 <= row < 6:
            self._picked(self.month.days[row * 7 + column])
