"""A grid of tinted boxes with sign and word; arrows move among them, only what is seen is drawn.

Drawn on a canvas: five hundred leaders times sixteen duties would be thousands of widgets.
"""

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import CARD, SOFT
from gui.look.scale import px
from gui.state.grid import Band, Grid, GridSection, Widths, bands, edges, has_over, spanned
from gui.widgets.cell_painter import CellPainter
from gui.widgets.tooltip import Tip
from gui.widgets.wheel import on_wheel

_WHEEL_ROWS = 3
_GAP = 4


class CellGrid(tkinter.Frame):
    """`moved` is called when the cursor came to a place, `open_` on Enter there, `clicked` on a click,
    `doubled` on a double one.

    `told` gives all there is to say of what a box is about, for the note at the pointer.
    """

    def __init__(
        self, parent: tkinter.Misc, label: int, note: int = 0, *, label_stretch: float = 1.0
    ) -> None:
        super().__init__(parent, background=CARD)
        self.grid_state = Grid()
        self.empty = ""
        self.told: Callable[[Any], str] = lambda _: ""
        self.moved: Callable[[], object] = lambda: None
        self.open_: Callable[[], object] = lambda: None
        self.clicked: Callable[[], object] = lambda: None
        self.doubled: Callable[[], object] = lambda: None
        self._widths = Widths(px(label), px(note) if note else 0, label_stretch)
        self._top = 0
        self._bands: list[Band] = []
        self._edges: list[list[int]] = []
        self.canvas = ttk.Canvas(
            self, autostyle=False, background=CARD, highlightthickness=0, takefocus=True, height=1, width=1
        )
        self._bar = ttk.Scrollbar(self, command=self._scrolled, bootstyle="round")
        self.canvas.pack(side="left", fill="both", expand=True)
        self.painter = CellPainter(self.canvas)
        self.tip = Tip(self.canvas)
        self._listen()

    def widen_labels(self, label: int) -> None:
        """Give the labels at least so much room, for 96 dpi, when filled next."""
        self._widths = self._widths._replace(label=px(label))

    def fill(self, sections: Sequence[GridSection]) -> None:
        """Show these sections; the cursor stays where it was if that is still there."""
        self.grid_state.fill(sections)
        self.draw()

    @property
    def current(self) -> Any:
        """What the place under the cursor is about."""
        return self.grid_state.current

    @property
    def cursor_is_right(self) -> bool:
        """Whether the cursor is in the right half of the grid."""
        box = self._box(self.grid_state.row, self.grid_state.cell) if self.grid_state.row >= 0 else None
        return box is not None and box[0] + box[2] > self.canvas.winfo_width()

    def go(self, row: int, cell: int) -> None:
        """Put the cursor on a place, scrolled into sight, as a click would."""
        if self.grid_state.go(row, cell):
            self._arrived()

    def focus_cells(self) -> None:
        """Give the boxes the keyboard."""
        self.canvas.focus_set()

    def shown(self) -> list[list[str]]:
        """The texts seen now, row by row, each with its label first."""
        return self.painter.texts

    def draw(self) -> None:
        """Show what is seen as it is now."""
        canvas, state = self.canvas, self.grid_state
        width, height = canvas.winfo_width(), canvas.winfo_height()
        canvas.delete("all")
        self.painter.begin(width)
        if not state.rows:
            self._bands = []
            self._say_empty(width, height)
            self._bar.pack_forget()
            return
        self.painter.fit_rows(height, len(state.rows), self._heads_wanted())
        self._bands = self._all_bands()
        self._edges = [edges(section, self._widths, px(100) / 100, width) for section in state.sections]
        self._top = max(0, min(self._top, self._whole_rows(self._bands[-1].bottom - height)))
        self._draw_rows(height)
        self._draw_cursor()
        self._show_bar(height)

    def _heads_wanted(self) -> int:
        """Pixels all heads take, with the gaps before them."""
        painter, sections = self.painter, self.grid_state.sections
        over = sum(painter.over for section in sections if has_over(section))
        return len(sections) * painter.head + over + (len(sections) - 1) * px(_GAP)

    def _all_bands(self) -> list[Band]:
        painter = self.painter
        return bands(self.grid_state.sections, painter.head, painter.over, painter.step, px(_GAP))

    def _draw_rows(self, height: int) -> None:
        """The rows in sight, then the heads: those of the uppermost section stay at the top."""
        state = self.grid_state
        seen = [band for band in self._bands if band.bottom > self._top and band.top < self._top + height]
        for band in seen:
            if band.row >= 0:
                self.painter.row(state.rows[band.row], self._edges[band.section], band.top - self._top)
        ends = {band.section: band.bottom for band in self._bands}
        heads = {band.section: band for band in self._bands if band.row < 0}
        for at in sorted({band.section for band in seen}, reverse=True):
            high = heads[at].bottom - heads[at].top
            top = min(max(0, heads[at].top - self._top), ends[at] - self._top - high)
            self.painter.heads(state.sections[at], self._edges[at], top, high)

    def _draw_cursor(self) -> None:
        state = self.grid_state
        box = self._box(state.row, state.cell) if state.row >= 0 else None
        focused = str(self.tk.call("focus")) == str(self.canvas)
        head = self._head_height(state.row) if box else 0
        self.painter.cursor(box if box and box[1] >= head - 1 else None, focused=focused)

    def _head_height(self, row: int) -> int:
        """How high the heads are that stand over this row at the top."""
        section = self.grid_state.section_of[row]
        band = next(band for band in self._bands if band.section == section)
        return band.bottom - band.top

    def _box(self, row: int, cell: int) -> tuple[int, int, int, int] | None:
        """The corners of a place on the canvas as it is scrolled."""
        band = next((band for band in self._bands if band.row == row), None)
        if band is None:
            return None
        x, top = self._edges[band.section], band.top - self._top
        if cell < 0:
            return x[0], top, x[1], top + band.bottom - band.top
        _, first, last = spanned(self.grid_state.rows[row])[cell]
        return x[first + 1], top, x[last + 1], top + band.bottom - band.top

    def _place(self, x: int, y: int) -> tuple[int, int]:
        """The row and the cell at a point of the canvas; row -1: none. The heads at the top cover rows."""
        at = y + self._top
        band = next((band for band in self._bands if band.top <= at < band.bottom), None)
        if band is None or band.row < 0 or y < self._head_height(band.row):
            return -1, 0
        found = self._edges[band.section]
        if x < found[1]:
            return band.row, -1
        cells = spanned(self.grid_state.rows[band.row])
        for cell, first, last in cells:
            if found[first + 1] <= x < found[last + 1]:
                return band.row, cell
        return band.row, len(cells)

    def _listen(self) -> None:
        canvas = self.canvas
        for key, step in (("Left", -1), ("Right", 1), ("Home", -999), ("End", 999)):
            canvas.bind(f"<{key}>", partial(self._press, self.grid_state.sideways, step))
        for key, step in (("Up", -1), ("Down", 1), ("Prior", -12), ("Next", 12)):
            canvas.bind(f"<{key}>", partial(self._press, self.grid_state.up_or_down, step))
        for key, step in (("Control-Home", -99_999), ("Control-End", 99_999)):
            canvas.bind(f"<{key}>", partial(self._press, self.grid_state.up_or_down, step))
        canvas.bind("<Return>", lambda _: self.open_())
        canvas.bind("<Button-1>", self._click)
        canvas.bind("<Double-Button-1>", self._double_click)
        canvas.bind("<Motion>", self._motion)
        canvas.bind("<Leave>", lambda _: self.painter.hover(None), add=True)
        for name in ("<Configure>", "<FocusIn>", "<FocusOut>"):
            canvas.bind(name, lambda _: self.draw(), add=True)
        on_wheel(canvas, self._wheel)

    def _press(self, move: Callable[[int], None], step: int, _event: object) -> str:
        move(step)
        self._arrived()
        return "break"

    def _arrived(self) -> None:
        self._see()
        self.draw()
        self.moved()

    def _see(self) -> None:
        """Scroll so far that the cursor's row is whole in sight, under the heads."""
        if self.grid_state.row < 0 or not self._bands or self.canvas.winfo_height() <= 1:
            return
        band = next(band for band in self._bands if band.row == self.grid_state.row)
        first = next(each for each in self._bands if each.section == band.section)
        head = first.bottom - first.top
        if self.grid_state.row == first.row + 1 and band.section == 0:
            self._top = 0
        self._top = min(self._top, max(0, band.top - head))
        self._top = max(self._top, self._whole_rows(band.bottom - self.canvas.winfo_height()))

    def _whole_rows(self, pixels: int) -> int:
        """At least so many pixels as rows are high: none is cut by the heads."""
        return -(-pixels // self.painter.step) * self.painter.step

    def _click(self, event: "Event[Any]") -> None:
        self.focus_cells()
        row, cell = self._place(event.x, event.y)
        if self.grid_state.go(row, cell):
            self._arrived()
            self.clicked()

    def _double_click(self, event: "Event[Any]") -> None:
        self._click(event)
        if self.grid_state.can_be_on(*self._place(event.x, event.y)):
            self.doubled()

    def _motion(self, event: "Event[Any]") -> None:
        row, cell = self._place(event.x, event.y)
        can = self.grid_state.can_be_on(row, cell)
        self.painter.hover(self._box(row, cell) if can else None)
        self.canvas.configure(cursor="hand2" if can else "")
        self.tip.offer(self._note(row, cell))

    def _note(self, row: int, cell: int) -> str:
        """What the note at the pointer says: all of a box, or what was cut of a label."""
        if row < 0:
            return ""
        found = self.grid_state.rows[row]
        if cell < 0:
            return self.painter.cut.get((found.key, "label"), "")
        if cell >= len(found.cells):
            return self.painter.cut.get((found.key, "note"), "")
        box = found.cells[cell]
        return self.told(box.about) if box and box.about is not None else ""

    def _say_empty(self, width: int, height: int) -> None:
        self.canvas.create_text(
            width // 2,
            height * 2 // 5,
            text=self.empty,
            fill=SOFT,
            font="LianxinBody",
            justify="center",
            width=max(px(160), width - px(48)),
        )

    def _show_bar(self, height: int) -> None:
        total = self._bands[-1].bottom
        if total <= height or height <= 1:
            self._bar.pack_forget()
            return
        if not self._bar.winfo_manager():
            self._bar.pack(side="right", fill="y", before=self.canvas)
        self._bar.set(self._top / total, (self._top + height) / total)

    def _wheel(self, step: int) -> None:
        self._scroll_to(self._whole_rows(self._top) + step * _WHEEL_ROWS * self.painter.step)

    def _scrolled(self, how: str, amount: str, unit: str = "") -> None:
        if how == "moveto":
            self._scroll_to(round(float(amount) * self._bands[-1].bottom))
        else:
            page = self.canvas.winfo_height() if unit == "pages" else self.painter.step
            self._scroll_to(self._top + int(amount) * page)

    def _scroll_to(self, top: int) -> None:
        self._top = max(0, top)
        self.painter.hover(None)
        self.draw()
