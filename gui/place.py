"""Where the window stands on the screen, and that it stands there again next time."""

import sys

import ttkbootstrap as ttk

from gui.look.scale import px
from gui.state.remembered import Remembered, fitting

_WIDE, _HIGH = 1366, 860
_FRAME, _BARS = 16, 80
"""What Windows puts around a window, and above and below it: title bar, task bar."""


def put(root: ttk.App, remembered: Remembered) -> None:
    """Where it was last if that still fits the screen, else large.

    On Windows maximised, if it was so or the screen has no room: nothing else keeps its edges in sight there.
    """
    wide, high = root.winfo_screenwidth(), root.winfo_screenheight()
    last = fitting(remembered.get("geometry"), wide, high)
    root.geometry(last or f"{min(wide, px(_WIDE))}x{min(high - px(40), px(_HIGH))}+0+0")
    root.minsize(min(wide, px(860)), min(high, px(500)))
    has_room = px(_WIDE + _FRAME) <= wide and px(_HIGH + _BARS) <= high
    if sys.platform == "win32" and (remembered.get("maximised") or not (last or has_room)):
        root.state("zoomed")


def keep(root: ttk.App, remembered: Remembered) -> None:
    """Remember where it stands now; of a maximised one, where it stood before."""
    maximised = root.state() == "zoomed"
    remembered.set("maximised", maximised)
    if not maximised:
        remembered.set("geometry", root.geometry())
    remembered.save()
