"""The list of activities: filters above, the table, and one-step answers for a plan below."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from gui.forms import row_keys
from gui.forms.plan_answers import PlanAnswers
from gui.long_search import LongSearch
from gui.look.scale import px
from gui.page import Shell
from gui.state import activity_list as words
from gui.widgets.controls import Choice
from gui.widgets.search_box import SearchBox
from gui.widgets.sheet import Cell
from gui.widgets.table import Answers, Column, Table
from models import terms
from models.activity import Activity
from models.activity_line import ActivityLine, Heads, heads_between, lines
from models.deletion import delete_activity
from models.official import leaders
from models.picture import count_pictures
from models.rules.kinds import ActivityState

_EVERYBODY = "全部领导"
_EMPTY = "这段时间还没有登记。\n按 Ctrl+N 登记一次走访。"
_NOT_FOUND = "没有找到。换个字试试，或按 Esc 清空查找。"


class ActivityList(ttk.Frame):
    """`open_` is called with the id of the activity the user wants to see, `look` to see its pictures."""

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        open_: Callable[[int], object],
        look: Callable[[int], object],
    ) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(12), px(14)))
        self.shell = shell
        self._open, self._look = open_, look
        self._heads = Heads({}, frozenset(), 0)
        self._ids: list[int] = []
        self._lines = lines(())
        self.found = LongSearch(self, self._show)
        self._lay_filters()
        answers = Answers(pick=lambda _: self._show_foot(), open=self._open)
        self.table = Table(
            self,
            "activities",
            self._columns(),
            shell.remembered,
            empty=_EMPTY,
            answers=answers,
        )
        self._lay_foot()  # after the table: Tab goes in this order
        self.table.pack(fill="both", expand=True)
        row_keys.listen(shell, self.table, Activity.get_by_id, delete_activity)

    def refresh(self) -> None:
        """Read the chosen leader's activities of the chosen period and show them."""
        self.leader.offer({None: _EVERYBODY} | {row.id: row.name for row in leaders()})
        if not self.leader.box.get():
            self.leader.set(None)
        span = self.period.get()
        today = self.shell.today()
        self._heads = heads_between(span.first, span.last, today, self.leader.get())
        self._ids = words.ordered(self._heads, today)
        self._lines = lines(self._ids)
        self.found.look_through(self._ids, words.Sought(self._lines), self.search.get())

    def pick(self, number: int) -> None:
        """Put the cursor on an activity, if it is listed."""
        self.table.pick_same(number)

    def summary(self) -> str:
        """What is shown, in one line: 2026年第四季度 31 次，待确认 2，补登 1."""
        heads = self._heads
        said = [f"{self.period.get().title}    登记 {len(heads.days)} 条"]
        said += [f"待确认 {len(heads.awaiting)}"] if heads.awaiting else []
        said += [f"补登 {heads.late}"] if heads.late else []
        return "    ".join(said)

    @property
    def leader_name(self) -> str:
        """The leader chosen above the list, "" for all."""
        return "" if self.leader.get() is None else str(self.leader.box.get())

    def _columns(self) -> list[Column]:
        def of_line(say: Callable[[ActivityLine], Cell]) -> Callable[[int], Cell]:
            return lambda id_: say(self._lines[id_])

        today = self.shell.today
        day = of_line(lambda line: words.when(line, today()))
        return [
            Column("状态", 96, of_line(lambda line: words.state_cell(line, today())), stretch=0),
            Column("日期", 128, day, lambda id_: self._heads.days[id_], 0),
            Column("领导", 88, of_line(words.who), strong=True, stretch=0.6),
            Column("类别", 84, of_line(lambda line: terms.label(line.kind)), stretch=0.2),
            Column("地点", 96, of_line(words.where)),
            Column("走访对象", 120, of_line(words.whom), stretch=2),
            Column("事由", 80, of_line(words.about), stretch=1.4),
            Column("登记", 64, of_line(words.late_cell), stretch=0),
        ]

    def _lay_filters(self) -> None:
        bar = ttk.Frame(self, style="Paper.TFrame")
        bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.leader = Choice(bar, {None: _EVERYBODY})
        self.period = Choice(bar, words.periods(self.shell.today()))
        self.search = SearchBox(bar, "筛选：地点、对象、事由、姓名，或拼音首字母")
        self.leader.box.configure(width=14)
        self.period.box.configure(width=16)
        self.leader.set(None)
        self.period.set(next(iter(words.periods(self.shell.today()))))
        self.leader.pack(side="left")
        self.period.pack(side="left", padx=px(8))
        self.search.pack(side="left", fill="x", expand=True)
        self.leader.changed = self.period.changed = self._chosen
        self.search.changed = lambda: self.found.narrow(self.search.get())

    def _lay_foot(self) -> None:
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", padx=px(12), pady=(px(10), 0))
        self.open_button = ttk.Button(foot, text="打开", style="Quiet.TButton", command=self._open_current)
        self.open_button.pack(side="right")
        self.pictures = ttk.Button(foot, text="图片", style="Quiet.TButton", command=self._look_at_current)
        self.pictures.pack(side="right", padx=(0, px(8)))
        self.answers = PlanAnswers(foot, self.shell, self._open_plan)
        self.answers.listen(self.table.sheet)
        self._about = ttk.Label(foot, style="Soft.TLabel")
        self._about.pack(side="left")

    def _chosen(self) -> None:
        self.refresh()
        self.shell.renew_head()

    def _show(self, ids: list[int]) -> None:
        self.table.empty = _NOT_FOUND if self.search.get() and self._ids else _EMPTY
        self.table.fill(ids)
        self._show_foot()

    @property
    def _current(self) -> ActivityLine | None:
        return None if self.table.current is None else self._lines[self.table.current]

    def _show_foot(self) -> None:
        line, plan = self._current, self._open_plan()
        if plan:
            self.answers.offer(plan)
            self.answers.pack(side="right")
        else:
            self.answers.pack_forget()
        for button in (self.open_button, self.pictures):
            button.state(["disabled" if line is None else "!disabled"])
        count = count_pictures(line.id) if line else 0
        self.pictures.configure(text=f"图片 {count}" if count else "图片")
        self._about.configure(text=_about(line, open_plan=plan is not None))

    def _open_plan(self) -> int | None:
        line = self._current
        return line.id if line and line.state in (ActivityState.PLANNED, ActivityState.POSTPONED) else None

    def _look_at_current(self) -> None:
        if self.table.current is not None:
            self._look(self.table.current)

    def _open_current(self) -> None:
        if self.table.current is not None:
            self._open(self.table.current)


def _about(line: ActivityLine | None, *, open_plan: bool) -> str:
    if line is None:
        return "上下键选择，Enter 打开，Delete 删除，F8 历史"
    return f"{line.number}    {'这次计划办得怎样？' if open_plan else 'Enter 打开修改'}"
