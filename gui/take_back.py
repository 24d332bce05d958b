"""Ctrl+Z outside a field: the last action is taken back, one of an earlier session after a question."""

from datetime import datetime
from typing import Any

from gui import dialogs
from gui.look.palette import Tone
from models.rules.calendar import chinese_date
from models.undo import Action, last_action, undo

_TYPING = "这一页有填了还没有保存的内容。要撤销以前的操作，请先保存，或放弃所填的内容。"


class TakeBack:
    """Knows when the window was opened: what was done since is taken back without a question."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self._opened = datetime.now().replace(microsecond=0)

    def take(self) -> bool:
        """Take the last action back, or say why not; whether it was. While something is typed, nothing is."""
        if self._window.page.holds_typing():
            self._window.notice(_TYPING, Tone.PLANNED)
            return False
        action = last_action()
        if action is None:
            self._window.notice("没有可以撤销的操作。", Tone.PLANNED)
            return False
        if action.at < self._opened and not self._means(action):
            return False
        undo(action)
        self._window.notice(f"已撤销“{action.label}”。")
        return True

    def _means(self, action: Action) -> bool:
        when = f"{chinese_date(action.at.date())} {action.at:%H:%M}"
        question = f"上一步是以前做的：{when}“{action.label}”。要撤销它吗？"
        return bool(dialogs.confirm(self._window.root, "撤销以前的操作", question, "撤销"))
