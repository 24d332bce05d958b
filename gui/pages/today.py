"""今日要办: what is late, due or unanswered, this week's plans, who is away; a row opens what it is about."""

import tkinter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

import ttkbootstrap as ttk

from gui.later import soon
from gui.look.palette import GROUND
from gui.look.scale import px
from gui.page import Action, Page
from gui.state import today as words
from gui.state.backup import reminders
from gui.state.print_choice import Wanted
from gui.state.today_rows import DutyRow, MatterRow, PlanRow, Row
from gui.widgets.controls import Choice
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table
from gui.widgets.tally_strip import TallyStrip
from models import storage
from models.activity import Activity
from models.activity_line import lines_of
from models.draft import Typed
from models.due import WorkList, due_names, entry_for, plans_among, work_list
from models.matter import find_matter
from models.matter_line import days_to
from models.official import Official, leaders
from models.rules.calendar import chinese_date, weekday_name
from models.rules.due import Group
from models.rules.problem import Problem
from models.writing import Topic

_EVERYBODY = "全部领导"
_NOTHING = "没有要办的事项。\n\n逾期的、快到期的和要回填的，都会列在这里。"
_NOBODY = "还没有领导和联系点。\n\n请到“联系点”页从 Excel 导入现有的安排表，或逐个新增。"
_NONE_OF_IT = "这一类没有要办的事项。\n\n再点一下上面的卡片，或按 Esc，显示全部。"
_NOT_FOUND = "没有找到。按 Esc 显示全部。"
_NOBODY_AWAY = "今天无人外出"
_ACTIVITY_PAGE, _MATTER_PAGE = "走访登记", "民情事项"


