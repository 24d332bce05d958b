"""A backup in the place of the open database: checked first, a safety copy before, undone by that."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from models.rules.problem import Problem
from models.storage import record
from models.storage.backups import RESTORE, backup
from models.storage.container import Header, NeedsSecret, Unsealable, key_of
from models.storage.copies import FIRST_SLICE, Contents, header_of, read_copy
from models.storage.database import database_path, pause, resume
from models.storage.files import Unconfirmed, reason, replacing, sync
from models.storage.image import in_memory, insist_on_sound_image
from models.storage.keys import (
    KEY_BYTES,
    Slot,
    SlotKind,
    forget_keys,
    has_password,
    held,
    hold,
    unlock,
    write_slots,
)
from models.storage.rebuilding import insist_on_ours, rebuild
from models.storage.restoring import settle
from models.storage.snapshot import counts
from models.storage.wipe import wipe

NEVER = -1
_USUAL_RATIO = 4  # of a database to its backup: how far reading is can only be guessed
_IN_PLACE = (
    "备份里的数据已经放到位，但磁盘出错，没有接着打开。请检查磁盘，关闭程序再打开；恢复前的数据另存在“{}”。"
)
_READY, _SCRATCH = "lianxin.db.part-restored", "lianxin.db.part-drill"


class Lock(NamedTuple):
    """What the restored file is to be under: nothing, the key at hand, or that of the backup."""

    key: bytes | None
    slots: tuple[Slot, ...] = ()
    """Of a backup whose password becomes this PC's."""

    def take_over(self, folder: Path) -> None:
        """Let the backup's password open the data from now on."""
        if self.slots:
            write_slots(folder, self.slots)
            hold(self.key)

    def let_go(self, folder: Path) -> None:
        """It did not come to that."""
        if self.slots:
            forget_keys(folder)


class Ready(NamedTuple):
    """A database that may take the live one's place."""

    whole: "Whole"
    path: Path
    lock: Lock

    def forget(self) -> None:
        """Clear it away if it did not come to that."""
        _forget(self.path)


class Whole(NamedTuple):
    """A backup that was read and found whole, and its database."""

    path: Path
    contents: Contents
    data: bytes
    secret: str | None = None
    """What opened it, if it took something."""

    @property
    def keeps_password(self) -> bool:
        """Whether its password comes along to a PC that has none."""
        return self.path.suffix != FIRST_SLICE and _is_of_an_office(header_of(self.path))


def verified(
    path: Path, secret: str | None = None, step: Callable[[float], object] = lambda _share: None
) -> Whole:
    """Read a backup whole, open it in memory, check structure, references, counts and schema.

    `step` hears how far it is and may break it off by raising. Raises Unsealable, NeedsSecret, WrongSecret,
    or Problem if it is unsound, newer or not ours.
    """
    data = bytearray()

    def take(piece: bytes) -> None:
        data.extend(piece)
        step(min(0.9, len(data) / (_USUAL_RATIO * path.stat().st_size)))

    contents = read_copy(path, secret, take)
    with in_memory(data) as connection:
        insist_on_ours(connection)
        insist_on_sound_image(connection)
        if counts(connection) != contents.manifest.counts:
            raise Unsealable(f"备份“{path.name}”里的记录数与它自己写明的不一致，不能使用。请改用另一份备份。")
    return Whole(path, contents, bytes(data), secret)


def check_secret(path: Path, secret: str) -> None:
    """Raises WrongSecret if it does not open the backup; nothing but the header is read."""
    key_of(header_of(path), secret, path.name)


def lock_for(folder: Path, path: Path, secret: str | None) -> Lock:
    """A PC with a password keeps it; one without takes over that of a backup made under an office's own.

    Raises NeedsSecret or WrongSecret.
    """
    key = held()
    if key is not None:
        return Lock(key)
    header = None if path.suffix == FIRST_SLICE else header_of(path)
    if header is not None and _is_of_an_office(header):
        return Lock(key_of(header, secret, path.name), header.slots)
    if not has_password(folder):
        return Lock(None)
    if secret is None:
        raise NeedsSecret("这台电脑上的数据设有密码，请输入密码或恢复码。")
    return Lock(unlock(folder, secret))


