"""The list of matters: tallies and choices above, the table, what can be done with one below."""

import tkinter
from collections.abc import Callable
from typing import Any

import ttkbootstrap as ttk

from gui.forms import row_keys
from gui.long_search import LongSearch
from gui.look.palette import CARD, GROUND
from gui.look.scale import px
from gui.page import Shell
from gui.state import matter as words
from gui.state.matter import KEPT, KINDS, Kept, Listed, Status
from gui.widgets.controls import Choice
from gui.widgets.search_box import SearchBox
from gui.widgets.sheet import Cell
from gui.widgets.table import Answers, Column, Table
from gui.widgets.tally_strip import TallyStrip
from models import terms
from models.matter import Matter, delete_matter
from models.matter_line import MatterLine, days_to, lights, matter_heads, matter_lines
from models.official import Official, leaders
from models.setting import value

_EVERYBODY = "全部领导"
_NOTHING = (
    "还没有登记民情事项。\n\n按 Ctrl+N 登记一件。走访、下访听诉时听到的，在“走访登记”里按 Ctrl+M 登记；\n"
    "已有的台账，在“联系点”页从 Excel 导入“民情事项”表。"
)
_NONE_OPEN = "没有未销号的事项。\n\n已销号的，在上面选“已销号”或“全部”查看。"
_NONE_OF_IT = "这一类没有事项。\n\n再点一下上面的卡片，或按 Esc，显示全部。"
_NOT_FOUND = "没有找到。按 Esc 显示全部。"
_KEYS = "上下键选择，Enter 打开办理，Delete 删除，F8 历史"


