"""What the signs of the states mean, in one line."""

import tkinter

from gui.look.palette import CARD, COLOURS
from gui.look.scale import px
from gui.state.owed import TONES
from models import terms
from models.rules.coverage import PRESSING


class Legend(tkinter.Frame):
    """Each sign with its word in its colour, the calmest last."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, background=CARD)
        for state in reversed(PRESSING):
            text, colour = f"{terms.SIGNS[state]} {terms.label(state)}", COLOURS[TONES[state]]
            label = tkinter.Label(self, text=text, font="LianxinSmall", background=CARD, foreground=colour)
            label.pack(side="left", padx=(0, px(12)))
