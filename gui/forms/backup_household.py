"""Which household of a backup is to come back, those first that differ from now."""

import tkinter
from collections.abc import Callable, Sequence
from tkinter import ttk
from typing import ClassVar

from gui.look.palette import CARD, Tone, signed
from gui.look.scale import px
from gui.page import Page
from gui.state.finding import Filter
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table
from models.household_back import Household

_WORDS = "只恢复这一户：它的资料、联系安排、走访和民情事项；其他都不动。恢复以后按 Ctrl+Z 可以撤销。"
_NONE = "这份备份里没有户。"
_NOT_FOUND = "没有找到。按 Esc 显示全部。"


class HouseholdView(ttk.Frame):
    """Lies over the page; `bring` gets the household chosen."""

    edited: ClassVar[bool] = False
    section: ClassVar[str] = "只找回一户"

    def __init__(self, page: Page, found: Sequence[Household], bring: Callable[[Household], object]) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(24), px(18)))
        self._page, self._found, self._bring = page, found, bring
        self._lay_head()
        self._lay_foot()
        self.table = Table(
            *(self, "households", _columns(), page.shell.remembered),
            empty=_NONE,
            same=lambda one: one.id,
            answers=Answers(pick=lambda _: self._show_button(), open=lambda _: self.bring()),
        )
        self.table.pack(fill="both", expand=True)
        self._fill()
        self.place(relwidth=1.0, relheight=1.0)
        self.lift()
        self.search.entry.focus_set()

    def bring(self) -> None:
        """Bring back the household under the cursor."""
        if self.table.current is not None:
            self._bring(self.table.current)

    def leave(self) -> bool:
        """Close; nothing is brought back."""
        self.destroy()
        self._page.take_keyboard()
        return True

    def _lay_head(self) -> None:
        ttk.Label(self, text="只恢复一户", style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        ttk.Label(self, text=_WORDS, style="Soft.TLabel").pack(anchor="w", pady=(px(2), px(12)))
        bar = tkinter.Frame(self, background=CARD)
        bar.pack(fill="x", pady=(0, px(10)))
        self.search = SearchBox(bar, "筛选：户主姓名、乡镇、村，或拼音首字母")
        self.search.pack(fill="x", expand=True)
        self.search.changed = self._fill

    def _lay_foot(self) -> None:
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", pady=(px(12), 0))
        self.main = ttk.Button(foot, text="恢复这一户", style="Main.TButton", command=self.bring)
        self.main.pack(side="right")
        back = ttk.Button(foot, text="返回", style="Quiet.TButton", command=self.leave)
        back.pack(side="right", padx=px(8))

    def _fill(self) -> None:
        typed = self.search.get()
        self.table.empty = _NOT_FOUND if typed else _NONE
        wanted = Filter(typed)
        self.table.fill([one for one in self._found if wanted.finds((one.name, one.place))])
        self._show_button()

    def _show_button(self) -> None:
        self.main.state(["disabled" if self.table.current is None else "!disabled"])


def _columns() -> list[Column]:
    return [
        Column("户主", 120, lambda one: one.name, stretch=0.3, strong=True),
        Column("地点", 260, lambda one: one.place),
        Column("与现在相比", 220, _difference, lambda one: (-one.missing, -one.changed)),
    ]


def _difference(one: Household) -> tuple[str, Tone]:
    if not one.missing and not one.changed:
        return "一样", Tone.SOFT
    gone = f"现在缺 {one.missing} 条" if one.missing else ""
    other = f"有改动 {one.changed} 条" if one.changed else ""
    return signed(Tone.NEAR, "，".join(filter(None, (gone, other)))), Tone.NEAR
