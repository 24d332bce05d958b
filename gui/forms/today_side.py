"""Beside the list of 今日要办: this week's plans, who is away and who acts, how far the duties are."""

import tkinter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from gui.look.palette import GROUND
from gui.look.scale import px
from gui.page import Shell
from gui.state import today as words
from gui.state.absence import board
from gui.state.cards import Line, shared_heights
from gui.widgets.lines_card import LinesCard
from models.absence import absences_open
from models.activity import Activity
from models.activity_line import ActivityLine
from models.almanac import missing_years
from models.due import week_ahead
from models.lunar import lunar
from models.official import Official
from models.rules.counting import Progress
from models.whereabouts import presence

_ABSENCE_PAGE = "AB角"
_GAP, _MOST, _FEW, _FEW_BARS = 16, 7, 2, 4


class TodaySide(tkinter.Frame):
    """Three cards below each other, as far as the height goes; who is away only if somebody is."""

    def __init__(self, parent: tkinter.Misc, shell: Shell) -> None:
        super().__init__(parent, background=GROUND)
        self._shell = shell
        self.week = LinesCard(self, "本周安排", "本周还没有安排。")
        self.away = LinesCard(self, "外出与代行")
        self.progress = LinesCard(self, "本季和全年进度", "还没有要求。")
        self.bind("<Configure>", lambda _: self._share_height())

    def show(self, chosen: Official | None, running: Sequence[Progress], duties: Mapping[str, str]) -> None:
        """Read and show the week and the absences; `running` are the duties of the running periods."""
        today = self._shell.today()
        self.week.show([self._plan(line) for line in week_ahead(today, chosen)])
        self.away.show(
            board(absences_open(today), presence(), today, partial(self._shell.visit, _ABSENCE_PAGE))
        )
        self.progress.show(words.bars(running, duties))
        self._share_height()

    def _plan(self, line: ActivityLine) -> Line:
        left, right = words.planned(line, self._shell.today())
        return Line(left, right, run=lambda: self._shell.visit("走访登记", Activity.get_by_id(line.id)))

    def _share_height(self) -> None:
        gap = px(_GAP)
        cards = [
            card for card in (self.week, self.away, self.progress) if card is not self.away or card.texts
        ]
        self.away.place_forget()
        room = self.winfo_height() + gap
        heights = self._heights(cards, room)
        heights[0] += room - sum(heights)
        top = 0
        for card, high in zip(cards, heights, strict=True):
            card.place_forget()
            if high > gap:
                card.place(x=0, y=top, relwidth=1.0, height=high - gap)
            top += high

    def _heights(self, cards: Sequence[LinesCard], room: int) -> list[int]:
        """Rather fewer bars than a card less."""
        gap = px(_GAP)
        wanted = [card.height_for(_MOST) + gap for card in cards]
        tried = []
        for bars in range(_FEW_BARS, _FEW - 1, -1):
            few = {self.progress: bars}
            least = [card.height_for(few.get(card, _FEW)) + gap for card in cards]
            tried.append(shared_heights(room, wanted, least))
        return next(filter(all, tried), tried[0])


def day_words(today: date) -> tuple[str, str]:
    """农历十月十四, and which years have no table of days off where that matters soon."""
    missing = missing_years(today)
    said = f"▲ {'、'.join(map(str, missing))}年没有节假日表" if missing else ""
    return f"农历{lunar(today).text}", said
