"""走访日历: month, quarter and list of one or all leaders; plan on a day, move things, see conflicts."""

from datetime import date
from typing import Any

import ttkbootstrap as ttk

from gui.forms.calendar_bar import CalendarBar
from gui.forms.calendar_sheets import CalendarSheets
from gui.forms.day_panel import DayPanel, PanelAnswers
from gui.forms.moving import against, ask_day, move
from gui.look.scale import px
from gui.page import Action, Page
from gui.state.calendar_facts import CalendarFacts
from gui.state.calendar_items import Item, Told
from gui.state.calendar_span import View, meant, shown, title, turned
from gui.state.print_choice import Wanted
from gui.widgets.day_canvas import DayAnswers
from gui.widgets.month_grid import Drag
from gui.widgets.move_drawer import Against
from models.absence import Absence
from models.activity import Activity, ActivityEntry
from models.agenda import agenda
from models.almanac import almanac, markets, untabled_words
from models.assignment import townships_held
from models.official import leaders
from models.rules.calendar import quarter_of
from models.rules.entry import state_to_offer
from models.rules.kinds import ActivityKind
from models.writing import Topic

_ACTIVITY_PAGE, _ABSENCE_PAGE, _PRINT_PAGE = "走访登记", "AB角", "打印中心"
_PANEL = 300
_NOBODY = "还没有领导，请先到“联系点”页录入或从 Excel 导入"


