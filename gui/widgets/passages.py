"""Passages of words of any length under their heads, on a canvas that scrolls by wheel and keys."""

import tkinter
from collections.abc import Sequence
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import CARD, COLOURS, INK, LINE, SOFT
from gui.look.scale import px
from gui.state.activity_effect import wrapped
from gui.state.cards import Passage
from gui.widgets.ruler import Ruler
from gui.widgets.wheel import on_wheel

_HEAD, _MARK = 76, 20
_LINE, _FAR = 24, 9_999


class Passages(tkinter.Frame):
    """Heads in a column at the left, their words beside them."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, background=CARD)
        self._said: Sequence[Passage] = ()
        self._body, self._small = Ruler(parent, "LianxinBody"), Ruler(parent, "LianxinSmall")
        self._strong = Ruler(parent, "LianxinStrong")
        self.canvas = ttk.Canvas(
            self, autostyle=False, background=CARD, highlightthickness=0, takefocus=True, height=1, width=1
        )
        self._bar = ttk.Scrollbar(self, command=self.canvas.yview)
        self.canvas.configure(yscrollcommand=self._bar.set, yscrollincrement=px(_LINE))
        self.canvas.pack(side="left", fill="both", expand=True)
        self.canvas.bind("<Configure>", lambda _: self._draw())
        self.canvas.bind("<Button-1>", lambda _: self.canvas.focus_set())
        for key in ("Up", "Down", "Prior", "Next", "Home", "End"):
            self.canvas.bind(f"<{key}>", self._key)
        on_wheel(self.canvas, lambda step: self._scroll(2 * step))

    def show(self, said: Sequence[Passage]) -> None:
        """Show these passages from the first one on."""
        self._said = said
        self._draw()
        self.canvas.yview_moveto(0)

    @property
    def text(self) -> str:
        """Everything it says, line by line."""
        return "\n".join(f"{one.head} {one.text}".strip() for one in self._said)

    def _draw(self) -> None:
        self.canvas.delete("all")
        y = 0
        for one in self._said:
            y = self._draw_passage(one, y) + px(10)
        self.canvas.configure(scrollregion=(0, 0, self.canvas.winfo_width(), y))
        if y > self.canvas.winfo_height() > 1:
            self._bar.pack(side="right", fill="y", before=self.canvas)
        else:
            self._bar.pack_forget()
            self.canvas.yview_moveto(0)

    def _draw_passage(self, one: Passage, y: int) -> int:
        """The foot of what was drawn."""
        base = y + (self._body.line - self._small.line)
        self.canvas.create_text(px(2), base, anchor="nw", text=one.head, fill=SOFT, font="LianxinSmall")
        return self._draw_words(one.text, px(_HEAD), y, COLOURS[one.tone])

    def _draw_words(self, text: str, x: int, y: int, colour: str) -> int:
        room = max(px(80), self.canvas.winfo_width() - x - px(6))
        lines = wrapped(text, room, self._body.width)
        self.canvas.create_text(x, y, anchor="nw", text="\n".join(lines), fill=colour, font="LianxinBody")
        return y + len(lines) * self._body.line

    def _key(self, event: "Event[Any]") -> str:
        page = max(1, self.canvas.winfo_height() // px(_LINE) - 1)
        steps = {"Up": -1, "Down": 1, "Prior": -page, "Next": page, "Home": -_FAR, "End": _FAR}
        self._scroll(steps[event.keysym])
        return "break"

    def _scroll(self, lines: int) -> None:
        if self._bar.winfo_manager():
            self.canvas.yview_scroll(lines, "units")


class Timeline(Passages):
    """Passages along a line, a dot at each head; the last one is in sight from its head on."""

    def show(self, said: Sequence[Passage]) -> None:
        super().show(said)
        self._to_last()

    def _draw(self) -> None:
        super()._draw()
        self.canvas.tag_lower("line")
        self._to_last()

    def _to_last(self) -> None:
        if self._bar.winfo_manager():
            whole = int(self.canvas.cget("scrollregion").split()[-1])
            self.canvas.yview_moveto(self._last / whole)

    def _draw_passage(self, one: Passage, y: int) -> int:
        """As above; `_last` is where the last one begins."""
        canvas, x, half = self.canvas, px(_MARK) // 2, px(4)
        middle, self._last = y + self._strong.line // 2, y
        if one is not self._said[0]:
            canvas.create_line(x, 0, x, middle, fill=LINE, width=px(2), tags="line")
        colour = COLOURS[one.tone]
        canvas.create_oval(x - half, middle - half, x + half, middle + half, fill=colour, outline=CARD)
        canvas.create_text(px(_MARK + 4), y, anchor="nw", text=one.head, fill=colour, font="LianxinStrong")
        y += self._strong.line + px(2)
        return self._draw_words(one.text, px(_MARK + 4), y, INK) if one.text else y
