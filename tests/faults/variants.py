"""The program broken on purpose, one way each: tests that let one of these pass would be worth nothing.

A broken program is the same process with one function or setting replaced as it starts (see server.py).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

VARIABLE = "LIANXIN_BROKEN"


def _nothing(*_arguments: Any, **_options: Any) -> None:
    return None


def no_fsync() -> None:
    """Files are not pushed to the disk before they get their name."""
    from models.storage import files

    files.sync = _nothing  # type: ignore[assignment]


def no_folder_fsync() -> None:
    """Names are not pushed to the disk, by any means."""
    from models.storage import files

    real = files.sync
    files.sync_folder = _nothing  # type: ignore[assignment]
    files.sync = lambda path: real(path) if path.name.endswith(".part") else None  # type: ignore[assignment]


def synchronous_off() -> None:
    """SQLite does not wait for the disk."""
    from models.storage import database

    database.PRAGMAS["synchronous"] = ("OFF", 0)


def journal_in_memory() -> None:
    """SQLite keeps what it would go back to where a crash takes it away."""
    from models.storage import database

    database.PRAGMAS["journal_mode"] = ("MEMORY", "memory")


def no_journal() -> None:
    """SQLite cannot go back at all."""
    from models.storage import database

    database.PRAGMAS["journal_mode"] = ("OFF", "off")


def delete_before_rename() -> None:
    """The old file goes before the new one has its name."""

    @contextmanager
    def replacing(path: Path) -> Iterator[Path]:
        part = path.with_name(path.name + ".part")
        yield part
        path.unlink(missing_ok=True)
        part.replace(path)

    _replace_replacing(replacing)


def written_in_place() -> None:
    """A file is written under its own name."""

    @contextmanager
    def replacing(path: Path) -> Iterator[Path]:
        yield path

    _replace_replacing(replacing)


def errors_swallowed() -> None:
    """What the disk refuses is nobody's concern."""

    @contextmanager
    def replacing(path: Path) -> Iterator[Path]:
        part = path.with_name(path.name + ".part")
        try:
            yield part
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)

    _replace_replacing(replacing)


def told_before_done() -> None:
    """Success is told before anything is done."""
    from tests.faults import server

    server.TELLS_FIRST = True


def two_transactions() -> None:
    """One action of the user is committed in pieces."""
    from models import activity

    real = activity._replace_people

    def in_pieces(kept: Any, typed: Any) -> None:
        from models.base import database

        database.execute_sql("COMMIT")
        database.execute_sql("BEGIN")
        real(kept, typed)

    activity._replace_people = in_pieces


def no_read_back() -> None:
    """A backup is not compared with what the disk gives back."""
    from models.storage import backups

    backups._insist_on_the_same = _nothing  # type: ignore[assignment]


def no_foreign_keys() -> None:
    """SQLite does not mind rows that point nowhere."""
    from models.storage import database

    database.PRAGMAS["foreign_keys"] = ("OFF", 0)


def retention_by_clock() -> None:
    """Old copies are those that the clock calls old."""
    from models.rules.keeping import NEWEST
    from models.storage import backups

    backups.surplus = lambda copies: sorted(copies, key=lambda copy: copy.day)[:-NEWEST]  # type: ignore[assignment]


def no_count_check() -> None:
    """A backup asks nothing, however much is gone."""
    from models.storage import backups

    backups._insist_on_no_sudden_loss = _nothing  # type: ignore[assignment]


def fingerprint_not_compared() -> None:
    """Every file is taken to be as it was closed."""
    from models.storage import fingerprint

    fingerprint.last_end = lambda *_: fingerprint.End.CLEAN  # type: ignore[assignment]


def pragmas_not_read_back() -> None:
    """Whatever SQLite made of what it was asked for will do."""
    from models.storage import database

    database._insist_on_pragmas = _nothing  # type: ignore[assignment]


VARIANTS: tuple[Callable[[], None], ...] = (
    no_fsync,
    no_folder_fsync,
    synchronous_off,
    journal_in_memory,
    no_journal,
    delete_before_rename,
    written_in_place,
    errors_swallowed,
    told_before_done,
    two_transactions,
    no_read_back,
    no_foreign_keys,
    retention_by_clock,
    no_count_check,
    fingerprint_not_compared,
    pragmas_not_read_back,
)


def break_if_asked() -> None:
    """In the process that serves acts: be the variant that is named in the environment."""
    wanted = os.environ.get(VARIABLE)
    for one in VARIANTS:
        if one.__name__ == wanted:
            one()


def _replace_replacing(replacing: Any) -> None:
    """Every module took the function by its name."""
    import sys

    from models.storage import files

    real = files.replacing
    for module in list(sys.modules.values()):
        if getattr(module, "replacing", None) is real:
            module.replacing = replacing  # type: ignore[attr-defined]
