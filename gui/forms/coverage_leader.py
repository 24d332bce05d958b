"""履职总览 of one leader: his year on one grid, his days with their course, and what each box counted."""

import tkinter

import ttkbootstrap as ttk

from gui.forms.coverage_box import BoxCard, Doings
from gui.forms.coverage_days import DaysCard
from gui.look.palette import GROUND
from gui.look.scale import px
from gui.page import Shell
from gui.state.coverage import Seen, leader_grid
from gui.state.coverage_told import done_words, note_of, places_words, service_words
from gui.state.print_choice import periods
from gui.widgets.cell_grid import CellGrid
from gui.widgets.controls import Choice
from models.coverage import LeaderCoverage, days_coverage, leader_coverage
from models.coverage_words import short_name
from models.explanation import explanations
from models.official import Official, leaders
from models.progress import rules
from models.rules.calendar import Period, year_of
from models.rules.kinds import PeriodKind
from models.rules.pace import days_duty
from models.service_coverage import services_reached

_HIGH = 440
_HINT = "点任意一格看计入的活动"
_EMPTY = "这一年没有履职要求。\n只有在任的班子成员才按履职要求计数。"


class LeaderView(tkinter.Frame):
    """The grid at the left, days and the box under the cursor at the right."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, doings: Doings) -> None:
        super().__init__(parent, background=GROUND)
        self.shell = shell
        self.found: LeaderCoverage | None = None
        self.official: Official | None = None
        self._has_days = False
        self.roomy: bool | None = None
        for column, weight in enumerate((62, 38)):
            self.columnconfigure(column, weight=weight, uniform="part")
        for row, weight in enumerate((5, 4)):
            self.rowconfigure(row, weight=weight, uniform="row")
        self._lay_grid(doings)
        self.days = DaysCard(self)
        self.bind("<Configure>", lambda event: self._arrange(event.height))

    @property
    def span(self) -> Period:
        """The year chosen."""
        chosen: Period = self.year.get()
        return chosen

    def choose(self, official: Official, year: Period) -> None:
        """Show a leader's year."""
        self.official = official
        self.year.set(year)
        self.refresh()

    def refresh(self) -> None:
        """Read where the leader stands in the chosen year and show it."""
        self.leader.offer({row.id: row.name for row in leaders()})
        if self.official is None:
            return
        self.official = Official.get_or_none(Official.id == self.official.id) or self.official
        self.leader.set(self.official.id)
        today = self.shell.today()
        self.found = leader_coverage(self.official, self.span, today)
        self.cells.fill(leader_grid(self.found))
        self._services.configure(text=service_words(services_reached(self.found)) or _HINT)
        days = days_coverage(self.found, today)
        rule = days_duty(rules())
        self._has_days = bool(days)
        self._show_days()
        if days and rule:
            self.days.show(days, short_name(rule), today)
        self._show_box()

    def summary(self) -> str:
        """2026年 定南县 天九镇·横山村 已完成 41 项 / 应完成 54 项."""
        if self.found is None:
            return ""
        told = (self.span.title, places_words(self.found), done_words(self.found.lines, explanations()))
        return "    ".join(filter(None, told))

    def focus_cells(self) -> None:
        self.cells.focus_cells()

    def _lay_grid(self, doings: Doings) -> None:
        left = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(12)))
        left.grid(row=0, column=0, rowspan=2, sticky="nsew")
        bar = ttk.Frame(left, style="Paper.TFrame")
        bar.pack(fill="x", padx=px(4), pady=(0, px(8)))
        today = self.shell.today()
        years = [span for span in periods(today) if span.kind == PeriodKind.YEAR]
        self.leader = Choice(bar, {})
        self.year = Choice(bar, {span: span.title for span in years})
        self.leader.box.configure(width=12)
        self.year.box.configure(width=9)
        self.year.set(year_of(today))
        self.leader.pack(side="left", padx=(0, px(8)))
        self.year.pack(side="left")
        self._services = ttk.Label(bar, style="Soft.TLabel")
        self._services.pack(side="right")
        self.leader.changed = self._turn_leader
        self.year.changed = self._turned
        self.card = BoxCard(self, self.shell, doings)
        self.cells = CellGrid(left, 132, 96, label_stretch=0.7)
        self.cells.empty = _EMPTY
        self.cells.moved, self.cells.told = self._show_box, note_of
        self.cells.open_, self.cells.clicked = self._opened, self._clicked
        self.cells.pack(fill="both", expand=True)

    def _arrange(self, height: int) -> None:
        """Days and box below each other; in a low window the box's card comes over the days when asked."""
        roomy = height >= px(_HIGH)
        if roomy is self.roomy:
            return
        self.roomy = roomy
        self.card.close()
        self.card.grid_forget()
        if roomy:
            self.card.grid(row=1, column=1, sticky="nsew", padx=(px(14), 0), pady=(px(14), 0))
        self._show_days()

    def _show_days(self) -> None:
        if self._has_days:
            rows = 1 if self.roomy else 2
            self.days.grid(row=0, column=1, rowspan=rows, sticky="nsew", padx=(px(14), 0))
        else:
            self.days.grid_forget()

    def escape(self) -> bool:
        """Close the card that lies over the days; whether there was one."""
        closed = self.card.close()
        self.cells.focus_cells()
        return closed

    def _clicked(self) -> None:
        if not self.roomy:
            self.card.lie_over(at_left=self.cells.cursor_is_right)

    def _opened(self) -> None:
        self._clicked()
        self.card.focus_first()

    def _turn_leader(self) -> None:
        self.official = Official.get_by_id(self.leader.get())
        self._turned()

    def _turned(self) -> None:
        self.refresh()
        self.shell.renew_head()

    def _show_box(self) -> None:
        current = self.cells.current
        self.card.show(current if isinstance(current, Seen) else None, self.shell.today())
