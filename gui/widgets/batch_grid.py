"""The grid in which a visit sheet is typed: rows as printed, one field in the cell under the cursor."""

import tkinter
from collections.abc import Callable, Iterable
from functools import partial
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.state.activity_ticks import Mark
from gui.state.batch_grid import MARKS, REASONS, BatchGrid, Cell, is_ditto
from gui.widgets.batch_rows import SheetRows
from gui.widgets.cell_editor import CellEditor

_PAGE = 8
_SHIFT, _CONTROL = 1, 4


class SheetGrid(ttk.Frame):
    """`changed` is called after anything was typed, `moved` when the cursor went to another cell."""

    def __init__(self, parent: tkinter.Misc, grid: BatchGrid) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self.changed: Callable[[], object] = lambda: None
        self.moved: Callable[[], object] = lambda: None
        self._grid = grid
        self.rows = SheetRows(self, grid, self._click)
        self.rows.pack(fill="both", expand=True)
        canvas = self.rows.canvas
        self.editor = CellEditor(canvas, self.reasons, self._press)
        self.editor.changed = self._typed
        self.editor.entry.bind("<FocusOut>", lambda _: self._left(), add=True)
        self._window = canvas.create_window(0, 0, anchor="nw", window=self.editor, state="hidden")
        canvas.bind("<Configure>", lambda _: self._draw())
        for widget in (canvas, self.editor.entry):
            self.rows.roll_with(widget)

    def show(self) -> None:
        """Show the rows and the cell under the cursor as they are now."""
        self._draw()
        line = self._grid.line
        if line is not None:
            self.editor.show(line.text(self._grid.cell), may_type=self._grid.cell != Cell.OUTCOME)

    def renew(self) -> None:
        """Show the rows as they are now; a cell one is typing in keeps its caret if its text is the same."""
        line = self._grid.line
        if line is not None and line.text(self._grid.cell) == self.editor.get():
            self._draw()
        else:
            self.show()

    def focus_cell(self) -> None:
        """Give the cell under the cursor the keyboard."""
        self.show()
        self.editor.entry.focus_set()

    def settle(self) -> None:
        """Take over what stands in the field, as if one had left it."""
        self._write()
        self._grid.settle()
        self.show()

    def reasons(self) -> Iterable[str]:
        """The usual reasons, where the cell under the cursor wants one."""
        line = self._grid.line
        missed = line is not None and line.mark == Mark.NOT_MET
        return REASONS if missed and self._grid.cell == Cell.SAID else ()

    def _draw(self) -> None:
        self.rows.draw()
        canvas, line = self.rows.canvas, self._grid.line
        if line is None or not line.cells:
            canvas.itemconfigure(self._window, state="hidden")
            return
        left, top, width, height = self.rows.box()
        canvas.coords(self._window, left, top)
        canvas.itemconfigure(self._window, state="normal", width=width, height=height)

    def _write(self) -> None:
        if self._grid.cell != Cell.OUTCOME:
            self._grid.write(self.editor.get())

    def _typed(self) -> None:
        self._write()
        self.changed()

    def _left(self) -> None:
        """The keyboard went elsewhere: what was typed is taken over as on Enter."""
        self._write()
        self._grid.settle()
        self._draw()
        self.changed()

    def _go(self, move: Callable[[], object]) -> str:
        """Leave the cell for another one."""
        self._write()
        self._grid.settle()
        move()
        self.show()
        self.changed()
        self.moved()
        return "break"

    def _again(self) -> str:
        self.show()
        self.changed()
        return "break"

    def _press(self, event: "Event[Any]") -> str | None:
        grid, key, state = self._grid, event.keysym, int(event.state)
        moves: dict[str, Callable[[], object]] = {
            "Return": grid.forward,
            "KP_Enter": grid.forward,
            "Up": partial(grid.down, -1),
            "Down": partial(grid.down, 1),
            "Prior": partial(grid.down, -_PAGE),
            "Next": partial(grid.down, _PAGE),
        }
        if state & _CONTROL:
            return self._with_control(key)
        if key in moves:
            return self._go(moves[key])
        if key in ("Left", "Right"):
            step = 1 if key == "Right" else -1
            return self._go(partial(grid.across, step)) if self.editor.at_edge(step) else None
        if key in ("Tab", "ISO_Left_Tab"):
            return self._tab(-1 if key == "ISO_Left_Tab" or state & _SHIFT else 1)
        if key == "F2":
            self.editor.edit()
        return self._letter(event.char)

    def _with_control(self, key: str) -> str | None:
        grid = self._grid
        if key in ("d", "D"):
            return self._repeat()
        if key == "Delete":
            grid.empty_row()
            return self._again()
        ends = {"Home": 0, "End": len(grid.lines) - 1}
        return self._go(lambda: grid.go_to(ends[key], grid.cell)) if key in ends else None

    def _tab(self, step: int) -> str | None:
        """To the next cell; at the sheet's ends out of it, so that the keyboard is not caught."""
        moved: list[bool] = []
        self._go(lambda: moved.append(self._grid.across(step)))
        return "break" if moved[0] else None

    def _letter(self, typed: str) -> str | None:
        """A mark instead of a text: 同上, the digit of an outcome or of a reason."""
        grid = self._grid
        fresh = self.editor.is_fresh or grid.cell == Cell.OUTCOME
        if fresh and is_ditto(typed):
            return self._repeat()
        if grid.cell == Cell.OUTCOME:
            if typed in MARKS:
                grid.say(MARKS[typed])
                return self._again()
            return "break" if typed.isprintable() and typed else None
        reason = dict(zip("123456", self.reasons(), strict=False)).get(typed) if fresh else None
        if reason:
            grid.write(reason)
            return self._again()
        return None

    def _repeat(self) -> str:
        self._write()
        self._grid.repeat()
        return self._again()

    def _click(self, place: int, cell: Cell) -> None:
        self._go(lambda: self._grid.go_to(place, cell))
        self.editor.entry.focus_set()
