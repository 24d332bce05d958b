"""Work done in pieces between events on the main thread, to which the database belongs."""

import tkinter
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Generic, TypeVar

T = TypeVar("T")


class Piecemeal(Generic[T]):
    """Takes steps until there are no more; after each piece `told` hears what was given last."""

    def __init__(
        self, widget: tkinter.Misc, steps: Iterator[T], told: Callable[[T], object], milliseconds: int
    ) -> None:
        self._widget, self._steps, self._told = widget, steps, told
        self._seconds = milliseconds / 1000
        self._timer = ""
        self._last: T | None = None
        self.is_over = False

    def go(self) -> None:
        """Take steps until the time of one piece is up; the rest follows by itself. Nothing once stopped."""
        if self.is_over:
            return
        end = perf_counter() + self._seconds
        for given in self._steps:
            self._last = given
            if perf_counter() > end:
                self._timer = self._widget.after(1, self.go)
                break
        else:
            self.is_over = True
        if self._last is not None:
            self._told(self._last)

    def go_in(self, milliseconds: int) -> None:
        """Begin so much later, unless it is stopped before."""
        self._timer = self._widget.after(milliseconds, self.go)

    def stop(self) -> None:
        """Take no more steps."""
        if self._timer:
            self._widget.after_cancel(self._timer)
        self.is_over = True