class MatterList(tkinter.Frame):
    """`open_` is called with the id of the matter the user wants to see, `told` when what it says changed."""

    def __init__(
        self, parent: tkinter.Misc, shell: Shell, open_: Callable[[int], object], told: Callable[[], object]
    ) -> None:
        super().__init__(parent, background=GROUND)
        self.shell = shell
        self._open, self._told = open_, told
        self._listed = Listed([], {}, {})
        self._lines = matter_lines(())
        self.found = LongSearch(self, self._show)
        self.strip = TallyStrip(self, self._chosen)
        self.strip.pack(fill="x", pady=(0, px(16)))
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(14)))
        card.pack(fill="both", expand=True)
        self._lay_bar(card)
        self.table = Table(
            card,
            "matters",
            self._columns(),
            shell.remembered,
            empty=_NOTHING,
            answers=Answers(pick=lambda _: self._show_foot(), open=open_),
        )
        self._lay_foot(card)
        self.table.pack(fill="both", expand=True)
        row_keys.listen(shell, self.table, Matter.get_by_id, delete_matter)

    def refresh(self) -> None:
        """Read and show."""
        today = self.shell.today()
        self._leaders = {row.id: row for row in leaders()}
        self.leader.offer({None: _EVERYBODY} | {number: row.name for number, row in self._leaders.items()})
        if not self.leader.box.get():
            self.leader.set(None)
        heads = matter_heads(self.leader.get(), self.kind.get())
        self._listed = words.listed(heads, lights(today), self.kept.get(), self.strip.picked)
        self._days_to = days_to(today)
        self._lines = matter_lines(self._listed.ids)
        self.strip.show(words.tallies(self._listed.counts, value("matter_near_days")))
        self.found.look_through(self._listed.ids, words.Sought(self._lines), self.search.get())

    def pick(self, number: int) -> None:
        """Put the cursor on a matter; where it is not listed, all are."""
        if not self.table.pick_same(number):
            self.look_for("")
            self.table.pick_same(number)

    def look_for(self, typed: str) -> None:
        """List all matters, and of those what is typed."""
        self.kept.set(Kept.ALL)
        self.leader.set(None)
        self.kind.set(None)
        self.search.set(typed)
        if self.strip.picked >= 0:
            self.strip.pick(self.strip.picked)
        else:
            self.refresh()

    def widen(self) -> bool:
        """Show all again where a card is picked; whether one was."""
        picked = self.strip.picked
        self.strip.pick(picked)
        return picked >= 0

    @property
    def chosen(self) -> Official | None:
        """The leader chosen, None for all."""
        return self._leaders.get(self.leader.get())

    def summary(self) -> str:
        """What it says of itself in the page head."""
        return words.summary(self._listed.counts)

    def _lay_bar(self, card: ttk.Frame) -> None:
        bar = tkinter.Frame(card, background=CARD)
        bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.leader, self.kind, self.kept = (
            Choice(bar, {None: _EVERYBODY}),
            Choice(bar, KINDS),
            Choice(bar, KEPT),
        )
        for choice, first, wide in (
            (self.leader, None, 10),
            (self.kind, None, 10),
            (self.kept, Kept.OPEN, 8),
        ):
            choice.box.configure(width=wide)
            choice.set(first)
            choice.changed = self._chosen
            choice.pack(side="left", padx=(0, px(8)))
        self.search = SearchBox(bar, "筛选：姓名、内容、单位、编号，或拼音首字母")
        self.search.pack(side="left", fill="x", expand=True)
        self.search.changed = lambda: self.found.narrow(self.search.get())

    def _lay_foot(self, card: ttk.Frame) -> None:
        foot = tkinter.Frame(card, background=CARD)
        foot.pack(side="bottom", fill="x", padx=px(12), pady=(px(10), 0))
        self.open_button = ttk.Button(
            foot, text="打开办理", style="Quiet.TButton", command=self._open_current
        )
        self.open_button.pack(side="right")
        self._about = ttk.Label(foot, style="Soft.TLabel")
        self._about.pack(side="left")

    def _columns(self) -> list[Column]:
        def of_line(say: Callable[[MatterLine], Cell]) -> Callable[[int], Cell]:
            return lambda id_: say(self._lines[id_])

        def progress(line: MatterLine) -> str:
            return words.progress(line, self.shell.today())

        return [
            Column("状态", 92, lambda id_: words.status_words(self._listed.status[id_]), self._urgency, 0),
            Column("期限", 132, of_line(self._left), of_line(lambda line: str(line.due or "")), 0),
            Column("类别", 84, of_line(lambda line: terms.label(line.kind)), stretch=0),
            Column("内容", 240, of_line(words.content), stretch=3),
            Column("反映人", 84, of_line(words.whose), stretch=0.5),
            Column("领导", 84, of_line(words.leader), strong=True, stretch=0.5),
            Column("责任单位", 104, of_line(lambda line: line.unit or "—"), stretch=0.8),
            Column(
                "进展",
                124,
                of_line(progress),
                stretch=0.3,
                brief=lambda id_: words.last_step(self._lines[id_]),
            ),
        ]

    def _urgency(self, id_: int) -> int:
        return list(Status).index(self._listed.status[id_])

    def _left(self, line: MatterLine) -> str:
        status = self._listed.status[line.id]
        return words.left_words(status, line.due, self.shell.today(), self._days_to)

    def _chosen(self) -> None:
        self.refresh()
        self._told()

    def _show(self, ids: list[int]) -> None:
        self.table.empty = self._nothing()
        self.table.fill(ids)
        self._show_foot()

    def _nothing(self) -> str:
        if self.search.get() and self._listed.ids:
            return _NOT_FOUND
        if self.strip.picked >= 0:
            return _NONE_OF_IT
        return _NONE_OPEN if any(self._listed.counts.values()) else _NOTHING

    def _show_foot(self) -> None:
        id_: Any = self.table.current
        self.open_button.state(["disabled" if id_ is None else "!disabled"])
        self._about.configure(text=_KEYS if id_ is None else f"{self._lines[id_].number}    Enter 打开办理")

    def _open_current(self) -> None:
        if self.table.current is not None:
            self._open(self.table.current)
