"""AB角: the pairings there are and were, and who acts where no partner can."""

import tkinter
from collections.abc import Callable
from functools import partial
from tkinter import ttk
from typing import NamedTuple

from gui.look.palette import CARD
from gui.look.scale import px
from gui.page import Shell
from gui.state import pairing as words
from gui.state.pairing import SPANS, VALID, Row
from gui.widgets.controls import Choice
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table
from models.official import officials
from models.pairing import Pairing, pairings
from models.setting import change_settings, value

_EMPTY = "还没有AB角。\n按 Ctrl+N 新增，或在“联系点”页从 Excel 导入“AB角”表。"
_NOT_FOUND = "没有找到。按 Esc 显示全部。"
_FALLBACK = "fallback_official"
_NOBODY = "（未指定）"


class PairingAnswers(NamedTuple):
    """What the list's buttons do with the pairing under the cursor."""

    edit: Callable[[Pairing], object]
    replace: Callable[[Pairing], object]
    end: Callable[[Pairing], object]
    delete: Callable[[Pairing], object]


class PairingList(ttk.Frame):
    """Enter opens."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, answers: PairingAnswers) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(12), px(14)))
        self._shell, self._answers = shell, answers
        self._build_bar()
        self._build_foot()
        self.table = Table(
            self,
            "pairings",
            _columns(),
            shell.remembered,
            empty=_EMPTY,
            same=lambda row: row.pairing.id,
            answers=Answers(pick=lambda _: self._show_buttons(), open=lambda row: answers.edit(row.pairing)),
        )
        self.table.pack(fill="both", expand=True)

    def show(self) -> None:
        """Read and show."""
        self._found = pairings()
        people = [row.name for row in officials()]
        chosen = value(_FALLBACK)
        self.fallback.offer(
            {"": _NOBODY} | {name: name for name in dict.fromkeys([*people, *filter(None, [chosen])])}
        )
        self.fallback.set(chosen)
        self._fill()

    @property
    def current(self) -> Pairing | None:
        """The pairing under the cursor."""
        row: Row | None = self.table.current
        return row.pairing if row else None

    def _build_bar(self) -> None:
        bar = tkinter.Frame(self, background=CARD)
        bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.span = Choice(bar, SPANS)
        self.span.box.configure(width=12)
        self.span.set(VALID)
        self.span.changed = self._fill
        self.span.pack(side="left", padx=(0, px(8)))
        self.search = SearchBox(bar, "筛选：姓名、岗位，或拼音首字母")
        self.search.pack(side="left", fill="x", expand=True)
        self.search.changed = self._fill
        self.fallback = Choice(bar, {"": _NOBODY})
        self.fallback.box.configure(width=10)
        self.fallback.changed = self._choose_fallback
        self.fallback.pack(side="right", padx=(px(6), 0))
        ttk.Label(bar, text="A角、B角都外出时由谁代行", style="Soft.TLabel").pack(
            side="right", padx=(px(16), 0)
        )

    def _build_foot(self) -> None:
        foot = tkinter.Frame(self, background=CARD)
        foot.pack(side="bottom", fill="x", padx=px(4), pady=(px(10), 0))
        runs = {
            "编辑": self._answers.edit,
            "更换B角": self._answers.replace,
            "终止": self._answers.end,
            "删除": self._answers.delete,
        }
        self.buttons = {}
        for word, run in runs.items():
            button = ttk.Button(foot, text=word, style="Quiet.TButton", command=partial(self._with, run))
            button.pack(side="left", padx=(0, px(8)))
            self.buttons[word] = button

    def _fill(self) -> None:
        typed = self.search.get()
        self.table.empty = _NOT_FOUND if typed else _EMPTY
        self.table.fill(words.rows(self._found, self.span.get(), typed, self._shell.today()))
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in self.buttons.values():
            button.state(["disabled" if self.current is None else "!disabled"])

    def _choose_fallback(self) -> None:
        name = self.fallback.get() or ""
        change_settings({_FALLBACK: name})
        said = f"A角、B角都外出时由{name}代行。" if name else "A角、B角都外出时不指定代行的人。"
        self._shell.notice(f"{said}按 Ctrl+Z 撤销。")

    def _with(self, run: Callable[[Pairing], object]) -> None:
        if self.current is not None:
            run(self.current)


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