def _is_of_an_office(header: Header) -> bool:
    """Sealed under the password of data, not under one of its own: only the former has a recovery code."""
    return SlotKind.CODE in {slot.kind for slot in header.slots}


def drill(whole: Whole, folder: Path) -> None:
    """Restore into a scratch place, under a key nobody keeps. Raises Problem if that fails."""
    _built(whole, folder / _SCRATCH, secrets.token_bytes(KEY_BYTES))
    _forget(folder / _SCRATCH)


def restore(whole: Whole) -> Path:
    """Put a verified backup in the open database's place and open it; the safety copy made before.

    Raises Problem if anything fails; the data is then what it was.
    """
    ready = prepare(whole, database_path().parent)
    try:
        safety = backup(database_path().parent / record.LOCAL, RESTORE, loss_is_meant=True)
        swap(ready, safety)
    finally:
        ready.forget()
    return safety


def prepare(whole: Whole, folder: Path) -> Ready:
    """The database that is to take the place, ready beside it; nothing of what is there is touched."""
    lock = lock_for(folder, whole.path, whole.secret)
    _built(whole, folder / _READY, lock.key)
    return Ready(whole, folder / _READY, lock)


def swap(ready: Ready, safety: Path) -> None:
    """Close, replace, open again. Killed in between, the next start finds either the old data or the new."""
    live = database_path()
    folder = live.parent
    record.change(folder, restoring=str(safety))
    try:
        ready.lock.take_over(folder)
        doubt = _put_in_place(ready.path, live)
    except BaseException:
        ready.lock.let_go(folder)
        resume()
        record.change(folder, restoring="")
        raise
    _open_restored(live, safety)
    go_on_as(ready.whole.contents, folder)
    if doubt is not None:
        raise doubt


def _put_in_place(path: Path, live: Path) -> Unconfirmed | None:
    """The database takes the live one's place; the doubt, if the disk did not confirm that."""
    try:
        with replacing(live) as part:
            path.replace(part)
            pause()
            _insist_on_no_journal(live)
    except Unconfirmed as doubt:
        return doubt
    return None


def _open_restored(live: Path, safety: Path) -> None:
    """From here on the restored data is there, whatever else the disk refuses."""
    try:
        resume()
        settle(live)
    except Problem as error:
        raise Problem(_IN_PLACE.format(safety)) from error


def _built(whole: Whole, path: Path, key: bytes | None) -> None:
    try:
        path.unlink(missing_ok=True)
        rebuild(whole.data, path, key)
        sync(path)
    except OSError as error:
        _forget(path)
        raise Problem(f"恢复没有完成：{reason(error)}。现在的数据没有改动。") from error
    except BaseException:
        _forget(path)
        raise


def _forget(path: Path) -> None:
    """What is not needed after all, overwritten: it may be plain."""
    with suppress(OSError):
        wipe(path)


def _insist_on_no_journal(live: Path) -> None:
    """A database is never replaced under a journal that SQLite would still play back."""
    journal = live.with_name(live.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        raise Problem("恢复没有完成：上一次保存还没有写完。现在的数据没有改动，请重新启动后再试。")


def go_on_as(contents: Contents, folder: Path) -> None:
    """The data is that office's now, and the next backup is newer than all of it."""
    kept, about, manifest = record.read(folder), contents.about, contents.manifest
    number = max(kept.number, about.number)
    now = {"counts": dict(manifest.counts), "entries": manifest.entries, "chain": manifest.chain}
    with suppress(Problem):
        record.change(folder, office=about.office or kept.office, number=number, seen=NEVER, **now)
