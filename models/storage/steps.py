"""The schema's numbered steps: each commits with its number, and is never edited once shipped."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.rules.problem import Problem
from models.storage import cipher, step_1, step_2, step_3, step_4, step_5, step_6
from models.storage.backups import MIGRATION, Wish, verified_copy
from models.storage.files import replacing
from models.storage.record import LOCAL
from models.storage.snapshot import insist_on_soundness, write_fast

APPLICATION_ID = 0x4C58545A
STEPS: tuple[Callable[[Any], None], ...] = (
    step_1.apply,
    step_2.apply,
    step_3.apply,
    step_4.apply,
    step_5.apply,
    step_6.apply,
)
VERSION = len(STEPS)


def build(path: Path) -> None:
    """Make a new, plain database at `path` by all steps in turn."""
    with closing(cipher.connect(path, None)) as connection:
        build_in(connection)


def build_in(connection: Any, version: int | None = None) -> None:
    """The same in an empty database that is open, up to this step."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    run_steps(connection, 0, version)


def upgrade(path: Path) -> None:
    """Bring the database up to VERSION: a verified backup, the steps on a copy, the copy in its place.

    Raises Problem if anything fails; the old file is then still there, unchanged.
    """
    key = cipher.key_of(path)
    connection = cipher.connect(path, key)
    try:
        verified_copy(connection, Wish(path.parent / LOCAL, MIGRATION))
        with replacing(path) as part:
            part.unlink(missing_ok=True)
            _upgrade_copy(connection, cipher.connect(part, key))
            connection.close()
    except dbapi2.DatabaseError as error:
        raise Problem(f"数据文件“{path}”没有升级成功（{error}）。文件没有改动，请联系维护人员。") from error
    finally:
        connection.close()


def run_steps(connection: Any, version: int, last: int | None = None) -> None:
    """From this version to that one, all there are if none is named; each step commits with its number."""
    for number, step in enumerate(STEPS[version:last], start=version + 1):
        connection.execute("BEGIN EXCLUSIVE")
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")


def _upgrade_copy(connection: Any, copy: Any) -> None:
    with closing(copy):
        write_fast(copy)
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = MEMORY")  # a step may have to take back what it began
        run_steps(copy, copy.execute("PRAGMA user_version").fetchone()[0])
        insist_on_soundness(copy)
