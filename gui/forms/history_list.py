"""The lists of 撤销与历史: what was done, and what was deleted."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gui.look.scale import px
from gui.page import Shell
from gui.state import history as words
from gui.widgets.controls import Choice
from gui.widgets.list_card import ListCard
from gui.widgets.table import Column
from models.bin import Gone, gone
from models.history import Line, lines, touched
from models.rules.masking import masked

Run = Callable[[Any], object]


class ActionList(ListCard):
    """Every action, the latest first, by who did it, since when, and what a search means."""

    name = "history"
    hint = "筛选：做了什么、谁做的、日期"
    empty = "还没有做过任何操作。"

    def __init__(self, parent: tkinter.Misc, shell: Shell, runs: Mapping[str, Run], picked: Run) -> None:
        super().__init__(parent, shell, _columns(), {"": "全部经办人"}, runs)
        self.choice.box.configure(width=9)
        self.span = Choice(self.bar, words.SPANS)
        self.span.box.configure(width=8)
        self.span.set(0)
        self.span.changed = self.show
        self.span.pack(side="left", padx=(0, px(8)), before=self.search)
        self._picked = picked
        self.only: set[int] | None = None

    def read(self) -> None:
        self._lines = [one for one in lines() if self.only is None or one.action.number in self.only]
        self.choice.offer(words.people(self._lines))
        if not self.choice.box.get():
            self.choice.set("")

    def rows(self, typed: str) -> Sequence[Line]:
        who, days = self.choice.get() or "", self.span.get()
        return words.chosen(self._lines, who, days, typed, self.shell.today())

    def about(self, row: Any) -> Any:
        return row

    def same(self, row: Any) -> object:
        return row.action.number

    def may(self, word: str, record: Any) -> bool:
        del word
        return not (record.is_back or record.is_taker)

    def _show_buttons(self) -> None:
        super()._show_buttons()
        self._picked(self.current)


class BinList(ListCard):
    """What was deleted and is kept still, the latest first."""

    name = "bin"
    hint = "筛选：名称、谁删的"
    empty = "回收站是空的。\n删除的走访、联系点、民情事项等先放在这里，到期才永久清除。"

    def __init__(self, parent: tkinter.Misc, shell: Shell, runs: Mapping[str, Run], picked: Run) -> None:
        columns = [
            Column(
                "删除时间",
                190,
                lambda one: words.when(one.action),
                lambda one: one.action.at,
                0.3,
                brief=_shortly,
            ),
            Column("内容", 220, lambda one: masked(one.name), strong=True, stretch=2),
            Column("经办人", 90, lambda one: one.action.who, stretch=0.5),
            Column("保留", 110, lambda one: words.left(one, shell.today()), stretch=0),
        ]
        super().__init__(parent, shell, columns, {"": words.EVERY_KIND}, runs)
        self._picked = picked

    def read(self) -> None:
        self._gone = gone()
        self.choice.offer(words.kinds(self._gone))
        if not self.choice.box.get():
            self.choice.set("")

    def rows(self, typed: str) -> Sequence[Gone]:
        return words.deleted(self._gone, self.choice.get() or "", typed)

    def about(self, row: Any) -> Any:
        return row

    def same(self, row: Any) -> object:
        return row.spot, row.action.number

    def _show_buttons(self) -> None:
        super()._show_buttons()
        self._picked(self.current)


def _shortly(row: Line | Gone) -> str:
    return words.shortly(row.action)


def _columns() -> list[Column]:
    return [
        Column(
            "时间",
            190,
            lambda line: words.when(line.action),
            lambda line: line.action.number,
            0.3,
            brief=_shortly,
        ),
        Column("操作", 190, lambda line: line.action.label, strong=True, stretch=2),
        Column("涉及", 120, lambda line: touched(line.action.number), lambda line: line.action.number, 1.5),
        Column("经办人", 84, lambda line: line.action.who, stretch=0.4),
        Column("状态", 84, words.state, stretch=0),
    ]
