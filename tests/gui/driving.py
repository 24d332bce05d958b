"""Driving the window the way a user does: typing, pressing keys, answering dialogs, waiting."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gui.widgets.controls import Control
from gui.window import Window

PATIENCE = 10.0


class Answers:
    """What the user would answer: the dialogs of a test, patched at their edge."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._words: list[str] = []
        self._paths: list[Path | None] = []

    def say(self, *words: str) -> None:
        """Press these buttons, one dialog after the other."""
        self._words += words

    def path(self, path: Path | None) -> None:
        """Choose this file or folder next; None closes the chooser."""
        self._paths.append(path)

    def confirm(self, _parent: object, title: str, message: str, yes: str) -> bool:
        self.asked.append(f"{title}\n{message}")
        return self._words.pop(0) == yes

    def choose(self, _parent: object, title: str, message: str, answers: Sequence[str]) -> str:
        self.asked.append(f"{title}\n{message}\n{answers}")
        return self._words.pop(0)

    def inform(self, _parent: object, title: str, message: str) -> None:
        self.asked.append(f"{title}\n{message}")

    def ask_path(self, _parent: object, title: str, *_more: object) -> Path | None:
        self.asked.append(title)
        return self._paths.pop(0)


def wait_until(window: Window, condition: Callable[[], object]) -> None:
    """Let the window live until the condition holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        window.root.update()
        time.sleep(0.01)


def type_in(control: Control, text: str) -> None:
    """Replace what a field holds by this text, the way typing does."""
    entry = control.inner
    _focus(entry)
    entry.delete(0, "end")
    entry.insert(0, text)
    entry.event_generate("<KeyRelease>", keysym="space", when="now")


def press(widget: Any, keys: str) -> None:
    """Press a key, such as <Return> or <Control-n>, while the widget has the keyboard."""
    _focus(widget)
    widget.event_generate(keys)
    widget.update()


def _focus(widget: Any) -> None:
    """Give the widget the keyboard; forcing it where it is already would take it away for a moment."""
    if str(widget.tk.call("focus")) != str(widget):
        widget.focus_force()
        widget.update()
