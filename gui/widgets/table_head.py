"""The head of a table: names of the columns, the order, and edges to drag."""

import tkinter
from collections.abc import Callable, Sequence
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import ACCENT, CARD, LINE, SOFT
from gui.look.scale import px
from gui.widgets.ruler import Ruler

PAD = 12
_GRIP = 5
_NARROWEST = 40


class TableHead(ttk.Canvas):
    """`sort` is called with a column's place; `resize` with the new widths while an edge is dragged."""

    def __init__(
        self,
        parent: tkinter.Misc,
        heads: Sequence[str],
        sort: Callable[[int], object],
        resize: Callable[[list[int]], object],
    ) -> None:
        self._ruler = Ruler(parent, "LianxinSmall")
        height = self._ruler.line + px(14)
        super().__init__(parent, autostyle=False, background=CARD, height=height, highlightthickness=0)
        self._heads, self._sort, self._resize = heads, sort, resize
        self._widths: list[int] = []
        self._dragged = -1
        self.bind("<Motion>", self._motion)
        self.bind("<Button-1>", self._press)
        self.bind("<B1-Motion>", self._drag)
        self.bind("<ButtonRelease-1>", self._release)

    def show(self, widths: Sequence[int], order: tuple[int, bool] | None, rights: Sequence[bool]) -> None:
        """Draw the heads over columns of these widths; `order` is the sorted column and whether it falls."""
        self._widths = list(widths)
        self.delete("all")
        height = self.winfo_reqheight()
        x = 0
        for place, (head, width) in enumerate(zip(self._heads, widths, strict=True)):
            sorted_here = order is not None and order[0] == place
            mark = ("  ▾" if order and order[1] else "  ▴") if sorted_here else ""
            text = self._ruler.fit(head + mark, width - px(PAD))
            at = x + width - px(PAD) if rights[place] else x + px(PAD)
            self.create_text(
                at,
                height // 2,
                anchor="e" if rights[place] else "w",
                text=text,
                font="LianxinSmall",
                fill=ACCENT if sorted_here else SOFT,
            )
            x += width
        self.create_line(0, height - 1, 10_000, height - 1, fill=LINE)

    def _edge(self, x: int) -> int:
        """The column whose right edge is at x, -1 if none; the last edge is the table's own."""
        edge = 0
        for place, width in enumerate(self._widths[:-1]):
            edge += width
            if abs(edge - x) <= px(_GRIP):
                return place
        return -1

    def _motion(self, event: "Event[Any]") -> None:
        self.configure(cursor="sb_h_double_arrow" if self._edge(event.x) >= 0 else "hand2")

    def _press(self, event: "Event[Any]") -> None:
        self._dragged = self._edge(event.x)

    def _drag(self, event: "Event[Any]") -> None:
        place = self._dragged
        if place < 0:
            return
        left = sum(self._widths[:place])
        both = self._widths[place] + self._widths[place + 1]
        wide = max(px(_NARROWEST), min(event.x - left, both - px(_NARROWEST)))
        widths = list(self._widths)
        widths[place], widths[place + 1] = wide, both - wide
        self._resize(widths)

    def _release(self, event: "Event[Any]") -> None:
        if self._dragged < 0 <= event.x:
            self._sort(self._column(event.x))
        self._dragged = -1

    def _column(self, x: int) -> int:
        for place, width in enumerate(self._widths):
            x -= width
            if x < 0:
                return place
        return len(self._widths) - 1
