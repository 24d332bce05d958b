"""Open the one database through the one connection, and refuse whatever is not ours or not sound."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock
from peewee import DatabaseError, OperationalError
from sqlcipher3 import dbapi2

from models import storage
from models.base import database
from models.rules.problem import Problem
from models.storage import cipher, fingerprint, header, keys, lock, places
from models.storage.files import reason, replacing
from models.storage.fingerprint import End, Session
from models.storage.refusal import Refused, Why
from models.storage.restoring import settle
from models.storage.steps import VERSION, build
from models.storage.temporary import wipe_rooms
from models.storage.wipe import wipe_leavings
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


class Locked(Problem):
    """The data is under a password; the folder stays taken until it is closed."""

    def __init__(self) -> None:
        super().__init__("数据设有密码。请用 LIANXIN_PASSWORD 或 --password-file 给出密码。")


@dataclass
class _Opened:
    """What is held while a folder is open, or being opened."""

    folder: Path
    lock: FileLock
    end: End = End.NEVER
    session: Session | None = None
    """Once everything was found in order."""


_held: list[_Opened] = []


def open_database(folder: Path) -> None:
    """Open the database of `folder`, made or brought up to date first if need be.

    Raises AlreadyOpen if another process has it; Locked if it is under a password and its key is not held;
    Refused if the folder cannot be used or the file is foreign, newer than this program, damaged, or not as
    it was closed. The file itself is then left as it was.
    """
    opened = _taken(folder)
    try:
        path = folder / FILE_NAME
        opened.end = _prepare(path)
        _connect(path, opened.end)
        _guard(path, opened)
        settle(path)
        wipe_leavings(path)
        wipe_rooms(folder)
    except Locked:
        raise
    except BaseException:
        close_database()
        raise


def close_database() -> None:
    """Close the connection, forget the key and let others open the folder. Closing twice does no harm.

    Everything is saved already: what the disk refuses now only makes the next start look more closely.
    """
    changed = [opened.session for opened in _held if opened.session and _was_touched(opened)]
    is_sound = not changed or not problems()
    if not database.is_closed():
        with suppress(DatabaseError, dbapi2.DatabaseError):
            database.close()
    for session in changed:
        session.close()
        if is_sound:
            with suppress(OSError):
                path = database_path()
                fingerprint.closed(path, cipher.side_key(cipher.key_of(path)))
    keys.hold(None)
    while _held:
        _held.pop().lock.release()


def pause() -> None:
    """Close the connection for the moment in which another file takes the place of the open one."""
    database.close()
    opened = _held[-1]
    if opened.session is not None:
        opened.session.close()
    _expect_change(database_path())


def resume() -> None:
    """Open what is in the file's place now, if it was closed by `pause`."""
    if database.is_closed():
        opened = _held[-1]
        opened.end = End.UNCLEAN
        _connect(database_path(), opened.end)
        _guard(database_path(), opened)


def database_path() -> Path:
    """Where the open database lies."""
    return Path(database.database)


def has_password() -> bool:
    """Whether the open file is sealed."""
    return not cipher.is_plain(database_path())


def last_end() -> End:
    """How the session before this one ended."""
    return _held[-1].end


def _was_touched(opened: _Opened) -> bool:
    """Whether the fingerprint has to be taken anew; if not, the one that was compared at the start still says
    more than a new one would: bits that flipped since are none of ours.
    """
    return opened.end is not End.CLEAN or bool(opened.session and opened.session.has_written)


def _guard(path: Path, opened: _Opened) -> None:
    """From here on every save is preceded by a mark in the side file."""
    opened.session = session = Session(path)
    database.begun, database.ended = lambda: _begin(session), session.end


def _begin(session: Session) -> None:
    try:
        session.begin()
    except OSError as error:
        raise Problem(f"没有保存：{reason(error)}。原有数据没有改变，请处理后再保存一次。") from error


