"""Where the keyboard is: with the page in sight, and back where it was when what lay over it closes."""

import tkinter

from gui.page import Page


def holder(widget: tkinter.Misc) -> str:
    """The path of what has the keyboard, "" if nothing; focus_get stumbles over drop-down lists."""
    return str(widget.tk.call("focus"))


def give(widget: tkinter.Misc, path: str) -> bool:
    """Give the keyboard to what has this path; False if it is gone."""
    there = bool(path) and bool(widget.tk.call("winfo", "exists", path))
    if there:
        widget.tk.call("focus", path)
    return there


class Keyboard:
    """A page out of sight hears no keys; come back to, it has the keyboard where it was left."""

    def __init__(self) -> None:
        self._left: dict[Page, str] = {}

    def leave(self, page: Page) -> None:
        """The page goes out of sight: remember where in it the keyboard is."""
        path = holder(page)
        if path == str(page) or path.startswith(f"{page}."):
            self._left[page] = path

    def come(self, page: Page) -> None:
        """The page comes into sight."""
        if not give(page, self._left.pop(page, "")):
            page.take_keyboard()
