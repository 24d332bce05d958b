"""联系点: leaders in rank order, their points, since when, and who had them before."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from tkinter import ttk
from typing import Any

from gui.forms import row_keys
from gui.look.palette import Tone
from gui.look.scale import px
from gui.page import Action, Page
from gui.state.finding import Filter
from gui.state.owed import brief, own_duties, share, summary
from gui.state.points import balance, dotted, end_words, near, span_words, where
from gui.widgets.ruler import Ruler
from gui.widgets.search_box import SearchBox
from gui.widgets.sheet import Cell
from gui.widgets.table import Answers, Column, Table
from gui.widgets.tooltip import Tip
from models import terms
from models.assignment import Assignment, assignments_ever, history, kinds_held, last_held
from models.contact_point import ContactPoint
from models.deletion import delete_point
from models.official import Official, officials
from models.progress import duty_names, progress
from models.rules.calendar import chinese_date, quarter_to_open, year_of
from models.rules.counting import Progress
from models.rules.kinds import PointKind
from models.writing import Topic

_NOBODY = "还没有干部。\n\n从 Excel 导入现有的安排表，\n或者逐个新增干部。"
_NOTHING = "还没有联系点。\n按 Ctrl+N 新增，或从 Excel 导入。"


class ContactPointPage(Page):
    """Leaders at the left, the points of the chosen one at the right."""

    title = "联系点"
    icon = "people"
    help = "没有现成的表，逐个录入"
    topics = frozenset(
        {Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.ACTIVITY, Topic.SETTING, Topic.DUTY_RULE, Topic.HOLIDAY}
    )

    def build(self) -> None:
        self._today = self.shell.today()
        self._kinds: Mapping[int, list[str]] = {}
        self._owed: dict[int, list[Progress]] = {}
        self._lines: list[Progress] = []
        self._import: Any = None
        self.columnconfigure(0, weight=36, uniform="part")
        self.columnconfigure(1, weight=64, uniform="part")
        self.rowconfigure(0, weight=1)
        self._build_leaders()
        self._build_points()

    def refresh(self) -> None:
        self._today = self.shell.today()
        self._kinds = kinds_held(self._today)
        self._everybody = officials()
        self._quarter = quarter_to_open(self._today)
        self._owed = defaultdict(list)
        for line in progress(self._quarter, self._today) if self._everybody else ():
            self._owed[line.official].append(line)
        self._fill_leaders()

    def take_keyboard(self) -> None:
        self.leaders.focus_rows()

    def come(self, about: Any) -> None:
        """Choose a leader; or the leader who holds a contact point, or held it last, and that point."""
        self.search.clear()
        if isinstance(about, Official):
            self.leaders.pick_same(about.id)
        elif isinstance(about, ContactPoint):
            self._come_to_point(about)

    def context(self) -> str:
        members = [row for row in self._everybody if row.is_member]
        short = sum(balance(self._kinds[row.id])[1] is not Tone.DONE for row in members)
        if not members:
            return "每位班子成员联系 1 个乡镇、1 个村、10 户"
        return f"{self._quarter.title}    班子成员 {len(members)} 人" + (
            f"    {short} 人的联系点不齐" if short else "    联系点齐全"
        )

    def help_in_sight(self) -> str:
        importing = self._import is not None and self._import.winfo_exists()
        return "导入现有的安排表" if importing else self.help

    def actions(self) -> list[Action]:
        return [
            Action("新增联系点", self.add_point, "Ctrl+N"),
            Action("从 Excel 导入", self.import_file, "Ctrl+I"),
            Action("新增干部", lambda: self._open(_forms().edit_official, None)),
        ]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"F3": self.search.entry.focus_set}

    def escape(self) -> None:
        if self._import is not None and self._import.winfo_exists():
            self._import.leave()
        self.flush()

    def add_point(self) -> None:
        """Open the form for a new point of the chosen leader."""
        self._open(_forms().add_point, self.leaders.current, self._today)

    def import_file(self) -> None:
        """Ask for a workbook and show what it would change."""
        from gui.forms import importing

        self._import = importing.choose(self, self._import)

    @property
    def preview(self) -> Any:
        """The preview of an import, None before the first."""
        return self._import

    def edit_leader(self) -> None:
        """Open the form for the chosen leader."""
        if self.leaders.current is not None:
            self._open(_forms().edit_official, self.leaders.current)

    def edit_point(self) -> None:
        """Open the form for the chosen point."""
        if self.points.current is not None:
            self._open(_forms().edit_point, self.points.current.contact_point)

    def move_point(self) -> None:
        """Open the form that gives the chosen point to another leader."""
        if self.points.current is not None:
            self._open(_forms().move_point, self.points.current, self._today)

    def end_point(self) -> None:
        """Open the form that ends the chosen contact."""
        if self.points.current is not None:
            self._open(_forms().end_point, self.points.current, self._today)

    def _open(self, form: Callable[..., Any], *about: Any) -> None:
        """Open a form over the page, unless another one still holds what was typed and is to stay."""
        if self.flush():
            self.lay_over(form, *about)

    def _build_leaders(self) -> None:
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(14)))
        card.grid(row=0, column=0, sticky="nsew", padx=(0, px(16)))
        self.search = SearchBox(card, "筛选：姓名、职务，或拼音首字母")
        self.search.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.search.changed = self._fill_leaders
        columns = [
            Column("排名", 44, lambda row: (str(row.rank), Tone.SOFT), lambda row: row.rank, stretch=0),
            Column("姓名", 96, lambda row: row.name, strong=True),
            Column(
                "季度进度",
                110,
                lambda row: summary(self._owed[row.id]),
                brief=lambda row: brief(self._owed[row.id]),
            ),
            Column("联系点", 100, self._balance),
        ]
        answers = Answers(pick=lambda _: self._show_leader(), open=lambda _: self.edit_leader())
        self.leaders = Table(
            card, "leaders", columns, self.shell.remembered, empty=_NOBODY, same=_id, answers=answers
        )
        self.leaders.pack(fill="both", expand=True)
        row_keys.listen(self.shell, self.leaders, lambda row: row)

    def _build_points(self) -> None:
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(14)))
        card.grid(row=0, column=1, sticky="nsew")
        head = ttk.Frame(card, style="Paper.TFrame")
        head.pack(fill="x", padx=px(12))
        self._edit = ttk.Button(head, text="编辑干部", style="Bare.TButton", command=self.edit_leader)
        self._edit.pack(side="right")
        self._name = ttk.Label(head, style="Paper.TLabel", font="LianxinHeading")
        self._name.pack(side="left")
        self._post = ttk.Label(head, style="Soft.TLabel")
        self._post.pack(side="left", padx=px(12), pady=(px(4), 0))
        self._words, self._ruler, self._tip = "", Ruler(head, "LianxinSmall"), Tip(self._post)
        head.bind("<Configure>", lambda _: self._fit_post())
        self._post.bind("<Enter>", lambda _: self._tip.offer(self._words))
        self._own = ttk.Label(card, style="Soft.TLabel")
        self._own.pack(fill="x", padx=px(12), pady=(px(2), px(8)))
        self._own.bind("<Configure>", lambda event: self._own.configure(wraplength=event.width))
        self._build_foot(card)
        answers = Answers(pick=lambda _: self._show_point(), open=lambda _: self.edit_point())
        self.points = Table(
            card, "points", self._point_columns(), self.shell.remembered, empty="", same=_id, answers=answers
        )
        self.points.pack(fill="both", expand=True)
        row_keys.listen(self.shell, self.points, lambda row: row.contact_point, delete_point)

    def _build_foot(self, card: ttk.Frame) -> None:
        foot = ttk.Frame(card, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", padx=px(12), pady=(px(10), 0))
        buttons = (("编辑", self.edit_point), ("移交其他领导", self.move_point), ("终止联系", self.end_point))
        self.row_buttons = [
            ttk.Button(foot, text=text, style="Quiet.TButton", command=run) for text, run in buttons
        ]
        for button in self.row_buttons:
            button.pack(side="left", padx=(0, px(8)))
        self._history = ttk.Label(foot, style="Soft.TLabel", justify="left")
        self._history.pack(side="left", padx=px(8))
        foot.bind("<Configure>", lambda event: self._history.configure(wraplength=event.width - px(330)))

    def _point_columns(self) -> list[Column]:
        def toned(text: Callable[[Assignment], str]) -> Callable[[Assignment], Cell]:
            return lambda row: (text(row), Tone.PLAIN if row.covers(self._today) else Tone.SOFT)

        place = toned(lambda row: where(row.contact_point))
        begins = toned(lambda row: chinese_date(row.first_day))
        ends = toned(lambda row: end_words(row.last_day))
        return [
            Column("类别", 60, toned(lambda row: terms.label(PointKind(row.contact_point.kind))), stretch=0),
            Column("名称", 110, toned(lambda row: row.contact_point.name), strong=True),
            Column("所在", 190, place, stretch=2, brief=lambda row: near(row.contact_point)),
            Column("已/应", 84, lambda row: share(self._lines_of(row)), stretch=0),
            Column(
                "起始", 118, begins, lambda row: row.first_day, 0.01, brief=lambda row: dotted(row.first_day)
            ),
            Column(
                "终止",
                118,
                ends,
                lambda row: row.last_day or date.max,
                0.01,
                brief=lambda row: dotted(row.last_day),
            ),
        ]

    def _balance(self, row: Official) -> Cell:
        return balance(self._kinds[row.id]) if row.is_member else ("非班子成员", Tone.SOFT)

    def _fill_leaders(self) -> None:
        typed = self.search.get()
        self.leaders.empty = "没有找到。按 Esc 显示全部。" if typed else _NOBODY
        meant = Filter(typed)
        self.leaders.fill([row for row in self._everybody if meant.finds((row.name, row.title, row.unit))])
        if self.leaders.current is None and self.leaders.rows.items:
            self.leaders.pick(0)
        else:
            self._show_leader()

    def _show_leader(self) -> None:
        leader = self.leaders.current
        self._name.configure(text=leader.name if leader else "")
        words = (leader.title, leader.unit) if leader else ()
        self._words = "    ".join(word for word in words if word)
        self._fit_post()
        self._edit.state(["!disabled" if leader else "disabled"])
        self._lines = self._counted(leader) if leader else []
        self._own.configure(text=own_duties(self._lines, duty_names() | terms.SHORT_DUTIES))
        self.points.empty = _NOTHING if leader else "左边选一位干部，这里显示他的联系点。"
        self.points.fill(assignments_ever(leader, self._today) if leader else [])
        self._show_point()

    def _come_to_point(self, point: ContactPoint) -> None:
        held = last_held(point, self._today)
        if held is None:
            self.shell.notice(f"没有领导联系“{point.name}”。", Tone.NEAR)
            self._open(_forms().edit_point, point)
        else:
            self.come(held.official)
            self.points.pick_same(held.id)

    def _fit_post(self) -> None:
        taken = self._name.winfo_reqwidth() + self._edit.winfo_reqwidth() + px(48)
        room = max(px(40), self._name.master.winfo_width() - taken)
        self._post.configure(text=self._ruler.fit(self._words, room) or " ")

    def _counted(self, leader: Official) -> list[Progress]:
        """His duties of the quarter shown and of its year."""
        year = year_of(self._quarter.first)
        return [*self._owed[leader.id], *progress(year, self._today, leader)]

    def _lines_of(self, row: Assignment) -> list[Progress]:
        return [line for line in self._lines if line.subject_id == row.contact_point_id]

    def _show_point(self) -> None:
        row = self.points.current
        for button in self.row_buttons:
            button.state(["disabled" if row is None else "!disabled"])
        others = history(row.contact_point) if row is not None else []
        said = [f"{old.official.name} {span_words(old.first_day, old.last_day)}" for old in others]
        self._history.configure(text="历任联系领导：" + "；".join(said) if len(said) > 1 else "")


def _forms() -> Any:
    from gui.forms import contact_point

    return contact_point


def _id(row: Official | Assignment) -> object:
    return row.get_id()
