"""基层朋友: whom the leaders made friends with, and what can be done about one."""

import tkinter
from collections.abc import Callable
from functools import partial
from tkinter import ttk
from typing import NamedTuple

from gui.look.palette import CARD
from gui.look.scale import px
from gui.page import Shell
from gui.state import friend as words
from gui.state.friend import Row
from gui.widgets.controls import Choice
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table
from models.friend import Friend, friends
from models.official import Official, leaders

_EVERYBODY = "全部领导"
_EMPTY = "还没有登记基层朋友。\n按 Ctrl+N 新增，或在“联系点”页从 Excel 导入“基层朋友”表。"
_NOT_FOUND = "没有找到。按 Esc 显示全部。"


class FriendAnswers(NamedTuple):
    """What the list's buttons do with the friend under the cursor."""

    edit: Callable[[Friend], object]
    delete: Callable[[Friend], object]


class FriendList(ttk.Frame):
    """Enter opens."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, answers: FriendAnswers) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(12), px(14)))
        self._answers = answers
        self._build_bar()
        self._build_foot()
        self.table = Table(
            self,
            "friends",
            _columns(),
            shell.remembered,
            empty=_EMPTY,
            same=lambda row: row.friend.id,
            answers=Answers(pick=lambda _: self._show_buttons(), open=lambda row: answers.edit(row.friend)),
        )
        self.table.pack(fill="both", expand=True)

    def show(self) -> None:
        """Read and show."""
        self._leaders = {row.id: row for row in leaders()}
        self.leader.offer({None: _EVERYBODY} | {number: row.name for number, row in self._leaders.items()})
        if not self.leader.box.get():
            self.leader.set(None)
        self._found = friends(self.chosen)
        self._fill()

    @property
    def chosen(self) -> Official | None:
        """The leader chosen, None for all."""
        return self._leaders.get(self.leader.get())

    @property
    def current(self) -> Friend | None:
        """The friend under the cursor."""
        row: Row | None = self.table.current
        return row.friend if row else None

    def _build_bar(self) -> None:
        bar = tkinter.Frame(self, background=CARD)
        bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.leader = Choice(bar, {None: _EVERYBODY})
        self.leader.box.configure(width=12)
        self.leader.set(None)
        self.leader.changed = self.show
        self.leader.pack(side="left", padx=(0, px(8)))
        self.search = SearchBox(bar, "筛选：姓名、住址、身份，或拼音首字母")
        self.search.pack(side="left", fill="x", expand=True)
        self.search.changed = self._fill

    def _build_foot(self) -> None:
        foot = tkinter.Frame(self, background=CARD)
        foot.pack(side="bottom", fill="x", padx=px(4), pady=(px(10), 0))
        self.buttons = {}
        for word, run in {"编辑": self._answers.edit, "删除": self._answers.delete}.items():
            button = ttk.Button(foot, text=word, style="Quiet.TButton", command=partial(self._with, run))
            button.pack(side="left", padx=(0, px(8)))
            self.buttons[word] = button

    def _fill(self) -> None:
        typed = self.search.get()
        self.table.empty = _NOT_FOUND if typed else _EMPTY
        self.table.fill(words.rows(self._found, typed))
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in self.buttons.values():
            button.state(["disabled" if self.current is None else "!disabled"])

    def _with(self, run: Callable[[Friend], object]) -> None:
        if self.current is not None:
            run(self.current)


def _columns() -> list[Column]:
    return [
        Column("领导", 84, lambda row: row.friend.official.name, strong=True),
        Column("姓名", 84, lambda row: row.friend.name, strong=True),
        Column("性别、身份", 130, lambda row: row.about),
        Column("住址", 160, lambda row: row.friend.address or "—", stretch=1.5),
        Column("结识", 180, lambda row: row.met, lambda row: str(row.friend.met_on or ""), 1.0),
        Column("联系情况", 200, lambda row: row.friend.contact.replace("\n", " ") or "—", stretch=2),
    ]
