"""走访登记: the list of activities, and the form in which one trip with all its targets is entered."""

from collections.abc import Callable
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.forms.activity_form import ActivityForm
from gui.forms.activity_list import ActivityList
from gui.look.palette import Tone
from gui.page import Action, Page
from models.activity import Activity
from models.rules.calendar import chinese_date
from models.rules.entry import is_late_entry
from models.writing import Topic

_LAST_LEADER = "activity:leader"


class ActivityPage(Page):
    """Either the list is in sight or the form; a form left half filled waits until one comes back to it."""

    title = "走访登记"
    icon = "journal-check"
    help = (
        "按 Ctrl+N 登记一次走访：选领导和日期，他当日的联系点就列出来，逐个勾选；Ctrl+E 勾选全部户。\n"
        "右边随时显示保存后计入什么；不计次的，写明原因。填完按 Ctrl+S 保存。\n"
        "过了季度再登记也可以，列表里标“补登”。计划办完后，在列表下面点“已完成”“延期”或“取消活动”。"
    )
    topics = frozenset(
        {Topic.ACTIVITY, Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.SETTING, Topic.DUTY_RULE, Topic.HOLIDAY}
    )

    def build(self) -> None:
        self.list = ActivityList(self, self.shell, self.open_id)
        self.form = ActivityForm(self, self.shell, self.keep, self.open)
        self._show(self.list)

    def refresh(self) -> None:
        self.list.refresh()
        if self.is_filling:
            self.form.renew()

    @property
    def is_filling(self) -> bool:
        """Whether the form is in sight."""
        return bool(self.form.winfo_manager())

    def context(self) -> str:
        if not self.is_filling:
            return self.list.summary()
        activity = Activity.get_or_none(Activity.id == self.form.id)
        if activity is None:
            return "新登记    填完按 Ctrl+S 保存，Esc 返回列表"
        late = "（补登）" if is_late_entry(activity.last_day, activity.entered_on) else ""
        return f"{activity.number}    {chinese_date(activity.entered_on)}登记{late}"

    def actions(self) -> list[Action]:
        if self.is_filling:
            return [Action("保存", self.keep, "Ctrl+S"), Action("返回列表", self.back)]
        waiting = [Action("继续填写", self.resume)] if self.form.edited else []
        return [Action("登记走访", self.add, "Ctrl+N"), *waiting]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        if self.is_filling:
            return {"Ctrl+N": self.add, "Ctrl+E": self.form.targets.tick_households, "F3": self.find}
        return {"F3": self.find}

    def escape(self) -> None:
        if self.is_filling:
            self.back()

    def holds_typing(self) -> bool:
        return self.is_filling and self.form.edited

    def flush(self) -> bool:
        question = "走访登记里有一份填了还没有保存。要放弃它吗？"
        return not self.form.edited or dialogs.confirm(self, "放弃所填内容", question, "放弃")

    def come(self, about: Any) -> None:
        """Open an activity."""
        if isinstance(about, Activity):
            self.open(about)

    def find(self) -> None:
        """Go to the list and search in it."""
        self.back()
        self.list.search.entry.focus_set()

    def add(self) -> None:
        """An empty form; one half filled is only given up when the user says so."""
        if self._may_leave_form():
            self._show(self.form)
            self.form.start(self.list.leader_name or self.shell.remembered.get(_LAST_LEADER) or "")
            self.shell.renew_head()

    def open_id(self, number: int) -> None:
        """Show the activity of that id in the form."""
        self.open(Activity.get_by_id(number))

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

    def back(self) -> None:
        """Back to the list; what is half filled waits."""
        self._show(self.list)
        self.list.refresh()
        self.list.table.focus_rows()
        self.shell.renew_head()
        if self.form.edited:
            self.shell.notice("填了一半的登记还在，点“继续填写”接着填。", Tone.PLANNED)

    def keep(self) -> None:
        """Keep the form; when it is kept, back to the list with the cursor on it."""
        activity = self.form.keep()
        if activity is None:
            return
        self.shell.remembered.set(_LAST_LEADER, self.form.leader_names())
        self.back()
        self.list.pick(activity.id)
        late = "，已标“补登”" if is_late_entry(activity.last_day, activity.entered_on) else ""
        self.shell.notice(f"已保存 {activity.number}{late}。", Tone.DONE)

    def _may_leave_form(self) -> bool:
        question = "有一份登记填了还没有保存。要放弃它吗？"
        return not self.form.edited or dialogs.confirm(self, "放弃所填内容", question, "放弃")

    def _show(self, part: ttk.Frame) -> None:
        for other in (self.list, self.form):
            other.pack_forget()
        part.pack(fill="both", expand=True)
