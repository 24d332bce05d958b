"""The forms that close a quarter and open it again."""

import tkinter
from collections.abc import Callable
from functools import partial
from typing import Any

from gui.page import Shell
from gui.paper.closing_jobs import close
from gui.widgets.controls import Check, LongText
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from models.activity_line import lines_between
from models.closing import Closing, insist_on_closable, open_again
from models.rules.calendar import Period
from models.rules.problem import Problem
from printing.closing import QUARTERLY, YEARLY, forms_of
from printing.documents import Form

_SECTION = "季度归档"
_FIRST = frozenset((*QUARTERLY[:4], YEARLY[0]))


def close_form(page: tkinter.Misc, shell: Shell, quarter: Period, done: Callable[[], object]) -> Drawer:
    """Ask which documents are kept. Raises Problem if the quarter cannot be closed now."""
    insist_on_closable(quarter, shell.today())
    forms = forms_of(quarter)

    def keep(ticked: dict[str, Any]) -> None:
        chosen = [form for form in forms if ticked[form.name]]
        if not chosen:
            raise Problem("请至少勾选一份要归档的文件。")
        close(shell, quarter, chosen, shell.today(), done)

    drawer = Drawer(
        page,
        f"归档{quarter.title}",
        [_tick(form, hint) for form, hint in zip(forms, _hints(quarter, shell, forms), strict=True)],
        keep,
        {form.name: form.name in _FIRST for form in forms},
        "归档",
        section=_SECTION,
    )
    drawer.form.edited = False
    return drawer


def open_again_form(page: tkinter.Misc, shell: Shell, closing: Closing, title: str) -> Drawer:
    """Ask why a closing is taken back."""

    def keep(typed: dict[str, Any]) -> None:
        open_again(closing, typed["reason"])
        shell.notice(f"已撤销{title}的归档，原件仍然保存。按 Ctrl+Z 恢复。")

    reason = Field(
        "reason", "撤销归档的原因", partial(LongText, lines=3), "例如：漏登走访，领导要求重报", required=True
    )
    return Drawer(page, f"撤销{title}的归档", [reason], keep, {"reason": ""}, "撤销归档", section=_SECTION)


def _tick(form: Form, hint: str) -> Field:
    return Field(form.name, "", lambda parent: Check(parent, form.title), hint, wide=True)


def _hints(quarter: Period, shell: Shell, forms: list[Form]) -> list[str]:
    """Under the first tick what should be known before; under those of the year, that they are of it."""
    waiting = sum(line.awaits_answer(shell.today()) for line in lines_between(quarter.first, quarter.last))
    first = (
        f"注意：还有 {waiting} 条计划没有确认是否完成"
        if waiting
        else "全部领导，号码脱敏；归档后从这里打印、签字"
    )
    yearly = f"{quarter.first.year}年全年"
    return [first if at == 0 else yearly if form.name in YEARLY else "" for at, form in enumerate(forms)]
