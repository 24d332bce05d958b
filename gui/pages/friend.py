"""基层朋友: whom the leaders made friends with among the people (plan item 1)."""

from collections.abc import Callable
from typing import Any

from gui.forms.friend_list import FriendAnswers, FriendList
from gui.page import Action, Page
from models.friend import Friend, delete_friend, friends
from models.official import leaders
from models.writing import Topic

_NOBODY = "还没有领导，请先到“联系点”页录入或从 Excel 导入"


class FriendPage(Page):
    """One list; the forms come in over it."""

    title = "基层朋友"
    icon = "person-heart"
    help = "登记基层朋友"
    topics = frozenset({Topic.FRIEND, Topic.OFFICIAL})

    def build(self) -> None:
        answers = FriendAnswers(
            edit=lambda friend: self._open(_forms().edit_friend, friend), delete=self._delete
        )
        self.list = FriendList(self, self.shell, answers)
        self.list.pack(fill="both", expand=True)

    def refresh(self) -> None:
        self.list.show()

    def take_keyboard(self) -> None:
        self.list.table.focus_rows()

    def context(self) -> str:
        people = leaders()
        if not people:
            return _NOBODY
        found = friends()
        none = len(people) - len({one.official_id for one in found})
        return f"共 {len(found)} 位" + (f"    {none} 位领导还没有登记" if none else "")

    def actions(self) -> list[Action]:
        return [Action("新增基层朋友", self.add, "Ctrl+N")]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"F3": self.list.search.entry.focus_set}

    def add(self) -> None:
        """Open the form for a new friend of the leader chosen."""
        self._open(_forms().add_friend, self.list.chosen)

    def _open(self, form: Callable[..., Any], about: Any) -> None:
        """Open a form over the page, unless another one still holds what was typed and is to stay."""
        if self.flush():
            self.lay_over(form, self.shell, about)

    def _delete(self, friend: Friend) -> None:
        if self.flush():
            delete_friend(friend)
            self.shell.notice(f"已删除基层朋友{friend.name}。按 Ctrl+Z 撤销。")


def _forms() -> Any:
    from gui.forms import friend

    return friend
