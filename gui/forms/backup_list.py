"""The backups that can be reached from here, newest first, and what can be done with one."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tkinter import ttk

from gui.look.palette import CARD, Tone
from gui.look.scale import px
from gui.page import Shell
from gui.state.backup import REASONS, short, size, when
from gui.widgets.controls import Choice
from gui.widgets.sheet import Cell
from gui.widgets.table import Answers, Column, Table
from models.storage.copies import Copy

_EVERYWHERE = "全部位置"
_EMPTY = "还没有备份。\n\n点右上角“立即备份”；放在U盘或别的硬盘上，电脑坏了也不怕。"


class BackupList(ttk.Frame):
    """`runs`: the buttons below, which get the backup under the cursor; Enter does the first of them."""

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        runs: Mapping[str, Callable[[Copy], object]],
        choose: Callable[[], object],
    ) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(12), px(14)))
        self._copies: Sequence[Copy] = ()
        self._lay_bar()
        self._lay_foot(runs, choose)
        first = next(iter(runs.values()))
        self.table = Table(
            *(self, "backups", self._columns(), shell.remembered),
            empty=_EMPTY,
            same=lambda copy: copy.path,
            answers=Answers(pick=lambda _: self._show_buttons(), open=lambda _: self._run(first)),
        )
        self.table.pack(fill="both", expand=True)

    def show(self, copies: Sequence[Copy]) -> None:
        """List these."""
        self._copies = copies
        folders = dict.fromkeys(copy.path.parent for copy in copies)
        self.where.offer({None: _EVERYWHERE} | {folder: short(str(folder)) for folder in folders})
        if not self.where.box.get():
            self.where.set(None)
        self._fill()

    @property
    def current(self) -> Copy | None:
        """The backup under the cursor."""
        copy: Copy | None = self.table.current
        return copy

    def _lay_bar(self) -> None:
        bar = tkinter.Frame(self, background=CARD)
        bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.where = Choice(bar, {None: _EVERYWHERE})
        self.where.box.configure(width=28)
        self.where.set(None)
        self.where.changed = self._fill
        self.where.pack(side="left")

    def _lay_foot(self, runs: Mapping[str, Callable[[Copy], object]], choose: Callable[[], object]) -> None:
        foot = tkinter.Frame(self, background=CARD)
        foot.pack(side="bottom", fill="x", padx=px(4), pady=(px(10), 0))
        self.buttons = {
            word: ttk.Button(foot, text=word, style="Quiet.TButton", command=partial(self._run, run))
            for word, run in runs.items()
        }
        for button in self.buttons.values():
            button.pack(side="left", padx=(0, px(8)))
        ttk.Button(foot, text="选择其他文件…", style="Quiet.TButton", command=choose).pack(side="right")

    def _columns(self) -> list[Column]:
        return [
            Column("时间", 196, lambda copy: when(copy.at), lambda copy: copy.about.number, 0, strong=True),
            Column("说明", 90, lambda copy: REASONS.get(copy.about.reason, ""), stretch=0),
            Column("位置", 160, lambda copy: _folder(copy.path), brief=lambda copy: copy.path.parent.name),
            Column("大小", 84, lambda copy: size(copy.size), lambda copy: copy.size, 0, right=True),
            Column("加密", 84, _sealed, stretch=0),
        ]

    def _fill(self) -> None:
        folder = self.where.get()
        self.table.fill([copy for copy in self._copies if folder in (None, copy.path.parent)])
        if self.table.rows.items and self.table.current is None:
            self.table.pick(0)
        self._show_buttons()

    def _run(self, what: Callable[[Copy], object]) -> None:
        if self.current is not None:
            what(self.current)

    def _show_buttons(self) -> None:
        for button in self.buttons.values():
            button.state(["disabled" if self.current is None else "!disabled"])


def _folder(path: Path) -> str:
    return short(str(path.parent))


def _sealed(copy: Copy) -> Cell:
    return ("已加密", Tone.PLAIN) if copy.is_sealed else ("未加密", Tone.SOFT)
