"""The form of one step of a matter: on which day, in which words, how content those were who were told."""

import tkinter
from functools import partial
from typing import Any

from gui import dialogs
from gui.page import Shell
from gui.widgets.controls import Choice, LongText, Text
from gui.widgets.day_field import Day
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from gui.widgets.suggest import Suggest
from models import terms
from models.matter import Matter, MatterStep, add_step, assign_matter
from models.matter_correction import correct_step, step_rows
from models.matter_line import used_words
from models.rules.calendar import chinese_date
from models.rules.kinds import Satisfaction, StepKind
from models.rules.matter import Step
from models.rules.problem import Problem
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
    return Drawer(
        page,
        f"{word}  {matter.number}",
        _fields(shell, kind),
        keep,
        given,
        word,
        section="办理：交办到告知群众",
    )


def correct_steps(page: tkinter.Misc, shell: Shell, matter: Matter) -> Drawer:
    """A form for the day and the words of a step that was entered, the last one to begin with."""
    rows = {row.id: row for row in step_rows(matter)}
    if not rows:
        raise Problem("还没有登记步骤。")
    words = {number: _told(row) for number, row in rows.items()}

    def keep(typed: dict[str, Any]) -> None:
        correct_step(rows[typed["step"]], typed["day"], typed["words"], shell.today())
        shell.notice(f"{matter.number} 已更正{words[typed['step']]}。按 Ctrl+Z 撤销。")

    def edited(name: str) -> None:
        if name == "step" and _may_turn(page, drawer, rows[shown[0]]):
            shown[0] = drawer.form["step"].get()
            drawer.form.set(_values(rows[shown[0]]))

    which = Field("step", "哪一步", lambda parent: Choice(parent, words), "", required=True, wide=True)
    first = _values(list(rows.values())[-1])
    shown: list[int] = [first["step"]]
    title, fields = f"更正步骤  {matter.number}", [which, *_plain(shell, field_label("matter_step", "words"))]
    drawer = Drawer(page, title, fields, keep, first, "更正", section="事项登记错了")
    drawer.form.on_edit = edited
    return drawer


def _may_turn(page: tkinter.Misc, drawer: Drawer, left: MatterStep) -> bool:
    """Whether another step may be shown: what was typed about this one is kept or given up first."""
    form = drawer.form
    is_as_it_was = form["day"].get() == left.day and form["words"].get().strip() == left.words
    if is_as_it_was or dialogs.may_give_up(page, "改过的内容还没有保存。要放弃吗？"):
        return True
    form["step"].set(left.id)
    return False


def _told(row: MatterStep) -> str:
    return f"{chinese_date(row.day)} {terms.label(StepKind(row.kind))}"


def _values(row: MatterStep) -> dict[str, Any]:
    return {"step": row.id, "day": row.day, "words": row.words}


def _plain(shell: Shell, asked: str, *, needed: bool = False) -> list[Field]:
    """The day of a step and its words."""
    return [
        Field("day", field_label("matter_step", "day"), partial(Day, today=shell.today), "", required=True),
        Field("words", asked, partial(LongText, lines=5), "", required=needed, wide=True),
    ]


def _fields(shell: Shell, kind: StepKind) -> list[Field]:
    asked = _ASKED.get(kind, field_label("matter_step", "words"))
    day, text = _plain(shell, asked, needed=kind in _NEEDED)
    if kind == StepKind.ASSIGN:
        return [_unit(), Field("person", field_label("matter", "person"), Text), day, text]
    if kind in (StepKind.TELL, StepKind.REVISIT):
        words = {"": "（没有表态）"} | {str(each): terms.label(each) for each in Satisfaction}
        said = field_label("matter", "satisfaction")
        return [day, Field("satisfaction", said, lambda parent: Choice(parent, words)), text]
    return [day, text]


def _unit() -> Field:
    def suggest(parent: tkinter.Misc) -> Suggest:
        return Suggest(parent, lambda: used_words("unit"))

    return Field("unit", field_label("matter", "unit"), suggest, "", required=True)
