"""The page in the window's place while the data file is not opened: what happened, and the ways out."""

import tkinter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tkinter import ttk

from gui import dialogs
from gui.forms.start_card import StartCard
from gui.forms.start_restore import RestoreChoice
from gui.look.palette import LATE, Tone, signed
from gui.look.scale import px
from gui.state import start
from gui.state.start import Way
from gui.widgets.offer_row import OfferRow
from gui.widgets.paragraphs import Paragraphs, Said
from models import storage
from models.rules.problem import Problem

_WIDE = 640


class DamagePage(StartCard):
    """`go` is called with the folder to try next, None to leave, and with what to tell once it is open."""

    section = "数据文件损坏或不见了"

    def __init__(
        self, root: tkinter.Misc, folder: Path, problem: Problem, go: Callable[[Path | None, str], object]
    ) -> None:
        super().__init__(root, _WIDE)
        self._folder, self._problem, self._go = folder, problem, go
        self.buttons: dict[Way, ttk.Button] = {}
        self.show()

    def show(self) -> None:
        """Say what is the matter and what can be done."""
        self.clear()
        title = signed(Tone.LATE, start.title(self._problem))
        ttk.Label(self.body, text=title, style="Paper.TLabel", font="LianxinHeading", foreground=LATE).pack(
            anchor="w", pady=(0, px(8))
        )
        told = ttk.Frame(self.body, style="Paper.TFrame")
        told.pack(fill="x")
        told.columnconfigure(1, weight=1)
        for row, (heading, text) in enumerate(start.told(self._problem)):
            _say(told, row, heading, text)
        ttk.Frame(self.body, style="Line.TFrame", height=1).pack(fill="x", pady=px(10))
        *offers, again, leave = start.ways(self._problem)
        self.buttons = {way: self._offer(way) for way in offers}
        self._foot(again, leave)
        next(iter(self.buttons.values())).configure(style="Main.TButton")

    def take_keyboard(self) -> None:
        next(iter(self.buttons.values())).focus_set()

    def take(self, way: Way) -> None:
        """Go this way."""
        {
            Way.RESTORE: self._restore,
            Way.ANYWAY: self._open_anyway,
            Way.OTHER: self._open_other,
            Way.COPY: self._copy,
            Way.AGAIN: lambda: self._go(self._folder, ""),
            Way.LEAVE: lambda: self._go(None, ""),
        }[way]()

    def _offer(self, way: Way) -> ttk.Button:
        return OfferRow(self.body, way, start.WORDS[way], partial(self.take, way)).button

    def _foot(self, *ways: Way) -> None:
        row = ttk.Frame(self.body, style="Paper.TFrame")
        row.pack(fill="x", pady=(px(10), 0))
        for way in ways:
            self.buttons[way] = self._button(row, way)
            self.buttons[way].pack(side="left", padx=(0, px(8)))

    def _button(self, row: ttk.Frame, way: Way) -> ttk.Button:
        button = ttk.Button(row, text=way, style="Quiet.TButton", command=partial(self.take, way))
        button.bind("<Return>", lambda _: button.invoke())
        return button

    def _restore(self) -> None:
        self.clear()
        RestoreChoice(self.body, self._folder, lambda told: self._go(self._folder, told), self._back).pack(
            fill="both"
        )

    def _back(self) -> None:
        self.show()
        self.take_keyboard()

    def _open_anyway(self) -> None:
        if dialogs.confirm(self, "仍然打开", start.ANYWAY, "仍然打开"):
            kept = storage.accept_as_it_is(self._folder)
            self._go(self._folder, f"已照常打开。原来的文件另存了一份“{kept.name}”。")

    def _open_other(self) -> None:
        folder = dialogs.ask_folder(self, "数据在哪个文件夹？")
        if folder is not None:
            self._go(folder, "")

    def _copy(self) -> None:
        target = dialogs.ask_folder(self, "复制到哪个文件夹？")
        if target is not None:
            copy = storage.copy_for_support(self._folder, target)
            dialogs.inform(self, "已复制", f"已复制为“{copy}”，请交给维护人员。原文件没有改动。")


def _say(told: ttk.Frame, row: int, heading: str, text: str) -> None:
    head = ttk.Label(told, text=heading, style="Paper.TLabel", font="LianxinStrong")
    head.grid(row=row, column=0, sticky="nw", padx=(0, px(16)))
    paragraph = Paragraphs(told, gap=4)
    paragraph.grid(row=row, column=1, sticky="we")
    paragraph.say([Said(text)])
