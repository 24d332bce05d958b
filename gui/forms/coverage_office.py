"""履职总览 of all leaders: who stands where in a quarter or a year, and whose days press most."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from gui.forms.coverage_box import BoxCard, Doings
from gui.look.palette import GROUND
from gui.look.scale import px
from gui.page import Shell
from gui.state.coverage import BY_PACE, BY_RANK, Seen, office_grid, pace_grid
from gui.state.coverage_told import done_words, note_of
from gui.state.finding import Filter
from gui.state.print_choice import periods
from gui.widgets.cell_grid import CellGrid
from gui.widgets.controls import Choice
from gui.widgets.legend import Legend
from gui.widgets.search_box import SearchBox
from models.coverage import OfficeCoverage, office_coverage, pace_ranking
from models.explanation import explanations
from models.rules.calendar import Period, quarter_to_open, year_of

_EMPTY = "还没有班子成员。\n请先在“联系点”页录入或从 Excel 导入。"
_NOT_FOUND = "没有找到。换个字试试，或按 Esc 清空查找。"
_ALL_DONE = "都已完成。"
_WIDE, _HIGH = 1000, 440


class OfficeView(tkinter.Frame):
    """The grid, the box under the cursor, the ranking. `open_leader` gets the id of the leader chosen."""

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        doings: Doings,
        open_leader: Callable[[int], object],
    ) -> None:
        super().__init__(parent, background=GROUND)
        self.shell, self._open_leader = shell, open_leader
        self.found: OfficeCoverage | None = None
        self.roomy: bool | None = None
        for row in range(2):
            self.rowconfigure(row, weight=1, uniform="row")
        self._lay_grid()
        self.card = BoxCard(self, shell, doings)
        self._lay_pace()
        self.bind("<Configure>", lambda event: self._arrange(event.width, event.height))

    @property
    def span(self) -> Period:
        """The quarter or year chosen."""
        chosen: Period = self.period.get()
        return chosen

    def choose(self, span: Period) -> None:
        """Show that quarter or year."""
        self.period.set(span)
        self.refresh()

    def refresh(self) -> None:
        """Read where everybody stands in the chosen period and show it."""
        today = self.shell.today()
        self.found = office_coverage(self.span, today)
        self._show_grid()
        year = year_of(self.span.first)
        ranking = self.found.ranking if year == self.span else pace_ranking(year, today)
        count = f"  还差的 {len(ranking)} 人" if ranking else ""
        self._pace_title.configure(text=f"{year.title}下基层调研{count}")
        self.pace.empty = _ALL_DONE if self.found.rows else ""
        self.pace.fill(pace_grid(ranking))

    def summary(self) -> str:
        """2026年第三季度 全体领导（9人） 已完成 24 项 / 应完成 27 项."""
        if self.found is None or not self.found.rows:
            return self.span.title
        done = done_words(self.found.lines, explanations())
        return f"{self.span.title}    全体领导（{len(self.found.rows)}人）    {done}"

    def focus_cells(self) -> None:
        self.cells.focus_cells()

    def _lay_grid(self) -> None:
        self._left = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(12)))
        self._left.grid(row=0, column=0, rowspan=2, sticky="nsew")
        bar = ttk.Frame(self._left, style="Paper.TFrame")
        bar.pack(fill="x", padx=px(4), pady=(0, px(8)))
        today = self.shell.today()
        self.period = Choice(bar, {span: span.title for span in periods(today)})
        self.order = Choice(bar, {False: BY_RANK, True: BY_PACE})
        self.search = SearchBox(bar, "筛选：姓名，或拼音首字母")
        self.period.box.configure(width=15)
        self.order.box.configure(width=14)
        self.period.set(quarter_to_open(today))
        self.order.set(value=False)
        for control in (self.period, self.order):
            control.pack(side="left", padx=(0, px(8)))
        self.search.pack(side="left", fill="x", expand=True)
        self.period.changed = self._turned
        self.order.changed = self.search.changed = self._show_grid
        self._legend = Legend(self._left)
        self.cells = CellGrid(self._left, 92, label_stretch=0.8)
        self.cells.empty = _EMPTY
        self.cells.moved, self.cells.told = self._show_box, note_of
        self.cells.open_ = self._opened
        self.cells.clicked = self._clicked
        self.cells.pack(fill="both", expand=True)

    def _lay_pace(self) -> None:
        self._right = ttk.Frame(self, style="Card.TFrame", padding=(px(14), px(12)))
        self._pace_title = ttk.Label(self._right, style="Paper.TLabel", font="LianxinStrong")
        self._pace_title.pack(anchor="w", pady=(0, px(6)))
        self.pace = CellGrid(self._right, 100)
        self.pace.open_ = self.pace.clicked = lambda: self._open(self.pace.current)
        self.pace.pack(fill="both", expand=True)

    def _arrange(self, width: int, height: int) -> None:
        """The cards beside the grid; in a small window the grid alone, the card over it when asked for."""
        roomy = width >= px(_WIDE) and height >= px(_HIGH)
        if roomy is self.roomy:
            return
        self.roomy = roomy
        self.card.close()
        for part in (self.card, self._right, self._legend):
            part.grid_forget()
            part.pack_forget()
        for column, weight in enumerate((69, 31) if roomy else (1, 0)):
            self.columnconfigure(column, weight=weight, uniform="part" if roomy else "")
        if roomy:
            self.card.grid(row=0, column=1, sticky="nsew", padx=(px(14), 0))
            self._right.grid(row=1, column=1, sticky="nsew", padx=(px(14), 0), pady=(px(14), 0))
            self._legend.pack(side="bottom", anchor="w", padx=px(8), pady=(px(6), 0), before=self.cells)

    def escape(self) -> bool:
        """Close the card that lies over the grid; whether there was one."""
        closed = self.card.close()
        self.cells.focus_cells()
        return closed

    def _turned(self) -> None:
        self.refresh()
        self.shell.renew_head()

    def _show_grid(self) -> None:
        meant = Filter(self.search.get())
        if self.found is None:
            return
        rows = [row for row in self.found.rows if meant.finds((row.leader,))]
        self.cells.empty = _NOT_FOUND if self.found.rows else _EMPTY
        self.cells.fill(office_grid(self.found, rows, by_pace=self.order.get()))
        self._show_box()

    def _show_box(self) -> None:
        current = self.cells.current
        self.card.show(current if isinstance(current, Seen) else None, self.shell.today(), with_leader=True)

    def _opened(self) -> None:
        """Enter on a leader opens his year, on a box the card about it."""
        self._clicked()
        if isinstance(self.cells.current, Seen):
            self.card.focus_first()

    def _clicked(self) -> None:
        if not isinstance(self.cells.current, Seen):
            self._open(self.cells.current)
        elif not self.roomy:
            self.card.lie_over(at_left=self.cells.cursor_is_right)

    def _open(self, leader: int | None) -> None:
        if leader is not None:
            self._open_leader(leader)
