"""在岗情况: who is here, 下乡, away or acting for whom in each half-day of a day or a week."""

import tkinter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.forms.duty_bar import BarAnswers, DutyBar
from gui.forms.duty_side import DutySide
from gui.later import Pause
from gui.look.palette import GROUND
from gui.look.scale import px
from gui.page import Shell
from gui.state.on_duty_board import View, Whom, days_shown, findings, grid, summary, title, turned
from gui.state.on_duty_spells import Shown, Spell, absence_behind, shown
from gui.state.on_duty_words import note
from gui.widgets.cell_grid import CellGrid
from models.absence import absences_between
from models.activity import Activity
from models.holiday import workday_test
from models.on_duty_board import on_duty_board, trips
from models.rules.kinds import Half
from models.rules.pairing import half_day
from models.rules.unfilled import Unfilled

_EMPTY = "还没有班子成员。\n请先在“联系点”页录入或从 Excel 导入。"
_NOBODY = "这几天没有在任的班子成员。"
_NOT_FOUND = "没有符合的人。换个字试试，或按 Esc 清空筛选、选“全部人员”。"
_RECORD = "走访登记"
_WIDE, _SIDE, _MOMENT_MS = 940, 300, 80
_NAME, _NAME_AND_POST = 92, 120


class DutyBoard(tkinter.Frame):
    """The grid, and beside it what is unfilled and who has been acting how long.

    `open_absence` gets the id of the absence behind the box that Enter or a double click is on.
    """

    def __init__(self, parent: tkinter.Misc, shell: Shell, open_absence: Callable[[int], object]) -> None:
        super().__init__(parent, background=GROUND)
        self.shell, self._open_absence = shell, open_absence
        self.day = shell.today()
        self.view = View.WEEK
        self.known: Shown | None = None
        self.found: list[Unfilled] = []
        self.roomy: bool | None = None
        self.side = DutySide(self, self._go_to)
        self._lay_grid()
        self.columnconfigure(0, weight=1)
        self.rowconfigure(0, weight=1)
        self.moment = Pause(self, _MOMENT_MS, self._show_acting)
        self.bind("<Configure>", lambda event: self._arrange(event.width))

    @property
    def search(self) -> Any:
        """The field of the filter."""
        return self.bar.search

    def show(self, day: date | None = None) -> None:
        """Read and show the day, or its week, and who has been acting this year; None: as it was left."""
        if day is None and self.known is not None:
            self._read()
        else:
            self._go_to_day(day or self.day)
        self.moment.begin()

    def look_at(self, view: View) -> None:
        """A day or its week."""
        self.view = view
        self._read()
        self.cells.focus_cells()

    def turn(self, step: int) -> None:
        """To the day or week before, -1, or after, 1; 0 is back to today."""
        if step:
            self.day = turned(self.view, self.day, step)
            self._read()
        else:
            self._go_to_day(self.shell.today())

    def summary(self) -> str:
        """外出 2 人    下乡 3 人    缺岗与冲突 1 处, of the days shown."""
        return summary(self.known, self.found) if self.known else ""

    @property
    def foot(self) -> str:
        """The days shown in words, and what they add up to."""
        return str(self._foot.cget("text"))

    def focus_cells(self) -> None:
        """Give the boxes the keyboard."""
        self.cells.focus_cells()

    def escape(self) -> bool:
        """Take away the cards that lie over the grid; whether they did."""
        closed = self.side.close()
        if closed:
            self.cells.focus_cells()
        return closed

    def _lay_grid(self) -> None:
        self._left = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(12)))
        self._left.grid(row=0, column=0, sticky="nsew")
        answers = BarAnswers(self.look_at, self.turn, self._go_to_day, self._fill, self.side.lie_over)
        self.bar = DutyBar(self._left, self.shell.today, answers)
        self.bar.pack(fill="x", padx=px(4), pady=(0, px(8)))
        self._foot = ttk.Label(self._left, style="Soft.TLabel")
        self._foot.pack(side="bottom", anchor="w", padx=px(8), pady=(px(8), 0))
        self.cells = CellGrid(self._left, _NAME, label_stretch=0.6)
        self.cells.pack(fill="both", expand=True)
        self.cells.told = self._note
        self.cells.open_ = self.cells.doubled = self._open
        for key, step in (("Prior", -1), ("Next", 1), ("Home", 0)):
            self.cells.canvas.bind(f"<{key}>", partial(self._turn_by_key, step))

    def _arrange(self, width: int) -> None:
        """The cards beside the grid; in a narrow window over it, when they are asked for."""
        roomy = width >= px(_WIDE)
        if roomy is self.roomy:
            return
        self.roomy = roomy
        self.side.close()
        self.side.grid_forget()
        if roomy:
            self.side.configure(width=px(_SIDE))
            self.side.grid(row=0, column=1, sticky="ns", padx=(px(14), 0))
        self.bar.offer_side(len(self.found), roomy=roomy)

    def _read(self) -> None:
        first, last = days_shown(self.view, self.day)
        board = on_duty_board(first, last)
        self.known = shown(board, absences_between(first, last), trips(first, last), workday_test())
        self.found = findings(board)
        self.bar.show(self.view, self.day)
        self.bar.offer_side(len(self.found), roomy=self.roomy is not False)
        self.side.show(self.found, board)
        self._foot.configure(text=f"{title(self.view, self.day)}    {self.summary()}")
        self._fill()

    def _fill(self) -> None:
        if self.known is None:
            return
        lines = self.known.board.lines
        self.cells.empty = _NOT_FOUND if lines else _NOBODY if self._has_members() else _EMPTY
        self.cells.widen_labels(_NAME_AND_POST if any(line.seat.post for line in lines) else _NAME)
        typed, whom = self.bar.search.get(), self.bar.whom.get()
        self.cells.fill(grid(self.known, typed, whom, self.shell.today()))

    def _has_members(self) -> bool:
        return self.known is not None and any(row.is_member for row in self.known.board.people.values())

    def _note(self, spell: Spell) -> str:
        if self.known is None:
            return ""
        days = self.side.acted.get(self.known.name(spell.seat.official))
        return note(spell, self.known) + (f"\n今年已代行 {days:g} 天" if days else "")

    def _show_acting(self) -> None:
        """What takes a whole year to count comes a moment after the rest was drawn."""
        self.side.show_acting(self.shell.today())

    def _go_to_day(self, day: date) -> None:
        """Show it with the cursor on it, in the row where it was."""
        self.day = day
        self._read()
        state = self.cells.grid_state
        if state.row >= 0:
            self._stand(state.row, half_day(day, Half.AM))

    def _stand(self, row: int, half: int) -> None:
        """Put the cursor on the box of a row that holds a half-day, if there is one."""
        for at, cell in enumerate(self.cells.grid_state.rows[row].cells):
            spell = cell.about if cell else None
            if spell and spell.first <= half <= spell.last:
                self.cells.go(row, at)

    def _turn_by_key(self, step: int, _event: object) -> str:
        self.turn(step)
        return "break"

    def _go_to(self, one: Unfilled) -> None:
        """Put the cursor on the box that something unfilled is about, whatever the filter leaves out."""
        if self.known is None:
            return
        self.bar.search.clear()
        self.bar.whom.set(Whom.ALL)
        self._fill()
        half = max(one.first, self.known.span[0])
        rows = self.cells.grid_state.rows
        row = next(at for at, each in enumerate(rows) if each.key == one.seat)
        self._stand(row, half)
        self.side.close()
        self.cells.focus_cells()

    def _open(self) -> None:
        """The activity of the trip under the cursor, or the absence behind the box."""
        spell = self.cells.current
        if not isinstance(spell, Spell) or self.known is None:
            return
        if spell.trip:
            self.shell.visit(_RECORD, Activity.get_by_id(spell.trip.activity))
        elif absence := absence_behind(spell, self.known):
            self._open_absence(absence.id)
