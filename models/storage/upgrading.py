"""An older file brought up to date on a copy, after a verified backup."""

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.rules.problem import Problem
from models.storage import cipher
from models.storage.backups import MIGRATION, Wish, verified_copy
from models.storage.files import replacing
from models.storage.record import LOCAL
from models.storage.snapshot import copy_pages, insist_on_soundness, write_fast
from models.storage.steps import run_steps


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


def _upgrade_copy(connection: Any, copy: Any) -> None:
    with closing(copy):
        write_fast(copy)
        copy_pages(connection, copy)
        copy.execute("PRAGMA journal_mode = MEMORY")  # a step may have to take back what it began
        run_steps(copy, copy.execute("PRAGMA user_version").fetchone()[0])
        insist_on_soundness(copy)
