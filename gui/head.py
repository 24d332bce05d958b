"""The head of a page: title, one line of context, at most three buttons, the main one filled."""

import tkinter
from collections.abc import Iterable
from tkinter import ttk

from gui.look.palette import GROUND, SOFT
from gui.look.scale import px
from gui.page import Action
from gui.widgets.ruler import Ruler
from gui.widgets.tooltip import Tip


class Head(tkinter.Frame):
    """Shows one page's title, context and buttons at a time; the context has the whole width below them."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, background=GROUND)
        self.buttons: list[ttk.Button] = []
        self.columnconfigure(0, weight=1)
        self._title = ttk.Label(self, font="LianxinTitle")
        self._title.grid(row=0, column=0, sticky="w")
        self._row = ttk.Frame(self)
        self._row.grid(row=0, column=1, sticky="ne", pady=(px(3), 0))
        self._words, self._ruler = "", Ruler(self, "LianxinSmall")
        self._context = ttk.Label(self, font="LianxinSmall", foreground=SOFT, width=1)
        self._context.grid(row=1, column=0, columnspan=2, sticky="we")
        self._context.bind("<Configure>", lambda _: self._fit())
        self._tip = Tip(self._context)
        self._context.bind("<Enter>", lambda _: self._tip.offer(self._words if self.is_cut else ""))

    def show(self, title: str, context: str, actions: Iterable[Action]) -> None:
        """Fill the head; the first action is the main one and stands at the right."""
        self._title.configure(text=title)
        self._words = context
        self._fit()
        for old in self.buttons:
            old.destroy()
        self.buttons = [self._button(place, action) for place, action in enumerate(actions)]

    @property
    def is_cut(self) -> bool:
        """Whether the context is longer than its place, and ends in … ."""
        return str(self._context.cget("text")) != self._words

    def _fit(self) -> None:
        self._context.configure(text=self._ruler.fit(self._words, max(px(200), self._context.winfo_width())))

    def _button(self, place: int, action: Action) -> ttk.Button:
        style = "Main.TButton" if place == 0 else "Quiet.TButton"
        button = ttk.Button(self._row, text=action.label, command=action.run, style=style)
        button.pack(side="right", padx=(px(8), 0))
        return button
