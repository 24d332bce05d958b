"""Set, change and take away the password of the live file: a verified copy takes its place."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.base import database
from models.rules.password import complaint
from models.rules.problem import Problem
from models.storage import cipher, keys, record
from models.storage.backups import AUTO, backup
from models.storage.container import SUFFIX
from models.storage.copies import header_of
from models.storage.database import database_path, pause, resume
from models.storage.files import Unconfirmed, reason, replacing, sync
from models.storage.wipe import keep_second_name, wipe, wipe_remnant

_NO_CODE = (
    "密码已经生效，但磁盘没有确认保存，所以没有给出恢复码。请检查磁盘，备份一次，再在“设置”里换一个恢复码。"
)
_HEADER = ("application_id", "user_version")


def set_password(password: str) -> str:
    """Seal the open file; the recovery code, to be shown once. No plain remnant of the file stays.

    Raises Problem for a weak password, or if the disk refuses; the file is then still plain and whole.
    """
    _insist_on_strength(password)
    path = database_path()
    key, code = keys.make_keys(path.parent, password)
    keys.hold(key)
    try:
        keep_second_name(path)
        _rewrite(path, key)
    except Unconfirmed as error:
        raise Problem(_NO_CODE) from error
    except BaseException:
        if cipher.is_plain(path):
            keys.forget_keys(path.parent)
        raise
    finally:
        wipe_remnant(path)
    return code


def change_password(current: str, password: str) -> None:
    """Another password for the same key: backups made before open with the one they were made under.

    Raises WrongSecret for a wrong `current`, password or code; Problem for a weak new one.
    """
    _insist_on_strength(password)
    folder = database_path().parent
    keys.change_password(folder, keys.unlock(folder, current), password)


def remove_password(current: str) -> None:
    """Make the open file plain again. Raises WrongSecret for a wrong `current`, password or code."""
    path = database_path()
    keys.unlock(path.parent, current)
    _rewrite(path, None)
    keys.forget_keys(path.parent)


def new_code(current: str) -> str:
    """Another recovery code, to be shown once. Raises WrongSecret for a wrong `current`."""
    folder = database_path().parent
    return keys.change_code(folder, keys.unlock(folder, current))


def plain_copies() -> list[Path]:
    """Files beside the live one and among the backups on this PC that anybody could read."""
    live = database_path()
    backups = live.parent / record.LOCAL
    files = [path for place in (live.parent, backups) for path in place.glob("*") if path.is_file()]
    return sorted(path for path in files if path != live and _is_readable(path))


def seal_copies() -> None:
    """A sealed backup in place of the plain files on this PC, which are overwritten and deleted once it is
    verified. Said to the user before. Raises Problem if there is no such backup; they stay then.
    """
    found = plain_copies()
    if found:
        backup(database_path().parent / record.LOCAL, AUTO, loss_is_meant=True)
    for path in found:
        wipe(path)


def _insist_on_strength(password: str) -> None:
    if wrong := complaint(password):
        raise Problem(wrong)


def _is_readable(path: Path) -> bool:
    with suppress(OSError, Problem):
        return not header_of(path).is_sealed if path.suffix == SUFFIX else cipher.is_plain(path)
    return False


def _rewrite(path: Path, key: bytes | None) -> None:
    """The same file under another key, or plain; closed only while it is replaced, open again in any case."""
    try:
        with replacing(path) as part:
            part.unlink(missing_ok=True)
            _export(part, key)
            _insist_on_sameness(part, key)
            sync(part)
            pause()
    except dbapi2.DatabaseError as error:
        raise Problem(f"没有完成：磁盘空间不足或读写出错（{error}）。数据没有改变。") from error
    except OSError as error:
        raise Problem(f"没有完成：{reason(error)}。数据没有改变。") from error
    finally:
        resume()


def _export(part: Path, key: bytes | None) -> None:
    connection = database.connection()
    connection.execute("ATTACH ? AS other KEY ?", (str(part), cipher.phrase(key)))
    try:
        connection.execute("SELECT sqlcipher_export('other')").fetchall()
        for pragma in _HEADER:
            value = connection.execute(f"PRAGMA main.{pragma}").fetchone()[0]
            connection.execute(f"PRAGMA other.{pragma} = {value}")
    finally:
        connection.execute("DETACH other")


def _insist_on_sameness(part: Path, key: bytes | None) -> None:
    """Read the copy back with nothing but the key: sound, and row for row the same."""
    with closing(cipher.connect(part, key)) as copy:
        sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not sound or _digest(copy) != _digest(database.connection()):
            raise Problem("改写的副本与数据不一致，没有采用。数据没有改变；这个磁盘可能不可靠。")


def _digest(connection: Any) -> str:
    digest = hashlib.sha256()
    for line in _contents(connection):
        digest.update(repr(line).encode())
    return digest.hexdigest()


def _contents(connection: Any) -> Iterator[Any]:
    for pragma in _HEADER:
        yield connection.execute(f"PRAGMA main.{pragma}").fetchone()
    schema = connection.execute(
        "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY 1, 2"
    ).fetchall()
    yield schema
    for name in (name for kind, name, *_ in schema if kind == "table"):
        yield name
        yield from connection.execute(f'SELECT * FROM main."{name}" ORDER BY rowid')
