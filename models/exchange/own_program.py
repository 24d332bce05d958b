"""Child processes are started from the program's own file, which may be gone by then."""

import sys
from pathlib import Path

from models.rules.problem import Problem

_RUNNING = Path("/proc/self/exe")
_MOVED = (
    "连心台账的程序文件在打开以后被移走、删除或换成了新版本，现在不能读取文件。"
    "请关闭连心台账，重新打开后再导入。"
)


def insist_on_own_program() -> None:
    """Raises Problem if the file this program runs from is no longer in its place.

    Another version's child would answer in its own way. Windows keeps the file while it runs.
    """
    if sys.platform == "linux" and _RUNNING.exists() and not _is_in_place():
        raise Problem(_MOVED)


def _is_in_place() -> bool:
    try:
        return _RUNNING.samefile(sys.executable)
    except FileNotFoundError:
        return False
