"""经办人 in the status line: who is at work; a click offers those who worked here before, or another name."""

import tkinter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tkinter import ttk

from gui.keyboard import holder
from gui.look.palette import LATE
from gui.look.scale import px
from gui.widgets.controls import Text
from models import clerk
from models.rules.problem import Problem

_WIDE = 300
_WORDS = "写进历史记录，印在表册“填报人”处。"


class ClerkCard(ttk.Frame):
    """Stands over the foot of `parent` until somebody is chosen or it is left; `chosen` gets the name."""

    def __init__(self, parent: tkinter.Misc, folder: Path, chosen: Callable[[str], object]) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(18), px(14)))
        self._folder, self._chosen, self._before = folder, chosen, holder(parent)
        ttk.Label(self, text="现在谁在操作？", style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        words = ttk.Label(self, text=_WORDS, style="Soft.TLabel", wraplength=px(_WIDE - 40))
        words.pack(anchor="w", pady=(px(2), px(8)))
        self.buttons = [self._offer(name) for name in clerk.known(folder)]
        ttk.Label(self, text="其他姓名", style="Soft.TLabel").pack(anchor="w", pady=(px(6), 0))
        self.name = Text(self)
        self.name.pack(fill="x", pady=px(4))
        self._says = ttk.Label(self, style="Paper.TLabel", foreground=LATE, wraplength=px(_WIDE - 40))
        self._lay_foot()
        self.name.inner.bind("<Return>", lambda _: self.choose(self.name.get()))
        for part in (self.name.inner, *self.buttons, *self._foot.winfo_children()):
            part.bind("<Escape>", self._escape)
        self.place(x=px(28), rely=1.0, y=-px(44), anchor="sw", width=px(_WIDE))
        self.lift()
        self.name.inner.focus_set()

    def choose(self, name: str) -> None:
        """This one works from now on; if it is no name, say so and stay."""
        try:
            clerk.choose(self._folder, name)
        except Problem as problem:
            self._says.configure(text=str(problem))
            self._says.pack(anchor="w", before=self._foot)
        else:
            self.leave()
            self._chosen(clerk.clerk())

    def leave(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        if self.winfo_exists():
            self.destroy()
            if self._before and self.tk.call("winfo", "exists", self._before):
                self.tk.call("focus", self._before)

    def _escape(self, _event: object) -> str:
        self.leave()
        return "break"

    def _offer(self, name: str) -> ttk.Button:
        button = ttk.Button(self, text=name, style="Quiet.TButton", command=partial(self.choose, name))
        button.bind("<Return>", lambda _: button.invoke())
        button.pack(fill="x", pady=px(2))
        return button

    def _lay_foot(self) -> None:
        self._foot = row = ttk.Frame(self, style="Paper.TFrame")
        row.pack(fill="x", pady=(px(6), 0))
        for text, style, run in (
            ("确定", "Main.TButton", lambda: self.choose(self.name.get())),
            ("取消", "Quiet.TButton", self.leave),
        ):
            ttk.Button(row, text=text, style=style, command=run).pack(side="left", padx=(0, px(8)))
