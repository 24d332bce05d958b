"""Where the window stands on the screen, and that it stands there again next time."""

import sys

import ttkbootstrap as ttk

from gui.look.scale import px
from gui.state.remembered import Remembered, fitting

_WIDE, _HIGH = 1366, 860
_FRAME, _BARS = 16, 80
"""What the system puts around a window, and above and below it: title bar, task bar."""


def put(root: ttk.App, remembered: Remembered) -> None:
    """Where it was last if that still fits the screen, else large; where that has no room, maximised."""
    wide, high = root.winfo_screenwidth(), root.winfo_screenheight()
    last = fitting(remembered.get("geometry"), wide, high)
    root.geometry(last or f"{min(wide, px(_WIDE))}x{min(high - px(40), px(_HIGH))}+0+0")
    root.minsize(min(wide, px(860)), min(high, px(500)))
    has_room = px(_WIDE + _FRAME) <= wide and px(_HIGH + _BARS) <= high
    if remembered.get("maximised") or not (last or has_room):
        _maximise(root)


def keep(root: ttk.App, remembered: Remembered) -> None:
    """Remember where it stands now; of a maximised one, where it stood before."""
    maximised = _is_maximised(root)
    remembered.set("maximised", maximised)
    if not maximised:
        remembered.set("geometry", root.geometry())
    remembered.save()


def _maximise(root: ttk.App) -> None:
    if sys.platform == "win32":
        root.state("zoomed")
    else:
        root.attributes("-zoomed", True)


def _is_maximised(root: ttk.App) -> bool:
    return bool(root.state() == "zoomed" if sys.platform == "win32" else root.attributes("-zoomed"))
