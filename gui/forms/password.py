"""密码: what it means to have one or none, setting, changing, removing it, and another recovery code."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.forms.recovery_code import RecoveryCodeCard
from gui.look.palette import Tone, signed
from gui.look.scale import px
from gui.page import Page
from gui.widgets.controls import Text
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from gui.widgets.paragraphs import Paragraphs, Said
from models import storage
from models.rules.problem import Problem

_NONE = (
    Said(signed(Tone.NEAR, "没有设密码"), Tone.NEAR),
    Said(
        "能打开这台电脑的人都能打开台账，也能把数据文件复制走直接阅读；本机自动做的备份也没有加密。"
        "程序的其他功能都一样。"
    ),
)
_SET = (
    Said(signed(Tone.DONE, "已设密码"), Tone.DONE),
    Said("数据文件已加密，打开台账要输入密码。忘了密码只能用恢复码打开；两样都没有，数据就打不开了。"),
)
_RULE = "至少10个字符；有大写、小写、数字、符号中三种的，8个也行。可以用中文。"
_TWICE = "两次填写的密码不一样，请再填一次。"
_PLAIN = (
    "这台电脑上还有 {} 份没有加密的旧文件（备份、损坏文件的副本等）：\n{}\n"
    "设密码以后它们会被覆盖并删除。以前备份到U盘上没有加密的文件，请另行处理。"
)
_REMOVE = "取消以后，数据文件不再加密，谁打开电脑都能看到。要取消密码吗？"


class Secret(Text):
    """A line that shows dots."""

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.entry.configure(show="●")

    def get(self) -> Any:
        return self.entry.get()


class PasswordLines(ttk.Frame):
    """What stands in the card of the settings page: how it is, and what can be done about it."""

    def __init__(self, parent: Any, page: Page) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._page, self._forms = page, PasswordForms(page, self.renew)
        self._words = Paragraphs(self)
        self._words.pack(fill="x", pady=(0, px(4)))
        self._row = ttk.Frame(self, style="Paper.TFrame")
        self._row.pack(fill="x")
        self.buttons: dict[str, ttk.Button] = {}
        self.configure(takefocus=False)
        self.renew()

    def renew(self) -> None:
        """Show how it is now."""
        sealed = storage.has_password()
        self._words.say(_said())
        for button in self.buttons.values():
            button.destroy()
        self.buttons = {label: self._button(label, run) for label, run in self._offers(sealed=sealed)}

    def _offers(self, *, sealed: bool) -> list[tuple[str, Callable[[], object]]]:
        if not sealed:
            return [("设置密码", self._forms.set_first)]
        return [
            ("修改密码", self._forms.change),
            ("换恢复码", self._forms.new_code),
            ("取消密码", self._forms.remove),
            ("立即锁定（Ctrl+L）", self._page.shell.lock),
        ]

    def _button(self, label: str, run: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(self._row, text=label, style="Quiet.TButton", command=run)
        button.pack(side="left", padx=(0, px(8)), pady=(0, px(8)))
        return button


class PasswordForms:
    """The forms that set, change and take the password away, over any page; `renew` shows how it is then."""

    def __init__(self, page: Page, renew: Callable[[], object]) -> None:
        self._page, self._renew = page, renew

    def set_first(self) -> None:
        """Ask for a first password; the recovery code is shown once it is set."""
        fields = [
            Field("new", "新密码", Secret, _RULE, True, True),
            Field("again", "再填一遍", Secret, "", True, True),
        ]
        self._open("设置密码", fields, self._keep_new, "设置")

    def change(self) -> None:
        """Ask for the present password and another one."""
        fields = [
            _current(),
            Field("new", "新密码", Secret, _RULE, True, True),
            Field("again", "再填一遍", Secret, "", True, True),
        ]
        self._open("修改密码", fields, self._keep_other, "修改")

    def new_code(self) -> None:
        """Ask for the present password, then show another recovery code."""
        self._open("换恢复码", [_current()], self._keep_code, "换恢复码")

    def remove(self) -> None:
        """Ask for the present password, then do without one."""
        self._open("取消密码", [_current()], self._keep_none, "取消密码")

    def _keep_new(self, typed: dict[str, Any]) -> None:
        _insist_on_same(typed)
        plain = storage.plain_copies()
        names = "\n".join(path.name for path in plain[:8]) + ("\n……" if len(plain) > 8 else "")
        if plain and not dialogs.confirm(
            self._page, "旧文件", _PLAIN.format(len(plain), names), "设密码并删除"
        ):
            raise Problem("没有设密码，什么都没有改动。")
        with self._page.shell.busy("正在加密数据"):
            code = storage.set_password(typed["new"])
            storage.seal_copies()
        self._show_code(code, "密码已设置，数据已加密。")

    def _keep_other(self, typed: dict[str, Any]) -> None:
        _insist_on_same(typed)
        with self._page.shell.busy("正在核对密码"):
            storage.change_password(typed["current"], typed["new"])
        self._page.shell.notice("密码已修改。恢复码不变，以前的备份仍用做备份时的密码打开。")

    def _keep_code(self, typed: dict[str, Any]) -> None:
        with self._page.shell.busy("正在核对密码"):
            code = storage.new_code(typed["current"])
        self._show_code(code, "恢复码已换，以前那一张作废，请销毁。")

    def _keep_none(self, typed: dict[str, Any]) -> None:
        if not dialogs.confirm(self._page, "取消密码", _REMOVE, "取消密码"):
            raise Problem("没有取消，密码不变。")
        with self._page.shell.busy("正在解密数据"):
            storage.remove_password(typed["current"])
        self._told("密码已取消，数据不再加密。")

    def _show_code(self, code: str, told: str) -> None:
        """After the drawer is gone: the code lies over the page."""
        self._page.after_idle(partial(self._lay_code, code))
        self._told(told)

    def _lay_code(self, code: str) -> None:
        self._page.drawer = RecoveryCodeCard(self._page, self._page.shell, code)

    def _told(self, text: str) -> None:
        self._renew()
        self._page.shell.show_facts()
        self._page.shell.notice(text)

    def _open(
        self, title: str, fields: list[Field], keep: Callable[[dict[str, Any]], object], label: str
    ) -> None:
        if self._page.flush():
            self._page.drawer = Drawer(self._page, title, fields, keep, {}, label, section="设置密码")


def _said() -> Sequence[Said]:
    """How it is now, and what that means."""
    return _SET if storage.has_password() else _NONE


def _current() -> Field:
    return Field("current", "现在的密码（或恢复码）", Secret, "", True, True)


def _insist_on_same(typed: dict[str, Any]) -> None:
    if typed["new"] != typed["again"]:
        raise Problem(_TWICE)
