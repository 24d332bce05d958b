"""What is done with a backup that exists: verify, try out, restore whole or one household, take that back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gui import dialogs
from gui.forms.backup_household import HouseholdView
from gui.forms.backup_restore import Now, RestoreView
from gui.forms.backup_secret import ask_secret
from gui.page import Page
from gui.state.backup import inspection_words, when
from gui.tasks import Task
from models import storage
from models.household_back import Household, bring_back, households
from models.rules.problem import Problem
from models.setting import value
from models.storage import automatic, record, restores
from models.storage.backups import RESTORE
from models.storage.container import NeedsSecret
from models.storage.copies import Copy
from models.storage.inspection import Inspection, inspect
from models.storage.restores import Ready, Whole

BACKUP: dialogs.Kind = ("连心台账备份", ("*.ldzb", "*.lxbak"))
_TYPED = "有的页面还有没有保存的内容。请先保存或放弃，再恢复。"


class Steps:
    """Works for one page, whose drawer it opens; `renew` is called after each."""

    def __init__(self, page: Page, renew: Callable[[], object]) -> None:
        self._page, self._renew = page, renew
        self.damaged: frozenset[Path] = frozenset()

    def verify(self, path: Path) -> None:
        """Read every byte of it and say so."""
        self._read(path, "正在核对备份", lambda whole: self._say(f"备份完好：{_told(whole)}。"))

    def inspect(self, copies: Sequence[Copy]) -> None:
        """Read every one of them and say which are of no use any more."""
        folder = self._page.shell.folder

        def work(task: Task) -> Inspection:
            return inspect(copies, lambda share, done: task.step(share, f"{done + 1} / {len(copies)}"))

        def told(found: Inspection) -> None:
            record.note_inspection(folder)
            self.damaged = frozenset(found.damaged)
            self._page.shell.notice(*inspection_words(found))
            self._renew()

        self._page.shell.start(Task("正在核对全部备份", work, told, _raise))

    def drill(self, path: Path) -> None:
        """Restore it into a scratch place, compare, and clear that away."""
        self._read(path, "正在核对备份", self._drill)

    def choose(self) -> None:
        """Restore a backup that is not listed."""
        path = dialogs.ask_open_file(self._page, "用哪一份备份恢复？", BACKUP)
        if path is not None:
            self.restore(path)

    def restore(self, path: Path) -> None:
        """Verify it and show what a restore would change."""
        self._read(path, "正在核对备份", self._preview)

    def household(self, path: Path) -> None:
        """Verify it and list its households."""
        self._read(path, "正在核对备份", self._list_households)

    def undo(self) -> None:
        """Put the data of before the last restore back."""
        safety = Path(record.read(self._page.shell.folder).undo)
        self._read(safety, "正在核对恢复以前的备份", self._begin)

    def _read(
        self, path: Path, title: str, then: Callable[[Whole], object], secret: str | None = None
    ) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, NeedsSecret):
                raise error
            self._open(lambda: ask_secret(self._page, str(error), again))

        def again(typed: str) -> None:
            restores.check_secret(path, typed)
            self._read(path, title, then, typed)

        def work(task: Task) -> Whole:
            return restores.verified(path, secret, lambda share: task.step(share, f"已读 {share:.0%}"))

        self._page.shell.start(Task(title, work, then, failed))

    def _say(self, text: str) -> None:
        self._page.shell.notice(text)
        self._renew()

    def _open(self, make: Callable[[], Any]) -> None:
        if self._page.flush():
            self._page.drawer = make()

    def _preview(self, whole: Whole) -> None:
        folder = self._page.shell.folder
        unit, office = value("office_name"), record.read(folder).office
        now = Now(automatic.counts_now(), unit, office, storage.has_password())
        runs = {"恢复": lambda: self._begin(whole), "只恢复一户…": lambda: self._list_households(whole)}
        self._open(lambda: RestoreView(self._page, whole, now, runs))

    def _list_households(self, whole: Whole) -> None:
        with self._page.shell.busy("正在比较……"):
            found = households(whole)
        self._open(lambda: HouseholdView(self._page, found, lambda one: self._bring(whole, one)))

    def _bring(self, whole: Whole, one: Household) -> None:
        brought = bring_back(whole, one.id)
        self._page.flush()
        done = f"补回 {brought.missing} 条，改回 {brought.changed} 条。按 Ctrl+Z 撤销"
        self._say(f"已从备份恢复{brought.name}：{done}。")

    def _begin(self, whole: Whole) -> None:
        """All pages give up what they hold; then the new file is made beside the old one."""
        self._page.flush()
        if not self._page.shell.may_close():
            raise Problem(_TYPED)
        folder = self._page.shell.folder

        def work(task: Task) -> Ready:
            task.step(0.1, "正在写入新的数据文件")
            return restores.prepare(whole, folder)

        self._page.shell.start(Task("正在恢复", work, self._swap, _raise))

    def _swap(self, ready: Ready) -> None:
        shell = self._page.shell
        try:
            with shell.busy("正在备份现在的数据，然后换上……"):
                safety = storage.backup(automatic.local_folder(), RESTORE, loss_is_meant=True)
                restores.swap(ready, safety)
        finally:
            ready.forget()
        shell.begin_anew()
        self._say(f"恢复完成：{_told(ready.whole)}。恢复以前的数据已另存，点“撤销恢复”可以换回来。")

    def _drill(self, whole: Whole) -> None:
        folder = self._page.shell.folder

        def work(task: Task) -> None:
            task.step(0.1, "正在试着恢复")
            restores.drill(whole, folder)

        def done(_result: object) -> None:
            record.note_drill(folder)
            self._say(f"演练成功：{_told(whole)}可以完整恢复。现在的数据没有改动。")

        self._page.shell.start(Task("正在演练恢复", work, done, _raise))


def _told(whole: Whole) -> str:
    about = whole.contents.about
    unit = f"{about.unit} " if about.unit else ""
    return f"{unit}{when(about.at)} 的备份"


def _raise(error: Exception) -> None:
    raise error
