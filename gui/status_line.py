"""The line at the foot: when the last backup was made, how the database is, and which keys help."""

import tkinter
from collections.abc import Callable, Iterable
from tkinter import ttk

from gui.look.palette import GROUND, SOFT
from gui.look.scale import px

KEYS = "F1 帮助    Ctrl+F 查找    Ctrl+N 新增    Ctrl+S 保存    Ctrl+Z 撤销"


class StatusLine(tkinter.Frame):
    """Facts at the left, keys at the right; the first fact can be acted on at once."""

    def __init__(self, parent: tkinter.Misc, back_up: Callable[[], object]) -> None:
        super().__init__(parent, background=GROUND)
        ttk.Frame(self, style="Line.TFrame", height=1).pack(fill="x")
        row = tkinter.Frame(self, background=GROUND)
        row.pack(fill="x", padx=px(28), pady=px(5))
        self._facts = ttk.Label(row, font="LianxinSmall", foreground=SOFT)
        self._facts.pack(side="left")
        self.button = ttk.Button(row, text="立即备份", style="Small.TButton", command=back_up)
        self.button.pack(side="left", padx=px(16))
        ttk.Label(row, text=KEYS, font="LianxinSmall", foreground=SOFT).pack(side="right")

    def show(self, facts: Iterable[str]) -> None:
        """Show the facts, spaced apart."""
        self._facts.configure(text="      ".join(facts))
