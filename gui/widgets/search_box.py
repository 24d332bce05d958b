"""The field one searches in: a magnifier, and words that say what can be found."""

import tkinter

from gui.later import soon
from gui.look import looks
from gui.look.palette import CARD, NOT_DUE, SOFT
from gui.look.scale import px
from gui.widgets.controls import Text
from gui.widgets.tooltip import Tip

FILTER_TIP = "按 F3 到这里，只筛选本页的列表；Ctrl+F 查找全部"


class SearchBox(Text):
    """Calls `changed` while one types; Esc empties it. `tip` is said where the pointer rests."""

    def __init__(self, parent: tkinter.Misc, words: str, tip: str = FILTER_TIP) -> None:
        super().__init__(parent)
        self.tip = Tip(self.entry)
        self.entry.bind("<Enter>", lambda _: self.tip.offer(tip), add=True)
        self._words = tkinter.Label(
            self.entry,
            text=words,
            font="LianxinSmall",
            foreground=NOT_DUE,
            background=CARD,
            padx=px(6),
            cursor="xterm",
        )
        soon(self, self._draw_sign)
        self._words.bind("<Button-1>", lambda _: self.entry.focus_set())
        self.entry.bind("<Escape>", lambda _: self.clear())
        self.entry.bind("<KeyPress>", lambda _: self.after_idle(self._show_words), add=True)
        self._show_words()

    def clear(self) -> str | None:
        """Empty the field; Esc in an empty field is for the page."""
        if not self.entry.get():
            return None
        self.set("")
        self._show_words()
        self.changed()
        return "break"

    def _draw_sign(self) -> None:
        self._words.configure(image=looks.icon("search", SOFT, 14), compound="left")

    def _show_words(self) -> None:
        if self.entry.get():
            self._words.place_forget()
        else:
            self._words.place(x=px(4), rely=0.5, anchor="w")
