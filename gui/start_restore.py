"""Which backup is to be put in the place of a file that cannot be opened."""

import tkinter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tkinter import ttk

from gui import dialogs
from gui.look.palette import CARD, Tone, signed
from gui.look.scale import px
from gui.widgets.paragraphs import Paragraphs, Said
from models import storage
from models.rules.calendar import chinese_date
from models.rules.problem import Problem
from models.storage.copies import Copy

_SHOWN = 6
_BACKUPS: dialogs.Kind = ("连心台账备份", ("*.ldzb", "*.lxbak"))


class RestoreChoice(tkinter.Frame):
    """The backups that were found, newest first, and a chooser. `done` is called after one was put back,
    `back` if nothing is to be done.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        folder: Path,
        done: Callable[[], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__(parent, background=CARD)
        self._folder, self._done = folder, done
        ttk.Label(self, text="用哪一份备份恢复？", style="Paper.TLabel", font="LianxinHeading").pack(
            anchor="w"
        )
        found = storage.copies(folder)
        words = (
            "点一份：先核对它是否完好，完好才放回原处。"
            if found
            else "没有找到备份。请插上存放备份的U盘，再选择文件。"
        )
        ttk.Label(self, text=words, style="Soft.TLabel").pack(anchor="w", pady=(px(2), px(12)))
        self.buttons = [self._offer(copy) for copy in found[:_SHOWN]]
        self._complaint = Paragraphs(self, gap=0)
        self._complaint.pack(fill="x", pady=px(8))
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(fill="x")
        self.choose = ttk.Button(foot, text="选择备份文件…", style="Quiet.TButton", command=self._choose)
        self.choose.pack(side="left")
        ttk.Button(foot, text="返回", style="Quiet.TButton", command=back).pack(side="left", padx=px(8))

    @property
    def complaint(self) -> str:
        """Why the backup chosen last would not do, "" if nothing was wrong."""
        return self._complaint.text

    def put_back(self, copy: Path) -> None:
        """Put this backup in the file's place; if it will not do, say why and stay."""
        try:
            storage.put_back(copy, self._folder)
        except Problem as problem:
            self._complaint.say([Said(signed(Tone.LATE, str(problem)), Tone.LATE)])
        else:
            self._done()

    def _offer(self, copy: Copy) -> ttk.Button:
        when = f"{chinese_date(copy.at.date())} {copy.at:%H:%M}"
        text = f"{when}    {copy.size / 1e6:.1f} MB    {copy.path.parent}"
        button = ttk.Button(self, text=text, style="Quiet.TButton", command=partial(self.put_back, copy.path))
        button.pack(fill="x", pady=px(3))
        return button

    def _choose(self) -> None:
        path = dialogs.ask_open_file(self, "选择备份文件", _BACKUPS)
        if path is not None:
            self.put_back(path)
