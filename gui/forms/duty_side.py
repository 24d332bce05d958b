"""Beside the grid of 在岗情况: what is unfilled in the days shown, and who has been acting this year."""

import tkinter
from collections.abc import Callable, Sequence
from datetime import date

from gui.look.palette import GROUND
from gui.look.scale import px
from gui.state.on_duty_board import acting_days, acting_lines, finding_lines
from gui.widgets.lines_card import LinesCard
from gui.widgets.over import Over
from models.on_duty_board import Board, on_duty_board
from models.rules.calendar import year_of
from models.rules.unfilled import Unfilled

_GAP, _MOST, _FEW, _WIDE, _LOW = 14, 30, 2, 330, 420


class DutySide(tkinter.Frame):
    """Two cards below each other, as far as the height goes. A click on something unfilled goes to it."""

    def __init__(self, parent: tkinter.Misc, go: Callable[[Unfilled], object]) -> None:
        super().__init__(parent, background=GROUND)
        self._go = go
        self.unfilled = LinesCard(self, "缺岗与冲突", "这几天没有缺岗和冲突。")
        self.acting = LinesCard(self, "代行天数（今年）", "今年还没有人代行。")
        self._over = Over(self, _WIDE)
        self.acted: dict[str, float] = {}
        self.bind("<Configure>", lambda _: self._share_height())

    def show(self, found: Sequence[Unfilled], board: Board) -> None:
        """Show what is unfilled."""
        self.unfilled.show(list(finding_lines(found, board, self._go)))
        self._share_height()

    def show_acting(self, today: date) -> None:
        """Read and show who has been acting from the year's first day until today."""
        counted = acting_days(on_duty_board(year_of(today).first, today))
        self.acted = dict(counted)
        self.acting.show(acting_lines(counted))
        self._share_height()

    def lie_over(self) -> None:
        """Come in over the right part of the grid, or go away again if there already."""
        if not self.close():
            self._over.lie()

    def close(self) -> bool:
        """Go away again; whether it lay over the grid."""
        return self._over.close()

    def _share_height(self) -> None:
        """What is unfilled first; who acts gets the rest, a third at least where the window is high."""
        gap, room = px(_GAP), self.winfo_height() + px(_GAP)
        most = room if room < px(_LOW) else room * 2 // 3
        first = min(self.unfilled.height_for(_MOST) + gap, most)
        if room - first < self.acting.height_for(_FEW) + gap:
            first = room
        self.acting.place_forget()
        self.unfilled.place(x=0, y=0, relwidth=1.0, height=max(1, first - gap))
        if first < room:
            self.acting.place(x=0, y=first, relwidth=1.0, height=room - first - gap)
