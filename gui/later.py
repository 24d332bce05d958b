"""What can wait: until the window has been seen, or until the user pauses."""

import tkinter
from collections.abc import Callable
from typing import Any

_MOMENT_MS = 60


def soon(widget: tkinter.Misc, what: Callable[[], object]) -> None:
    """Do it a moment after what stands now was drawn; never if the widget is gone by then."""
    timers: list[str] = []
    timers.append(widget.after_idle(lambda: timers.append(widget.after(_MOMENT_MS, what))))

    def forget(event: "tkinter.Event[Any]") -> None:
        if event.widget is widget:
            widget.after_cancel(timers[-1])

    widget.bind("<Destroy>", forget, add=True)


def every(widget: tkinter.Misc, milliseconds: int, what: Callable[[], object]) -> None:
    """Do it again and again, also after it failed, as long as the widget is there."""
    timers: list[str] = []

    def again() -> None:
        timers[:] = [widget.after(milliseconds, again)]
        what()

    def forget(event: "tkinter.Event[Any]") -> None:
        if event.widget is widget:
            widget.after_cancel(timers[-1])

    widget.bind("<Destroy>", forget, add=True)
    again()


class Pause:
    """Does `what` when nothing was begun anew for so many milliseconds; never if the widget is gone."""

    def __init__(self, widget: tkinter.Misc, milliseconds: int, what: Callable[[], object]) -> None:
        self._widget, self._milliseconds, self._what = widget, milliseconds, what
        self._timer = ""
        widget.bind("<Destroy>", lambda _: self.end(), add=True)

    def begin(self) -> None:
        """Wait again from now on."""
        self.end()
        self._timer = self._widget.after(self._milliseconds, self._do)

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be done."""
        return bool(self._timer)

    def end(self) -> None:
        """Wait no longer: it is done already, or need not be."""
        if self._timer:
            self._widget.after_cancel(self._timer)
            self._timer = ""

    def _do(self) -> None:
        self._timer = ""
        self._what()
