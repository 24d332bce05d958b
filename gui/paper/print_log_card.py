"""打印记录 on screen: every print with its number, the newest first."""

import tkinter
from collections.abc import Callable
from operator import attrgetter

import ttkbootstrap as ttk

from gui.look.palette import Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.widgets.sheet import Cell
from gui.widgets.table import Column, Table
from models.print_log import PrintLog, prints
from printing.twins import counted

_EMPTY = "还没有打印记录。\n每次打印、保存 PDF 或用阅读器打开，都会在这里留下编号。"


class PrintLogCard(ttk.Frame):
    """The log and the way back; filled by `refresh`."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, back: Callable[[], object]) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(16), px(12)))
        head = ttk.Frame(self, style="Paper.TFrame")
        head.pack(fill="x", pady=(0, px(8)))
        ttk.Label(head, text="打印记录", style="Paper.TLabel", font="LianxinHeading").pack(side="left")
        ttk.Button(head, text="返回预览", style="Quiet.TButton", command=back).pack(side="right")
        columns = [
            Column("编号", 64, lambda entry: f"{entry.id:04d}", lambda entry: entry.id, stretch=0),
            Column("时间", 132, lambda entry: f"{entry.at:%Y-%m-%d %H:%M}", stretch=0),
            Column("文档", 186, lambda entry: entry.document, stretch=0),
            Column("内容", 190, lambda entry: entry.choice, stretch=2),
            Column("号码", 60, _numbers, stretch=0),
            Column("结果", 84, _pages, lambda entry: entry.pages, stretch=0),
            Column("去向", 150, lambda entry: entry.destination, stretch=2),
            Column("经办人", 76, lambda entry: entry.who, stretch=0),
        ]
        same = attrgetter("id")
        self.table = Table(self, "print_log", columns, shell.remembered, empty=_EMPTY, same=same)
        self.table.pack(fill="both", expand=True)

    def refresh(self) -> None:
        """Read the log anew."""
        self.table.fill(prints())


def _numbers(entry: PrintLog) -> Cell:
    return ("完整", Tone.NEAR) if entry.full else ("脱敏", Tone.SOFT)


def _pages(entry: PrintLog) -> Cell:
    return (
        counted(entry.pages, entry.destination) if entry.pages else (signed(Tone.NEAR, "未完成"), Tone.NEAR)
    )
