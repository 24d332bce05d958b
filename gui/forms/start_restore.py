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
from models.storage.container import NeedsSecret
from models.storage.copies import Copy
from models.storage.keys import WrongSecret

_SHOWN = 6
_BACKUPS: dialogs.Kind = ("连心台账备份", ("*.ldzb", "*.lxbak"))
_FOUND = "点一份：先核对它是否完好，完好才放回原处。"
_NONE = "没有找到备份。请插上存放备份的U盘，再选择文件。"


class RestoreChoice(tkinter.Frame):
    """The backups that were found, newest first, and a chooser. `done` is told which was put back,
    `back` if nothing is to be done.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        folder: Path,
        done: Callable[[str], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__(parent, background=CARD)
        self._folder, self._done = folder, done
        self._wanted: Path | None = None
        ttk.Label(self, text="用哪一份备份恢复？", style="Paper.TLabel", font="LianxinHeading").pack(
            anchor="w"
        )
        found = storage.found_copies(folder)[:_SHOWN]
        ttk.Label(self, text=_FOUND if found else _NONE, style="Soft.TLabel").pack(
            anchor="w", pady=(px(2), px(10))
        )
        self.buttons = [self._offer(copy) for copy in found]
        self.secret = SecretRow(self, "恢复", self._try_secret)
        self._complaint = Paragraphs(self, gap=0)
        self._complaint.pack(fill="x", pady=px(6))
        self._lay_foot(back)

    @property
    def complaint(self) -> str:
        """Why the backup chosen last would not do, "" if nothing was wrong."""
        return self._complaint.text

    def put_back(self, copy: Path, secret: str | None = None) -> None:
        """Put this backup in the file's place; if it will not do, say why and stay."""
        self._wanted = copy
        self._say("正在核对备份……", Tone.SOFT)
        self.update_idletasks()
        try:
            kept = storage.put_back(copy, self._folder, secret)
        except (NeedsSecret, WrongSecret) as problem:
            self._say(f"“{copy.name}”：{problem}", Tone.NEAR)
            self.secret.ask(before=self._complaint)
        except Problem as problem:
            self._say(str(problem), Tone.LATE)
        else:
            aside = f"原来的文件另存为“{kept.name}”，没有删除。" if kept else ""
            self._done(f"已用备份“{copy.name}”恢复。{aside}")

    def _try_secret(self, secret: str) -> None:
        if self._wanted is not None:
            self.put_back(self._wanted, secret)

    def _say(self, text: str, tone: Tone) -> None:
        self._complaint.say([Said(signed(tone, text), tone)])

    def _offer(self, copy: Copy) -> ttk.Button:
        when = f"{chinese_date(copy.at.date())} {copy.at:%H:%M}"
        kind = "已加密" if copy.is_sealed else "未加密"
        text = f"{when}    {copy.size / 1e6:.1f} MB    {kind}    {copy.path.parent}"
        button = ttk.Button(self, text=text, style="Quiet.TButton", command=partial(self.put_back, copy.path))
        button.bind("<Return>", lambda _: button.invoke())
        button.pack(fill="x", pady=px(3))
        return button

    def _lay_foot(self, back: Callable[[], object]) -> None:
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(fill="x")
        self.choose = ttk.Button(foot, text="选择备份文件…", style="Quiet.TButton", command=self._choose)
        self.choose.pack(side="left")
        ttk.Button(foot, text="返回", style="Quiet.TButton", command=back).pack(side="left", padx=px(8))
        first = (*self.buttons, self.choose)[0]
        first.focus_set()

    def _choose(self) -> None:
        path = dialogs.ask_open_file(self, "选择备份文件", _BACKUPS)
        if path is not None:
            self.put_back(path)


class SecretRow(ttk.Frame):
    """Asks for the password of a sealed backup, once one was chosen."""

    def __init__(self, parent: tkinter.Misc, label: str, tried: Callable[[str], object]) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._tried = tried
        ttk.Label(self, text="这份备份的密码（或恢复码）", style="Soft.TLabel").pack(
            anchor="w", pady=(px(8), px(3))
        )
        self.entry = ttk.Entry(self, style="Field.TEntry", font="LianxinBody", show="●")
        self.entry.pack(side="left", fill="x", expand=True)
        self.entry.bind("<Return>", lambda _: self.submit())
        self.button = ttk.Button(self, text=label, style="Main.TButton", command=self.submit)
        self.button.pack(side="left", padx=(px(8), 0))

    def ask(self, before: tkinter.Misc) -> None:
        """Come into sight above `before`, empty."""
        self.pack(fill="x", before=before)
        self.entry.delete(0, "end")
        self.entry.focus_set()

    def submit(self) -> None:
        """Try what is typed."""
        secret = self.entry.get()
        if secret:
            self._tried(secret)
