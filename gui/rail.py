"""The dark rail at the left: the name of the program, the office, and the pages that work."""

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from tkinter import ttk
from typing import NamedTuple

from gui.later import soon
from gui.look import looks, palette
from gui.look.scale import px
from gui.widgets.tooltip import Tip

WIDTH, NARROW = 184, 60
_SIGN, _MARK, _GAP, _BELOW = 18, 4, 2, 22


class Entry(NamedTuple):
    """One page in the rail."""

    title: str
    icon: str


class Rail(tkinter.Frame):
    """Entries from the top, the last `below` at the foot. `pick` is called with an entry's place."""

    def __init__(
        self, parent: tkinter.Misc, entries: Sequence[Entry], below: int, pick: Callable[[int], object]
    ) -> None:
        super().__init__(parent, background=palette.RAIL, width=px(WIDTH))
        self.pack_propagate(False)
        self._pick = pick
        self._rows: list[tuple[ttk.Frame, ttk.Button, Entry]] = []
        self._lines: list[ttk.Frame] = []
        self._tips: dict[str, Tip] = {}
        self._current, self._signs = 0, False
        self._blank = tkinter.PhotoImage(master=self, width=px(_SIGN), height=px(_SIGN))
        soon(self, self._first_signs)  # the words are there at once
        self.office = self._brand()
        foot = ttk.Frame(self, style="Rail.TFrame")
        foot.pack(side="bottom", fill="x", pady=(0, px(16)))
        ttk.Frame(foot, style="RailLine.TFrame", height=1).pack(fill="x", padx=px(20), pady=(0, px(10)))
        self._foot, self._above = foot, len(entries) - below
        for place, entry in enumerate(entries):
            self._row(self if place < self._above else foot, place, entry)
        for part in (foot, self._head, self._rows[0][1]):
            part.bind("<Configure>", lambda _: self._share_height(), add=True)

    def mark(self, current: int) -> None:
        """Put the gold mark on the current page."""
        for place, (mark, button, _) in enumerate(self._rows):
            on = place == current
            mark.configure(style="Gold.TFrame" if on else "Rail.TFrame")
            button.configure(style="RailOn.TButton" if on else "Rail.TButton")
        self._current = current
        if self._signs:
            self._draw_signs()

    def fold(self, *, narrow: bool) -> None:
        """Show signs alone where the window is narrow, their names as notes at the pointer; or both again."""
        width = px(NARROW if narrow else WIDTH)
        if width == int(str(self.cget("width"))):
            return
        self.configure(width=width)
        for _, button, entry in self._rows:
            button.configure(compound="image" if narrow else "left")
            tip = self._tips.setdefault(entry.title, Tip(button))
            button.bind("<Enter>", partial(_note, tip, entry.title if narrow else ""))
        for part, whole, short in ((self._name, "连心台账", "连"), (self.office, self._office, "")):
            part.configure(text=short if narrow else whole)

    def name_office(self, name: str) -> None:
        """Show whose ledger this is."""
        self._office = name
        if int(str(self.cget("width"))) == px(WIDTH):
            self.office.configure(text=name)

    def _share_height(self) -> None:
        """Rows as high as their buttons wish; where the window is too low for all of them, a little less."""
        room = self._foot.winfo_y() - self._head.winfo_y() - self._head.winfo_height() - px(_BELOW)
        wished = self._rows[0][1].winfo_reqheight()
        step = min(wished, room // max(1, self._above) - 2 * px(_GAP))
        for row in self._lines[: self._above]:
            row.configure(height=max(px(_SIGN), step))

    def _draw_signs(self) -> None:
        for place, (_, button, entry) in enumerate(self._rows):
            button.configure(image=self._sign(entry, on=place == self._current))

    def _first_signs(self) -> None:
        self._signs = True
        self._draw_signs()

    def _brand(self) -> ttk.Label:
        self._head = head = ttk.Frame(self, style="Rail.TFrame")
        head.pack(fill="x", padx=(px(20), px(12)), pady=(px(22), px(_BELOW)))
        self._office = ""
        self._name = ttk.Label(
            head, text="连心台账", style="Rail.TLabel", font="LianxinBrand", foreground=palette.CARD
        )
        self._name.pack(anchor="w")
        office = ttk.Label(
            head,
            style="Rail.TLabel",
            font="LianxinSmall",
            foreground=palette.RAIL_SOFT,
            wraplength=px(WIDTH - 32),
        )
        office.pack(anchor="w")
        return office

    def _row(self, parent: tkinter.Misc, place: int, entry: Entry) -> None:
        row = ttk.Frame(parent, style="Rail.TFrame")
        row.pack(fill="x", pady=px(_GAP))
        mark = ttk.Frame(row, style="Rail.TFrame", width=px(_MARK))
        mark.pack(side="left", fill="y")
        button = ttk.Button(
            row,
            text=entry.title,
            style="Rail.TButton",
            image=self._blank,
            compound="left",
            command=lambda: self._pick(place),
        )
        if parent is self:  # a row may be lower than its button: then the sign stays in its middle
            row.pack_propagate(False)
            button.place(x=px(_MARK), rely=0.5, anchor="w", relwidth=1, width=-px(_MARK))
        else:
            button.pack(side="left", fill="both", expand=True)
        self._rows.append((mark, button, entry))
        self._lines.append(row)

    def _sign(self, entry: Entry, on: bool) -> str:
        return looks.icon(entry.icon, palette.CARD if on else palette.RAIL_SOFT, _SIGN)


def _note(tip: Tip, text: str, _event: object) -> None:
    tip.offer(text)
