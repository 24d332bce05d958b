"""Verified copies: snapshot, check, write, sync, read back, and only then a name."""

import hashlib
import json
import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.base import database
from models.rules.problem import Problem
from models.storage import cipher
from models.storage.files import reason, replacing, sync

_RECORD = "last-backup.json"


def backup(folder: Path) -> Path:
    """Write a verified copy of the open database into `folder` and give its path.

    Raises Problem if the database is unsound, the folder is the live one or cannot be written, or what was
    read back differs from what was written; older copies stay.
    """
    live = Path(database.database)
    if folder.resolve() == live.parent.resolve():
        raise Problem("请把备份放到数据文件夹以外的地方，例如 U 盘。")
    path = verified_copy(database.connection(), folder)
    _record(live.parent, path)
    return path


def last_backup(folder: Path) -> tuple[datetime, str] | None:
    """When and where the last backup of the database in `folder` was made; None if never."""
    try:
        record = json.loads((folder / _RECORD).read_text("utf-8"))
        return datetime.fromisoformat(record["at"]), record["path"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def verified_copy(connection: Any, folder: Path) -> Path:
    """Snapshot, check, copy to `folder`, read back and compare; the path of the finished copy."""
    live = _source(connection)
    local = live.with_name("snapshot.tmp")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        local.unlink(missing_ok=True)
        snapshot(connection, local)
        _insist_on_same_counts(connection, local)
        return _written_and_read_back(local, _free_name(folder))
    except OSError as error:
        raise Problem(f"备份没有完成：{reason(error)}。原有备份和数据都没有改变。") from error
    finally:
        local.unlink(missing_ok=True)


def snapshot(connection: Any, path: Path) -> None:
    """One consistent, checked copy of the connection's database. Raises Problem if it is unsound."""
    copy = cipher.connect(path, cipher.key_of(_source(connection)))
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not sound or copy.execute("PRAGMA foreign_key_check").fetchone():
            raise Problem("数据库检查没有通过，没有生成备份。请保留原有备份并联系维护人员。")
    except dbapi2.OperationalError as error:
        raise Problem(f"备份没有完成：磁盘空间不足或读写出错（{error}）。原有备份仍在。") from error
    finally:
        copy.close()


def _source(connection: Any) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def _insist_on_same_counts(connection: Any, path: Path) -> None:
    copy = cipher.connect(path, cipher.key_of(path))
    try:
        if _counts(connection) != _counts(copy):
            raise Problem("备份与数据库的记录数不一致，没有生成备份。原有备份仍在。")
    finally:
        copy.close()


def _counts(connection: Any) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {name: connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _free_name(folder: Path) -> Path:
    stamp = f"lianxin-{datetime.now():%Y%m%d-%H%M%S}"
    taken = {path.name for path in folder.glob(f"{stamp}*.lxbak")}
    number = next(n for n in range(1, len(taken) + 2) if f"{stamp}-{n}.lxbak" not in taken)
    return folder / f"{stamp}-{number}.lxbak"


def _written_and_read_back(source: Path, path: Path) -> Path:
    wanted = _digest(source)
    with replacing(path) as part:
        shutil.copyfile(source, part)
        sync(part)
        if _digest(part) != wanted:
            raise Problem("写入的备份读回来不一致，这个磁盘或 U 盘不可靠，请更换。原有备份仍在。")
    return path


def _digest(path: Path) -> str:
    """SHA-256 of the file as the disk gives it back, not as memory still holds it."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _record(folder: Path, path: Path) -> None:
    text = json.dumps({"at": datetime.now().isoformat(timespec="seconds"), "path": str(path)})
    with replacing(folder / _RECORD) as part:
        part.write_text(text, "utf-8")
