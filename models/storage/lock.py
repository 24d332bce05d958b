"""One program at a time in a data folder; a second start asks the first one to show itself.

The lock belongs to the process and goes with it, however it ends. The request is a small file beside it:
no port, so no firewall ever asks about it.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from models.rules.problem import Problem
from models.storage.files import reason
from models.storage.refusal import Refused, Why

_LOCK, _CALL = "lianxin.lock", "lianxin.call"
_LOOK_S = 0.05


class AlreadyOpen(Problem):
    """Another process has the folder."""

    def __init__(self) -> None:
        super().__init__("连心台账已经打开。请切换到已打开的窗口，或先将它关闭。")


def take(folder: Path) -> FileLock:
    """The folder's lock, made with the folder. Raises AlreadyOpen, or Refused if it cannot be used."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK)
        lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyOpen from None
    except OSError as error:
        raise Refused(Why.FOLDER, folder, reason(error)) from error
    return lock


def call(folder: Path, patience: float) -> bool:
    """Ask whoever has the folder to come forward; whether he did, within so many seconds."""
    request = folder / _CALL
    end = time.monotonic() + patience
    try:
        request.write_text(str(os.getpid()), "ascii")
    except OSError:
        return False
    while time.monotonic() < end:
        if not request.exists():
            return True
        time.sleep(_LOOK_S)
    return False


def is_called(folder: Path) -> bool:
    """Whether another start asked since; asking again begins anew."""
    with suppress(OSError):
        (folder / _CALL).unlink()
        return True
    return False
