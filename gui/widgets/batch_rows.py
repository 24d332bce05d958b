"""The rows of a visit sheet drawn as they are printed, with what is recorded and what was typed in them."""

import tkinter
from collections.abc import Callable
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import ACCENT, CARD, COLOURS, GROUND, HAIRLINE, HOVERED, LINE, SOFT, Tone, signed
from gui.look.scale import px
from gui.state.activity_ticks import Mark
from gui.state.batch_grid import BatchGrid, Cell, Line
from gui.state.batch_words import recorded_cell
from gui.state.rows import shared_widths
from gui.widgets.ruler import Ruler
from gui.widgets.tooltip import Tip
from gui.widgets.wheel import on_wheel

_HEADS = ("序号", "走访对象", "已登记", "日期", "结果", "反映问题（未遇写原因）", "答复处理")
_WIDTHS = (44, 150, 168, 112, 60, 210, 160)
_STRETCH = (0.0, 0.6, 0.4, 0.0, 0.0, 2.0, 1.4)
_NAME, _TYPED = 1, 3  # the columns of the names, and from where on is typed
_PAD = 8
_LEAST, _MOST = 7, 15  # what a row is higher than its text
_TONES = {Mark.MET: Tone.DONE, Mark.NOT_MET: Tone.NEAR, Mark.PHONE: Tone.PLANNED}
_FONTS = {_NAME: "LianxinStrong", _NAME + 1: "LianxinSmall"}


