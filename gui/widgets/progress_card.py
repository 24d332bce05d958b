"""The card that shows a running task: what, how far, and a way to stop it."""

import tkinter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import SOFT
from gui.look.scale import px
from gui.tasks import Task

_WIDTH = 360


class ProgressCard(ttk.Frame):
    """Placed at the lower right of the window while a task runs."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, style="Card.TFrame", padding=px(16))
        self._title = ttk.Label(self, style="Paper.TLabel", font="LianxinStrong")
        self._title.pack(anchor="w")
        self._bar = ttk.Progressbar(self, length=px(_WIDTH - 32), maximum=1.0, bootstyle="thin")
        self._bar.pack(fill="x", pady=px(8))
        row = ttk.Frame(self, style="Paper.TFrame")
        row.pack(fill="x")
        self._text = ttk.Label(row, style="Paper.TLabel", font="LianxinSmall", foreground=SOFT)
        self._text.pack(side="left")
        self.cancel = ttk.Button(row, text="取消", style="Bare.TButton")
        self.cancel.pack(side="right")

    def show(self, task: Task | None) -> None:
        """Show where the task is, or nothing."""
        if task is None:
            self.place_forget()
            return
        self._title.configure(text=task.title)
        self._bar.configure(value=task.share)
        self._text.configure(text="正在停下来……" if task.asked_to_stop else task.text)
        self.cancel.configure(command=task.cancel)
        self.cancel.state(["disabled" if task.asked_to_stop else "!disabled"])
        self._come()

    def say(self, title: str) -> None:
        """Show that something is being done that cannot be stopped half-way."""
        self._title.configure(text=title)
        self._bar.configure(value=1.0)
        self._text.configure(text="请稍候")
        self.cancel.state(["disabled"])
        self._come()

    @contextmanager
    def working(self, title: str, current: Callable[[], Task | None]) -> Iterator[None]:
        """Say so while the block lasts, afterwards again what runs then."""
        root: Any = self.winfo_toplevel()
        self.say(title)
        root.configure(cursor="watch")
        root.update_idletasks()
        try:
            yield
        finally:
            root.configure(cursor="")
            self.show(current())

    def _come(self) -> None:
        if not self.winfo_ismapped():
            self.place(relx=1.0, rely=1.0, anchor="se", x=-px(28), y=-px(16), width=px(_WIDTH))
            self.lift()
