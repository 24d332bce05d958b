"""The form of one step of a matter: on which day, in which words, how content those were who were told."""

import tkinter
from functools import partial
from typing import Any

from gui.page import Shell
from gui.widgets.controls import Choice, LongText, Text
from gui.widgets.day_field import Day
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from gui.widgets.suggest import Suggest
from models import terms
from models.matter import Matter, add_step, assign_matter
from models.matter_line import used_words
from models.rules.kinds import Satisfaction, StepKind
from models.rules.matter import Step
from models.terms import field_label

_ASKED = {
    StepKind.ASSIGN: "交办要求",
    StepKind.URGE: "催办情况",
    StepKind.REPLY: "答复内容",
    StepKind.TELL: "怎样告知的，群众怎么说",
    StepKind.REVISIT: "回访情况",
    StepKind.REOPEN: "为什么重新打开",
}
_NEEDED = frozenset((StepKind.REPLY, StepKind.REOPEN))


def ask_step(page: tkinter.Misc, shell: Shell, matter: Matter, kind: StepKind) -> Drawer:
    """A form for the next step; kept, the state of the matter follows."""
    word = terms.label(kind)

    def keep(values: dict[str, Any]) -> None:
        step = Step(kind, values["day"], values["words"])
        if kind == StepKind.ASSIGN:
            assign_matter(matter, step, values["unit"], values["person"], shell.today())
        else:
            add_step(matter, step, shell.today(), values.get("satisfaction", ""))
        shell.notice(f"{matter.number} 已登记{word}。按 Ctrl+Z 撤销。")

    given = {"day": shell.today(), "satisfaction": "", "unit": matter.unit, "person": matter.person}
    return Drawer(page, f"{word}  {matter.number}", _fields(shell, kind), keep, given, word)


def _fields(shell: Shell, kind: StepKind) -> list[Field]:
    day = Field("day", field_label("matter_step", "day"), partial(Day, today=shell.today), "", required=True)
    asked = _ASKED.get(kind, field_label("matter_step", "words"))
    text = Field("words", asked, partial(LongText, lines=5), "", required=kind in _NEEDED, wide=True)
    if kind == StepKind.ASSIGN:
        unit = Field(
            "unit",
            field_label("matter", "unit"),
            lambda p: Suggest(p, lambda: used_words("unit")),
            "",
            required=True,
        )
        return [unit, Field("person", field_label("matter", "person"), Text), day, text]
    if kind == StepKind.TELL:
        words = {"": "（没有表态）"} | {str(each): terms.label(each) for each in Satisfaction}
        return [
            day,
            Field("satisfaction", field_label("matter", "satisfaction"), lambda p: Choice(p, words)),
            text,
        ]
    return [day, text]
