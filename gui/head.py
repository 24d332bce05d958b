"""The head of a page: title, one line of context, at most three buttons, the main one filled."""

import tkinter
from collections.abc import Iterable
from tkinter import ttk

from gui.look.palette import GROUND, SOFT
from gui.look.scale import px
from gui.page import Action


class Head(tkinter.Frame):
    """Shows one page's title, context and buttons at a time."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, background=GROUND)
        self.buttons: list[ttk.Button] = []
        self._row = ttk.Frame(self)
        self._row.pack(side="right", anchor="n", pady=(px(4), 0))
        self._title = ttk.Label(self, font="LianxinTitle")
        self._title.pack(anchor="w")
        self._context = ttk.Label(self, font="LianxinSmall", foreground=SOFT)
        self._context.pack(anchor="w")

    def show(self, title: str, context: str, actions: Iterable[Action]) -> None:
        """Fill the head; the first action is the main one and stands at the right."""
        self._title.configure(text=title)
        self._context.configure(text=context)
        for old in self.buttons:
            old.destroy()
        self.buttons = [self._button(place, action) for place, action in enumerate(actions)]

    def _button(self, place: int, action: Action) -> ttk.Button:
        style = "Main.TButton" if place == 0 else "Quiet.TButton"
        button = ttk.Button(self._row, text=action.label, command=action.run, style=style)
        button.pack(side="right", padx=(px(8), 0))
        return button
