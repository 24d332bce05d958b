"""What went wrong in a callback: a Problem is for the user, anything else is ours, logged and said once."""

import logging
from collections.abc import Callable
from types import TracebackType

from gui.look.palette import Tone
from models.rules.problem import Problem
from models.storage.trouble import disk_trouble

_OURS = "程序出了一点问题，已记入日志。您输入的内容还在，可以继续；如果反复出现，请把日志发给维护人员。"
_log = logging.getLogger(__name__)


class Errors:
    """Says them with `notice`; of ours the same one only once. What a disk refuses is not ours."""

    def __init__(self, notice: Callable[[str, Tone], object]) -> None:
        self._notice = notice
        self._said: set[str] = set()

    def failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What Tk calls when a callback raised."""
        if isinstance(error, Problem):
            self._notice(str(error), Tone.LATE)
            return
        _log.error("a callback failed", exc_info=(kind, error, trace))
        if trouble := disk_trouble(error):
            self._notice(str(trouble), Tone.LATE)
        elif repr(error) not in self._said:
            self._said.add(repr(error))
            self._notice(_OURS, Tone.LATE)
