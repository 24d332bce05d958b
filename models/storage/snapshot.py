"""One consistent copy of the open database, local and short-lived: what a backup is made from."""

import platform
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.rules.problem import Problem
from models.storage import cipher, pages
from models.storage.payload import Manifest

NAME = "snapshot.tmp"
PATIENCE_S = 10.0
_PIECE = 1 << 20
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_stat*'"
_UNIT = "SELECT value FROM setting WHERE key = 'office_name' ORDER BY valid_from DESC"
_UNSOUND = "数据库检查没有通过，没有生成备份。请保留原有备份并联系维护人员。"


@dataclass(frozen=True)
class Snapshot:
    """The copy, and what the open database said of itself at that moment."""

    path: Path
    key: bytes | None
    """The data key if the pages are encrypted, as those of the open database are."""
    manifest: Manifest
    unit: str

    def packed_for(self, *, is_deflated: bool) -> "Snapshot":
        """The same, to be packed so."""
        return replace(self, manifest=replace(self.manifest, is_deflated=is_deflated))


@contextmanager
def snapshot_of(connection: Any) -> Iterator[Snapshot]:
    """Beside the database, gone when the block ends. Raises Problem if the disk refuses."""
    live = Path(connection.execute("PRAGMA database_list").fetchone()[2])
    path = live.with_name(NAME)
    try:
        path.unlink(missing_ok=True)
        yield _taken(connection, path, cipher.key_of(live))
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def check(snapshot: Snapshot) -> None:
    """Raises Problem if the copy is unsound or holds other counts than the open database had."""
    with closing(cipher.connect_unchanging(snapshot.path, snapshot.key)) as copy:
        insist_on_soundness(copy)
        if counts(copy) != snapshot.manifest.counts:
            raise Problem("备份与数据库的记录数不一致，没有生成备份。原有备份仍在。")


def image(snapshot: Snapshot) -> Iterator[bytes]:
    """The plain bytes of the copy, piece by piece, whether its pages are encrypted or not."""
    with snapshot.path.open("rb") as file:
        if snapshot.key is not None:
            yield from pages.decrypted(file, snapshot.key)
            return
        while piece := file.read(_PIECE):
            yield piece


def insist_on_soundness(connection: Any) -> None:
    """Raises Problem unless structure and references are whole."""
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if sound and not connection.execute("PRAGMA foreign_key_check").fetchone():
            return
    except dbapi2.DatabaseError as error:
        raise Problem(_UNSOUND) from error
    raise Problem(_UNSOUND)


def write_fast(connection: Any) -> None:
    """For a new file: should writing it break off, it is thrown away, so it needs no journal and no syncs."""
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
        connection.execute(f"PRAGMA {pragma}")


def copy_pages(source: Any, target: Any) -> None:
    """Every page of one database into another. Raises OperationalError if somebody else keeps one locked:
    SQLite's driver would ask again for ever.
    """
    end = time.monotonic() + PATIENCE_S

    def heard(status: int, _remaining: int, _pages: int) -> None:
        if status in (dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED) and time.monotonic() > end:
            raise dbapi2.OperationalError("database is locked")

    source.backup(target, progress=heard)


def counts(connection: Any) -> Mapping[str, int]:
    """Rows of each table; what SQLite itself notes of them for its plans does not count."""
    names = connection.execute(_TABLES).fetchall()
    return {name: connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _taken(connection: Any, path: Path, key: bytes | None) -> Snapshot:
    try:
        with closing(cipher.connect(path, key)) as copy:
            write_fast(copy)
            copy_pages(connection, copy)
        rows = counts(connection)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        history = _head(connection) if "change" in rows else (0, "")
        manifest = Manifest(version, path.stat().st_size, rows, platform.node(), *history)
        unit = _first(connection, _UNIT) if "setting" in rows else ""
        return Snapshot(path, key, manifest, unit or "")
    except dbapi2.OperationalError as error:
        raise Problem(f"备份没有完成：磁盘空间不足或读写出错（{error}）。原有备份仍在。") from error
    except dbapi2.DatabaseError as error:
        raise Problem(_UNSOUND) from error


def _head(connection: Any) -> tuple[int, str]:
    """The number of the history's last entry and the chain's value there, "" before it was chained."""
    cursor = connection.execute("SELECT * FROM change ORDER BY id DESC LIMIT 1")
    row = cursor.fetchone()
    last = dict(zip((column[0] for column in cursor.description), row, strict=True)) if row else {}
    return last.get("id", 0), last.get("chain", "")


def _first(connection: Any, sql: str) -> Any:
    row = connection.execute(sql).fetchone()
    return row[0] if row else None
