"""The page in the window's place while the data is under a password."""

import tkinter
from collections.abc import Callable
from pathlib import Path
from tkinter import ttk

from gui.forms.secret_form import SecretForm
from gui.forms.start_card import StartCard
from gui.look.scale import px

_WIDE = 420


class LoginPage(StartCard):
    """`opened` is called once the key is held; `leave` to end the program."""

    section = "忘了密码"

    def __init__(
        self, root: tkinter.Misc, folder: Path, opened: Callable[[], object], leave: Callable[[], object]
    ) -> None:
        super().__init__(root, _WIDE)
        ttk.Label(self.body, text="请输入密码", style="Paper.TLabel", font="LianxinHeading").pack(
            anchor="w", pady=(0, px(12))
        )
        self.form = SecretForm(self.body, folder, "打开", opened)
        self.form.pack(fill="x")
        ttk.Button(self.body, text="退出", style="Quiet.TButton", command=leave).pack(
            anchor="e", pady=(px(16), 0)
        )

    def take_keyboard(self) -> None:
        self.form.entry.focus_set()