def _taken(folder: Path) -> _Opened:
    """The folder's lock: taken now, or kept since it was found to be under a password."""
    if not (_held and _held[-1].folder == folder and _held[-1].session is None):
        if away := places.unfit(folder):
            raise Refused(Why.PLACE, folder, away)
        _held.append(_Opened(folder, lock.take(folder)))
    return _held[-1]


def _prepare(path: Path) -> End:
    """Make the file if there never was one, compare it with how it was closed, bring it up to date."""
    if not path.exists():
        _make(path)
        return End.NEVER
    if header.is_sealed(path):
        _insist_on_key(path)
    else:
        header.insist_on_ours(path)
    end = _compared(path)
    version = header.version(path)
    if version > VERSION:
        raise Refused(Why.NEWER, path, str(version))
    if version == VERSION:
        return end
    _expect_change(path)
    storage.upgrade(path)
    return End.UNCLEAN


def _insist_on_key(path: Path) -> None:
    try:
        keys.read_slots(path.parent)
    except Problem as problem:
        raise Refused(Why.KEYS, path) from problem
    if keys.held() is None:
        raise Locked


def _make(path: Path) -> None:
    if path.with_name(fingerprint.NAME).exists() or keys.has_password(path.parent):
        raise Refused(Why.GONE, path)
    with replacing(path) as part:
        part.unlink(missing_ok=True)
        _build(part, path)


def _build(part: Path, path: Path) -> None:
    try:
        build(part)
    except dbapi2.DatabaseError as error:
        raise Problem(f"无法新建数据文件“{path}”：磁盘空间不足或读写出错（{error}）。") from error


def _compared(path: Path) -> End:
    try:
        end = fingerprint.last_end(path, cipher.side_key(cipher.key_of(path)))
    except OSError as error:
        raise Refused(Why.UNREADABLE, path, reason(error)) from error
    if end is End.CHANGED:
        raise Refused(Why.CHANGED, path)
    if end is End.JOURNAL:
        raise Refused(Why.JOURNAL, path)
    return end


def _expect_change(path: Path) -> None:
    try:
        fingerprint.expect_change(path)
    except OSError as error:
        raise Refused(Why.FOLDER, path.parent, reason(error)) from error


def _connect(path: Path, end: End) -> None:
    if not os.access(path, os.W_OK):
        raise Refused(Why.READ_ONLY, path)
    try:
        pragmas = {name: value for name, (value, _) in PRAGMAS.items()}
        database.init(str(path), pragmas=pragmas, passphrase=cipher.phrase(cipher.key_of(path)))
        database.connect()
        database.execute_sql("BEGIN EXCLUSIVE")
        database.execute_sql("COMMIT")
        _insist_on_pragmas(path)
        if end is not End.CLEAN:
            _insist_on_soundness(path)
        watch_tables()
    except OperationalError as error:
        raise Refused(Why.BUSY, path, str(error)) from error
    except DatabaseError as error:
        raise Refused(Why.DAMAGED, path) from error


def _insist_on_pragmas(path: Path) -> None:
    """One that differs may have been written into the file, so that it is no longer as it was closed."""
    for name, (_, wanted) in PRAGMAS.items():
        actual = database.execute_sql(f"PRAGMA {name}").fetchone()
        if actual is None or actual[0] != wanted:
            _expect_change(path)
            raise Problem(f"数据库的安全设置 {name} 未生效，为避免丢失数据，程序不会打开它。")


def _insist_on_soundness(path: Path) -> None:
    """What was not closed in order is checked whole; after that, what the side file says of it is past."""
    if problems():
        raise Refused(Why.DAMAGED, path)
    if path.with_name(fingerprint.NAME).exists():
        _expect_change(path)


def problems() -> list[str]:
    """What the database engine finds wrong with the open database; empty if it is sound."""
    try:
        found = [row[0] for row in database.execute_sql("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"{row[0]} {row[1]}" for row in database.execute_sql("PRAGMA foreign_key_check")]
    except (DatabaseError, dbapi2.DatabaseError) as error:  # while rows are fetched, the driver's own come
        return [str(error)]
    return found
