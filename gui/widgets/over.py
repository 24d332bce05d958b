"""A card that comes in over the page where there is no room beside it."""

import tkinter
from collections.abc import Callable
from tkinter import ttk

from gui.look.scale import px


class Over:
    """Lays a card over what its parent shows, at one side; the × on it takes it away again.

    `closed` is called when it went away.
    """

    def __init__(self, card: tkinter.Widget, width: int) -> None:
        self.closed: Callable[[], object] = lambda: None
        self._card, self._width = card, width
        self._cross = ttk.Button(card, text="×", style="Icon.TButton", takefocus=False, command=self.close)

    def lie(self, *, at_left: bool = False) -> None:
        """Come in, at the left side or at the right."""
        side = 0.0 if at_left else 1.0
        self._card.place(
            relx=side, y=0, relheight=1.0, anchor="nw" if at_left else "ne", width=px(self._width)
        )
        self._cross.place(relx=1.0, x=-px(4), y=px(4), anchor="ne")
        self._cross.lift()
        self._card.lift()

    def close(self) -> bool:
        """Go away again; whether it lay over the page."""
        over = self._card.winfo_manager() == "place"
        if over:
            self._card.place_forget()
            self._cross.place_forget()
            self.closed()
        return over
