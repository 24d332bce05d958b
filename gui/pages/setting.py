"""设置: the office, how it counts where the plan is silent, which faces it prints with, how big it reads."""

import tkinter
from collections.abc import Callable, Mapping
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import GROUND
from gui.look.scale import px
from gui.page import Action, Page
from gui.state.choices import EXPLAINED, SHARES, as_shown, as_texts
from gui.widgets.controls import Check, Choice, Control, Text
from gui.widgets.form import Field, Form
from gui.widgets.scrolled import Scrolled
from models.setting import KNOWN, change_settings, values
from models.writing import Topic

Make = Callable[[Any], Control]


class SettingPage(Page):
    """Three cards, saved together; what is typed and not saved is marked in the context line."""

    title = "设置"
    icon = "gear"
    help = "改好以后点“保存”或按 Ctrl+S。计数口径改变后，履职进度按新的口径重新计算。"
    topics = frozenset({Topic.SETTING})

    def build(self) -> None:
        scrolled = Scrolled(self, GROUND)
        scrolled.pack(fill="both", expand=True)
        self.forms = [
            self._card(
                scrolled.inside, "单位", "印在每张表册的页眉，也显示在左上角。", [_field("office_name", Text)]
            ),
            self._card(scrolled.inside, "计数口径", "方案没有写明的地方，由本单位决定。", _counting_fields()),
            self._card(scrolled.inside, "字体与显示", "大字显示在下次打开程序时生效。", _display_fields()),
        ]

    def refresh(self) -> None:
        if not self._edited():
            self._show(values())

    def context(self) -> str:
        return "有改动，尚未保存" if self._edited() else "全部设置已保存"

    def actions(self) -> list[Action]:
        return [Action("保存", self.keep, "Ctrl+S"), Action("放弃改动", self.undo)]

    def holds_typing(self) -> bool:
        return self._edited()

    def escape(self) -> None:
        self.undo()

    def keep(self) -> None:
        """Save what was changed."""
        filled: dict[str, Any] = {}
        for form in self.forms:
            filled |= form.get()
        before = values()
        changed = {key: text for key, text in as_texts(filled).items() if before[key] != text}
        change_settings(changed)
        self._show(values())
        self.shell.notice("设置已保存。" if changed else "没有需要保存的改动。")
        self.shell.renew_head()

    def undo(self) -> None:
        """Show what is saved again."""
        self._show(values())
        self.shell.renew_head()

    def _edited(self) -> bool:
        return any(form.edited for form in self.forms)

    def _show(self, texts: Mapping[str, str]) -> None:
        shown = as_shown(texts)
        for form in self.forms:
            form.set(shown)

    def _card(self, parent: tkinter.Misc, title: str, words: str, fields: list[Field]) -> Form:
        card = ttk.Frame(parent, style="Card.TFrame", padding=(px(24), px(18), px(24), px(8)))
        card.pack(fill="x", pady=(0, px(16)))
        ttk.Label(card, text=title, style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        ttk.Label(card, text=words, style="Soft.TLabel").pack(anchor="w", pady=(0, px(12)))
        form = Form(card, fields, self.keep)
        form.pack(fill="x")
        form.on_edit = lambda _: self.shell.renew_head()
        return form


def _counting_fields() -> list[Field]:
    checks = [
        _field(key, _check(KNOWN[key].name), words) for key, words in EXPLAINED.items() if key != "risk_share"
    ]
    return [*checks, _field("risk_share", lambda parent: Choice(parent, SHARES), EXPLAINED["risk_share"])]


def _display_fields() -> list[Field]:
    built_in = "不选时，电脑上装有方正小标宋、仿宋_GB2312 等字体就用它们打印。"
    large = "文字和按钮都放大一级。"
    return [
        _field("built_in_fonts", _check(KNOWN["built_in_fonts"].name), built_in),
        _field("large_font", _check(KNOWN["large_font"].name), large),
    ]


def _field(key: str, control: Make, hint: str = "") -> Field:
    return Field(key, KNOWN[key].name, control, hint)


def _check(words: str) -> Make:
    return lambda parent: Check(parent, words)
