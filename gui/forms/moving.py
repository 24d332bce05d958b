"""Moving an activity to another day, by typing or after a drag; what stands in its way is said at once."""

import tkinter
from datetime import date
from typing import Any

from gui.look.palette import CARD, LATE, NEAR, SOFT, Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.widgets.controls import Choice
from gui.widgets.day_field import Day
from gui.widgets.drag_note import Against
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from models import terms
from models.activity import Activity, read_entry
from models.agenda import conflicts_of, move_activity, moved, refusals
from models.rules.conflicts import span_words
from models.rules.kinds import ActivityKind, Half
from models.rules.pairing import half_day
from models.rules.problem import Problem

_FREE = "这个时间没有冲突。"
_ASK = "请填写日期。"


def against(activity: Activity, day: date, half: Half | None, today: date) -> Against:
    """What refuses a move; if nothing does, what only stands in its way; each with its sign."""
    refused = [signed(Tone.LATE, text) for text in refusals(activity, day, half, today)]
    if refused:
        return Against(refused, refuses=True)
    found = conflicts_of(moved(read_entry(activity), day, half))
    return Against([signed(Tone.NEAR, conflict.text) for conflict in found], refuses=False)


def move(shell: Shell, activity: Activity, day: date, half: Half | None = None) -> None:
    """Move it and say from when to when, what stands in its way there, and how to take it back.

    Raises Problem if it cannot be moved there.
    """
    warned = against(activity, day, half, shell.today()).texts
    before = when(activity)
    kept = move_activity(activity, day, half, shell.today())
    said = f"{kept.number} 已从{before}移到{when(kept)}。按 Ctrl+Z 撤销。"
    shell.notice("\n".join([said, *warned]), Tone.NEAR if warned else Tone.DONE)


def when(activity: Activity) -> str:
    """Its half-days in words."""
    first = half_day(activity.first_day, Half(activity.first_half))
    return span_words(first, half_day(activity.last_day, Half(activity.last_half)))


class MoveDrawer(Drawer):
    """Asks for the new day, and of what takes half a day for the half; conflicts refuse nothing."""

    def __init__(self, page: tkinter.Misc, shell: Shell, activity: Activity) -> None:
        self._activity, self._shell = activity, shell
        fields = [Field("day", "移到哪一天", lambda parent: Day(parent, shell.today), required=True)]
        if (activity.first_day, activity.first_half) == (activity.last_day, activity.last_half):
            words = {half: terms.label(half) for half in Half}
            fields.append(Field("half", "时段", lambda parent: Choice(parent, words)))
        values = {"day": activity.first_day, "half": Half(activity.first_half)}
        super().__init__(page, f"移动 {activity.number}", fields, self._move, values, "移动")
        self._lay_remarks()
        self.form.on_edit = lambda _: self._remark()
        self._remark()

    @property
    def remark(self) -> str:
        """What is said now of the day typed."""
        return str(self._said.cget("text"))

    def _lay_remarks(self) -> None:
        below: Any = self.form.master
        look: dict[str, Any] = {"background": CARD, "anchor": "w", "justify": "left"}
        kind = terms.label(ActivityKind(self._activity.kind))
        now = f"现在：{when(self._activity)}  {kind}  {self._activity.place}"
        tkinter.Label(below, text=now, font="LianxinSmall", foreground=SOFT, **look).pack(fill="x")
        self._said = tkinter.Label(below, font="LianxinBody", **look)
        self._said.pack(fill="x", pady=(px(8), 0))
        below.bind(
            "<Configure>", lambda event: self._said.configure(wraplength=event.width - px(16)), add=True
        )

    def _move(self, values: dict[str, Any]) -> None:
        move(self._shell, self._activity, values["day"], values.get("half"))

    def _remark(self) -> None:
        try:
            day = self.form["day"].get()
        except Problem as problem:
            self._said.configure(text=str(problem), foreground=SOFT)
            return
        if day is None:
            self._said.configure(text=_ASK, foreground=SOFT)
            return
        half = self.form["half"].get() if "half" in self.form.controls else None
        found = against(self._activity, day, half, self._shell.today())
        colour = LATE if found.refuses else NEAR if found.texts else SOFT
        self._said.configure(text="\n".join(found.texts) or _FREE, foreground=colour)
