"""Open the one database through the one connection, and refuse whatever is not ours or not sound."""

import os
from pathlib import Path

from filelock import FileLock, Timeout
from peewee import DatabaseError, OperationalError
from sqlcipher3 import dbapi2

from models.base import database
from models.rules.problem import Problem
from models.storage.files import reason, replacing
from models.storage.steps import APPLICATION_ID, VERSION, build, upgrade
from models.writing import watch_tables

FILE_NAME = "lianxin.db"
PRAGMAS = {
    "locking_mode": ("EXCLUSIVE", "exclusive"),
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": (0, 0),
}
_MAGIC = b"SQLite format 3\x00"
_held: list[FileLock] = []


def open_database(folder: Path) -> None:
    """Open the database of `folder`, made or brought up to date first if need be.

    Raises Problem if the program is open already, the folder cannot be written, or the file is foreign, newer
    than this program, or damaged; the file itself is then left as it was.
    """
    _take_lock(folder)
    try:
        path = folder / FILE_NAME
        _prepare(path)
        _connect(path)
    except BaseException:
        close_database()
        raise


def close_database() -> None:
    """Close the connection and let others open the folder. Closing twice does no harm."""
    if not database.is_closed():
        database.close()
    while _held:
        _held.pop().release()


def database_path() -> Path:
    """Where the open database lies."""
    return Path(database.database)


def _take_lock(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lianxin.lock")
        lock.acquire(timeout=0)
    except Timeout:
        raise Problem("连心台账已经打开。请切换到已打开的窗口，或先将它关闭。") from None
    except OSError as error:
        raise Problem(f"无法使用数据文件夹“{folder}”：{reason(error)}。") from error
    _held.append(lock)


def _prepare(path: Path) -> None:
    if not path.exists():
        with replacing(path) as part:
            part.unlink(missing_ok=True)
            _build(part, path)
        return
    version = _version(path)
    if version > VERSION:
        raise Problem("这份数据由更新版本的连心台账保存，请安装新版本后再打开。数据没有改动。")
    if version < VERSION:
        upgrade(path)


def _build(part: Path, path: Path) -> None:
    try:
        build(part)
    except dbapi2.DatabaseError as error:
        raise Problem(f"无法新建数据文件“{path}”：磁盘空间不足或读写出错（{error}）。") from error


def _version(path: Path) -> int:
    """The schema number in the file's header. Raises Problem if the file is not ours or not whole."""
    try:
        header, size = _head(path), path.stat().st_size
    except OSError as error:
        raise Problem(f"无法读取数据文件“{path}”：{reason(error)}。") from error
    if len(header) < 100 or not header.startswith(_MAGIC) or size % _page_size(header):
        raise Problem(f"“{path}”不是连心台账的数据文件，或已损坏。文件没有改动，请用备份恢复。")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise Problem(f"“{path}”是其他程序的数据文件，连心台账不会打开它。")
    return int.from_bytes(header[60:64], "big")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def _page_size(header: bytes) -> int:
    """Bytes of a page; SQLite writes 65536 as 1."""
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size < 512 else size


def _connect(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise Problem(f"数据文件“{path}”是只读的，无法使用。请检查文件权限。")
    try:
        database.init(str(path), pragmas={name: value for name, (value, _) in PRAGMAS.items()})
        database.connect()
        database.execute_sql("BEGIN EXCLUSIVE")
        database.execute_sql("COMMIT")
        _insist_on_pragmas()
        _insist_on_soundness(path)
        watch_tables()
    except OperationalError as error:
        raise Problem(f"无法打开数据文件“{path}”：文件正被占用或磁盘出错（{error}）。") from error
    except DatabaseError as error:
        raise Problem(f"数据文件“{path}”已损坏。文件没有改动，请用备份恢复。") from error


def _insist_on_pragmas() -> None:
    for name, (_, wanted) in PRAGMAS.items():
        actual = database.execute_sql(f"PRAGMA {name}").fetchone()
        if actual is None or actual[0] != wanted:
            raise Problem(f"数据库的安全设置 {name} 未生效，为避免丢失数据，程序不会打开它。")


def _insist_on_soundness(path: Path) -> None:
    if problems(quick=True):
        raise Problem(f"数据文件“{path}”已损坏。文件没有改动，请用备份恢复。")


def problems(*, quick: bool = False) -> list[str]:
    """What the database engine finds wrong with the open database; empty if it is sound."""
    check = "quick_check" if quick else "integrity_check"
    try:
        found = [row[0] for row in database.execute_sql(f"PRAGMA {check}") if row[0] != "ok"]
        if not quick:
            found += [f"{row[0]} {row[1]}" for row in database.execute_sql("PRAGMA foreign_key_check")]
    except dbapi2.DatabaseError as error:  # while rows are fetched, the driver's own errors come through
        return [str(error)]
    return found
