"""Verified backups: snapshot, check, seal, write, sync, read back, and only then a name and the word."""

import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from models.base import database
from models.rules.keeping import Kept, surplus
from models.rules.problem import Problem
from models.rules.sudden_loss import said, sudden_losses
from models.storage import record
from models.storage.beside import beside
from models.storage.container import About, Header, Unsealable, plain_header, seal, sealed_header
from models.storage.copies import Copy, copies_in, highest_number_in, leftovers_in, name_for, unsealed
from models.storage.files import reason, replacing, sync
from models.storage.keys import KEY_BYTES, SlotKind, held, read_slots, wrap
from models.storage.payload import packed
from models.storage.places import unfit
from models.storage.snapshot import Snapshot, check, image, snapshot_of
from models.storage.sticks import Stick, mark_stick, stick_of

HAND, AUTO, IMPORT, RESTORE, MIGRATION, PURGE = "hand", "auto", "import", "restore", "migration", "purge"
SAFETY = frozenset({IMPORT, RESTORE, MIGRATION, PURGE})
"""Why a copy was made; those made before something risky are kept longer."""

_MB = 1 << 20
_one_at_a_time = Lock()


class SuddenLoss(Problem):
    """Much less is there than at the last backup: somebody has to say that this is meant."""


class StickNeedsPassword(Problem):
    """Whoever finds a lost stick must not be able to read it."""

    def __init__(self, folder: Path) -> None:
        super().__init__("U盘容易遗失，放在上面的备份要加密。请给这份备份设一个密码。")
        self.folder = folder


class Wish(NamedTuple):
    """Where to, why, and what was answered to the questions that may come up."""

    folder: Path
    reason: str = HAND
    password: str | None = None
    """For a copy of data that has none of its own."""
    loss_is_meant: bool = False


def backup(folder: Path, reason: str = HAND, **answers: Any) -> Path:
    """Write a verified copy of the open database and give its path; older ones beyond need may go then.

    `answers` as in Wish. Raises SuddenLoss, StickNeedsPassword, or Problem if the database is unsound, the
    folder is the live one or cannot be written, or what was read back differs from what was written; older
    copies stay.
    """
    wish = Wish(folder, reason, **answers)
    with taken(wish) as snapshot:
        return write(snapshot, wish)


@contextmanager
def taken(wish: Wish) -> Iterator[Snapshot]:
    """A snapshot of the open database, made now; what follows touches the database no more."""
    live = Path(database.database)
    if wish.folder.resolve() == live.parent.resolve():
        raise Problem("请把备份放到数据文件夹以外的地方，例如 U 盘。")
    with _alone(), snapshot_of(database.connection()) as snapshot:
        if not wish.loss_is_meant:
            _insist_on_no_sudden_loss(record.read(live.parent).counts, snapshot.manifest.counts)
        yield snapshot


def write(snapshot: Snapshot, wish: Wish, step: Callable[[float], object] = lambda _share: None) -> Path:
    """The snapshot as a verified copy; `step` hears how far it is and may break it off by raising."""
    wish = wish._replace(folder=wish.folder.absolute())
    snapshot = snapshot.packed_for(is_deflated=wish.reason == AUTO or bool(unfit(wish.folder)))
    data = snapshot.path.parent.absolute()
    kept = record.read(data)
    stick = stick_of(wish.folder)
    if stick is not None and held() is None and wish.password is None:
        raise StickNeedsPassword(wish.folder)
    with _told_plainly():
        wish.folder.mkdir(parents=True, exist_ok=True)
        _insist_on_room(wish.folder, snapshot.manifest.size)
        for left in list(leftovers_in(wish.folder)):
            left.unlink(missing_ok=True)
        header, key = _sealed(data, _about(snapshot, wish, kept), wish.password)
    path = _written(snapshot, wish.folder, header, key, step)
    place = record.Place(
        *(str(wish.folder), str(path), header.about.created, header.about.number),
        is_sealed=header.is_sealed,
        stick=_marked(stick),
    )
    lost = sudden_losses(kept.counts, snapshot.manifest.counts)
    if wish.reason == HAND or not lost:
        _drop_surplus(wish.folder, header.about.office)
    else:  # nobody was asked: what was there before stays the measure, and stays
        snapshot = replace(snapshot, manifest=replace(snapshot.manifest, counts=kept.counts))
    _remember(data, snapshot, header.about.office, place)
    return path


def verified_copy(connection: Any, wish: Wish) -> Path:
    """The same for a database that is not the open one: before its schema is brought up to date."""
    with _alone(), snapshot_of(connection) as snapshot:
        return write(snapshot, wish)


