"""Backups from the window: the snapshot on the loop, the rest on the worker; by hand and unasked."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from gui import dialogs
from gui.later import every
from gui.look.palette import Tone
from gui.page import Shell
from gui.tasks import Task
from models import storage
from models.rules.problem import Problem
from models.storage import automatic, backups, keys, sticks
from models.storage.backups import AUTO, StickNeedsPassword, SuddenLoss, Wish

PAGE = "备份与恢复"
_MINUTE_MS, _LOOK_MS = 60_000, 3_000
_BY_HAND = "备份用的U盘已插入。未设密码，不会自动备份；请在“备份与恢复”页备份。"
_PULL_OUT = "拔出U盘以前，请先在系统里“安全弹出”。"


class Backups:
    """`changed` is called after each that came to its end."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.changed: Callable[[], object] = lambda: None
        self._minutes = 0
        self._plugged: set[str] = set()
        every(self._shell.root, _MINUTE_MS, self._minute)
        every(self._shell.root, _LOOK_MS, self._look)

    def back_up(self) -> None:
        """To the place used last, if it is there; else ask where to."""
        here = self.place()
        folder = here or dialogs.ask_folder(self._shell.root, "备份到哪个文件夹？")
        if folder is not None:
            self.start(Wish(folder))

    def place(self) -> Path | None:
        """The place outside the data folder used last, None if it is not there now."""
        folder = self._shell.folder
        kept = storage.record.read(folder)
        for place in storage.record.outside(kept, folder):
            if found := sticks.folder_of(place):
                return found
        return None

    def start(self, wish: Wish) -> None:
        """Make a backup; what has to be asked is asked. Raises Problem if it cannot even begin."""
        stack = ExitStack()
        try:
            snapshot = stack.enter_context(backups.taken(wish))
        except SuddenLoss as lost:
            if wish.reason == AUTO or not dialogs.confirm(
                self._shell.root, "记录比上次备份少了许多", str(lost), "仍然备份"
            ):
                raise
            self.start(wish._replace(loss_is_meant=True))
            return

        def work(task: Task) -> Path:
            with stack:
                return backups.write(snapshot, wish, lambda share: task.step(share, f"已完成 {share:.0%}"))

        title = "正在自动备份" if wish.reason == AUTO else "正在备份并核对"
        self._shell.start(Task(title, work, lambda path: self._done(path, wish), self._failed, stack.close))

    def _done(self, path: Path, wish: Wish) -> None:
        if wish.folder != automatic.local_folder():
            pull = _PULL_OUT if sticks.stick_of(path) else ""
            self._shell.notice(f"备份完成并已核对：{path}。{pull}")
        self._shell.show_facts()
        self.changed()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StickNeedsPassword):
            self._shell.visit(PAGE, error)
        else:
            raise error

    def _minute(self) -> None:
        """Asked every minute, so that a PC that slept is not late by what it slept."""
        self._minutes += 1
        if self._minutes > automatic.EVERY_MINUTES and automatic.is_due():
            self._minutes = 1
            self._unasked(automatic.local_folder())

    def _look(self) -> None:
        """A known stick that was just plugged in gets a copy, if there is a password to seal it with."""
        known = {stick.mark: stick for stick in automatic.known_sticks()}
        fresh = known.keys() - self._plugged
        self._plugged = set(known)
        for mark in fresh:
            if keys.held():
                self._unasked(known[mark].folder)
            else:
                self._shell.notice(_BY_HAND, Tone.PLANNED)

    def _unasked(self, folder: Path) -> None:
        """What stands in the way is shown on the pages, never in the way of what one is doing."""
        try:
            self.start(Wish(folder, AUTO))
        except SuddenLoss:
            self._shell.show_facts()
        except Problem as problem:
            self._shell.notice(f"自动备份没有完成。{problem}", Tone.LATE)
