"""What can wait until the window has been seen."""

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
