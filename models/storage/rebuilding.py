"""A backup's rows in a database of our own making: nothing of its schema is trusted, even if it is right."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.rules.problem import Problem
from models.storage import cipher
from models.storage.files import reason
from models.storage.image import in_memory
from models.storage.snapshot import counts, insist_on_soundness, write_fast
from models.storage.steps import APPLICATION_ID, VERSION, build_in, run_steps

_ROWS_AT_ONCE = 1000
_UNCHANGED = "现在的数据没有改动。"
_FOREIGN = f"这份备份里的数据不是连心台账的，或结构被改动过，不会恢复。{_UNCHANGED}"
_NEWER = f"这份备份由更新版本的连心台账生成，请先安装新版本。{_UNCHANGED}"


def rebuild(data: bytes | bytearray, path: Path, key: bytes | None) -> None:
    """Write a backup's database to `path`, brought up to date, its pages encrypted if there is a data key.

    Raises Problem if it is unsound, not ours, or newer; `path` may then hold part of it.
    """
    try:
        with in_memory(data) as source, closing(cipher.connect(path, key)) as target:
            version = insist_on_ours(source)
            write_fast(target)
            build_in(target, version)
            _copy_rows(source, target)
            target.execute("PRAGMA journal_mode = MEMORY")
            run_steps(target, version)
            insist_on_soundness(target)
    except dbapi2.DatabaseError as error:
        raise Problem(f"恢复没有完成：磁盘空间不足或读写出错（{error}）。{_UNCHANGED}") from error
    except OSError as error:
        raise Problem(f"恢复没有完成：{reason(error)}。{_UNCHANGED}") from error


def insist_on_ours(source: sqlite3.Connection) -> int:
    """The schema's number. Raises Problem unless it is ours, known, and just what our steps make."""
    if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Problem(_FOREIGN)
    version = int(source.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise Problem(_NEWER)
    if version < 1 or _schema(source) != _known_schema(version):
        raise Problem(_FOREIGN)
    return version


def _known_schema(version: int) -> set[tuple[str, ...]]:
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as connection:
        build_in(connection, version)
        return _schema(connection)


def _schema(connection: Any) -> set[tuple[str, ...]]:
    """What there is; SQLite's own, such as statistics and inner indexes, say nothing of where it is from."""
    rows = connection.execute("SELECT type, name, tbl_name, COALESCE(sql, '') FROM sqlite_schema")
    return {
        (*row[:3], re.sub(r"\s+", " ", row[3])) for row in rows.fetchall() if not row[1].startswith("sqlite_")
    }


def _copy_rows(source: sqlite3.Connection, target: Any) -> None:
    """All rows of all tables under the ids they had, triggers kept from adding anything to them."""
    triggers = target.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    target.execute("BEGIN")
    for name, _ in triggers:
        target.execute(f'DROP TRIGGER "{name}"')
    for table in _tables(target):
        target.execute(f'DELETE FROM "{table}"')  # what the steps put in
        for rows in _rows(source, table):
            marks = ", ".join("?" * len(rows[0]))
            target.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)
    for _, sql in triggers:
        target.execute(sql)
    target.execute("COMMIT")
    if counts(target) != counts(source):
        raise Problem(f"恢复没有完成：恢复出来的记录数不对。{_UNCHANGED}")


def _tables(target: Any) -> list[str]:
    """sqlite_sequence last: it is what the inserts before it would change."""
    names = [row[0] for row in target.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return sorted(names, key=lambda name: name == "sqlite_sequence")


def _rows(source: sqlite3.Connection, table: str) -> Iterator[list[tuple[Any, ...]]]:
    cursor = source.execute(f'SELECT * FROM "{table}"')
    while rows := list(islice(cursor, _ROWS_AT_ONCE)):
        yield rows
