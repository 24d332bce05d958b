"""The door: the password or the recovery code gives the data key; wrong tries make it wait.

A try is written down before the secret is looked at, so that a program killed meanwhile has tried too.
"""

import json
import time
from contextlib import suppress
from pathlib import Path

from models.rules.login_wait import FREE_TRIES, left_seconds, wait_words
from models.rules.problem import Problem
from models.storage import keys
from models.storage.files import replacing
from models.storage.run import run_of_pc

_NAME = "tries.json"


class MustWait(Problem):
    """Too many wrong tries."""


def unlock(folder: Path, secret: str) -> None:
    """Hold the folder's data key from now on. Raises WrongSecret, MustWait, or Problem for a bad keys.json.

    A recovery code never waits: it is not to be guessed.
    """
    failed = _failed(folder)
    if not keys.looks_like_code(secret) and (left := seconds_left(folder)):
        raise MustWait(f"密码输错次数过多，请等 {wait_words(left)}再试。也可以用恢复码打开。")
    _write(folder, failed + 1)
    try:
        key = keys.unlock(folder, secret)
    except keys.WrongSecret as wrong:
        raise keys.WrongSecret(_said(folder, failed + 1)) from wrong
    _write(folder, 0)
    keys.hold(key)


def seconds_left(folder: Path) -> float:
    """How long the next try has to wait, 0 if it need not."""
    run, at = _last(folder)
    return left_seconds(_failed(folder), at, time.monotonic(), same_run=run == run_of_pc())


def _said(folder: Path, failed: int) -> str:
    left = seconds_left(folder)
    if left:
        return f"密码不对。请等 {wait_words(left)}再试。"
    return f"密码不对，还可以试 {FREE_TRIES - failed} 次。请看看大写锁定键和输入法。"


def _failed(folder: Path) -> int:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return max(0, int(_read(folder)["failed"]))
    return FREE_TRIES if (folder / _NAME).exists() else 0


def _last(folder: Path) -> tuple[str, float]:
    """In which run of the PC the last try was, and how long that had run."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        values = _read(folder)
        return str(values["run"]), float(values["at"])
    return "", 0.0


def _read(folder: Path) -> dict[str, str | int | float]:
    values = json.loads((folder / _NAME).read_text("ascii"))
    return values if isinstance(values, dict) else {}


def _write(folder: Path, failed: int) -> None:
    values = {"failed": failed, "run": run_of_pc(), "at": time.monotonic()}
    with replacing(folder / _NAME) as part:
        part.write_text(json.dumps(values), "ascii")
