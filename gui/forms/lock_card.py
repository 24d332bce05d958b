"""What stands in the window's place while it is locked."""

import tkinter
from collections.abc import Callable
from pathlib import Path
from tkinter import ttk

from gui.forms.secret_form import SecretForm
from gui.forms.start_card import StartCard
from gui.look.scale import px

_WIDE = 420


class LockCard(StartCard):
    """`opened` is called once the password was right."""

    def __init__(self, root: tkinter.Misc, folder: Path, opened: Callable[[], object]) -> None:
        super().__init__(root, _WIDE)
        ttk.Label(self.body, text="已锁定", style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        words = "输入密码继续。没有保存的内容都还在。"
        ttk.Label(self.body, text=words, style="Soft.TLabel").pack(anchor="w", pady=(px(2), px(12)))
        self.form = SecretForm(self.body, folder, "解锁", opened)
        self.form.pack(fill="x")
