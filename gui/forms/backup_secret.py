"""The password of a backup: asked for one that is sealed, or chosen for one that is to be."""

import tkinter
from collections.abc import Callable
from typing import Any

from gui.widgets.controls import Text
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from models.rules.password import complaint
from models.rules.problem import Problem

_HIDDEN = "●"
_OWN = "只给这一份备份用。请记在可靠的地方：忘了它，这份备份谁也打不开。"
_AGAIN = "再输入一次"


class Secret(Text):
    """One line that shows dots."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self.entry.configure(show=_HIDDEN)

    def get(self) -> str:
        return str(self.entry.get())


def ask_secret(page: tkinter.Misc, words: str, use: Callable[[str], object]) -> Drawer:
    """Ask for the password or recovery code of a sealed backup; `use` may raise Problem."""

    def keep(typed: dict[str, Any]) -> None:
        use(typed["secret"])

    field = Field("secret", "密码或恢复码", Secret, words, required=True, wide=True)
    return Drawer(page, "这份备份是加密的", [field], keep, {}, "打开", section="用备份恢复")


def choose_secret(page: tkinter.Misc, use: Callable[[str], object]) -> Drawer:
    """Ask twice for the password of one backup."""

    def keep(typed: dict[str, Any]) -> None:
        if typed["secret"] != typed["again"]:
            raise Problem(f"两次输入的密码不一样，请在“{_AGAIN}”里再输一遍。")
        if wrong := complaint(typed["secret"]):
            raise Problem(wrong)
        use(typed["secret"])

    fields = [
        Field("secret", "备份密码", Secret, _OWN, required=True, wide=True),
        Field("again", _AGAIN, Secret, required=True, wide=True),
    ]
    return Drawer(page, "给U盘上的备份设密码", fields, keep, {}, "备份", section="每周备份到U盘")
