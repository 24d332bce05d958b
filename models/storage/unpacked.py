"""The one file unpacks itself at each start, into a folder that goes when it is closed, but not when killed.

Each run holds a lock in its folder; one that nobody holds was left behind. Of a folder without a lock nobody
knows whether it is being unpacked just now, so it has to be old.
"""

import os
import shutil
import sys
import time
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX, _LOCK = "_MEI", "lianxin.lock"
_OURS = Path("assets", "divisions.csv")
_UNPACKING_S = 3600.0


@cache
def hold_own() -> FileLock | None:
    """Hold the folder this run was unpacked into, until the process ends; None if there is none."""
    own = _own()
    if own is None:
        return None
    lock = FileLock(own / _LOCK)
    lock.acquire(timeout=0)
    return lock


def clear_left_behind() -> None:
    """Delete what killed runs of this program left beside our own folder, as far as the disk lets go."""
    own = _own()
    if own is None:
        return
    for folder in own.parent.glob(f"{_PREFIX}*"):
        if folder != own and _is_ours(folder) and _is_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _own() -> Path | None:
    folder = Path(getattr(sys, "_MEIPASS", ""))
    return folder if folder.name.startswith(_PREFIX) else None


def _is_ours(folder: Path) -> bool:
    """Whether this program was unpacked there, by this user."""
    if folder.is_symlink() or not (folder / _OURS).is_file():
        return False
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()


def _is_left(folder: Path) -> bool:
    path = folder / _LOCK
    if not path.exists():
        return time.time() - folder.stat().st_mtime > _UNPACKING_S
    try:
        with FileLock(path, timeout=0):
            return True
    except (Timeout, OSError):
        return False
