"""A card with one list: a choice and a search above it, what can be done with a row below it."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from tkinter import ttk
from typing import Any, ClassVar

from gui.look.palette import CARD
from gui.look.scale import px
from gui.page import Shell
from gui.widgets.controls import Choice
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table

_NOT_FOUND = "没有找到。按 Esc 显示全部。"


class ListCard(ttk.Frame):
    """Enter and a double click do the first of `runs`, which get what the row under the cursor is about.

    Subclasses say what the list is called, what it is searched for, what stands in it while it is empty; they
    `read` and give the rows that a search means.
    """

    name: ClassVar[str]
    hint: ClassVar[str]
    empty: ClassVar[str]

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        columns: Sequence[Column],
        choices: Mapping[Any, str],
        runs: Mapping[str, Callable[[Any], object]],
    ) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(12), px(14)))
        self.shell = shell
        self._build_bar(choices)
        self._build_foot(runs)
        first = next(iter(runs.values()))
        self.table = Table(
            self,
            self.name,
            columns,
            shell.remembered,
            empty=self.empty,
            same=self.same,
            answers=Answers(pick=lambda _: self._show_buttons(), open=lambda _: self.run(first)),
        )
        self.table.pack(fill="both", expand=True)

    def read(self) -> None:
        """Read what the list is made of."""

    def rows(self, typed: str) -> Sequence[Any]:
        """The rows that a search means."""
        raise NotImplementedError

    def about(self, row: Any) -> Any:
        """The record a row is about."""
        raise NotImplementedError

    def same(self, row: Any) -> object:
        """What makes two rows the same one after a refresh."""
        return self.about(row).get_id()

    def may(self, word: str, record: Any) -> bool:
        """Whether the button of that word may be pressed for a record."""
        del word, record
        return True

    def show(self) -> None:
        """Read and show."""
        self.read()
        self._fill()

    @property
    def current(self) -> Any:
        """What the row under the cursor is about, None if there is none."""
        return None if self.table.current is None else self.about(self.table.current)

    def run(self, what: Callable[[Any], object]) -> None:
        """Do something with what the cursor is on."""
        if self.current is not None:
            what(self.current)

    def _build_bar(self, choices: Mapping[Any, str]) -> None:
        self.bar = tkinter.Frame(self, background=CARD)
        self.bar.pack(fill="x", padx=px(4), pady=(0, px(10)))
        self.choice = Choice(self.bar, choices)
        self.choice.box.configure(width=12)
        self.choice.set(next(iter(choices)))
        self.choice.changed = self.show
        self.choice.pack(side="left", padx=(0, px(8)))
        self.search = SearchBox(self.bar, self.hint)
        self.search.pack(side="left", fill="x", expand=True)
        self.search.changed = self._fill

    def _build_foot(self, runs: Mapping[str, Callable[[Any], object]]) -> None:
        self.foot = foot = tkinter.Frame(self, background=CARD)
        foot.pack(side="bottom", fill="x", padx=px(4), pady=(px(10), 0))
        self.buttons = {
            word: ttk.Button(foot, text=word, style="Quiet.TButton", command=partial(self.run, run))
            for word, run in runs.items()
        }
        for button in self.buttons.values():
            button.pack(side="left", padx=(0, px(8)))

    def _fill(self) -> None:
        typed = self.search.get()
        self.table.empty = _NOT_FOUND if typed else self.empty
        self.table.fill(self.rows(typed))
        self._show_buttons()

    def _show_buttons(self) -> None:
        record = self.current
        for word, button in self.buttons.items():
            can = record is not None and self.may(word, record)
            button.state(["!disabled" if can else "disabled"])