class TodayPage(Page):
    """The start page."""

    title = "今日要办"
    icon = "list-check"
    help = "看今天要办什么"
    topics = frozenset(Topic) - {Topic.PRINT_LOG}

    def build(self) -> None:
        self._rows: list[Row] = []
        self._leaders: list[Official] = []
        self._lunar, self._untabled = "", ""
        self._work = WorkList([], [])
        self._names: dict[str, str] = {}
        self.leader: Choice | None = None
        self.side: Any = None
        self.first: Any = None
        self.strip = TallyStrip(self, self._fill)
        self.strip.pack(fill="x", pady=(0, px(16)))
        self._below = tkinter.Frame(self, background=GROUND)
        self._below.pack(fill="both", expand=True)
        self._below.columnconfigure(0, weight=69, uniform="part")
        self._below.columnconfigure(1, weight=31, uniform="part")
        self._below.rowconfigure(0, weight=1)
        self._build_list(self._below)
        soon(self, self._complete)

    def refresh(self) -> None:
        today = self.shell.today()
        self._leaders = leaders()
        self._rows = self._read(today) if self._leaders else []
        self.strip.show(words.tallies(self._rows, today))
        self._fill()
        self._show_side()
        if self.first is not None or not self._leaders:
            self.first = _first_steps().renewed(self, self.first)

    def _read(self, today: date) -> list[Row]:
        self._work = work_list(today, self.chosen)
        self._names = due_names()
        plans = lines_of(plans_among(self._work.entries))
        return words.rows(self._work.entries, self._names, plans, today, days_to(today))

    def take_keyboard(self) -> None:
        self.table.focus_rows() if self.first is None else self.first.take_keyboard()

    def context(self) -> str:
        if self.first is not None:
            return str(_first_steps().CONTEXT)
        today = self.shell.today()
        whom = self.chosen.name if self.chosen else f"全体领导（{len(self._leaders)}人）"
        last = storage.last_backup(storage.database_path().parent)
        away = [_NOBODY_AWAY] if self.side is not None and not self.side.away.texts else []
        lost = storage.loss_said() if self.side is not None else ""
        day = f"{chinese_date(today)} {weekday_name(today)}"
        said = [day, self._lunar, whom, *away, *reminders(last, today, lost), self._untabled]
        return "    ".join(filter(None, said))

    def help_in_sight(self) -> str:
        return "第一次打开时的三步" if self.first is not None else self.help

    def actions(self) -> list[Action]:
        if self.first is not None:
            return list(self.first.actions())
        return [
            Action("登记走访", lambda: self.shell.visit(_ACTIVITY_PAGE), "Ctrl+N"),
            Action("打印本页", lambda: self._print("today"), "Ctrl+P"),
            Action("打印本周安排", lambda: self._print("week_plan")),
        ]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"F3": self.search.entry.focus_set}

    def escape(self) -> None:
        if self.has_drawer:
            self.flush()
        elif self.first is not None:
            self.first.escape()
        elif self.strip.picked >= 0:
            self.strip.pick(self.strip.picked)

    def typed(self) -> Iterator[Typed]:
        yield from super().typed()
        if self.first is not None:
            yield from self.first.typed()

    def type_again(self, place: str, content: Mapping[str, Any]) -> None:
        if "name" not in content:
            super().type_again(place, content)
        elif self.first is not None:
            self.first.type_again(content)
        else:
            raise Problem(f"单位名称“{content['name']}”请到“设置”里填写。")

    def flush(self) -> bool:
        return (self.first is None or self.first.may_leave()) and super().flush()

    def open_row(self, row: Row) -> None:
        """Go where this is dealt with, filled in."""
        if isinstance(row, MatterRow):
            self.shell.visit(_MATTER_PAGE, find_matter(row.entry.number))
        elif isinstance(row, PlanRow):
            self.shell.visit(_ACTIVITY_PAGE, Activity.get_by_id(row.activity.id))
        elif row.entry.line is not None:
            self.shell.visit(_ACTIVITY_PAGE, entry_for([row.entry.line], self.shell.today()))

    def explain(self) -> None:
        """Ask why the chosen lateness came about."""
        row = self.table.current
        if row is not None and row.entry.line is not None and self.flush():
            self.lay_over(_explanation_form().ask_reason, self.shell, [row.entry.line], row.what)

    def _build_list(self, parent: tkinter.Frame) -> None:
        card = ttk.Frame(parent, style="Card.TFrame", padding=(px(12), px(14)))
        card.grid(row=0, column=0, sticky="nsew", padx=(0, px(16)))
        self._bar = bar = ttk.Frame(card, style="Paper.TFrame")
        bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.search = SearchBox(bar, "筛选：领导、对象、事项，或拼音首字母")
        self.search.pack(side="left", fill="x", expand=True)
        self.search.changed = self._fill
        self.table = Table(
            card,
            "today",
            self._columns(),
            self.shell.remembered,
            empty=_NOTHING,
            same=lambda row: row.key,
            answers=Answers(pick=lambda _: self._show_foot(), open=self.open_row),
        )
        self._build_foot(card)
        self.table.pack(fill="both", expand=True)

    def _columns(self) -> list[Column]:
        return [
            Column("状态", 88, lambda row: row.state, lambda row: words.ORDER.index(row.group), 0),
            Column("领导", 84, lambda row: row.entry.leader, strong=True, stretch=0),
            Column("事项", 160, lambda row: row.what, brief=lambda row: row.brief),
            Column("对象", 130, lambda row: row.subject, stretch=1.6),
            Column("还差", 140, lambda row: row.lacking, stretch=0.4, brief=lambda row: row.lacking_brief),
            Column("期限", 92, lambda row: row.due, lambda row: row.entry.due, 0),
            Column("", 70, lambda row: row.deed, stretch=0, run=self.open_row),
        ]

    def _build_foot(self, card: ttk.Frame) -> None:
        foot = ttk.Frame(card, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", padx=px(12), pady=(px(10), 0))
        self.why = ttk.Button(foot, text="写明原因", style="Quiet.TButton", command=self.explain)
        self._about = ttk.Label(foot, style="Soft.TLabel")
        self._about.pack(side="left")
        self._foot = foot

    @cached_property
    def answers(self) -> Any:
        """The answers to a plan, made when one is first chosen, with their keys."""
        made = _plan_answers().PlanAnswers(self._foot, self.shell, self._awaiting)
        made.listen(self.table.sheet)
        return made

    @property
    def chosen(self) -> Official | None:
        """The leader chosen, None for all."""
        number = self.leader.get() if self.leader is not None else None
        return next((row for row in self._leaders if row.id == number), None)

    def _complete(self) -> None:
        """What the first picture need not wait for: the choice of a leader, the cards, the lunar day."""
        self.leader = Choice(self._bar, {None: _EVERYBODY})
        self.leader.box.configure(width=14)
        self.leader.set(None)
        self.leader.changed = self._chosen
        self.leader.pack(side="left", padx=(0, px(8)), before=self.search)
        self.side = _today_side().TodaySide(self._below, self.shell)
        self.side.grid(row=0, column=1, sticky="nsew")
        self._show_side()
        self.shell.renew_head()

    def _show_side(self) -> None:
        if self.side is not None and self.leader is not None:
            self.leader.offer({None: _EVERYBODY} | {row.id: row.name for row in self._leaders})
            if not self.leader.box.get():
                self.leader.set(None)
            self.side.show(self.chosen, self._work.running, self._names)
            self._lunar, self._untabled = _today_side().day_words(self.shell.today())

    def _chosen(self) -> None:
        self.refresh()
        self.shell.renew_head()

    def _fill(self) -> None:
        typed = self.search.get()
        nothing = _NONE_OF_IT if self.strip.picked >= 0 else _NOTHING
        self.table.empty = _NOT_FOUND if typed else nothing if self._leaders else _NOBODY
        self.table.fill(words.narrowed(self._rows, self.strip.picked, typed))
        self._show_foot()

    def _show_foot(self) -> None:
        row = self.table.current
        late = isinstance(row, DutyRow) and row.group == Group.LATE
        plan = self._awaiting()
        if plan:
            self.answers.offer(plan)
            self.answers.pack(side="right")
        elif "answers" in vars(self):
            self.answers.pack_forget()
        self.why.pack(side="right") if late else self.why.pack_forget()
        self._about.configure(text=_about(row))

    def _awaiting(self) -> int | None:
        row = self.table.current
        return row.activity.id if isinstance(row, PlanRow) else None

    def _print(self, document: str) -> None:
        leader = self.chosen.id if self.chosen else None
        self.shell.visit("打印中心", Wanted(document, leader=leader, day=self.shell.today()))


def _about(row: Row | None) -> str:
    if row is None:
        return "上下键选择，Enter 打开"
    if isinstance(row, MatterRow):
        return f"{row.entry.number}    Enter 打开办理"
    return f"{row.entry.number}    这次计划办得怎样？" if isinstance(row, PlanRow) else "Enter 打开，填好保存"


def _first_steps() -> Any:
    from gui.forms import first_steps

    return first_steps


def _today_side() -> Any:
    from gui.forms import today_side

    return today_side


def _plan_answers() -> Any:
    from gui.forms import plan_answers

    return plan_answers


def _explanation_form() -> Any:
    from gui.forms import explanation

    return explanation
