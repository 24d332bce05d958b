"""The locked window: after minutes without key or pointer, after sleep, by Ctrl+L. What is typed stays."""

import time
import tkinter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ttkbootstrap

from gui.keyboard import holder
from gui.later import every

_LOOK_MS, _ASLEEP_S = 1000, 60.0

if TYPE_CHECKING:
    from gui.forms.lock_card import LockCard
    from gui.forms.secret_form import SecretForm

Parts = dict[tkinter.Widget, dict[str, Any]]
"""Widgets and how they are packed."""


class Lock:
    """Takes the window's `parts` out of sight, and its boxes with them, until the password is typed again."""

    def __init__(self, root: ttkbootstrap.App, folder: Path, parts: Callable[[], Parts]) -> None:
        self.minutes = 0
        """After how many idle minutes, 0 for never."""
        self._root, self._folder, self._parts = root, folder, parts
        self._card: LockCard | None = None
        self._boxes: list[tkinter.Wm] = []
        self._grab: Any = None
        self._before = ""
        self._seen = self._looked = _now()
        self._pointer = (0, 0)
        for event in ("<Key>", "<Button>"):
            root.bind_all(event, lambda _: self._touch(), add=True)
        every(root, _LOOK_MS, self._look)

    @property
    def is_on(self) -> bool:
        return self._card is not None

    @property
    def form(self) -> "SecretForm":
        """Where the password is asked for while it is locked."""
        if self._card is None:
            raise LookupError("not locked")
        return self._card.form

    def lock(self) -> None:
        """Hide everything; locked already, nothing changes."""
        if self.is_on:
            return
        self._before = holder(self._root)
        self._grab = self._root.grab_current()
        if self._grab is not None:
            self._grab.grab_release()
        self._boxes = list(_boxes(self._root))
        for box in self._boxes:
            box.wm_withdraw()
        for part in self._parts():
            part.pack_forget()
        self._root.title("连心台账（已锁定）")
        from gui.forms.lock_card import LockCard

        self._card = LockCard(self._root, self._folder, self._unlock)
        self._card.pack(fill="both", expand=True)
        self._card.form.entry.focus_set()

    def _unlock(self) -> None:
        if self._card is not None:
            self._card.destroy()
            self._card = None
        self._root.title("连心台账")
        for part, place in self._parts().items():
            part.pack(**place)
        for box in self._boxes:
            if not box.wm_overrideredirect():  # lists and notes at the pointer have no place any more
                box.wm_deiconify()
        if self._grab is not None:
            self._grab.grab_set()
        if self._before and self._root.tk.call("winfo", "exists", self._before):
            self._root.tk.call("focus", self._before)
        self._touch()

    def _touch(self) -> None:
        self._seen = _now()

    def _look(self) -> None:
        """The pointer is asked where it is once a second: hearing of each move would cost more."""
        slept, self._looked = _since(self._looked) > _ASLEEP_S, _now()
        pointer = self._root.winfo_pointerxy()
        if pointer != self._pointer and not slept:
            self._touch()
        self._pointer = pointer
        if self.minutes and (slept or _since(self._seen) >= self.minutes * 60):
            self.lock()


def _now() -> tuple[float, float]:
    """Two clocks: one that nobody sets, one that goes on while the PC sleeps."""
    return time.monotonic(), time.time()


def _since(since: tuple[float, float]) -> float:
    """Seconds since then, by the clock that says more."""
    return max(now - then for now, then in zip(_now(), since, strict=True))


def _boxes(widget: tkinter.Misc) -> Iterator[Any]:
    """Every window of its own that is in sight: boxes, drop-down lists, notes at the pointer."""
    for child in widget.winfo_children():
        if child.winfo_class() == "Toplevel" and child.winfo_viewable():
            yield child
        yield from _boxes(child)
