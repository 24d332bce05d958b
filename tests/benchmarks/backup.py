"""A verified backup of 10,000 households and 100,000 visits against a bare copy that is read back.

The yardstick is a copy by SQLite's backup API, synced by SQLite itself, and read back from the disk whole.
Ours checks structure, references and counts, compresses, seals, syncs, reads back past the cache, opens,
unpacks and compares.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from models.base import database
from models.storage import backup, close_database, open_database
from tests.benchmarks._large_office import ACTIVITIES, LEADERS, make

A_LEADER = 22  # a township, a village, twenty households
VISITS = 100_000
ROUNDS = 5
MOST = 3.0


def rows() -> list[tuple[str, str, str, float, float]]:
    """What, ours, the yardstick, their ratio, and the ratio wanted at most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "data", A_LEADER)
        open_database(folder / "data")
        try:
            ours, bare = _measured(folder)
        finally:
            close_database()
    what = f"备份并核对 {LEADERS * (A_LEADER - 2)} 户、{VISITS} 次走访（{ACTIVITIES} 条活动）"
    return [(what, f"{ours * 1000:.0f} ms", f"{bare * 1000:.0f} ms", ours / bare, MOST)]


def _measured(folder: Path) -> tuple[float, float]:
    """The best of some rounds each, by turns."""
    rounds = [
        (_seconds(lambda: backup(folder / "ours")), _seconds(lambda: _bare(folder / "bare.db")))
        for _ in range(ROUNDS)
    ]
    return min(pair[0] for pair in rounds), min(pair[1] for pair in rounds)


def _bare(path: Path) -> None:
    path.unlink(missing_ok=True)
    with closing(dbapi2.connect(str(path))) as copy:
        database.connection().backup(copy)
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        hashlib.file_digest(file, "sha256")


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
