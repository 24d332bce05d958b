"""走访登记: the list of activities, and the form in which one trip with all its targets is entered."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.forms.activity_form import DRAFT, ActivityForm
from gui.forms.activity_list import ActivityList
from gui.forms.batch_entry import SHEET, BatchEntry
from gui.forms.matter_heard import HeardMatters
from gui.look.palette import Tone
from gui.page import Action, Page
from gui.widgets.menu import Item, Menu
from models import terms
from models.activity import Activity, ActivityEntry
from models.batch_sheet import Batch
from models.draft import Typed
from models.rules.calendar import chinese_date
from models.rules.kinds import ActivityKind
from models.writing import Topic

_LAST_LEADER = "activity:leader"


class ActivityPage(Page):
    """Either the list is in sight or the form; a form left half filled waits until one comes back to it."""

    title = "走访登记"
    icon = "journal-check"
    help = "登记一次走访"
    topics = frozenset(
        {
            *(Topic.ACTIVITY, Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.SETTING, Topic.DUTY_RULE),
            *(Topic.HOLIDAY, Topic.MATTER),
        }
    )

    def build(self) -> None:
        self.list = ActivityList(self, self.shell, self.open_id, self.look_at)
        self.form = ActivityForm(self, self.shell, self.keep, self.open)
        self.matters = HeardMatters(self, self.form)
        self.form.targets.list.heard = self.matters.add
        self._part: ttk.Frame = self.list
        self._told = ""
        self._show(self.list)

    @cached_property
    def batch(self) -> BatchEntry:
        """The sheet to be typed, made when first asked for."""
        return BatchEntry(self, self.shell, self._tell)

    @cached_property
    def menu(self) -> Menu:
        """The other things that may be entered."""
        kinds = [kind for kind in ActivityKind if kind != ActivityKind.VISIT]
        items = [Item(f"登记{terms.label(kind)}", partial(self.add, kind)) for kind in kinds]
        return Menu(self, [*items, Item("按表补登        Ctrl+B", self.open_batch)])

    def refresh(self) -> None:
        if self.is_filling and self.form.is_gone and not self.form.edited:
            self._show(self.list)
        self.list.refresh()
        if self.has_drawer:
            self.drawer.renew()
        if self.is_filling:
            self.form.renew()
        elif self.is_batch:
            self.batch.renew()

    @property
    def is_filling(self) -> bool:
        """Whether the form is in sight."""
        return self._part is self.form

    @property
    def is_batch(self) -> bool:
        """Whether a visit sheet is in sight."""
        return self._part not in (self.list, self.form)

    def take_keyboard(self) -> None:
        self.list.table.focus_rows()

    def context(self) -> str:
        if self.is_batch:
            return self.batch.summary()
        if not self.is_filling:
            return self.list.summary()
        activity = Activity.get_or_none(Activity.id == self.form.id)
        if activity is None:
            return f"新登记    填完按 Ctrl+S 保存，Esc {self._way_back}"
        late = "（补登）" if activity.is_late else ""
        return f"{activity.number}    {chinese_date(activity.entered_on)}登记{late}"

    def help_in_sight(self) -> str:
        return "按签字的表补登" if self.is_batch else self.help

    def actions(self) -> list[Action]:
        if self.is_filling:
            return [
                Action("保存", self.keep, "Ctrl+S"),
                self.matters.action,
                Action(self._way_back, self.leave),
            ]
        if self.is_batch:
            prints = Action("打印本表", self.print_sheet, "Ctrl+P")
            return [Action("整表保存", self.batch.keep, "Ctrl+S"), prints, Action("返回列表", self.back)]
        third = Action("按表补登", self.open_batch, "Ctrl+B")
        if self.form.edited:
            third = Action("继续填写", self.resume)
        return [
            Action("登记走访", self.add, "Ctrl+N"),
            Action("登记其他 ▾", self.choose_kind, "Ctrl+O"),
            third,
        ]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        always: dict[str, Callable[[], object]] = {"F3": self.find}
        always |= {"Ctrl+N": self.add, "Ctrl+O": self.choose_kind, "Ctrl+B": self.open_batch}
        return always | ({"Ctrl+E": self.form.targets.tick_households} if self.is_filling else {})

    def escape(self) -> None:
        if self.has_drawer:
            self.drawer.leave()
        elif self._part is not self.list:
            self.leave()

    def holds_typing(self) -> bool:
        return (
            super().holds_typing()
            or (self.is_filling and self.form.edited)
            or (self.is_batch and self.batch.edited)
        )

    def typed(self) -> Iterator[Typed]:
        yield from super().typed()
        yield from self.form.typed()
        if "batch" in vars(self):
            yield from self.batch.drafted()

    def type_again(self, place: str, content: Mapping[str, Any]) -> None:
        if place not in (DRAFT, SHEET):
            super().type_again(place, content)
            return
        part = self.form if place == DRAFT else self.batch
        self._show(part)
        part.type_again(content)
        self.shell.renew_head()

    def flush(self) -> bool:
        if not super().flush():
            return False
        question = "走访登记里有一份填了还没有保存。要放弃它吗？"
        if self.form.edited and not dialogs.may_give_up(self, question):
            return False
        return "batch" not in vars(self) or self.batch.may_leave()

    def come(self, about: Any) -> None:
        """Open an activity, a new one filled in already, or a visit sheet to be typed."""
        if isinstance(about, Activity):
            self.open(about)
        elif isinstance(about, Batch):
            self.open_batch(about)
        elif isinstance(about, ActivityEntry) and self._may_leave_form():
            self._show(self.form)
            self.form.begin(about)
            self.shell.renew_head()

    def find(self) -> None:
        """Go to the list and search in it."""
        self.back()
        self.list.search.entry.focus_set()

    def choose_kind(self) -> None:
        """Offer what else may be entered."""
        self.menu.open(self.list.table.sheet)

    def add(self, kind: ActivityKind = ActivityKind.VISIT) -> None:
        """An empty form; one half filled is only given up when the user says so."""
        if self._may_leave_form():
            self._show(self.form)
            self.form.start(self._leader_to_offer(), kind)
            self.shell.renew_head()

    def open_id(self, number: int) -> None:
        """Show the activity of that id in the form."""
        self.open(Activity.get_by_id(number))

    def look_at(self, number: int) -> None:
        """Show the pictures of the activity of that id over the list."""
        self._close_pictures()
        self.drawer = _pictures().PictureCard(self, self.shell, Activity.get_by_id(number))

    def open(self, activity: Activity) -> None:
        """Show an activity in the form, to be changed."""
        if self._may_leave_form():
            self._show(self.form)
            self.form.open(activity)
            self.shell.renew_head()

    def resume(self) -> None:
        """Back to the form as it was left."""
        self._show(self.form)
        self.form.renew()
        self.shell.renew_head()

    def open_batch(self, batch: Batch | None = None) -> None:
        """This visit sheet, or the one half typed, or that of the leader chosen in the list."""
        if self.batch.choose(batch or self._batch_to_offer()):
            self._show(self.batch)
            self.shell.renew_head()
            self.batch.begin()

    def print_sheet(self) -> None:
        """Show the paper of the sheet in sight."""
        self.shell.visit("打印中心", self.batch.wanted())

    def leave(self) -> None:
        """Back to the page one was sent from; to the list if there is none or something half filled waits."""
        if self.origin and self.is_filling and not self.form.edited and super().flush():
            self._return()
        else:
            self.back()

    def back(self) -> None:
        """Back to the list; what is half filled waits."""
        if not super().flush():
            return
        left = self._part
        self._show(self.list)
        self.list.refresh()
        self.list.table.focus_rows()
        self.shell.renew_head()
        if self.form.edited and left is self.form:
            self.shell.notice("填了一半的登记还在，点“继续填写”接着填。", Tone.PLANNED)
        elif left not in (self.list, self.form) and self.batch.edited:
            self.shell.notice("填了一半的走访表还在，按 Ctrl+B 接着填。", Tone.PLANNED)

    def keep(self) -> None:
        """Keep the form; when it is kept, back to the list with the cursor on it."""
        activity = self.form.keep() if super().flush() else None
        if activity is None:
            return
        self.shell.remembered.set(_LAST_LEADER, self.form.leader_names())
        if self.origin:
            self._return()
        else:
            self.back()
            self.list.pick(activity.id)
        late = "，已标“补登”" if activity.is_late else ""
        self.shell.notice(f"已保存 {activity.number}{late}。", Tone.DONE)

    @property
    def _way_back(self) -> str:
        return f"返回{self.origin or '列表'}"

    def _return(self) -> None:
        origin = self.origin
        self._show(self.list)
        self.list.refresh()
        self.shell.visit(origin)

    def _leader_to_offer(self) -> str:
        return self.list.leader_name or self.shell.remembered.get(_LAST_LEADER) or ""

    def _batch_to_offer(self) -> Batch | None:
        """The sheet of the leader chosen in the list; None if another waits half typed already."""
        leader, quarter = self.list.leader.get(), self.batch.typed.quarter
        return None if self.batch.edited or leader is None else Batch(leader, quarter)

    def _tell(self, told: str) -> None:
        if self.is_batch and told != self._told:
            self._told = told
            self.shell.renew_head()

    def _may_leave_form(self) -> bool:
        question = "有一份登记填了还没有保存。要放弃它吗？"
        return super().flush() and (not self.form.edited or dialogs.may_give_up(self, question))

    def _close_pictures(self) -> None:
        if self.has_drawer:
            self.drawer.leave()

    def _show(self, part: ttk.Frame) -> None:
        self._close_pictures()
        self._part.pack_forget()
        self._part = part
        part.pack(fill="both", expand=True)


def _pictures() -> Any:
    from gui.forms import picture

    return picture
