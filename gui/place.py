"""Where the window stands on the screen, and that it stands there again next time."""

import ttkbootstrap as ttk

from gui.look.scale import px
from gui.state.remembered import Remembered, fitting


def put(root: ttk.App, remembered: Remembered) -> None:
    """Where it was last if that still fits the screen, else large at the corner."""
    wide, high = root.winfo_screenwidth(), root.winfo_screenheight()
    default = f"{min(wide, px(1366))}x{min(high - px(40), px(860))}+0+0"
    root.geometry(fitting(remembered.get("geometry"), wide, high) or default)
    root.minsize(min(wide, px(860)), min(high, px(500)))


def keep(root: ttk.App, remembered: Remembered) -> None:
    """Remember where it stands now."""
    remembered.set("geometry", root.geometry())
    remembered.save()
