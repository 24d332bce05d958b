"""今日要办: what is late, due or unanswered, this week's plans, who is away; a row opens what it is about."""

from typing import Any

import ttkbootstrap as ttk

from gui.forms.plan_answers import PlanAnswers
from gui.later import soon
from gui.look.scale import px
from gui.page import Action, Page
from gui.state import today as words
from gui.state.cards import Line, shared_heights
from gui.state.facts import next_notice_covers, reminders
from gui.state.print_choice import Wanted
from gui.state.whereabouts import board
from gui.widgets.controls import Choice
from gui.widgets.lines_card import LinesCard
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table
from gui.widgets.tally_strip import TallyStrip
from models import storage
from models.absence import absences_between
from models.activity import Activity
from models.activity_line import lines_between, lines_of
from models.almanac import untabled
from models.due import entry_for, work_list
from models.lunar import lunar
from models.official import Official, leaders, officials
from models.pairing import whereabouts
from models.progress import rules
from models.rules.calendar import chinese_date, weekday_name
from models.rules.duedates import Group, week_of
from models.rules.kinds import ActivityState
from models.writing import Topic

_EVERYBODY = "全部领导"
_NOTHING = "没有要办的事项。\n\n逾期的、快到期的和要回填的，都会列在这里。"
_NOBODY = "还没有领导和联系点。\n\n请到“联系点”页从 Excel 导入现有的安排表，或逐个新增。"
_NOT_FOUND = "没有找到。按 Esc 显示全部。"
_NO_PLANS = "本周还没有安排。"
_NOBODY_AWAY = "今天无人外出"
_ACTIVITY_PAGE = "走访登记"


