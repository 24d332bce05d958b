"""AB角: the pairings there are and were, and who acts where no partner can."""

import tkinter
from collections.abc import Callable, Sequence
from tkinter import ttk
from typing import Any, NamedTuple

from gui.look.scale import px
from gui.page import Shell
from gui.state import pairing as words
from gui.state.pairing import SPANS, Row
from gui.widgets.controls import Choice
from gui.widgets.list_card import ListCard
from gui.widgets.table import Column
from models.official import officials
from models.pairing import Pairing, pairings
from models.setting import change_settings, value

_FALLBACK = "fallback_official"
_NOBODY = "（未指定）"


class PairingAnswers(NamedTuple):
    """What the list's buttons do with the pairing under the cursor."""

    edit: Callable[[Pairing], object]
    replace: Callable[[Pairing], object]
    end: Callable[[Pairing], object]
    delete: Callable[[Pairing], object]


class PairingList(ListCard):
    """Enter opens. Beside the search stands who acts where no partner can."""

    name = "pairings"
    hint = "筛选：姓名、岗位，或拼音首字母"
    empty = "还没有AB角。\n按 Ctrl+N 新增，或在“联系点”页从 Excel 导入“AB角”表。"

    def __init__(self, parent: tkinter.Misc, shell: Shell, answers: PairingAnswers) -> None:
        runs = {
            "编辑": answers.edit,
            "更换B角": answers.replace,
            "终止": answers.end,
            "删除": answers.delete,
        }
        super().__init__(parent, shell, _columns(), SPANS, runs)
        self.fallback = Choice(self.bar, {"": _NOBODY})
        self.fallback.box.configure(width=10)
        self.fallback.changed = self._choose_fallback
        self.fallback.pack(side="right", padx=(px(6), 0))
        label = ttk.Label(self.bar, text="A角、B角都外出时由谁代行", style="Soft.TLabel")
        label.pack(side="right", padx=(px(16), 0))

    def read(self) -> None:
        self._found = pairings()
        people, chosen = [row.name for row in officials()], value(_FALLBACK)
        names = dict.fromkeys([*people, *filter(None, [chosen])])
        self.fallback.offer({"": _NOBODY} | {name: name for name in names})
        self.fallback.set(chosen)

    def rows(self, typed: str) -> Sequence[Row]:
        return words.rows(self._found, self.choice.get(), typed, self.shell.today())

    def about(self, row: Any) -> Pairing:
        pairing: Pairing = row.pairing
        return pairing

    def _choose_fallback(self) -> None:
        name = self.fallback.get() or ""
        change_settings({_FALLBACK: name})
        said = f"A角、B角都外出时由{name}代行。" if name else "A角、B角都外出时不指定代行的人。"
        self.shell.notice(f"{said}按 Ctrl+Z 撤销。")


def _columns() -> list[Column]:
    return [
        Column("A角", 84, lambda row: row.pairing.a.name, strong=True),
        Column("B角", 84, lambda row: row.pairing.b.name, strong=True),
        Column("岗位", 180, lambda row: row.post, stretch=1.5),
        Column("有效期", 190, lambda row: row.when, lambda row: str(row.pairing.first_day or ""), 0.5),
        Column("文号", 130, lambda row: row.pairing.document or "—"),
        Column("不代行事项", 160, lambda row: row.pairing.excluded or "—", stretch=1.5),
        Column("状态", 110, lambda row: row.state, stretch=0),
    ]
