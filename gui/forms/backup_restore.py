"""What a restore would bring back, beside what is here now; then all of it, one household, or nothing."""

from collections.abc import Callable, Mapping
from tkinter import ttk
from typing import ClassVar, NamedTuple

from gui.look.palette import Tone, signed
from gui.look.scale import px
from gui.page import Page
from gui.state.backup import Difference, differences, when
from gui.widgets.paragraphs import Paragraphs, Said
from gui.widgets.table import Column, Table
from models.storage.restores import Whole

_SAFE = "恢复以前会先把现在的数据备份一份，恢复以后随时可以点“撤销恢复”换回来。"
_OTHER_UNIT = "这份备份的单位与现在的不同，请确认没有选错。"
_OTHER_OFFICE = "这份备份不是从这台电脑上的数据来的，恢复后这里的数据全部换成备份里的。"
_COMES_ALONG = "这份备份是在设有密码的电脑上做的，恢复以后要用它的密码或恢复码打开。"


class Now(NamedTuple):
    """What is here, and whose it is."""

    counts: Mapping[str, int]
    unit: str
    office: str
    is_sealed: bool


class RestoreView(ttk.Frame):
    """Lies over the page from when a backup was verified until it is restored or left."""

    edited: ClassVar[bool] = False
    section: ClassVar[str] = "用备份恢复"

    def __init__(
        self,
        page: Page,
        whole: Whole,
        now: Now,
        runs: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(24), px(18)))
        self._page, self.whole = page, whole
        self._lay_head(whole)
        self._lay_foot(runs)
        self.notes = Paragraphs(self)
        self.notes.pack(side="bottom", fill="x", pady=(px(12), 0))
        self.notes.say(_notes(whole, now))
        self.table = Table(
            *(self, "restore", _columns(), page.shell.remembered), empty="备份里和现在都没有记录。"
        )
        self.table.pack(fill="both", expand=True)
        self.table.fill(differences(whole.contents.manifest.counts, now.counts))
        self.place(relwidth=1.0, relheight=1.0)
        self.lift()
        self.main.focus_set()

    def leave(self) -> bool:
        """Close; nothing is restored."""
        self.destroy()
        self._page.take_keyboard()
        return True

    def _lay_head(self, whole: Whole) -> None:
        about = whole.contents.about
        at = when(about.at)
        ttk.Label(self, text=f"恢复到 {at}", style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        computer = whole.contents.manifest.computer
        told = [
            about.unit or "没有填写单位",
            f"第 {about.number} 份备份" if about.number else "",
            f"电脑 {computer}" if computer else "",
            "已核对，完好",
        ]
        ttk.Label(self, text="    ".join(filter(None, told)), style="Soft.TLabel").pack(
            anchor="w", pady=(px(2), px(12))
        )

    def _lay_foot(self, runs: Mapping[str, Callable[[], object]]) -> None:
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", pady=(px(12), 0))
        (word, run), *others = runs.items()
        self.main = ttk.Button(foot, text=word, style="Main.TButton", command=run)
        self.main.pack(side="right")
        self.main.bind("<Return>", lambda _: self.main.invoke())
        back = ttk.Button(foot, text="返回", style="Quiet.TButton", command=self.leave)
        back.pack(side="right", padx=px(8))
        for word, run in others:
            other = ttk.Button(foot, text=word, style="Quiet.TButton", command=run)
            other.pack(side="left", padx=(0, px(8)))


def _columns() -> list[Column]:
    return [
        Column("项目", 120, lambda row: row.name, stretch=0.4, strong=True),
        Column("备份里", 100, lambda row: f"{row.then}", lambda row: row.then, 0.2, right=True),
        Column("现在", 100, lambda row: f"{row.now}", lambda row: row.now, 0.2, right=True),
        Column("恢复以后", 200, _difference, stretch=1),
    ]


def _difference(row: Difference) -> tuple[str, Tone]:
    return signed(row.tone, row.words), row.tone


def _notes(whole: Whole, now: Now) -> list[Said]:
    """What to think of before; the last line says why it may be dared."""
    about, told = whole.contents.about, []
    if about.office and about.office != now.office:
        told.append(_OTHER_OFFICE)
    if about.unit != now.unit and about.unit and now.unit:
        told.append(f"{_OTHER_UNIT}现在是“{now.unit}”。")
    if whole.keeps_password and not now.is_sealed:
        told.append(_COMES_ALONG)
    return [*(Said(signed(Tone.NEAR, text), Tone.NEAR) for text in told), Said(_SAFE, Tone.SOFT)]
