"""The side card of a box: its figures, the activities it counted, what can be done about what is missing."""

import tkinter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

import ttkbootstrap as ttk

from gui.look.palette import COLOURS, INK, Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.state.activity_list import when
from gui.state.coverage import Seen, tone_of
from gui.state.coverage_told import detail_lines, detail_title
from gui.widgets.over import Over
from gui.widgets.sheet import Cell
from gui.widgets.table import Answers, Column, Table
from models import coverage_words as words
from models import terms
from models.activity import Activity
from models.coverage import activities_of
from models.rules.kinds import ActivityKind, ActivityState, DutyState

_NOTHING = "点任意一格，\n这里列出它计入的活动。"
_OVER = 400
_NONE_COUNTED = "没有计入的活动。"


class Doings(NamedTuple):
    """What can be done from the card: with an activity it lists, with a box that lacks something."""

    open: Callable[[Activity], object]
    enter: Callable[[Seen], object]
    explain: Callable[[Seen], object]
    withdraw: Callable[[Seen], object]


class BoxCard(ttk.Frame):
    """Says what to do until a box is shown."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, doings: Doings) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(18), px(12)))
        self._doings = doings
        self.seen: Seen | None = None
        self._over = Over(self, _OVER)
        self._title = ttk.Label(self, style="Paper.TLabel", font="LianxinHeading", justify="left")
        self._title.pack(anchor="w", fill="x")
        self._state = ttk.Label(self, style="Paper.TLabel", font="LianxinStrong")
        self._state.pack(anchor="w", pady=(px(2), 0))
        self._said = ttk.Label(self, style="Soft.TLabel", justify="left")
        self._said.pack(anchor="w", fill="x", pady=(px(2), px(6)))
        self._foot = ttk.Frame(self, style="Paper.TFrame")
        self._buttons: list[ttk.Button] = []
        columns = [
            Column("日期", 112, lambda row: _when(row, shell.today()), lambda row: row.first_day, 0),
            Column("地点", 70, _where, stretch=2),
            Column("编号", 106, lambda row: (row.number, Tone.SOFT), stretch=0),
        ]
        self.table = Table(
            self,
            "counted",
            columns,
            shell.remembered,
            empty=_NOTHING,
            same=lambda row: row.id,
            answers=Answers(open=doings.open),
        )
        self.table.sheet.bind("<ButtonRelease-1>", lambda _: self._clicked(), add=True)
        self.table.sheet.configure(cursor="hand2")
        self._foot.pack(side="bottom", fill="x", pady=(px(8), 0))
        self.table.pack(fill="both", expand=True)
        self.bind("<Configure>", lambda event: self._wrap(event.width))

    def show(self, seen: Seen | None, today: date, *, with_leader: bool = False) -> None:
        """Show what a box stands for; None says what to do."""
        self.seen = seen
        title = detail_title(seen, with_leader=with_leader) if seen else "计入的活动"
        self._title.configure(text=title)
        state = f"{words.sign(seen.box)} {words.state_word(seen.box)}" if seen else ""
        self._state.configure(text=state, foreground=COLOURS[tone_of(seen.box)] if seen else INK)
        self._said.configure(text="\n".join(detail_lines(seen, today)) if seen else "")
        self.table.empty = _NONE_COUNTED if seen else _NOTHING
        self.table.fill(activities_of(seen.box.numbers) if seen else [])
        self._show_buttons(seen, today)

    def lie_over(self, *, at_left: bool) -> None:
        """Come in over the page, away from the box it is about, where there is no room for both."""
        self._over.lie(at_left=at_left)

    def close(self) -> bool:
        """Go away again; whether it lay over the page."""
        return self._over.close()

    @property
    def buttons(self) -> dict[str, ttk.Button]:
        """The buttons it offers now, by their words."""
        return {str(button.cget("text")): button for button in self._buttons}

    @property
    def text(self) -> str:
        """What it says above its activities."""
        return "\n".join(str(label.cget("text")) for label in (self._title, self._state, self._said))

    def focus_first(self) -> None:
        """Give the keyboard to its activities, or to its first button where there is none."""
        if self.table.rows.items:
            self.table.focus_rows()
            self.table.pick(max(0, self.table.rows.cursor))
        elif self._buttons:
            self._buttons[0].focus_set()

    def _wrap(self, width: int) -> None:
        for label in (self._title, self._said):
            label.configure(wraplength=max(px(120), width - px(40)))

    def _clicked(self) -> None:
        if self.table.current is not None:
            self._doings.open(self.table.current)

    def _show_buttons(self, seen: Seen | None, today: date) -> None:
        for old in self._buttons:
            old.destroy()
        self._buttons = []
        if seen is None or not seen.box.lacking:
            return
        for text, run in self._offers(seen, today):
            style = "Main.TButton" if not self._buttons else "Quiet.TButton"
            button = ttk.Button(self._foot, text=text, style=style, command=partial(run, seen))
            button.pack(side="left", padx=(0, px(8)))
            self._buttons.append(button)

    def _offers(self, seen: Seen, today: date) -> list[tuple[str, Callable[[Seen], object]]]:
        over = today > seen.box.lines[0].period.last
        visits = ActivityKind.VISIT in seen.rule.kinds and len(seen.rule.kinds) == 1
        offers = [(("补登走访" if visits else "补登") if over else "安排", self._doings.enter)]
        if seen.box.state == DutyState.LATE:
            offers.append(("修改原因" if seen.box.reason else "写明原因", self._doings.explain))
            offers += [("撤回", self._doings.withdraw)] if seen.box.reason else []
        return offers


def _where(row: Activity) -> str:
    return row.title or row.place or row.purpose or terms.label(ActivityKind(row.kind))


def _when(row: Activity, today: date) -> Cell:
    """The day, signed where it is still to come."""
    if row.state == ActivityState.PLANNED:
        return signed(Tone.PLANNED, when(row, today)), Tone.PLANNED
    return when(row, today)
