"""The root window before anything is in it: our look, Chinese, its place, and it hears other starts."""

from collections.abc import Callable
from pathlib import Path

import ttkbootstrap as ttk

from gui import chinese, front, place, splash
from gui.later import soon
from gui.look import icon, theme
from gui.state.remembered import Remembered

TITLE = "连心台账"


def open_root(folder: Callable[[], Path], remembered: Remembered, *, large: bool) -> ttk.App:
    """The root for the data folder, which may become another one; `large` is the large-font setting."""
    root = theme.open_root(TITLE, large=large)
    chinese.speak_chinese()
    place.put(root, remembered)
    front.listen(root, folder)
    soon(root, splash.close)
    soon(root, lambda: icon.put_on(root))
    return root
