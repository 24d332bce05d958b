"""When a trip was: a day and its halves on one line; a second line for trips of several days."""

import tkinter
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from gui.look.scale import px
from gui.widgets.controls import Choice, Control
from gui.widgets.day_field import Day
from models.rules.kinds import Half
from models.rules.problem import Problem

_SEVERAL = "several"
_WITHIN = {"day": (Half.AM, Half.PM), "am": (Half.AM, Half.AM), "pm": (Half.PM, Half.PM)}
_WORDS = {"day": "全天", "am": "上午", "pm": "下午", _SEVERAL: "多天"}
_HALVES = {Half.AM: "上午", Half.PM: "下午"}


class Span(NamedTuple):
    """From one half-day to another, both included."""

    first_day: date
    first_half: Half
    last_day: date
    last_half: Half


class SpanField(Control):
    """Its value is a Span, None while there is no day."""

    def __init__(self, parent: tkinter.Misc, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.columnconfigure(0, weight=1)
        self.columnconfigure(1, minsize=px(96))
        self.day, self.part = Day(self, today), Choice(self, _WORDS)
        self.last, self.last_half = Day(self, today), Choice(self, _HALVES)
        self.first_half = Choice(self, _HALVES)
        for choice in (self.part, self.first_half, self.last_half):
            choice.box.configure(width=5)
        self._until = ttk.Label(self, text="首日从", style="Soft.TLabel")
        self.day.grid(row=0, column=0, sticky="ew")
        for control in self._parts:
            control.changed = self._part_changed
        self._halves_offered = True
        self.set(None)

    @property
    def inner(self) -> Any:
        return self.day.entry

    def get(self) -> Any:
        first = self.day.get()
        part = self.part.get()
        if first is None:
            return None
        if part != _SEVERAL:
            begin, end = _WITHIN[part]
            return Span(first, begin, first, end)
        last = self.last.get() or first
        span = Span(first, self.first_half.get(), last, self.last_half.get())
        if (last, span.last_half) < (first, span.first_half):
            raise Problem("结束早于开始。")
        return span

    def set(self, value: Any) -> None:
        span = value or Span(date.min, Half.AM, date.min, Half.PM)
        one_day = span.first_day == span.last_day
        halves = (span.first_half, span.last_half)
        part = next((name for name, within in _WITHIN.items() if within == halves), _SEVERAL)
        self.day.set(span.first_day if value else None)
        self.part.set(part if one_day else _SEVERAL)
        self.first_half.set(span.first_half)
        self.last.set(span.last_day if value else None)
        self.last_half.set(span.last_half)
        self._show_rest()

    def typed(self) -> Any:
        return [control.typed() for control in self._parts]

    def type_again(self, typed: Any) -> None:
        for control, text in zip(self._parts, typed, strict=True):
            control.type_again(text)
        self._show_rest()

    @property
    def _parts(self) -> tuple[Control, ...]:
        return self.day, self.part, self.first_half, self.last, self.last_half

    def mark(self, *, wrong: bool) -> None:
        self.day.mark(wrong=wrong)

    def offer_halves(self, *, on: bool) -> None:
        """Ask for halves and several days too, or for one whole day; what is said already stays in sight."""
        self._halves_offered = on
        self._show_rest()

    def _part_changed(self) -> None:
        self._show_rest()
        self.changed()

    def _show_rest(self) -> None:
        if self._halves_offered or self.part.get() != "day":
            self.part.grid(row=0, column=1, sticky="ew", padx=(px(8), 0))
        else:
            self.part.grid_remove()
        rest = ((self.first_half, 1, 1), (self.last, 2, 0), (self.last_half, 2, 1))
        if self.part.get() != _SEVERAL:
            for control, _, _ in rest:
                control.grid_remove()
            self._until.grid_remove()
            return
        self._until.grid(row=1, column=0, sticky="e", padx=(0, px(4)), pady=(px(6), 0))
        for control, row, column in rest:
            control.grid(row=row, column=column, sticky="ew", padx=(px(8) * column, 0), pady=(px(6), 0))
