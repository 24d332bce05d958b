"""One way to go on: a button, and beside it what it does."""

import tkinter
from collections.abc import Callable
from tkinter import ttk

from gui.look.scale import px
from gui.widgets.ruler import Ruler

_BUTTON, _GAP = 210, 14


class OfferRow(ttk.Frame):
    """Rows under each other have their words at one edge; Enter presses the button, too."""

    def __init__(self, parent: tkinter.Misc, label: str, words: str, run: Callable[[], object]) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self.columnconfigure(0, minsize=px(_BUTTON))
        self.columnconfigure(1, weight=1)
        self.button = ttk.Button(self, text=label, style="Quiet.TButton", command=run)
        self.button.bind("<Return>", lambda _: self.button.invoke())
        self.button.grid(row=0, column=0, sticky="we")
        self._words, self._ruler = words, Ruler(parent, "LianxinSmall")
        self._says = ttk.Label(self, style="Soft.TLabel", justify="left")
        self._says.grid(row=0, column=1, sticky="w", padx=(px(_GAP), 0))
        self.bind("<Configure>", lambda event: self._wrap(event.width))
        self.pack(fill="x", pady=px(3))

    def _wrap(self, width: int) -> None:
        room = max(px(160), width - self.button.winfo_reqwidth() - px(_GAP))
        room = min(room, max(px(160), width - px(_BUTTON + _GAP)))
        self._says.configure(text=self._ruler.broken(self._words, room))
