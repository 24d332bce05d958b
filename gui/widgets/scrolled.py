"""A frame that scrolls up and down when its content is higher than its place."""

import tkinter
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.later import Pause
from gui.look.palette import CARD

_STEP = 3
_MOMENT_MS = 10


class Scrolled(tkinter.Frame):
    """Put the content into `inside`; the bar shows only when needed, the wheel works all over it."""

    def __init__(self, parent: tkinter.Misc, ground: str = CARD) -> None:
        super().__init__(parent, background=ground)
        self._canvas = ttk.Canvas(self, autostyle=False, background=ground, highlightthickness=0, height=1)
        self._canvas.pack(side="left", fill="both", expand=True)
        self._bar = ttk.Scrollbar(self, command=self._canvas.yview, bootstyle="round")
        self._canvas.configure(yscrollcommand=self._bar.set)
        self.inside = tkinter.Frame(self._canvas, background=ground)
        self._window = self._canvas.create_window(0, 0, anchor="nw", window=self.inside)
        self._canvas.bind("<Configure>", lambda event: self._fit(event.width))
        self.inside.bind("<Configure>", lambda _: self._fit(self._canvas.winfo_width()))
        self._settled = Pause(self, _MOMENT_MS, lambda: self._lay(self._canvas.winfo_width()))
        top: Any = self.winfo_toplevel()
        self._bound = [
            (name, top.bind(name, self._wheel, add=True))
            for name in ("<MouseWheel>", "<Button-4>", "<Button-5>")
        ]
        top.bind("<FocusIn>", self._follow, add=True)

    def _lay(self, width: int) -> None:
        self._canvas.itemconfigure(self._window, width=width)

    def _fit(self, width: int) -> None:
        self._lay(width)
        if width != self.inside.winfo_width():
            self._settled.begin()  # a canvas that is resized while it draws forgets what it holds
        high = self.inside.winfo_reqheight()
        self._canvas.configure(scrollregion=(0, 0, width, high))
        if high > self._canvas.winfo_height() > 1:
            self._bar.pack(side="right", fill="y", before=self._canvas)
        else:
            self._bar.pack_forget()
            self._canvas.yview_moveto(0)

    def _holds(self, widget: object) -> bool:
        return str(widget).startswith(str(self.inside))

    def _wheel(self, event: "Event[Any]") -> None:
        if self.winfo_exists() and self._holds(event.widget) and self._bar.winfo_manager():
            up = event.num == 4 or event.delta > 0
            self._canvas.yview_scroll(-_STEP if up else _STEP, "units")

    def _follow(self, event: "Event[Any]") -> None:
        """Scroll a field into sight when Tab brings the keyboard to it."""
        if not self.winfo_exists() or not self._holds(event.widget) or not self._bar.winfo_manager():
            return
        top = event.widget.winfo_rooty() - self.inside.winfo_rooty()
        bottom = top + event.widget.winfo_height()
        high, seen = self.inside.winfo_reqheight(), self._canvas.winfo_height()
        first = self._canvas.canvasy(0)
        if top < first or bottom > first + seen:
            self._canvas.yview_moveto(max(0, top - seen // 3) / high)
