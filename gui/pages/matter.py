"""民情事项: what people asked for, until it is answered, they are told, and it is struck off."""

from collections.abc import Callable
from typing import Any

from gui.forms.matter_list import MatterList
from gui.forms.matter_view import MatterAnswers, MatterView
from gui.look.palette import Tone
from gui.page import Action, Page
from gui.state.print_choice import Wanted
from models.activity import Activity
from models.matter import Matter, MatterEntry, delete_matter
from models.matter_correction import take_back_step
from models.matter_register import born_of
from models.rules.calendar import year_of
from models.rules.kinds import MatterKind, StepKind
from models.terms import label
from models.writing import Topic

_GONE = "这件事项刚才被撤销，已经不在了。"


class MatterPage(Page):
    """Either the list is in sight or one matter with its steps; the forms come in over them."""

    title = "民情事项"
    icon = "chat-left-text"
    help = "看哪些快到期"
    topics = frozenset(
        {Topic.MATTER, Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.ACTIVITY, Topic.SETTING, Topic.HOLIDAY}
    )

    def build(self) -> None:
        self.list = MatterList(self, self.shell, self.open_id, self.shell.renew_head)
        self.view = MatterView(self, self.shell, self._answers())
        self._part: Any = self.list
        self.list.pack(fill="both", expand=True)

    def refresh(self) -> None:
        if self.is_open and self.view.is_gone:
            self._show(self.list)
            self.shell.notice(_GONE, Tone.NEAR)
        if self.is_open:
            self.view.renew()
        else:
            self.list.refresh()
        if self.has_drawer:
            self.drawer.renew()

    @property
    def is_open(self) -> bool:
        """Whether a matter is in sight."""
        return self._part is not self.list

    def take_keyboard(self) -> None:
        if self.is_open:
            self.view.take_keyboard()
        else:
            self.list.table.focus_rows()

    def come(self, about: Any) -> None:
        """Open a matter; list those of an activity, or open the only one; begin one filled in already."""
        if not self.flush():
            return
        if isinstance(about, Matter):
            self.open(about)
        elif isinstance(about, MatterEntry):
            self._register(about)
        elif isinstance(about, Activity):
            found = born_of([about.id]).get(about.id, [])
            self.back()
            self.list.look_for(about.number)
            if len(found) == 1:
                self.open(found[0])

    def context(self) -> str:
        if self.is_open and self.view.matter is not None:
            return f"{self.view.matter.number}    按数字键登记下一步，Esc {self._way_back}"
        return self.list.summary()

    def help_in_sight(self) -> str:
        return "办理：交办到告知群众" if self.is_open else self.help

    def actions(self) -> list[Action]:
        if self.is_open:
            return [Action("编辑", self.edit, "Ctrl+E"), Action(self._way_back, self.leave)]
        return [Action("登记事项", self.add, "Ctrl+N"), Action("打印台账", self.print_ledger, "Ctrl+P")]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"F3": self.find, "Ctrl+N": self.add}

    def escape(self) -> None:
        if self.has_drawer:
            self.drawer.leave()
        elif self.is_open:
            self.leave()
        else:
            self.list.widen()

    def find(self) -> None:
        """Go to the list and search in it."""
        if self.flush():
            self.back()
            self.list.search.entry.focus_set()

    def add(self) -> None:
        """An empty form, of the leader and kind chosen in the list."""
        leader, kind = self.list.chosen, self.list.kind.get() or MatterKind.OPINION
        self._register(MatterEntry(kind, self.shell.today(), leader.id if leader else 0, ""))

    def open_id(self, number: int) -> None:
        """Show the matter of that id."""
        self.open(Matter.get_by_id(number))

    def open(self, matter: Matter) -> None:
        """Show a matter with its steps."""
        if self.flush():
            self._show(self.view)
            self.view.show(matter)
            self.shell.renew_head()

    def edit(self) -> None:
        """Open the form about the matter in sight."""
        if self.view.matter is not None and self.flush():
            self.lay_over(_forms().edit_matter, self.shell, self.view.matter)

    def print_ledger(self) -> None:
        """This year's matters of the leader chosen, or of all, on paper."""
        leader, year = self.list.leader.get(), year_of(self.shell.today())
        self.shell.visit("打印中心", Wanted("matter_ledger", leader=leader, period=year))

    def leave(self) -> None:
        """Back to the page one was sent from, to the list if there is none."""
        origin = self.origin
        self.back()
        if origin:
            self.shell.visit(origin)

    def back(self) -> None:
        """Back to the list, the cursor on the matter left."""
        left = self.view.matter
        if self.is_open:
            self._show(self.list)
            self.list.refresh()
            if left is not None:
                self.list.table.pick_same(left.id)
            self.list.table.focus_rows()
            self.shell.renew_head()

    @property
    def _way_back(self) -> str:
        return f"返回{self.origin or '列表'}"

    def _register(self, typed: MatterEntry) -> None:
        if self.flush():
            self.lay_over(_forms().add_matter, self.shell, typed, self._registered)

    def _registered(self, matter: Matter) -> None:
        if self.is_open:
            self.view.matter = matter
        else:
            self.list.refresh()
            self.list.pick(matter.id)

    def _ask(self, matter: Matter, kind: StepKind) -> None:
        if self.flush():
            self.lay_over(_step_forms().ask_step, self.shell, matter, kind)

    def _correct(self, matter: Matter) -> None:
        if self.flush():
            self.lay_over(_step_forms().correct_steps, self.shell, matter)

    def _take_back(self, matter: Matter) -> None:
        if self.flush():
            said, step = Matter.get_by_id(matter.id).satisfaction, take_back_step(matter)
            also = "，满意度一并清空" if said and not Matter.get_by_id(matter.id).satisfaction else ""
            self.shell.notice(f"{matter.number} 已取消{label(step.kind)}{also}。按 Ctrl+Z 恢复。")

    def _delete(self, matter: Matter) -> None:
        if self.flush():
            self.back()
            delete_matter(matter)
            self.shell.notice(f"已删除 {matter.number}。按 Ctrl+Z 撤销。")

    def _answers(self) -> MatterAnswers:
        return MatterAnswers(
            step=self._ask,
            correct=self._correct,
            take_back=self._take_back,
            delete=self._delete,
            source=lambda matter: self.shell.visit("走访登记", matter.activity),
        )

    def _show(self, part: Any) -> None:
        self._part.pack_forget()
        self._part = part
        part.pack(fill="both", expand=True)


def _forms() -> Any:
    from gui.forms import matter

    return matter


def _step_forms() -> Any:
    from gui.forms import matter_step

    return matter_step
