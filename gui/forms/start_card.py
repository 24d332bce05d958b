"""The card in the middle of the window while the data is not open: before the pages, or over them."""

import tkinter
from functools import partial
from tkinter import ttk
from typing import ClassVar

from gui.look.palette import GROUND
from gui.look.scale import px
from gui.widgets.scrolled import Scrolled

_LEAST_TOP = 24


class StartCard(tkinter.Frame):
    """Fills the window; put the content into `body`, `wide` for 96 dpi; it scrolls if it is too high.

    F1 opens the manual at `section`, where there is one.
    """

    section: ClassVar[str] = ""

    def __init__(self, root: tkinter.Misc, wide: int) -> None:
        super().__init__(root, background=GROUND)
        self._scrolled = Scrolled(self, GROUND)
        self._scrolled.pack(fill="both", expand=True)
        self._card = card = ttk.Frame(self._scrolled.inside, style="Card.TFrame", padding=(px(32), px(24)))
        card.pack(pady=px(_LEAST_TOP))
        self._brand(card)
        ttk.Frame(card, style="Paper.TFrame", width=px(wide), height=1).pack()
        self.body = ttk.Frame(card, style="Paper.TFrame")
        self.body.pack(fill="both", expand=True)
        self.bind("<Configure>", lambda _: self._centre())
        card.bind("<Configure>", lambda _: self._centre())

    def take_keyboard(self) -> None:
        """Let keys come to what one does first."""

    def clear(self) -> None:
        """Take everything out of the body again."""
        for part in self.body.winfo_children():
            part.destroy()

    def _brand(self, card: ttk.Frame) -> None:
        row = ttk.Frame(card, style="Paper.TFrame")
        row.pack(fill="x", pady=(0, px(14)))
        ttk.Frame(row, style="Gold.TFrame", width=px(4)).pack(side="left", fill="y", padx=(0, px(10)))
        ttk.Label(row, text="连心台账", style="Paper.TLabel", font="LianxinBrand").pack(side="left")
        if self.section:
            asked = partial(self.event_generate, "<F1>")
            ttk.Button(row, text="使用手册 F1", style="Bare.TButton", command=asked).pack(side="right")

    def _centre(self) -> None:
        """A little above the middle, where the eye looks first."""
        room = self.winfo_height() - self._card.winfo_reqheight()
        self._card.pack_configure(pady=(max(px(_LEAST_TOP), room * 2 // 5), px(_LEAST_TOP)))
