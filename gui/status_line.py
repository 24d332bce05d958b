"""The line at the foot: when the last backup was made, how the database is, and which keys help."""

import tkinter
from collections.abc import Callable, Iterable
from tkinter import ttk

from gui.later import soon
from gui.look.palette import GROUND, SOFT
from gui.look.scale import px
from gui.page import Shell
from models.clerk import clerk, known

KEYS = "F1 帮助    Ctrl+F 查找    Ctrl+S 保存    Ctrl+Z 撤销"


class StatusLine(tkinter.Frame):
    """Facts at the left, keys at the right; a backup can be made at once, and whoever is at work changed."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, back_up: Callable[[], object]) -> None:
        super().__init__(parent, background=GROUND)
        self._shell = shell
        ttk.Frame(self, style="Line.TFrame", height=1).pack(fill="x")
        row = tkinter.Frame(self, background=GROUND)
        row.pack(fill="x", padx=px(28), pady=px(5))
        self._facts = ttk.Label(row, font="LianxinSmall", foreground=SOFT)
        self._facts.grid(row=0, column=0, sticky="we")
        self.button = ttk.Button(row, text="立即备份", style="Small.TButton", command=back_up)
        self.button.grid(row=0, column=1, padx=px(16))
        self.clerk = ttk.Button(row, style="Small.TButton", command=self._change_clerk)
        self.clerk.grid(row=0, column=2)
        self._keys = ttk.Label(row, text=KEYS, font="LianxinSmall", foreground=SOFT)
        self._row = row
        row.bind("<Configure>", lambda _: self._fit())
        soon(self, self._remind)

    def show(self, facts: Iterable[str]) -> None:
        """Show the facts, spaced apart, and who is at work."""
        self.clerk.configure(text=f"经办人：{clerk()}")
        self._facts.configure(text="      ".join(facts))
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for the keys beside the facts, F1 tells them; then the facts are cut."""
        needed = sum(part.winfo_reqwidth() for part in (self._facts, self.button, self.clerk)) + px(32)
        room = self._row.winfo_width() - needed
        self._row.columnconfigure(0, weight=int(room < 0))
        self._row.columnconfigure(3, weight=int(room >= 0))
        if room >= self._keys.winfo_reqwidth() + px(16):
            self._keys.grid(row=0, column=3, sticky="e")
        else:
            self._keys.grid_remove()

    def _remind(self) -> None:
        """Where several work in turn, say at start who it is now."""
        if len(known(self._shell.folder)) > 1:
            self._shell.notice(f"现在的经办人是{clerk()}，换人请点窗口下边的“经办人”。")

    def _change_clerk(self) -> None:
        from gui.forms.clerk import ClerkCard

        ClerkCard(self.master, self._shell.folder, lambda _: self._shell.show_facts())
