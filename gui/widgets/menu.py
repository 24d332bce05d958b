"""A short list of actions that opens under the page head: a digit, or arrows and Enter, or the mouse."""

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from tkinter import Event
from typing import Any, NamedTuple

from gui.look.palette import LINE
from gui.look.scale import px
from gui.widgets.popup import Popup, lines_in

_WIDTH = 24


class Item(NamedTuple):
    """One line of it, and what it does."""

    label: str
    run: Callable[[], object]


class Menu(tkinter.Frame):
    """Stands unseen at the upper right of `parent` and keeps the keyboard while it is open."""

    def __init__(self, parent: tkinter.Misc, items: Sequence[Item]) -> None:
        super().__init__(parent, background=LINE, takefocus=True, width=px(240), height=1)
        self._items = tuple(items)
        self._popup: Popup | None = None
        self.list: tkinter.Listbox | None = None
        self._before: Any = None
        for key, step in (("Up", -1), ("Down", 1)):
            self.bind(f"<{key}>", partial(self._move, step))
        for number in range(1, len(items) + 1):
            self.bind(f"<Key-{number}>", partial(self._run, number - 1))
            self.bind(f"<KP_{number}>", partial(self._run, number - 1))
        for key in ("<Return>", "<KP_Enter>", "<space>"):
            self.bind(key, lambda _: self._run(self._at()))
        self.bind("<Escape>", lambda _: self._back())
        self.bind("<FocusOut>", lambda _: self.close())

    def open(self, before: Any) -> None:
        """Show the actions; `before` gets the keyboard back if none is taken."""
        self.close()
        self._before = before
        self.place(relx=1.0, y=0, anchor="ne")
        self.focus_set()
        self._popup = Popup(self)
        self._popup.gone = self._back
        lines = [f"  {number}   {item.label}" for number, item in enumerate(self._items, start=1)]
        self.list = lines_in(self._popup, lines, _WIDTH, self._run)
        self.list.selection_set(0)
        self._popup.open()

    def close(self) -> None:
        """Take it away; closing twice does no harm."""
        if self._popup is not None and self._popup.winfo_exists():
            self._popup.close()
        self._popup = self.list = None
        self.place_forget()

    def _at(self) -> int:
        chosen = self.list.curselection() if self.list else ()
        return int(chosen[0]) if chosen else 0

    def _move(self, step: int, _event: "Event[Any]") -> str:
        if self.list is not None:
            place = (self._at() + step) % len(self._items)
            self.list.selection_clear(0, "end")
            self.list.selection_set(place)
        return "break"

    def _run(self, place: int, _event: object = None) -> str:
        self.close()
        self._items[place].run()
        return "break"

    def _back(self) -> str:
        self.close()
        if self._before is not None:
            self._before.focus_set()
        return "break"
