"""The keys of the window: how they are written on a button, and how Tk names them."""

from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

_CTRL = ("S", "N", "F", "P", "E", "I", "Z", "Y", "B", "O", "M", "L")
_PAGES = "1234567890"
_NAMED = {"<F1>": "F1", "<F3>": "F3", "<F5>": "F5", "<F8>": "F8", "<Escape>": "Esc"}


def bind(root: ttk.App, press: Callable[[str], object], go: Callable[[int], object], pages: int) -> None:
    """Call `press("Ctrl+S")` or `press("F1")` for keys, `go(place)` for Alt+1 and on, Alt+0 for the tenth."""
    names = _NAMED | {
        f"<Control-{case}>": f"Ctrl+{letter}" for letter in _CTRL for case in (letter, letter.lower())
    }
    for name, key in names.items():
        root.bind(name, partial(_call, press, key))
    for place, digit in zip(range(pages), _PAGES, strict=False):
        root.bind(f"<Alt-Key-{digit}>", partial(_call, go, place))


def _call(what: Callable[..., object], argument: object, _event: object) -> None:
    what(argument)