class SheetRows(ttk.Frame):
    """Draws `grid`; `pick` is called with a row's place and the cell that was clicked."""

    def __init__(self, parent: tkinter.Misc, grid: BatchGrid, pick: Callable[[int, Cell], object]) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._grid, self._pick = grid, pick
        self._rulers = {name: Ruler(parent, name) for name in ("LianxinBody", *_FONTS.values())}
        self._body, self._small = self._rulers["LianxinBody"], self._rulers["LianxinSmall"]
        self.step = self._body.line + px(_MOST)
        self._bounds: list[int] = [0]
        self._cut: dict[tuple[int, int], str] = {}
        self._lay_out()

    def draw(self) -> None:
        """Show the rows as they are now, the one under the cursor in sight."""
        canvas, lines = self.canvas, self._grid.lines
        canvas.delete("row")
        self._cut.clear()
        self.step = self._fitting_step()
        canvas.configure(yscrollincrement=self.step)
        widths = shared_widths([px(wide) for wide in _WIDTHS], _STRETCH, max(1, canvas.winfo_width()))
        self._bounds = [sum(widths[:place]) for place in range(len(widths) + 1)]
        self._draw_head()
        for place, line in enumerate(lines):
            self._draw_row(place, line)
        canvas.configure(scrollregion=(0, 0, canvas.winfo_width(), len(lines) * self.step))
        self._show_bar()
        self._see()

    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the cell under the cursor."""
        column = _TYPED + self._grid.cell
        left = self._bounds[column]
        return left, self._grid.at * self.step, self._bounds[column + 1] - left, self.step

    def shown(self) -> list[list[str]]:
        """The texts of all rows, cell by cell."""
        return [[text for text, _ in self._texts(line)] for line in self._grid.lines]

    def _fitting_step(self) -> int:
        """Rows as high as let all of them be seen, within reason."""
        low, high = self._body.line + px(_LEAST), self._body.line + px(_MOST)
        return max(low, min(high, (self.canvas.winfo_height() - 1) // max(1, len(self._grid.lines))))

    def _lay_out(self) -> None:
        self._head = ttk.Canvas(
            self, autostyle=False, background=CARD, highlightthickness=0, height=self._small.line + px(14)
        )
        self._head.pack(fill="x")
        self.canvas = ttk.Canvas(self, autostyle=False, background=CARD, highlightthickness=0, height=1)
        self._bar = ttk.Scrollbar(self, command=self.canvas.yview)
        self.canvas.configure(yscrollcommand=self._bar.set)
        self.canvas.pack(side="left", fill="both", expand=True)
        self.canvas.bind("<Button-1>", self._click)
        self.canvas.bind("<Motion>", self._motion)
        self._tip = Tip(self.canvas)

    def roll_with(self, widget: tkinter.Misc) -> None:
        """Let the wheel over this widget move the rows."""
        on_wheel(widget, self._wheel)

    def _draw_head(self) -> None:
        head, height = self._head, self._small.line + px(14)
        head.delete("all")
        for column, text in enumerate(_HEADS):
            x, room = self._room(column)
            fitting = self._small.fit(text, room)
            head.create_text(x, height // 2, anchor="w", text=fitting, fill=SOFT, font="LianxinSmall")
        head.create_line(0, height - 1, 10_000, height - 1, fill=LINE)

    def _draw_row(self, place: int, line: Line) -> None:
        canvas, top = self.canvas, place * self.step
        bottom, at_cursor = top + self.step, place == self._grid.at and bool(line.cells)
        ground = HOVERED if at_cursor else CARD if line.cells else GROUND
        canvas.create_rectangle(0, top, self._bounds[-1], bottom, width=0, fill=ground, tags="row")
        if at_cursor:
            canvas.create_rectangle(0, top, px(3), bottom, width=0, fill=ACCENT, tags="row")
        for column, (text, tone) in enumerate(self._texts(line)):
            self._draw_text(place, column, text, COLOURS[tone])
        for x in self._bounds[_TYPED:-1]:
            canvas.create_line(x, top, x, bottom, fill=HAIRLINE, tags="row")
        canvas.create_line(0, bottom - 1, 10_000, bottom - 1, fill=HAIRLINE, tags="row")

    def _draw_text(self, place: int, column: int, text: str, colour: str) -> None:
        x, room = self._room(column)
        font = _FONTS.get(column, "LianxinBody")
        ruler = self._rulers[font]
        fitting = ruler.fit(text, room)
        if fitting != text:
            self._cut[place, column] = text
        self._put(x, place, fitting, colour, font)
        if column == _NAME:
            taken = ruler.width(fitting) + px(8)
            self._draw_where(place, x + taken, room - taken)

    def _draw_where(self, place: int, x: int, room: int) -> None:
        """Small behind a name: what it is, and what tells it from its neighbours."""
        row = self._grid.lines[place].row
        words = f"{row.label}  {row.where}".strip()
        if room > px(28):
            self._put(x, place, self._small.fit(words, room), SOFT, "LianxinSmall")

    def _put(self, x: int, place: int, text: str, colour: str, font: str) -> None:
        y = place * self.step + self.step // 2
        self.canvas.create_text(x, y, anchor="w", text=text, fill=colour, font=font, tags="row")

    def _room(self, column: int) -> tuple[int, int]:
        """Where a column's text begins, and how wide it may be."""
        left, right = self._bounds[column], self._bounds[column + 1]
        return left + px(_PAD), right - left - px(2 * _PAD)

    def _texts(self, line: Line) -> list[tuple[str, Tone]]:
        wrong = self._grid.wrong.get(line.row.number, "")
        state = (signed(Tone.LATE, wrong), Tone.LATE) if wrong else recorded_cell(line.row)
        typed = [(line.text(cell), Tone.PLAIN) for cell in Cell]
        typed[Cell.OUTCOME] = (line.text(Cell.OUTCOME), _TONES.get(line.mark, Tone.PLAIN))
        return [(str(line.row.number), Tone.SOFT), (line.row.name, Tone.PLAIN), state, *typed]

    def _at(self, event: "Event[Any]") -> tuple[int, int]:
        """The row and the column under the pointer."""
        place = int(self.canvas.canvasy(event.y)) // self.step
        return place, sum(1 for bound in self._bounds[1:] if bound <= event.x)

    def _click(self, event: "Event[Any]") -> None:
        place, column = self._at(event)
        self._pick(place, Cell(max(0, min(column - _TYPED, len(Cell) - 1))))

    def _motion(self, event: "Event[Any]") -> None:
        self._tip.offer(self._cut.get(self._at(event), ""))

    def _wheel(self, step: int) -> None:
        if self._bar.winfo_manager():
            self.canvas.yview_scroll(step, "units")

    def _show_bar(self) -> None:
        canvas = self.canvas
        if len(self._grid.lines) * self.step > canvas.winfo_height() > 1:
            self._bar.pack(side="right", fill="y", before=canvas)
        else:
            self._bar.pack_forget()
            canvas.yview_moveto(0)

    def _see(self) -> None:
        canvas, total = self.canvas, len(self._grid.lines) * self.step
        seen, top, first = canvas.winfo_height(), self._grid.at * self.step, int(canvas.canvasy(0))
        if total > seen > self.step and not first <= top <= first + seen - self.step:
            rows = self._grid.at if top < first else -(-(top + self.step - seen) // self.step)
            canvas.yview_moveto(rows * self.step / total)
