"""备份与恢复: where copies lie and how old they are; making, verifying, trying out and restoring them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.look.scale import px
from gui.page import Action, Page
from gui.state import backup as words
from gui.state.cards import Line
from gui.widgets.lines_card import LinesCard
from models import storage
from models.storage import automatic, record, sticks
from models.storage.backups import StickNeedsPassword, Wish
from models.storage.copies import Copy
from models.writing import Topic

_NOWHERE = "还没有备份到U盘或其他文件夹。\n\n插上U盘，或点右上角“备份到…”选择另一块硬盘上的文件夹。"
_GAP, _MOST = 16, 6


class BackupPage(Page):
    """The list of backups at the left; at the right where they lie and what keeps them worth something."""

    title = "备份与恢复"
    icon = "archive"
    help = "每周备份到U盘"
    topics = frozenset({Topic.SETTING})

    def build(self) -> None:
        self._undo = ""
        steps = self.steps = _steps().Steps(self, self.renew)
        self.columnconfigure(0, weight=68, uniform="part")
        self.columnconfigure(1, weight=32, uniform="part")
        self.rowconfigure(0, weight=1)
        runs: dict[str, Callable[[Copy], object]] = {
            "恢复…": lambda copy: steps.restore(copy.path),
            "只恢复一户…": lambda copy: steps.household(copy.path),
            "核对": lambda copy: steps.verify(copy.path),
            "演练": lambda copy: steps.drill(copy.path),
        }
        self.list = _list().BackupList(self, self.shell, runs, steps.choose)
        self.list.grid(row=0, column=0, sticky="nsew", padx=(0, px(16)))
        self._build_side()
        self.shell.backups.changed = self.renew

    def refresh(self) -> None:
        folder, today = self.shell.folder, self.shell.today()
        kept = record.read(folder)
        self._undo = kept.undo
        self.list.list_copies(storage.found_copies(folder), self.steps.damaged)
        self._show_places(kept)
        ages = words.Ages(*map(_time, (record.local_at(kept, folder), kept.inspected_at, kept.drilled_at)))
        care = words.care_lines(ages, today, sealed=storage.has_password(), inspect=self.inspect)
        self.care.show([*care, Line("恢复码", "在设置里 ›", run=lambda: self.shell.visit("设置"))])
        self._share_room()

    def renew(self) -> None:
        """Read anew after something was done with backups."""
        self.refresh()
        self.shell.renew_head()

    def come(self, about: object) -> None:
        """A backup to a stick was begun elsewhere and needs a password first."""
        if isinstance(about, StickNeedsPassword):
            self._ask_password(about.folder)

    def take_keyboard(self) -> None:
        self.list.table.focus_rows()

    def context(self) -> str:
        last = storage.last_backup(self.shell.folder)
        said, _ = words.aged(last[0] if last else None, self.shell.today())
        lost = automatic.loss_said()
        asked = [f"● 记录比上次备份{lost}：自动备份已暂停，请核对后点“立即备份”"] if lost else []
        return "    ".join([f"上次备份到U盘或其他文件夹：{said}", *asked])

    def actions(self) -> list[Action]:
        undo = [Action("撤销恢复", self.undo)] if self._undo else []
        return [
            Action("立即备份", self.shell.backups.back_up, "Ctrl+B"),
            Action("备份到…", self.choose_place),
            *undo,
        ]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"Ctrl+M": self.inspect}

    def inspect(self) -> None:
        """Read all backups that can be reached again."""
        self.steps.inspect(storage.found_copies(self.shell.folder))

    def choose_place(self) -> None:
        """Ask for a folder and back up there."""
        folder = dialogs.ask_folder(self, "备份到哪个文件夹？")
        if folder is not None:
            self.back_up_to(folder)

    def back_up_to(self, folder: Path) -> None:
        """Back up there, after a password was chosen if it is on a stick and the data has none."""
        if sticks.stick_of(folder) is not None and not storage.has_password():
            self._ask_password(folder)
        else:
            self.shell.backups.start(Wish(folder))

    def undo(self) -> None:
        """Ask, then put back what was there before the last restore."""
        question = "把数据换回最近一次恢复以前的样子；恢复以后新录入的会另存为一份备份。"
        if dialogs.confirm(self, "撤销恢复", question, "撤销恢复"):
            self.steps.undo()

    def _ask_password(self, folder: Path) -> None:
        if self.flush():
            self.drawer = _secrets().choose_secret(
                self, lambda typed: self.shell.backups.start(Wish(folder, password=typed))
            )

    def _build_side(self) -> None:
        side = ttk.Frame(self)
        side.grid(row=0, column=1, sticky="nsew")
        side.columnconfigure(0, weight=1)
        self.places = LinesCard(side, "备份放在哪里", _NOWHERE)
        self.care = LinesCard(side, "还要留意")
        side.rowconfigure(0, weight=1)
        self.places.grid(row=0, column=0, sticky="nsew", pady=(0, px(_GAP)))
        self.care.grid(row=1, column=0, sticky="nsew")
        self._side = side
        side.bind("<Configure>", lambda _: self._share_room())

    def _share_room(self) -> None:
        """All that needs care is seen, as long as a place is seen above it."""
        room = self._side.winfo_height() - px(_GAP) - self.places.height_for(2)
        self._side.rowconfigure(1, minsize=max(px(1), min(room, self.care.height_for(_MOST))))

    def _show_places(self, kept: record.Record) -> None:
        places = [
            (place.folder, _time(place.at), sticks.folder_of(place) is not None)
            for place in record.outside(kept, self.shell.folder)
        ]
        self.places.show([*words.place_lines(places, self.shell.today()), *self._stick_lines()])

    def _stick_lines(self) -> list[Line]:
        def backing_up(folder: Path) -> Callable[[], object]:
            return lambda: self.back_up_to(folder)

        return [
            Line(f"{stick.label or 'U盘'}（{stick.root}）", "备份到这里 ›", run=backing_up(stick.folder))
            for stick in sticks.sticks()
        ]


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _steps() -> Any:
    from gui.forms import backup_steps

    return backup_steps


def _list() -> Any:
    from gui.forms import backup_list

    return backup_list


def _secrets() -> Any:
    from gui.forms import backup_secret

    return backup_secret
