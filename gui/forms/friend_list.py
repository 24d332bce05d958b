"""基层朋友: whom the leaders made friends with, and what can be done about one."""

import tkinter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from gui.forms import row_keys
from gui.page import Shell
from gui.state import friend as words
from gui.state.friend import Row
from gui.widgets.list_card import ListCard
from gui.widgets.table import Column
from models.friend import Friend, delete_friend, friends
from models.official import Official, leaders

_EVERYBODY = "全部领导"


class FriendAnswers(NamedTuple):
    """What the list's buttons do with the friend under the cursor."""

    edit: Callable[[Friend], object]
    delete: Callable[[Friend], object]


class FriendList(ListCard):
    """The friends of all leaders or of one; Enter opens."""

    name = "friends"
    hint = "筛选：姓名、住址、身份，或拼音首字母"
    empty = "还没有登记基层朋友。\n按 Ctrl+N 新增，或在“联系点”页从 Excel 导入“基层朋友”表。"

    def __init__(self, parent: tkinter.Misc, shell: Shell, answers: FriendAnswers) -> None:
        runs = {"编辑": answers.edit, "删除": answers.delete}
        super().__init__(parent, shell, _columns(), {None: _EVERYBODY}, runs)
        row_keys.listen(shell, self.table, self.about, delete_friend)

    def read(self) -> None:
        self._leaders = {row.id: row for row in leaders()}
        self.choice.offer({None: _EVERYBODY} | {number: row.name for number, row in self._leaders.items()})
        if not self.choice.box.get():
            self.choice.set(None)
        self._found = friends(self.chosen)

    def rows(self, typed: str) -> Sequence[Row]:
        return words.rows(self._found, typed)

    def about(self, row: Any) -> Friend:
        friend: Friend = row.friend
        return friend

    @property
    def chosen(self) -> Official | None:
        """The leader chosen, None for all."""
        return self._leaders.get(self.choice.get())


def _columns() -> list[Column]:
    return [
        Column("领导", 84, lambda row: row.friend.official.name, strong=True),
        Column("姓名", 84, lambda row: row.friend.name, strong=True),
        Column("性别、身份", 130, lambda row: row.about),
        Column("住址", 160, lambda row: row.friend.address or "—", stretch=1.5),
        Column("结识", 180, lambda row: row.met, lambda row: str(row.friend.met_on or ""), 1.0),
        Column("联系情况", 200, lambda row: row.friend.contact.replace("\n", " ") or "—", stretch=2),
    ]
