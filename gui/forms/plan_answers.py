"""What became of a plan, said in one step: done, nobody met, put off, called off."""

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from gui.look.scale import px
from gui.page import Shell
from models import terms
from models.activity import Activity, targets_of
from models.activity_answer import answer_missed, answer_plan
from models.rules.kinds import ActivityState

DONE, MISSED, POSTPONED, CANCELLED = "已完成", "未遇", "延期", "取消活动"
_STATES = {DONE: ActivityState.DONE, POSTPONED: ActivityState.POSTPONED, CANCELLED: ActivityState.CANCELLED}
ANSWERS = (DONE, MISSED, POSTPONED, CANCELLED)


class PlanAnswers(ttk.Frame):
    """Four buttons, also pressed by 1 to 4; `current` gives the id of the plan they speak of."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, current: Callable[[], int | None]) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._shell, self._current = shell, current
        self.buttons: dict[str, ttk.Button] = {}
        for number, word in enumerate(ANSWERS, start=1):
            button = ttk.Button(
                self, text=f"{number} {word}", style="Quiet.TButton", command=partial(self.answer, word)
            )
            button.pack(side="left", padx=(0, px(8)))
            self.buttons[word] = button

    def listen(self, widget: tkinter.Misc) -> None:
        """Let 1 to 4 answer while that widget has the keyboard."""
        for number, word in enumerate(ANSWERS, start=1):
            widget.bind(f"<Key-{number}>", partial(self._press, word))

    def offer(self, number: int | None) -> None:
        """Nobody can be said to be missed where nobody was to be met."""
        met = number is not None and any(targets_of(Activity.get_by_id(number)))
        self.buttons[MISSED].state(["!disabled" if met else "disabled"])

    def answer(self, word: str) -> None:
        """Keep this answer for the current plan and say so."""
        number = self._current()
        if number is None or self.buttons[word].instate(["disabled"]):
            return
        activity = Activity.get_by_id(number)
        if word == MISSED:
            answer_missed(activity, self._shell.today())
            said = "完成（全部未遇）"
        else:
            answer_plan(activity, _STATES[word], self._shell.today())
            said = terms.label(_STATES[word])
        self._shell.notice(f"{activity.number} 已改为“{said}”。按 Ctrl+Z 撤销。")

    def _press(self, word: str, _event: object) -> str:
        self.answer(word)
        return "break"
