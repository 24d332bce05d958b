"""What the program promises whatever the disk does, each tried once: `python -m tests.faults.promises`.

Prints what was broken of them. Run in a process of its own, since it may be one broken on purpose.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random

from peewee import IntegrityError

from models import storage
from models.base import database
from models.friend import Friend, save_friend
from models.rules.keeping import NEWEST, Kept
from models.rules.problem import Problem
from models.storage import backups, files
from models.storage.database import FILE_NAME, PRAGMAS
from models.writing import Topic, writing
from tests.faults.office import TODAY, build
from tests.faults.variants import break_if_asked


def a_lying_stick_is_found_out(folder: Path) -> str:
    """What is read back differs by a bit from what was written."""
    real = files.sync

    def lies(path: Path) -> None:
        real(path)
        if path.name.endswith(".part") and ".ldzb" in path.name:
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 4
            path.write_bytes(data)

    backups.sync = lies  # type: ignore[assignment]
    try:
        with _open(folder):
            storage.backup(folder / "out")
    except Problem:
        return ""
    finally:
        backups.sync = real
    return "accepted: a backup that the stick did not keep"


def what_others_rest_on_is_not_deleted(folder: Path) -> str:
    """An official with visits."""
    try:
        with _open(folder), writing("样", Topic.OFFICIAL):
            database.execute_sql("DELETE FROM official WHERE id = 1")
    except IntegrityError:
        return ""
    return "accepted: visits without the leader they are of"


def the_newest_copies_stay_whatever_the_clock_says(_folder: Path) -> str:
    """Histories of copies under a clock that jumps: none of the newest ten goes."""
    chance = Random(1)
    for _ in range(300):
        day, copies = date(2026, 1, 1), []
        for number in range(chance.randrange(5, 60)):
            jump = chance.choice((0, 0, 0, 1, 1, 3, 400, -300, 3650))
            day = max(date(1990, 1, 1), min(date(2090, 1, 1), day + timedelta(jump)))
            copies.append(Kept(number, day, is_safety=False))
        newest = {copy.number for copy in copies[-NEWEST:]}
        if newest & {copy.number for copy in backups.surplus(copies)}:
            return "lost: one of the newest copies, by the clock"
    return ""


def a_sudden_loss_is_asked_about(folder: Path) -> str:
    """All friends are gone since the last backup."""
    with _open(folder):
        for number in range(20):
            save_friend(Friend(official=1, name=f"样{number}"), TODAY)
        storage.backup(folder / "out")
        with writing("样", Topic.FRIEND):
            database.execute_sql("DELETE FROM friend")
        try:
            storage.backup(folder / "out")
        except storage.SuddenLoss:
            return ""
    return "accepted: a backup of what was suddenly lost"


def a_flipped_bit_is_noticed(folder: Path) -> str:
    """In the middle of the file, where SQLite does not look."""
    path = folder / "data" / FILE_NAME
    data = bytearray(path.read_bytes())
    for at in range(len(data) // 2, len(data)):
        if data[at : at + 64] == bytes(64):
            data[at + 32] ^= 1
            break
    path.write_bytes(data)
    try:
        with _open(folder):
            pass
    except Problem:
        return ""
    return "missed: a bit that flipped"


def settings_of_the_database_that_do_not_hold_are_refused(folder: Path) -> str:
    """Each pragma in turn has another value than the one asked for."""
    for name, (asked, wanted) in dict(PRAGMAS).items():
        PRAGMAS[name] = (asked, object())
        try:
            with _open(folder):
                return f"missed: {name} did not hold"
        except Problem:
            continue
        finally:
            PRAGMAS[name] = (asked, wanted)
    return ""


PROMISES: tuple[Callable[[Path], str], ...] = (
    a_lying_stick_is_found_out,
    what_others_rest_on_is_not_deleted,
    the_newest_copies_stay_whatever_the_clock_says,
    a_sudden_loss_is_asked_about,
    a_flipped_bit_is_noticed,
    settings_of_the_database_that_do_not_hold_are_refused,
)


def main() -> int:
    """Try them all; exit 1 if one does not hold."""
    break_if_asked()
    broken = list(filter(None, map(_tried, PROMISES)))
    print(*broken, sep="\n", end="")
    return bool(broken)


def _tried(promise: Callable[[Path], str]) -> str:
    with tempfile.TemporaryDirectory() as name:
        build(Path(name) / "data")
        return promise(Path(name))


@contextmanager
def _open(folder: Path) -> Iterator[None]:
    try:
        storage.open_database(folder / "data")
        yield
    finally:
        storage.close_database()


if __name__ == "__main__":
    sys.exit(main())
