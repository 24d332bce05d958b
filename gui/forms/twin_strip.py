"""The strip that says a record of the same leader, day and place is there already, and opens it."""

from collections.abc import Callable

import ttkbootstrap as ttk

from gui.look.palette import COLOURS, TINTS, Tone, signed
from gui.look.scale import px
from gui.state.activity_list import twin_words
from models.activity import Activity


class TwinStrip(ttk.TkFrame):
    """Hidden until `show`; it stands above `below`. `open_` gets the record the user wants instead."""

    def __init__(self, below: ttk.Frame, open_: Callable[[Activity], object]) -> None:
        tint = TINTS[Tone.NEAR]
        super().__init__(below.master, autostyle=False, background=tint)
        self._below, self._open = below, open_
        self._twin: Activity | None = None
        self._text = ttk.TkLabel(
            self,
            autostyle=False,
            background=tint,
            foreground=COLOURS[Tone.NEAR],
            font="LianxinBody",
            anchor="w",
        )
        self.button = ttk.Button(self, text="打开已有记录", style="Small.TButton", command=self._take)
        self.button.pack(side="right", padx=px(12), pady=px(6))
        self._text.pack(side="left", fill="x", expand=True, padx=px(14))

    def show(self, twin: Activity | None) -> None:
        """Name the record, or hide if there is none."""
        self._twin = twin
        if twin is None:
            self.pack_forget()
            return
        self._text.configure(text=signed(Tone.NEAR, twin_words(twin)))
        self.pack(fill="x", pady=(0, px(12)), before=self._below)

    @property
    def text(self) -> str:
        """What it says, "" while hidden."""
        return str(self._text.cget("text")) if self.winfo_manager() else ""

    def _take(self) -> None:
        if self._twin is not None:
            self._open(self._twin)
