"""The mouse wheel, which X and Windows tell of differently."""

import tkinter
from collections.abc import Callable


def on_wheel(widget: tkinter.Misc, turn: Callable[[int], object]) -> None:
    """Call `turn` with -1 for each notch upwards over the widget, with 1 for each downwards."""
    widget.bind("<Button-4>", lambda _: turn(-1), add=True)
    widget.bind("<Button-5>", lambda _: turn(1), add=True)
    widget.bind("<MouseWheel>", lambda event: turn(-1 if event.delta > 0 else 1), add=True)
