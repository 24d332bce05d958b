"""The schema's numbered steps: each commits with its number, and is never edited once shipped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.rules.problem import Problem
from models.storage import cipher, step_1, step_2, step_3, step_4, step_5
from models.storage.backup import snapshot, verified_copy
from models.storage.files import replacing

APPLICATION_ID = 0x4C58545A
STEPS: tuple[Callable[[Any], None], ...] = (
    step_1.apply,
    step_2.apply,
    step_3.apply,
    step_4.apply,
    step_5.apply,
)
VERSION = len(STEPS)


def build(path: Path) -> None:
    """Make a new database at `path` by all steps in turn."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _run(connection, 0)
    finally:
        connection.close()


def upgrade(path: Path) -> None:
    """Bring the database up to VERSION: a verified backup, the steps on a copy, the copy in its place.

    Raises Problem if anything fails; the old file is then still there, unchanged.
    """
    key = cipher.key_of(path)
    connection = cipher.connect(path, key)
    try:
        verified_copy(connection, path.parent / "backups")
        with replacing(path) as part:
            part.unlink(missing_ok=True)
            snapshot(connection, part)
            _upgrade_copy(part, key)
            connection.close()
    except dbapi2.DatabaseError as error:
        raise Problem(f"数据文件“{path}”没有升级成功（{error}）。文件没有改动，请联系维护人员。") from error
    finally:
        connection.close()


def _upgrade_copy(path: Path, key: bytes | None) -> None:
    copy = cipher.connect(path, key)
    try:
        _run(copy, copy.execute("PRAGMA user_version").fetchone()[0])
    finally:
        copy.close()


def _run(connection: Any, version: int) -> None:
    for number, step in enumerate(STEPS[version:], start=version + 1):
        connection.execute("BEGIN EXCLUSIVE")
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
