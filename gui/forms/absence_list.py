"""外出: who is or was away, who acts, and what can be done about an absence."""

import tkinter
from collections.abc import Callable
from functools import partial
from tkinter import ttk
from typing import Any, NamedTuple

from gui.look.palette import CARD
from gui.look.scale import px
from gui.page import Shell
from gui.state import absence as words
from gui.state.absence import NOW, SPANS, Row
from gui.widgets.controls import Choice
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table
from models.absence import Absence, absences_ever, absences_open
from models.whereabouts import presence

_EMPTY = "现在没有人外出。\n按 Ctrl+N 登记外出，或在“联系点”页从 Excel 导入“外出”表。"
_NOT_FOUND = "没有找到。按 Esc 显示全部。"


class AbsenceAnswers(NamedTuple):
    """What the list's buttons do with the absence under the cursor."""

    edit: Callable[[Absence], object]
    come_back: Callable[[Absence], object]
    cancel: Callable[[Absence], object]
    print_notice: Callable[[Absence], object]
    print_handover: Callable[[Absence], object]


class AbsenceList(ttk.Frame):
    """Enter opens; R enters the return."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, answers: AbsenceAnswers) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(12), px(14)))
        self._shell, self._answers = shell, answers
        self._build_bar()
        self._build_foot()
        self.table = Table(
            self,
            "absences",
            self._columns(),
            shell.remembered,
            empty=_EMPTY,
            same=lambda row: row.absence.id,
            answers=Answers(pick=lambda _: self._show_buttons(), open=lambda row: answers.edit(row.absence)),
        )
        self.table.pack(fill="both", expand=True)
        for key in "rR":
            self.table.sheet.bind(f"<Key-{key}>", lambda _: self._with(answers.come_back))

    def show(self) -> None:
        """Read and show."""
        today, span = self._shell.today(), self.span.get()
        self._found = absences_open(today) if span == NOW else absences_ever()
        self._presence = presence()
        self._fill()

    def pick(self, absence: Absence) -> None:
        """Put the cursor on an absence, in whatever span of time it lies."""
        self.search.clear()
        if not self.table.pick_same(absence.id):
            self.span.set(words.ALL)
            self.show()
            self.table.pick_same(absence.id)

    @property
    def current(self) -> Absence | None:
        """The absence under the cursor."""
        row: Row | None = self.table.current
        return row.absence if row else None

    def _build_bar(self) -> None:
        bar = tkinter.Frame(self, background=CARD)
        bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.span = Choice(bar, SPANS)
        self.span.box.configure(width=12)
        self.span.set(NOW)
        self.span.changed = self.show
        self.span.pack(side="left", padx=(0, px(8)))
        self.search = SearchBox(bar, "筛选：姓名、事由、地点，或拼音首字母")
        self.search.pack(side="left", fill="x", expand=True)
        self.search.changed = self._fill

    def _build_foot(self) -> None:
        foot = tkinter.Frame(self, background=CARD)
        foot.pack(side="bottom", fill="x", padx=px(4), pady=(px(10), 0))
        runs = {
            "编辑": self._answers.edit,
            "登记返岗": self._answers.come_back,
            "取消外出": self._answers.cancel,
            "打印启动通知单": self._answers.print_notice,
            "打印交接清单": self._answers.print_handover,
        }
        self.buttons = {}
        for word, run in runs.items():
            button = ttk.Button(foot, text=word, style="Quiet.TButton", command=partial(self._with, run))
            button.pack(side="left", padx=(0, px(8)))
            self.buttons[word] = button

    def _columns(self) -> list[Column]:
        return [
            Column("姓名", 84, lambda row: row.absence.official.name, strong=True),
            Column("起止时间", 170, lambda row: row.when, lambda row: row.absence.first, 0.4),
            Column("天数", 50, lambda row: row.days, lambda row: float(row.days or 9999), 0, right=True),
            Column("事由、地点", 180, lambda row: row.about, stretch=2),
            Column("代行", 170, lambda row: row.acting, stretch=1.5),
            Column("批准人", 84, lambda row: row.absence.approver or "—"),
            Column("状态", 104, lambda row: row.state, stretch=0),
        ]

    def _fill(self) -> None:
        typed = self.search.get()
        self.table.empty = _NOT_FOUND if typed else _EMPTY
        self.table.fill(words.rows(self._found, self._presence, self._shell.today(), self.span.get(), typed))
        self._show_buttons()

    def _show_buttons(self) -> None:
        row: Any = self.table.current
        for word, button in self.buttons.items():
            can = row is not None and (word != "登记返岗" or row.absence.first_day <= self._shell.today())
            button.state(["!disabled" if can else "disabled"])

    def _with(self, run: Callable[[Absence], object]) -> None:
        if self.current is not None:
            run(self.current)
