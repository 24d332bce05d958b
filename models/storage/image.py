"""A backup's database in memory: looked at and checked without a plain file anywhere."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from models.rules.problem import Problem
from models.storage.payload import Manifest
from models.storage.snapshot import counts

UNSOUND = "备份里的数据没有通过检查，不能使用。请改用另一份备份。"


@contextmanager
def in_memory(data: bytes | bytearray) -> Iterator[sqlite3.Connection]:
    """The database, for reading only. Raises Problem if it turns out to be none, or unsound.

    Nothing in its schema can call a function of ours, and whoever opens it compares that schema first.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        try:
            connection.deserialize(bytes(data))
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("PRAGMA query_only = ON")
            yield connection
        except sqlite3.DatabaseError as error:
            raise Problem(UNSOUND) from error


def insist_on_sound_image(connection: sqlite3.Connection) -> None:
    """Raises Problem unless structure and references are whole."""
    sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if not sound or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Problem(UNSOUND)


def manifest_of(data: bytes) -> Manifest:
    """What a plain database says of itself; whether it is sound is another question."""
    with in_memory(data) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return Manifest(version, len(data), counts(connection), "")
