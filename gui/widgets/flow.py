"""Widgets beside each other, in as many rows as there is need of."""

import tkinter
from typing import Any

from gui.look.palette import CARD
from gui.look.scale import px

_GAP = 8


class Flow(tkinter.Frame):
    """Put widgets into it and `arrange` them; they follow its width."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, background=CARD, height=1)
        self.bind("<Configure>", lambda _: self.arrange())

    def arrange(self) -> None:
        """Lay out what is in it, in the order made."""
        gap, x, y, high = px(_GAP), 0, 0, 0
        children: Any = self.winfo_children()
        for child in children:
            wide, tall = child.winfo_reqwidth(), child.winfo_reqheight()
            if x and x + wide > self.winfo_width():
                x, y, high = 0, y + high + gap, 0
            child.place(x=x, y=y)
            x, high = x + wide + gap, max(high, tall)
        self.configure(height=max(1, y + high))
