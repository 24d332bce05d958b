"""Where the password is typed, at start and over the locked window: one field, one button, plain answers."""

import tkinter
from collections.abc import Callable
from pathlib import Path
from tkinter import Event, ttk
from typing import Any

from gui.later import every
from gui.look.palette import CARD, COLOURS, Tone, signed
from gui.look.scale import px
from gui.widgets.controls import Check
from models import storage
from models.rules.login_wait import wait_words
from models.rules.problem import Problem

_HIDDEN, _CAPS_LOCK = "●", 0x2
_SECOND_MS = 1000
_CAPS = "大写锁定键已打开。"
_LOST = "忘了密码：把打印的恢复码（25 个字符）填在这里，也能打开。"


class SecretForm(tkinter.Frame):
    """`opened` is called once the password or the recovery code was right."""

    def __init__(self, parent: Any, folder: Path, label: str, opened: Callable[[], object]) -> None:
        super().__init__(parent, background=CARD)
        self._folder, self._opened = folder, opened
        self._waited = False
        self._lay_field(label)
        self._says = ttk.Label(self, style="Paper.TLabel", justify="left")
        self._says.pack(fill="x", pady=px(8))
        self.shown = Check(self, "显示密码")
        self.shown.changed = lambda: self.entry.configure(show="" if self.shown.get() else _HIDDEN)
        self.shown.pack(anchor="w")
        self._lost = ttk.Label(self, text=_LOST, style="Soft.TLabel", justify="left")
        self._lost.pack(fill="x", pady=(px(12), 0))
        self.bind("<Configure>", lambda event: self._wrap(event.width))
        every(self, _SECOND_MS, self._count_down)

    def _lay_field(self, label: str) -> None:
        ttk.Label(self, text="密码", style="Soft.TLabel").pack(anchor="w", pady=(0, px(3)))
        row = ttk.Frame(self, style="Paper.TFrame")
        row.pack(fill="x")
        self.entry = ttk.Entry(row, style="Field.TEntry", font="LianxinBody", show=_HIDDEN)
        self.entry.pack(side="left", fill="x", expand=True)
        self.button = ttk.Button(row, text=label, style="Main.TButton", command=self.submit)
        self.button.pack(side="left", padx=(px(8), 0))
        self.entry.bind("<Return>", lambda _: self.submit())
        self.entry.bind("<Key>", self._hear, add=True)
        self.button.bind("<Return>", lambda _: self.submit())

    @property
    def said(self) -> str:
        """What stands under the field."""
        return str(self._says.cget("text"))

    def submit(self) -> None:
        """Try what is typed; Argon2id takes a moment, so that guessing takes long."""
        secret = self.entry.get()
        if not secret:
            self._say("请输入密码。", Tone.NEAR)
            return
        self._say("正在核对……", Tone.SOFT)
        self.update_idletasks()
        try:
            storage.unlock(self._folder, secret)
        except Problem as problem:
            self.entry.delete(0, "end")
            self._say(str(problem), Tone.LATE)
            self._waited = storage.seconds_left(self._folder) > 0
        else:
            self.entry.delete(0, "end")
            self._say("", Tone.PLAIN)
            self._opened()

    def _hear(self, event: "Event[Any]") -> None:
        """Say that capitals are locked while one types, and take old answers away."""
        caps = bool(int(event.state) & _CAPS_LOCK)
        if caps and not self._waited:
            self._say(_CAPS, Tone.NEAR)
        elif self.said.endswith(_CAPS):
            self._say("", Tone.PLAIN)

    def _count_down(self) -> None:
        left = storage.seconds_left(self._folder)
        if left:
            self._waited = True
            self._say(f"密码输错次数过多，请等 {wait_words(left)}再试。", Tone.LATE)
        elif self._waited:
            self._waited = False
            self._say("可以再试了。", Tone.PLANNED)

    def _say(self, text: str, tone: Tone) -> None:
        self._says.configure(text=signed(tone, text) if text else "", foreground=COLOURS[tone])

    def _wrap(self, width: int) -> None:
        for label in (self._says, self._lost):
            label.configure(wraplength=max(px(160), width - px(8)))
