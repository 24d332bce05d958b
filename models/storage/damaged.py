"""A data file that is not opened: kept aside whatever happens, copied for support, replaced by a backup."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2

from models.rules.problem import Problem
from models.storage import fingerprint, lock
from models.storage.backup import last_backup, snapshot
from models.storage.database import FILE_NAME
from models.storage.files import reason, replacing, sync, sync_folder
from models.storage.steps import APPLICATION_ID, VERSION

_WITH_IT = ("", "-journal")


class Copy(NamedTuple):
    """A backup found: where, of when, how large."""

    path: Path
    at: datetime
    size: int


def copies(folder: Path) -> list[Copy]:
    """The backups that can be found from the data folder, newest first; none of them is opened for that."""
    last = last_backup(folder)
    places = {folder / "backups", *([Path(last[1]).parent] if last else [])}
    found = {path for place in places for path in place.glob("*.lxbak") if path.is_file()}
    return sorted((_copy(path) for path in found), key=lambda copy: copy.at, reverse=True)


def put_back(copy: Path, folder: Path) -> Path | None:
    """Put a checked backup in the data file's place; where the old file is kept now, None if it was gone.

    Raises Problem if the backup is not ours, unsound, or of a newer version; the old file then stays.
    """
    path = folder / FILE_NAME
    with _alone(folder), replacing(path) as part:
        part.unlink(missing_ok=True)
        _checked_copy(copy, part)
        sync(part)
        kept = _set_aside(path) if path.exists() else None
        fingerprint.will_be(path, part)
    return kept


def accept_as_it_is(folder: Path) -> Path:
    """Let the next opening check the file instead of comparing it; a copy is kept aside first, its path."""
    path = folder / FILE_NAME
    with _alone(folder):
        kept = _copied(path, _free_name(folder))
        fingerprint.expect_change(path)
    return kept


def copy_for_support(folder: Path, target: Path) -> Path:
    """Copy the file as it is, with its journal, into `target`. Raises Problem if that cannot be written."""
    with _alone(folder):
        return _copied(folder / FILE_NAME, _free_name(target))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else opens the folder meanwhile; what the disk refuses is told."""
    try:
        with lock.take(folder):
            yield
    except OSError as error:
        raise Problem(f"没有完成：{reason(error)}。原来的文件没有改动。") from error


def _set_aside(path: Path) -> Path:
    """A second name for the file, so that there is one at every moment; its journal must go where it goes."""
    kept = _free_name(path.parent)
    try:
        os.link(path, kept)
    except OSError:  # a disk that knows no second names
        _copied(path, kept)
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        journal.replace(kept.with_name(kept.name + "-journal"))
    sync_folder(path.parent)
    return kept


def _copied(path: Path, target: Path) -> Path:
    for end in _WITH_IT:
        source, copy = path.with_name(path.name + end), target.with_name(target.name + end)
        if source.exists():
            with replacing(copy) as part:
                shutil.copyfile(source, part)
    return target


def _free_name(folder: Path) -> Path:
    stamp = f"damaged-{date.today():%Y%m%d}"
    taken = {path.name for path in folder.glob(f"{stamp}-*.db")}
    number = next(n for n in range(1, len(taken) + 2) if f"{stamp}-{n}.db" not in taken)
    return folder / f"{stamp}-{number}.db"


def _checked_copy(copy: Path, part: Path) -> None:
    try:
        with closing(dbapi2.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise Problem(f"“{copy.name}”不是连心台账的备份。现在的文件没有改动。")
            if connection.execute("PRAGMA user_version").fetchone()[0] > VERSION:
                raise Problem(f"备份“{copy.name}”来自更新的版本，请先安装新版本。现在的文件没有改动。")
            snapshot(connection, part)
    except dbapi2.DatabaseError as error:
        raise Problem(f"备份“{copy.name}”已损坏或不是备份，请换一份。现在的文件没有改动。") from error


def _copy(path: Path) -> Copy:
    status = path.stat()
    return Copy(path, datetime.fromtimestamp(status.st_mtime), status.st_size)
