"""外出: who is or was away, who acts, and what can be done about an absence."""

import tkinter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from gui.page import Shell
from gui.state import absence as words
from gui.state.absence import ALL, NOW, SPANS, Row
from gui.widgets.list_card import ListCard
from gui.widgets.table import Column
from models.absence import Absence, absences_ever, absences_open
from models.whereabouts import presence

_RETURN = "登记返岗"


class AbsenceAnswers(NamedTuple):
    """What the list's buttons do with the absence under the cursor."""

    edit: Callable[[Absence], object]
    come_back: Callable[[Absence], object]
    cancel: Callable[[Absence], object]
    print_notice: Callable[[Absence], object]
    print_handover: Callable[[Absence], object]


class AbsenceList(ListCard):
    """Enter opens; R enters the return."""

    name = "absences"
    hint = "筛选：姓名、事由、地点，或拼音首字母"
    empty = "现在没有人外出。\n按 Ctrl+N 登记外出，或在“联系点”页从 Excel 导入“外出”表。"

    def __init__(self, parent: tkinter.Misc, shell: Shell, answers: AbsenceAnswers) -> None:
        runs = {
            "编辑": answers.edit,
            _RETURN: answers.come_back,
            "取消外出": answers.cancel,
            "打印启动通知单": answers.print_notice,
            "打印交接清单": answers.print_handover,
        }
        super().__init__(parent, shell, _columns(), SPANS, runs)
        for key in "rR":
            self.table.sheet.bind(f"<Key-{key}>", lambda _: self.run(answers.come_back))

    def read(self) -> None:
        is_now = self.choice.get() == NOW
        self._found = absences_open(self.shell.today()) if is_now else absences_ever()
        self._presence = presence()

    def rows(self, typed: str) -> Sequence[Row]:
        return words.rows(self._found, self._presence, self.shell.today(), self.choice.get(), typed)

    def about(self, row: Any) -> Absence:
        absence: Absence = row.absence
        return absence

    def may(self, word: str, record: Any) -> bool:
        return word != _RETURN or record.first_day <= self.shell.today()

    def pick(self, absence: Absence) -> None:
        """Put the cursor on an absence, in whatever span of time it lies."""
        self.search.clear()
        if not self.table.pick_same(absence.id):
            self.choice.set(ALL)
            self.show()
            self.table.pick_same(absence.id)


def _columns() -> list[Column]:
    return [
        Column("姓名", 84, lambda row: row.absence.official.name, strong=True),
        Column("起止时间", 170, lambda row: row.when, lambda row: row.absence.first, 0.4),
        Column("天数", 50, lambda row: row.days, lambda row: float(row.days or 9999), 0, right=True),
        Column("事由、地点", 180, lambda row: row.about, stretch=2),
        Column("代行", 170, lambda row: row.acting, stretch=1.5),
        Column("批准人", 84, lambda row: row.absence.approver or "—"),
        Column("状态", 104, lambda row: row.state, stretch=0),
    ]
