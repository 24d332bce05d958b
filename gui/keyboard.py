"""Where the keyboard is: with the page in sight, and back where it was when what lay over it closes."""

import tkinter
from typing import Any


def holder(widget: tkinter.Misc) -> str:
    """The path of what has the keyboard, "" if nothing; focus_get stumbles over drop-down lists."""
    return str(widget.tk.call("focus"))


def give_back(page: Any, path: str) -> None:
    """What lay over the page is closed: keys go where they went before; from a button, which may be gone
    with what it did, to where the page takes them.
    """
    tk = page.tk
    there = path and tk.call("winfo", "exists", path) and tk.call("winfo", "viewable", path)
    if there and str(tk.call("winfo", "class", path)) != "TButton":
        tk.call("focus", path)
    else:
        page.take_keyboard()


class Keyboard:
    """A page out of sight hears no keys; come back to, it has the keyboard where it was left."""

    def __init__(self) -> None:
        self._left: dict[Any, str] = {}

    def leave(self, page: Any) -> None:
        """The page goes out of sight: remember where in it the keyboard is."""
        path = holder(page)
        if path == str(page) or path.startswith(f"{page}."):
            self._left[page] = path

    def come(self, page: Any) -> None:
        """The page comes into sight."""
        path = self._left.pop(page, "")
        if path and page.tk.call("winfo", "exists", path):
            page.tk.call("focus", path)
        else:
            page.take_keyboard()