def wait_for_running(seconds: float) -> None:
    """Until the backup that is being made, if one is, has come to its end; no longer than that."""
    if _one_at_a_time.acquire(timeout=seconds):
        _one_at_a_time.release()


@contextmanager
def _alone() -> Iterator[None]:
    if not _one_at_a_time.acquire(blocking=False):
        raise Problem("正在备份，请等它完成。")
    try:
        yield
    finally:
        _one_at_a_time.release()


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Problem(f"备份没有完成：{reason(error)}。原有备份和数据都没有改变。") from error


def _insist_on_no_sudden_loss(before: Mapping[str, int], now: Mapping[str, int]) -> None:
    lost = sudden_losses(before, now)
    if lost:
        raise SuddenLoss(
            f"与上次备份相比，少了 {said(lost)}。没有备份，原有备份都在。",
            "如果不是有意删除的，请先找回来；确实不要了，请确认后再备份。",
        )


def _insist_on_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size:
        told = f"“{folder}”只剩 {free // _MB} MB，备份需要 {size // _MB + 1} MB"
        raise Problem(f"备份没有完成：磁盘空间不足，{told}。原有备份和数据都没有改变。")


def _about(snapshot: Snapshot, wish: Wish, kept: record.Record) -> About:
    now = datetime.now().isoformat(timespec="seconds")
    number = 1 + max(kept.number, highest_number_in(wish.folder))
    return About(number, now, kept.office, snapshot.unit[:60], wish.reason)


def _sealed(data: Path, about: About, password: str | None) -> tuple[Header, bytes]:
    """Under the data key if there is one, under a password of its own if one is given, else plain."""
    key = held()
    if key is not None:
        return sealed_header(about, key, read_slots(data)), key
    if password is not None:
        key = secrets.token_bytes(KEY_BYTES)
        return sealed_header(about, key, (wrap(key, SlotKind.PASSWORD, password),)), key
    header = plain_header(about)
    return header, bytes.fromhex(header.plain_key)


def _written(
    snapshot: Snapshot, folder: Path, header: Header, key: bytes, step: Callable[[float], object]
) -> Path:
    path = folder / name_for(header.about.number, header.about.at)
    checked = beside(lambda: check(snapshot))
    told = _Steps(snapshot.manifest.size, step)
    try:
        with replacing(path) as part, _told_plainly():
            with part.open("wb") as file:
                seal(file, header, key, packed(snapshot.manifest, map(told.heard, image(snapshot))))
            sync(part)
            _insist_on_the_same(part, header, key, snapshot, told)
            checked()
    finally:
        checked()
    return path


def _insist_on_the_same(part: Path, header: Header, key: bytes, snapshot: Snapshot, told: "_Steps") -> None:
    """Read back from the disk itself, opened, unpacked and compared."""
    try:
        same = unsealed(part, lambda _header: key, told.heard) == (header, snapshot.manifest)
    except Unsealable:
        same = False
    if not same:
        raise Problem("写入的备份读回来不一致，这个磁盘或 U 盘不可靠，请更换。原有备份仍在。")


class _Steps:
    """Counts the bytes that go by, written and then read back."""

    def __init__(self, size: int, step: Callable[[float], object]) -> None:
        self._all, self._done, self._step = 2 * size or 1, 0, step

    def heard(self, piece: bytes) -> bytes:
        self._done += len(piece)
        self._step(self._done / self._all)
        return piece


def _marked(stick: Stick | None) -> str:
    """The stick's mark, given to it now if it had none; a full one stays unknown, its backup counts."""
    if stick is None:
        return ""
    with suppress(Problem):
        return stick.mark or mark_stick(stick)
    return ""


def _remember(data: Path, snapshot: Snapshot, office: str, place: record.Place) -> None:
    """A record that cannot be kept makes the next backup ask less and tell an older age: no harm is done."""
    kept = record.with_place(record.read(data), place)
    told = snapshot.manifest
    seen = told.entries if Path(place.folder) == data / record.LOCAL else kept.seen
    with suppress(Problem):
        kept = replace(kept, office=office, counts=dict(told.counts), seen=seen)
        record.write(data, replace(kept, entries=told.entries, chain=told.chain))


def _drop_surplus(folder: Path, office: str) -> None:
    """What cannot be deleted stays; a backup that was just verified is not called failed for that."""
    ours = {copy.about.number: copy for copy in _ours(copies_in(folder), office)}
    listed = [Kept(number, copy.at.date(), copy.about.reason in SAFETY) for number, copy in ours.items()]
    with suppress(OSError):
        for kept in surplus(listed):
            ours[kept.number].path.unlink()


def _ours(copies: Iterable[Copy], office: str) -> Iterable[Copy]:
    return (copy for copy in copies if copy.about.office == office)
