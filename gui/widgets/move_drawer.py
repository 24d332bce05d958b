"""Another day for something, typed: what speaks against it is said at once, below the fields."""

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from gui.look.palette import CARD, COLOURS, Tone
from gui.look.scale import px
from gui.widgets.controls import Choice
from gui.widgets.day_field import Day
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from models import terms
from models.rules.kinds import Half
from models.rules.problem import Problem

_ASK = "请填写日期。"


class Against(NamedTuple):
    """What speaks against a day; `refuses` if nothing can be moved there at all."""

    texts: Sequence[str]
    refuses: bool = False

    @property
    def tone(self) -> Tone:
        return Tone.LATE if self.refuses else Tone.NEAR if self.texts else Tone.SOFT


class Moving(NamedTuple):
    """What is moved: its name and when it is now; `half` None if it takes more, then only a day is asked.

    `against` tells what speaks against a time and may raise Problem; `free` is said where nothing does;
    `move` does it.
    """

    title: str
    now: str
    day: date
    half: Half | None
    against: Callable[[date, Half | None], Against]
    move: Callable[[date, Half | None], object]
    free: str


class MoveDrawer(Drawer):
    """Asks for the new day and, of what takes half a day, for the half."""

    def __init__(self, page: tkinter.Misc, moving: Moving, today: Callable[[], date]) -> None:
        self._moving = moving
        fields = [
            Field(
                "day", "移到哪一天", lambda parent: Day(parent, today), moving.now, required=True, wide=True
            )
        ]
        if moving.half is not None:
            halves = {half: terms.label(half) for half in Half}
            fields.append(Field("half", "时段", lambda parent: Choice(parent, halves), required=True))
        values = {"day": moving.day, "half": moving.half}
        super().__init__(page, f"移动 {moving.title}", fields, self._move, values, "移动")
        below: Any = self.form.master
        self._said = tkinter.Label(below, background=CARD, font="LianxinBody", anchor="w", justify="left")
        self._said.pack(fill="x")
        below.bind(
            "<Configure>", lambda event: self._said.configure(wraplength=event.width - px(16)), add=True
        )
        self.form.on_edit = lambda _: self._remark()
        self._remark()

    def submit(self) -> None:
        """Move it and close; what refuses is said once, in the form's own place."""
        super().submit()
        if self.winfo_exists():
            self._said.configure(text="")

    @property
    def remark(self) -> str:
        """What is said of the time typed."""
        return str(self._said.cget("text"))

    def _wrap(self, width: int) -> None:
        self._said.configure(wraplength=width)

    def _move(self, values: dict[str, Any]) -> None:
        self._moving.move(values["day"], values.get("half"))

    def _remark(self) -> None:
        self.form.clear_complaints()
        try:
            found = self._found()
        except Problem as problem:
            found = Against(problem.complaints, refuses=True)
        text = "\n".join(found.texts) or self._moving.free
        self._said.configure(text=text, foreground=COLOURS[found.tone])

    def _found(self) -> Against:
        """What speaks against the time typed. Raises Problem if it cannot be read."""
        day = self.form["day"].get()
        half = self.form["half"].get() if "half" in self.form.controls else None
        return Against([_ASK]) if day is None else self._moving.against(day, half)
