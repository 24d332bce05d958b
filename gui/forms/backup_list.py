"""The backups that can be reached from here, newest first, and what can be done with one."""

import tkinter
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from tkinter import ttk
from typing import Any

from gui.look.palette import Tone, signed
from gui.page import Shell
from gui.state.backup import REASONS, meant, short, size, when
from gui.widgets.list_card import ListCard
from gui.widgets.sheet import Cell
from gui.widgets.table import Column
from models.storage.copies import Copy

_EVERYWHERE = "全部位置"


class BackupList(ListCard):
    """`runs`: the buttons below, which get the backup under the cursor; Enter does the first of them."""

    name = "backups"
    hint = "筛选：日期、说明、位置"
    empty = "还没有备份。\n\n点右上角“立即备份”；放在U盘或别的硬盘上，电脑坏了也不怕。"

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        runs: Mapping[str, Callable[[Copy], object]],
        choose: Callable[[], object],
    ) -> None:
        self._damaged: set[Path] = set()
        super().__init__(parent, shell, _columns(self._damaged), {None: _EVERYWHERE}, runs)
        self._copies: Sequence[Copy] = ()
        self.choice.box.configure(width=28)
        ttk.Button(self.foot, text="选择其他文件…", style="Quiet.TButton", command=choose).pack(side="right")

    def list_copies(self, copies: Sequence[Copy], damaged: Collection[Path]) -> None:
        """List these, and mark those that are of no use."""
        self._copies = copies
        self._damaged.clear()
        self._damaged.update(damaged)
        self.show()

    def read(self) -> None:
        folders = dict.fromkeys(copy.path.parent for copy in self._copies)
        self.choice.offer({None: _EVERYWHERE} | {folder: short(str(folder)) for folder in folders})
        if not self.choice.box.get():
            self.choice.set(None)

    def rows(self, typed: str) -> Sequence[Copy]:
        return meant(self._copies, self.choice.get(), typed)

    def about(self, row: Any) -> Copy:
        copy: Copy = row
        return copy

    def same(self, row: Any) -> object:
        return row.path

    def _fill(self) -> None:
        super()._fill()
        if self.table.rows.items and self.table.current is None:
            self.table.pick(0)


def _columns(damaged: Collection[Path]) -> list[Column]:
    def state(copy: Copy) -> Cell:
        return (signed(Tone.LATE, "损坏"), Tone.LATE) if copy.path in damaged else _sealed(copy)

    return [
        Column("时间", 196, lambda copy: when(copy.at), lambda copy: copy.about.number, 0, strong=True),
        Column("说明", 90, lambda copy: REASONS.get(copy.about.reason, ""), stretch=0),
        Column("位置", 160, lambda copy: _folder(copy.path), brief=lambda copy: copy.path.parent.name),
        Column("大小", 84, lambda copy: size(copy.size), lambda copy: copy.size, 0, right=True),
        Column("加密", 92, state, stretch=0),
    ]


def _folder(path: Path) -> str:
    return short(str(path.parent))


def _sealed(copy: Copy) -> Cell:
    return ("已加密", Tone.PLAIN) if copy.is_sealed else ("未加密", Tone.SOFT)