class CalendarPage(Page):
    """The sheet fills the page; the day's panel stands at its right once a day was opened."""

    title = "走访日历"
    icon = "calendar3"
    help = "在日历上安排和改期"
    topics = frozenset(Topic) - {Topic.PRINT_LOG, Topic.EXPLANATION}

    def build(self) -> None:
        self.day = self.shell.today()
        self.view = View.MONTH
        self.plan: Any = None
        self._card = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(10), px(12), px(6)))
        self._card.pack(side="left", fill="both", expand=True)
        self.bar = CalendarBar(self._card, self._leader_chosen, self.look_at, self._turn)
        self.bar.pack(fill="x", pady=(0, px(6)))
        self.sheets = CalendarSheets(
            self._card,
            self.shell,
            DayAnswers(self.go_to, self.open_day, self.plan_on, self.move_picked),
            Drag(_may_move, self._against, self._drop),
            (self._open_item, self._move_item, self._pick_in_list),
        )
        self.sheets.pack(fill="both", expand=True)
        self.month = self.sheets.month
        self.panel = DayPanel(self, self.shell.remembered, self._panel_answers(), self._told)
        self._card.bind("<Map>", lambda _: self.sheets.take_keyboard())

    def refresh(self) -> None:
        self._leaders = leaders()
        self.bar.offer(self._leaders)
        self._read()

    def come(self, about: date) -> None:
        """Show the month with the cursor on that day, unless what lies over it is not to be left."""
        if not self.flush():
            return
        self.view = View.MONTH
        self.day = about
        self._read()
        self.sheets.take_keyboard()

    def context(self) -> str:
        everybody = f"全体领导（{len(self._leaders)}人）" if self._leaders else _NOBODY
        whose = everybody if self.leader is None else str(self.bar.leader.box.get())
        untabled = untabled_words(*meant(self.view, self.day))
        return "    ".join(filter(None, [*self.facts.summary(whose), untabled]))

    def actions(self) -> list[Action]:
        if self.has_drawer and self.drawer is self.plan:
            return []  # it has buttons of its own
        return [
            Action("安排走访", lambda: self.plan_on(self.day), "Ctrl+N"),
            Action("拟定计划", self.propose),
            Action("打印日历", self.print_calendar, "Ctrl+P"),
        ]

    def escape(self) -> None:
        if self.month.stop_dragging():
            return
        if self.has_drawer:
            self.drawer.leave()
        elif self.panel.winfo_manager():
            self.close_panel()

    @property
    def leader(self) -> int | None:
        """The leader chosen, None for all."""
        chosen: int | None = self.bar.leader.get()
        return chosen

    def look_at(self, view: View) -> None:
        """Another view of the same days."""
        self.view = view
        self._read()
        self.sheets.take_keyboard()
        self.shell.renew_head()

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, in another month or quarter if need be."""
        self.day = day
        if self.facts.shows(self.view, day):
            self._show()
        else:
            self._read()
            self.shell.renew_head()

    def open_day(self, day: date) -> None:
        """What the day holds, at the right; a new visit where it holds nothing."""
        self.go_to(day)
        if not self.facts.on(day):
            self.plan_on(day)
            return
        self.panel.pack(side="right", fill="y", padx=(px(16), 0), before=self._card)
        self.panel.configure(width=px(_PANEL))
        self.panel.pack_propagate(False)
        self._show_panel()
        self.panel.table.focus_rows()

    def close_panel(self) -> None:
        """The sheet alone again."""
        self.panel.pack_forget()
        self.sheets.take_keyboard()

    def plan_on(self, day: date) -> None:
        """A new visit of that day, in the form; done or planned as its day suggests."""
        state = state_to_offer(day, self.shell.today())
        chosen = [self.leader] if self.leader else []
        self.shell.visit(_ACTIVITY_PAGE, ActivityEntry(ActivityKind.VISIT, day, day, chosen, state))

    def move_picked(self) -> None:
        """Ask for another day for what is picked, or for the only activity of the day."""
        there = [item for item in self.facts.on(self.day) if item.entry]
        picked = [item for item in there if item.key == self.month.picked]
        if picked or len(there) == 1:
            self._move_item((picked or there)[0])
        elif there:
            self.open_day(self.day)

    def propose(self) -> None:
        """Lay a proposed plan for the quarter of the cursor over the calendar.

        Raises Problem if nothing can be planned for it.
        """
        leader = next((row for row in self._leaders if row.id == self.leader), None)
        if self.flush():
            from gui.forms.plan_proposal import ProposalView

            self.plan = ProposalView(self, self.shell, quarter_of(self.day), leader, self._planned)
            self.drawer = self.plan
            self.shell.renew_head()

    def _planned(self) -> None:
        self.shell.renew_head()
        self.sheets.take_keyboard()

    def print_calendar(self) -> None:
        """The quarter's calendar on paper."""
        wanted = Wanted("year_calendar", leader=self.leader, period=quarter_of(self.day))
        self.shell.visit(_PRINT_PAGE, wanted)

    def _panel_answers(self) -> PanelAnswers:
        return PanelAnswers(
            open=self._open_item,
            move=self._move_item,
            plan=lambda: self.plan_on(self.day),
            print_trip=self._print_trip,
            close=self.close_panel,
            pick=self._picked_in_panel,
        )

    def _read(self) -> None:
        """Everything of the days to be shown, in a handful of queries."""
        first, last = shown(self.view, self.day)
        self.facts = CalendarFacts(
            view=self.view,
            day=self.day,
            today=self.shell.today(),
            leader=self.leader,
            agenda=agenda(first, last),
            almanac={day.day: day for day in almanac(first, last)},
            markets=markets(first, last, townships_held(first, last, self.leader)),
        )
        self._show()

    def _show(self) -> None:
        self.bar.show(self.view, title(self.view, self.day), self.facts.quiet())
        self.sheets.show(self.facts, self.day)
        if self.panel.winfo_manager():
            self._show_panel()

    def _told(self, item: Item) -> Told:
        return self.facts.told(item)

    def _show_panel(self) -> None:
        self.panel.show(*self.facts.heading(self.day), self.facts.on(self.day), self.month.picked)

    def _leader_chosen(self) -> None:
        self._read()
        self.shell.renew_head()

    def _turn(self, step: int) -> None:
        self.go_to(turned(self.view, self.day, step) if step else self.shell.today())

    def _against(self, item: Item, day: date) -> Against:
        return against(_activity(item), day, None, self.shell.today())

    def _drop(self, item: Item, day: date) -> None:
        move(self.shell, _activity(item), day)
        self.day = day

    def _picked_in_panel(self, item: Item) -> None:
        self.month.picked = item.key
        if self.view == View.MONTH:
            self.month.draw()

    def _pick_in_list(self, item: Item) -> None:
        self.day = min(max(item.first_day, self.facts.agenda.first), self.facts.agenda.last)
        self.sheets.point()

    def _open_item(self, item: Item) -> None:
        if item.entry is not None:
            self.shell.visit(_ACTIVITY_PAGE, _activity(item))
        elif item.out is not None:
            self.shell.visit(_ABSENCE_PAGE, Absence.get_by_id(item.out.id))

    def _move_item(self, item: Item) -> None:
        if item.entry is not None and self.flush():
            self.lay_over(ask_day, self.shell, _activity(item))

    def _print_trip(self, item: Item) -> None:
        who = self.leader or (item.entry.goers[0] if item.entry else None)
        self.shell.visit(_PRINT_PAGE, Wanted("trip_sheet", leader=who, day=self.day))


def _may_move(item: Item) -> bool:
    return item.entry is not None


def _activity(item: Item) -> Activity:
    found: Activity = Activity.get_by_id(item.key[1])
    return found