class TodayPage(Page):
    """The start page."""

    title = "今日要办"
    icon = "list-check"
    help = (
        "上面四张卡片是要办事项的分类，点一下只看这一类，再点一下看全部。\n"
        "列表里按 Enter 打开：逾期的去补登，快到期的去安排，日期已过的计划去回填。\n"
        "待确认的计划可以直接按键：1 已完成，2 未遇，3 延期，4 取消活动。\n"
        "逾期又确有原因的，点“写明原因”，就不再列入要办。"
    )
    topics = frozenset(Topic) - {Topic.PRINT_LOG}

    def build(self) -> None:
        self._rows: list[words.Row] = []
        self._leaders: list[Official] = []
        self._lunar, self._untabled = "", ""
        soon(self, self._look_up)  # two libraries that the first picture need not wait for
        self.drawer: Any = None
        self.strip = TallyStrip(self, self._fill)
        self.strip.pack(fill="x", pady=(0, px(16)))
        below = ttk.Frame(self)
        below.pack(fill="both", expand=True)
        below.columnconfigure(0, weight=69, uniform="part")
        below.columnconfigure(1, weight=31, uniform="part")
        below.rowconfigure(0, weight=1)
        self._build_list(below)
        self._build_cards(below)

    def refresh(self) -> None:
        today = self.shell.today()
        self._leaders = leaders()
        self.leader.offer({None: _EVERYBODY} | {row.id: row.name for row in self._leaders})
        if not self.leader.box.get():
            self.leader.set(None)
        chosen = next((row for row in self._leaders if row.id == self.leader.get()), None)
        found = work_list(today, chosen)
        duties = {rule.code: rule.name for rule in rules()}
        plans = lines_of([entry.number for entry in found.entries if entry.number])
        self._rows = words.rows(found.entries, duties, plans, today)
        self.strip.show(words.tallies(self._rows, today))
        self.progress.show(words.bars(found.running, duties))
        self._show_week(chosen)
        self._show_away()
        self._share_height()
        self._fill()

    def context(self) -> str:
        today = self.shell.today()
        whom = f"全体领导（{len(self._leaders)}人）" if self.leader.get() is None else self.leader.box.get()
        last = storage.last_backup(storage.database_path().parent)
        away = [] if self.away.texts else [_NOBODY_AWAY]
        day = f"{chinese_date(today)} {weekday_name(today)}"
        said = [day, self._lunar, str(whom), *away, *reminders(last, today), self._untabled]
        return "    ".join(filter(None, said))

    def actions(self) -> list[Action]:
        return [
            Action("登记走访", lambda: self.shell.visit(_ACTIVITY_PAGE), "Ctrl+N"),
            Action("打印本页", lambda: self._print("today"), "Ctrl+P"),
            Action("打印本周安排", lambda: self._print("week_plan")),
        ]

    def escape(self) -> None:
        if self.drawer is not None and self.drawer.winfo_exists():
            self.drawer.leave()
        elif self.strip.picked >= 0:
            self.strip.pick(self.strip.picked)

    def holds_typing(self) -> bool:
        return self.drawer is not None and bool(self.drawer.winfo_exists()) and self.drawer.form.edited

    def flush(self) -> bool:
        return self.drawer is None or not self.drawer.winfo_exists() or self.drawer.leave()

    def open_row(self, row: words.Row) -> None:
        """Go where this is dealt with, filled in."""
        if row.activity is not None:
            self.shell.visit(_ACTIVITY_PAGE, Activity.get_by_id(row.activity.id))
        elif row.entry.line is not None:
            self.shell.visit(_ACTIVITY_PAGE, entry_for(row.entry.line, self.shell.today()))

    def explain(self) -> None:
        """Ask why the chosen lateness came about."""
        row = self.table.current
        if row is not None and row.entry.line is not None and self.flush():
            self.drawer = _explaining().ask_reason(self, self.shell, row.entry.line, row.duty)

    def _build_list(self, parent: ttk.Frame) -> None:
        card = ttk.Frame(parent, style="Card.TFrame", padding=(px(12), px(14)))
        card.grid(row=0, column=0, sticky="nsew", padx=(0, px(16)))
        bar = ttk.Frame(card, style="Paper.TFrame")
        bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.leader = Choice(bar, {None: _EVERYBODY})
        self.leader.box.configure(width=14)
        self.leader.set(None)
        self.leader.changed = self._chosen
        self.leader.pack(side="left", padx=(0, px(8)))
        self.search = SearchBox(bar, "领导、对象、事项，或拼音首字母")
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
            Column("状态", 92, lambda row: row.state, lambda row: words.ORDER.index(row.group), 0),
            Column("领导", 84, lambda row: row.entry.leader, strong=True, stretch=0),
            Column("事项", 168, lambda row: row.what),
            Column("对象", 150, lambda row: row.subject, stretch=1.6),
            Column("还差", 116, lambda row: row.lacking, stretch=0.4),
            Column("期限", 92, lambda row: row.due, lambda row: row.entry.due, 0),
            Column("", 70, lambda row: row.deed, stretch=0, run=self.open_row),
        ]

    def _build_foot(self, card: ttk.Frame) -> None:
        foot = ttk.Frame(card, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", padx=px(12), pady=(px(10), 0))
        self.answers = PlanAnswers(foot, self.shell, self._awaiting)
        self.answers.listen(self.table.sheet)
        self.why = ttk.Button(foot, text="写明原因", style="Quiet.TButton", command=self.explain)
        self._about = ttk.Label(foot, style="Soft.TLabel")
        self._about.pack(side="left")
        self._foot = foot

    def _build_cards(self, parent: ttk.Frame) -> None:
        column = ttk.Frame(parent)
        column.grid(row=0, column=1, sticky="nsew")
        self.week = LinesCard(column, "本周安排", _NO_PLANS)
        self.away = LinesCard(column, "在岗与顶岗")
        self.progress = LinesCard(column, "本季和全年进度", "还没有要求。")
        self.cards = (self.week, self.away, self.progress)
        self._column = column
        column.bind("<Configure>", lambda _: self._share_height())

    def _share_height(self) -> None:
        """Place the cards below each other as far as the column goes; who is away only if somebody is."""
        gap = px(16)
        wanted = [
            card.height_for(99) + gap if card is not self.away or card.texts else 0 for card in self.cards
        ]
        least = [min(full, card.height_for(2) + gap) for full, card in zip(wanted, self.cards, strict=True)]
        room = self._column.winfo_height() + gap
        heights = shared_heights(room, wanted, least)
        heights[0] += room - sum(heights)
        top = 0
        for card, high in zip(self.cards, heights, strict=True):
            card.place_forget()
            if high > gap:
                card.place(x=0, y=top, relwidth=1.0, height=high - gap)
            top += high

    def _show_week(self, chosen: Official | None) -> None:
        today = self.shell.today()
        found = lines_between(*week_of(today), chosen.id if chosen else None)
        plans = [
            line for line in reversed(found) if line.state == ActivityState.PLANNED and line.last_day >= today
        ]
        self.week.show([self._plan_line(line) for line in plans])

    def _plan_line(self, line: Any) -> Line:
        left, right = words.planned(line, self.shell.today())
        return Line(left, right, run=lambda: self.shell.visit(_ACTIVITY_PAGE, Activity.get_by_id(line.id)))

    def _show_away(self) -> None:
        today = self.shell.today()
        names = {row.id: row.name for row in officials()}
        lines = board(absences_between(today, today), whereabouts(), names, today)
        self.away.show(lines)

    def _look_up(self) -> None:
        today = self.shell.today()
        self._lunar = f"农历{lunar(today).text}"
        missing = untabled(today, next_notice_covers(today))
        self._untabled = f"▲ {'、'.join(map(str, missing))}年没有节假日表" if missing else ""
        self.shell.renew_head()

    def _chosen(self) -> None:
        self.refresh()
        self.shell.renew_head()

    def _fill(self) -> None:
        typed = self.search.get()
        self.table.empty = _NOT_FOUND if typed else _NOTHING if self._leaders else _NOBODY
        self.table.fill(words.narrowed(self._rows, self.strip.picked, typed))
        self._show_foot()

    def _show_foot(self) -> None:
        row = self.table.current
        late = row is not None and row.group == Group.LATE
        plan = self._awaiting()
        self.answers.pack(side="right") if plan else self.answers.pack_forget()
        self.why.pack(side="right") if late else self.why.pack_forget()
        self.answers.offer(plan)
        self._about.configure(text=_about(row))

    def _awaiting(self) -> int | None:
        row = self.table.current
        return row.activity.id if row is not None and row.activity is not None else None

    def _print(self, document: str) -> None:
        self.shell.visit("打印中心", Wanted(document, leader=self.leader.get(), day=self.shell.today()))


def _about(row: words.Row | None) -> str:
    if row is None:
        return "上下键选择，Enter 打开"
    return f"{row.entry.number}    这次计划办得怎样？" if row.activity is not None else "Enter 打开，填好保存"


def _explaining() -> Any:
    from gui.forms import explaining

    return explaining
