"""写明原因: the drawer that asks why a duty was not met."""

import tkinter
from collections.abc import Sequence
from functools import partial

from gui.page import Shell
from gui.widgets.controls import LongText
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from models.explanation import explain_all, find_explanation
from models.rules.counting import Progress


def ask_reason(page: tkinter.Misc, shell: Shell, missed: Sequence[Progress], duty: str) -> Drawer:
    """Open the drawer for a duty of one leader, missed towards one point or several, which share the reason.

    Kept, it is 逾期(已说明) and off the work list.
    """
    line = missed[0]

    def keep(values: dict[str, str]) -> None:
        explain_all(missed, values["reason"], shell.today())
        shell.notice("原因已保存，标为“逾期（已说明）”，不再列入要办。按 Ctrl+Z 撤销。")

    subjects = "、".join(each.subject for each in missed if each.subject)
    about = " ".join(filter(None, (line.leader, duty, subjects)))
    hint = f"{line.period.title}  {about}"
    field = Field("reason", "未完成的原因", partial(LongText, lines=5), hint, required=True, wide=True)
    known = find_explanation(line)
    return Drawer(
        page, "写明原因", [field], keep, {"reason": known.reason if known else ""}, section="写明逾期的原因"
    )
