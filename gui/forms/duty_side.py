"""Beside the grid of 在岗情况: what is unfilled in the days shown, and who has been acting this year."""

import tkinter
from collections.abc import Callable, Sequence
from datetime import date

from gui.look.palette import GROUND
from gui.look.scale import px
from gui.state.cards import shared_heights
from gui.state.on_duty_board import acting_days, acting_lines, finding_lines
from gui.widgets.lines_card import LinesCard
from models.on_duty_board import Board, on_duty_board
from models.rules.calendar import year_of
from models.rules.unfilled import Unfilled

_GAP, _MOST, _FEW, _OVER = 14, 30, 3, 330


class DutySide(tkinter.Frame):
    """Two cards below each other, as far as the height goes. A click on something unfilled goes to it."""

    def __init__(self, parent: tkinter.Misc, go: Callable[[Unfilled], object]) -> None:
        super().__init__(parent, background=GROUND)
        self._go = go
        self.unfilled = LinesCard(self, "缺岗与冲突", "这几天没有缺岗，也没有AB角都外出的。")
        self.acting = LinesCard(self, "代行天数（今年）", "今年还没有人代行。")
        self.bind("<Configure>", lambda _: self._share_height())

    def show(self, found: Sequence[Unfilled], board: Board) -> None:
        """Show what is unfilled."""
        self.unfilled.show(list(finding_lines(found, board, self._go)))
        self._share_height()

    def show_acting(self, today: date) -> None:
        """Read and show who has been acting from the year's first day until today."""
        board = on_duty_board(year_of(today).first, today)
        self.acting.show(acting_lines(acting_days(board)))
        self._share_height()

    def lie_over(self) -> None:
        """Come in over the right part of the grid, or go away again if there already."""
        if not self.close():
            self.place(relx=1.0, y=0, relheight=1.0, anchor="ne", width=px(_OVER))
            self.lift()

    def close(self) -> bool:
        """Go away again; whether it lay over the grid."""
        over = self.winfo_manager() == "place"
        if over:
            self.place_forget()
        return over

    def _share_height(self) -> None:
        gap, room = px(_GAP), self.winfo_height() + px(_GAP)
        cards = (self.unfilled, self.acting)
        wanted, least = ([card.height_for(most) + gap for card in cards] for most in (_MOST, _FEW))
        heights = shared_heights(room, wanted, least)
        heights[1] += room - sum(heights) if heights[1] else 0
        top = 0
        for card, high in zip(cards, heights, strict=True):
            card.place_forget()
            if high > gap:
                card.place(x=0, y=top, relwidth=1.0, height=high - gap)
            top += high
