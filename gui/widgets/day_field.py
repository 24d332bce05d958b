"""The date field: dates as people type them, a small Chinese calendar, the weekday to check by."""

import tkinter
from collections.abc import Callable
from datetime import date
from typing import Any

import ttkbootstrap as ttk

from gui.look import looks
from gui.look.palette import SOFT
from gui.look.scale import px
from gui.state.typed_date import shown_date, typed_date
from gui.widgets.calendar_sheet import CalendarSheet
from gui.widgets.controls import Text
from gui.widgets.popup import Popup
from models.rules.calendar import weekday_name
from models.rules.problem import Problem


class Day(Text):
    """A date as people type it, with a calendar one key (↓) or click away; the weekday beside it."""

    def __init__(self, parent: tkinter.Misc, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._today = today
        self.entry.configure(width=11)
        self._weekday = ttk.Label(self, style="Paper.TLabel", font="LianxinSmall", foreground=SOFT, width=7)
        self._weekday.pack(side="right", padx=(px(6), 0))
        button = ttk.Button(
            self,
            style="Icon.TButton",
            image=looks.icon("calendar3", SOFT),
            takefocus=False,
            command=self.open,
        )
        button.pack(side="right", padx=(px(4), 0))
        self.hear_first(self._key)
        self.entry.bind("<FocusOut>", lambda _: self._leave())
        self.popup: Popup | None = None
        self.sheet: CalendarSheet | None = None

    def get(self) -> Any:
        return typed_date(self.entry.get(), self._today())

    def set(self, value: Any) -> None:
        super().set(shown_date(value))
        self._typed()

    def type_again(self, typed: Any) -> None:
        super().type_again(typed)
        self._typed()

    @property
    def weekday(self) -> str:
        """The weekday shown beside the field, "" if no date can be read."""
        return str(self._weekday.cget("text"))

    def open(self) -> None:
        """Open the calendar on the day typed, or on today."""
        self.close()
        self.entry.focus_set()
        self.popup = Popup(self)
        self.sheet = CalendarSheet(
            self.popup.inside, self._meant() or self._today(), self._today(), self._pick
        )
        self.sheet.pack()
        self.popup.open()

    def close(self) -> None:
        """Close the calendar, if it is open."""
        if self._is_open() and self.popup is not None:
            self.popup.close()
        self.popup = self.sheet = None

    def _is_open(self) -> bool:
        return self.popup is not None and bool(self.popup.winfo_exists())

    def _pick(self, day: date) -> None:
        self.set(day)
        self.close()
        self.entry.icursor("end")
        self.changed()

    def _key(self, event: "tkinter.Event[Any]") -> str | None:
        if not self._is_open() or self.sheet is None:
            return self._open_by(event.keysym)
        if event.keysym == "Escape":
            self.close()
            return "break"
        return "break" if self.sheet.press(event.keysym) else None

    def _open_by(self, key: str) -> str | None:
        if key != "Down":
            return None
        self.open()
        return "break"

    def _leave(self) -> None:
        self.close()
        day = self._meant()
        if day is not None:
            self.set(day)

    def _meant(self) -> date | None:
        try:
            return self.get()
        except Problem:
            return None

    def _typed(self) -> None:
        day = self._meant()
        self._weekday.configure(text=weekday_name(day) if day else "")
