"""What is shown of 走访日历: whose, as month, quarter or list, and the way to other days."""

import tkinter
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import COLOURS, TINTS, Tone
from gui.look.scale import px
from gui.state.calendar_span import View
from gui.widgets.controls import Choice
from models.official import Official

_EVERYBODY = "全部领导"


class CalendarBar(ttk.Frame):
    """`chosen` is called for another leader, `looked` for another view, `turned` with -1, 0 (today) or 1."""

    def __init__(
        self,
        parent: tkinter.Misc,
        chosen: Callable[[], object],
        looked: Callable[[View], object],
        turned: Callable[[int], object],
    ) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self.leader = Choice(self, {None: _EVERYBODY})
        self.leader.box.configure(width=10)
        self.leader.set(None)
        self.leader.changed = chosen
        self.leader.pack(side="left")
        self.turns = self._buttons(
            {"‹": lambda: turned(-1), "今天": lambda: turned(0), "›": lambda: turned(1)}, "left"
        )
        self._title = ttk.Label(self, style="Paper.TLabel", font="LianxinHeading")
        self._title.pack(side="left", padx=(px(14), 0))
        look: dict[str, Any] = {"background": TINTS[Tone.NEAR], "foreground": COLOURS[Tone.NEAR]}
        self._quiet = tkinter.Label(self, font="LianxinSmall", padx=px(8), pady=px(1), **look)
        self._words = ("", "")
        self.bind("<Configure>", lambda _: self._fit())
        self.views = self._buttons({view: partial(looked, view) for view in reversed(View)}, "right")

    def offer(self, everybody: Iterable[Official]) -> None:
        """The leaders to choose from; one that is gone gives way to all."""
        self.leader.offer({None: _EVERYBODY} | {row.id: row.name for row in everybody})
        if not self.leader.box.get():
            self.leader.set(None)

    def show(self, view: View, title: str, quiet: str) -> None:
        """What is shown; `quiet` names the months without meetings in it, "" if none."""
        self._words = (title, quiet)
        for other, button in self.views.items():
            button.configure(style="Main.TButton" if other == view else "Quiet.TButton")
        self._fit()

    def _fit(self) -> None:
        """The title and the months without meetings, as far as there is room between the buttons."""
        labels: tuple[Any, Any] = (self._title, self._quiet)
        for label, text in zip(labels, self._words, strict=True):
            label.configure(text=text)
            label.pack_forget()
        room = self.winfo_width() - px(24)
        room -= sum(part.winfo_reqwidth() + px(6) for part in (self.leader, *self.turns.values()))
        room -= sum(part.winfo_reqwidth() + px(6) for part in self.views.values())
        for label, text in zip(labels, self._words, strict=True):
            room -= label.winfo_reqwidth() + px(12)
            if text and room >= 0:
                label.pack(side="left", padx=(px(12), 0))

    @property
    def text(self) -> str:
        """The title, with the months without meetings."""
        return " ".join(filter(None, self._words))

    def _buttons(self, runs: dict[Any, Callable[[], object]], side: Any) -> dict[Any, ttk.Button]:
        made = {}
        for word, run in runs.items():
            made[word] = ttk.Button(self, text=word, style="Quiet.TButton", command=run)
            made[word].pack(side=side, padx=(px(6), 0))
        return made
