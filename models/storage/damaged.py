"""A data file that is not opened: kept aside whatever happens, copied for support, replaced by a backup."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from models.rules.problem import Problem
from models.storage import cipher, fingerprint, lock
from models.storage.copies import Copy, copies_in
from models.storage.database import FILE_NAME
from models.storage.files import reason, replacing, sync, sync_folder
from models.storage.rebuilding import rebuild
from models.storage.record import LOCAL, read
from models.storage.restores import go_on_as, lock_for, verified

_WITH_IT = ("", "-journal")


def found_copies(folder: Path) -> list[Copy]:
    """The backups that can be found from the data folder, newest first; none of them is opened for that."""
    places = {folder / LOCAL, *(Path(place.folder) for place in read(folder).places)}
    found = [copy for place in places for copy in copies_in(place)]
    return sorted(found, key=lambda copy: (copy.about.number, copy.about.created), reverse=True)


def put_back(copy: Path, folder: Path, secret: str | None = None) -> Path | None:
    """Put a checked backup in the data file's place; where the old file is kept now, None if it was gone.

    Raises NeedsSecret or WrongSecret if it is sealed, Problem if it is not ours, unsound, or of a newer
    version; the old file then stays.
    """
    path, whole = folder / FILE_NAME, verified(copy, secret)
    lock_of_it = lock_for(folder, copy, secret)
    with _alone(folder), replacing(path) as part:
        part.unlink(missing_ok=True)
        rebuild(whole.data, part, lock_of_it.key)
        sync(part)
        lock_of_it.take_over(folder)
        kept = _set_aside(path) if path.exists() else None
        fingerprint.will_be(path, part, cipher.side_key(lock_of_it.key))
    go_on_as(whole.contents, folder)
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
        if source.exists() and (source.stat().st_size or not end):
            with replacing(copy) as part:
                shutil.copyfile(source, part)
    return target


def _free_name(folder: Path) -> Path:
    stamp = f"damaged-{date.today():%Y%m%d}"
    taken = {path.name for path in folder.glob(f"{stamp}-*.db")}
    number = next(n for n in range(1, len(taken) + 2) if f"{stamp}-{n}.db" not in taken)
    return folder / f"{stamp}-{number}.db"
