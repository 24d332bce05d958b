"""撤销与历史: what was done, taken back in words; the history of one thing; and the bin."""

import tkinter
from collections.abc import Callable
from datetime import datetime
from tkinter import ttk
from typing import Any

from gui import dialogs
from gui.forms.history_list import ActionList, BinList
from gui.look.palette import Tone
from gui.look.scale import px
from gui.page import Action, Page
from gui.state import history as words
from gui.state.cards import Passage
from gui.widgets.passages import Passages
from models.base import Table
from models.bin import Gone, days_kept, overdue
from models.history import Line, Step, entries_of, history_of
from models.history_words import current, row_name
from models.rules.problem import Problem
from models.storage import purge_for_good
from models.undo import last_undone, redo, resting_on, undo
from models.writing import Topic

_CHOOSE = [Passage("", "左边选一次操作，这里写明当时做了什么、撤销会恢复什么。", Tone.SOFT)]


class HistoryPage(Page):
    """A list of actions or of what was deleted at the left; at the right the chosen one in words."""

    title = "撤销与历史"
    icon = "clock-history"
    help = "撤销做错的一步"
    topics = frozenset(Topic)

    def build(self) -> None:
        self._about: Table | None = None
        for column, weight in enumerate((60, 40)):
            self.columnconfigure(column, weight=weight, uniform="part")
        self.rowconfigure(0, weight=1)
        self.actions_list = ActionList(self, self.shell, {"撤销这次操作": self._undo}, self._show_action)
        runs = {"恢复": self._restore, "立即清除…": self._purge_one}
        self.bin = BinList(self, self.shell, runs, self._show_gone)
        self._build_words()
        self._part: Any = None
        self._show(self.actions_list)

    def refresh(self) -> None:
        steps = history_of(self._about) if self._about is not None else []
        self.actions_list.only = {step.action.number for step in steps} if self._about is not None else None
        self._part.show()
        if self._part.table.current is None and self._part.table.rows.items:
            self._part.table.pick(0)
        if self._about is not None:
            self._tell_history(self._about, steps)

    def take_keyboard(self) -> None:
        self._part.table.focus_rows()

    def come(self, about: Any) -> None:
        """Show the history of one household, leader or activity: its actions only, told at the right."""
        self._about = about
        self._show(self.actions_list)
        self._come_to_part()

    def context(self) -> str:
        if self._part is self.bin:
            return f"共 {len(self.bin.table.rows.items)} 项    删除满 {days_kept()} 天后永久清除"
        whole = "    按 Esc 看全部操作" if self._about is not None and not self.origin else ""
        return f"共 {len(self.actions_list.table.rows.items)} 次操作{whole}"

    def help_in_sight(self) -> str:
        return "找回删除的内容" if self._part is self.bin else self.help

    def actions(self) -> list[Action]:
        if self._part is self.bin:
            overdue_ones = Action("清除到期内容", self._purge_overdue)
            return [Action("返回操作记录", self.look_at_actions, "Ctrl+B"), overdue_ones]
        back = Action(f"返回{self.origin}", self._return) if self.origin else None
        others = [Action("重做", self.redo, "Ctrl+Y"), *([back] if back else [])]
        return [Action("回收站", self.look_at_bin, "Ctrl+B"), *others]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"F3": self._part.search.entry.focus_set}

    def escape(self) -> None:
        if self.origin:
            self._return()
        elif self._part is self.bin or self._about is not None:
            self.look_at_actions()

    def look_at_bin(self) -> None:
        """Show what was deleted."""
        self._about = None
        self._show(self.bin)
        self._come_to_part()

    def look_at_actions(self) -> None:
        """Show what was done, all of it."""
        self._about = None
        self._show(self.actions_list)
        self._come_to_part()

    def redo(self) -> None:
        """Take the last undo back."""
        action = last_undone()
        if action is None:
            self.shell.notice("没有可以重做的操作：撤销以后又做了别的，或没有撤销过。", Tone.PLANNED)
            return
        with self.shell.busy("正在重做……"):
            redo(action)
        self.shell.notice(f"已重做“{action.label.partition('：')[2]}”。")

    def _undo(self, line: Line) -> None:
        others = resting_on(line.action)
        if dialogs.confirm(self, "撤销操作", words.asked(line.action, others), "撤销"):
            with self.shell.busy("正在撤销……"):
                undo(line.action)
            self.shell.notice(f"已撤销“{line.action.label}”。按 Ctrl+Y 重做。")

    def _restore(self, one: Gone) -> None:
        undo(one.action)
        self.shell.notice(f"已恢复{one.name}。")

    def _purge_one(self, one: Gone) -> None:
        question = f"清除以后，{one.name}和它的历史内容再也找不回来，备份里的旧份到期才删除。要永久清除吗？"
        if dialogs.confirm(self, "永久清除", question, "永久清除"):
            self._purge([one])

    def _purge_overdue(self) -> None:
        found = overdue(datetime.combine(self.shell.today(), datetime.now().time()))
        if not found:
            raise Problem("没有到期的内容。要提前清除，请选中一项后点“立即清除”。")
        question = f"有 {len(found)} 项删除已满 {days_kept()} 天。清除以后再也找不回来。要永久清除吗？"
        if dialogs.confirm(self, "永久清除", question, "永久清除"):
            self._purge(found)

    def _purge(self, found: list[Gone]) -> None:
        with self.shell.busy("先备份并核对，再永久清除……"):
            count = purge_for_good(found)
        self.shell.notice(f"已永久清除 {count} 项。")

    def _return(self) -> None:
        origin, self.origin, self._about = self.origin, "", None
        self.refresh()
        self.shell.visit(origin)

    def _build_words(self) -> None:
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(20), px(14)))
        card.grid(row=0, column=1, sticky="nsew", padx=(px(16), 0))
        self._head = ttk.Label(card, style="Paper.TLabel", font="LianxinHeading")
        self._head.pack(anchor="w", pady=(0, px(10)))
        self.words = Passages(card)
        self.words.pack(fill="both", expand=True)

    def _show(self, part: tkinter.Widget) -> None:
        if self._part is not None:
            self._part.grid_forget()
        self._part = part
        part.grid(row=0, column=0, sticky="nsew")

    def _come_to_part(self) -> None:
        self.refresh()
        self._part.table.focus_rows()
        self.shell.renew_head()

    def _show_action(self, line: Line | None) -> None:
        self._head.configure(text="这次操作")
        if line is None:
            self.words.show(_CHOOSE)
            return
        others = [] if line.is_back or line.is_taker else resting_on(line.action)
        self.words.show(words.would_undo(line.action, others, *entries_of(line.action.number)))

    def _show_gone(self, one: Gone | None) -> None:
        self._head.configure(text=one.name if one else "回收站")
        entries = entries_of(one.action.number)[0] if one else []
        self.words.show(words.thing(one, entries, self.shell.today()) if one else ())

    def _tell_history(self, about: Table, steps: list[Step]) -> None:
        table = about._meta.table_name
        held = current(table, about.id)
        self._head.configure(text=f"{row_name(table, held) if held else '已删除'}的历史")
        self.words.show(words.steps(steps))
