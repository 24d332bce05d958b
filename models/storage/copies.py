"""Backups as files: which lie in a folder, and one of them read whole. Nothing else there is looked at."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from models.rules.problem import Problem
from models.storage.cipher import MAGIC
from models.storage.container import (
    DAMAGED,
    FOREIGN,
    SUFFIX,
    About,
    Header,
    Unsealable,
    key_of,
    read_header,
    unseal,
)
from models.storage.files import reason
from models.storage.image import manifest_of
from models.storage.payload import Broken, Manifest, Unpacking
from models.storage.uncached import uncached

FIRST_SLICE = ".lxbak"
_PREFIX = "lianxin-"
_STAMP = re.compile(r"lianxin-(\d{8}-\d{6})-(\d+)\.(?:ldzb|lxbak)")
_UNREADABLE = "无法读取备份“{}”：{}。"


@dataclass(frozen=True)
class Copy:
    """A backup in a folder, as far as it can be known unopened."""

    path: Path
    size: int
    about: About
    is_sealed: bool

    @property
    def at(self) -> datetime:
        """When it was made, by the clock of then."""
        return self.about.at


@dataclass(frozen=True)
class Contents:
    """A backup that was read whole and found whole."""

    about: About
    manifest: Manifest
    is_sealed: bool


def name_for(number: int, at: datetime) -> str:
    """ASCII and short, for every file system there is on sticks."""
    return f"{_PREFIX}{at:%Y%m%d-%H%M%S}-{number:05d}{SUFFIX}"


def copies_in(folder: Path) -> list[Copy]:
    """Our backups there, the newest first; what cannot be read or is none of ours is passed over."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            if _STAMP.fullmatch(path.name) and path.is_file() and not path.is_symlink():
                with suppress(OSError, Unsealable):
                    found.append(_copy(path))
    return sorted(found, key=lambda copy: (copy.about.number, copy.about.created), reverse=True)


def highest_number_in(folder: Path) -> int:
    """Of all backups there, whosever they are and whole or not: so that no name is taken twice."""
    stamps = (_STAMP.fullmatch(path.name) for path in folder.iterdir())
    return max((int(stamp[2]) for stamp in stamps if stamp), default=0)


def leftovers_in(folder: Path) -> Iterator[Path]:
    """What a backup that was cut off left there: it never had its name."""
    for path in folder.glob(f"{_PREFIX}*{SUFFIX}.part"):
        if _STAMP.fullmatch(path.name.removesuffix(".part")):
            yield path


def read_copy(
    path: Path, secret: str | None = None, take: Callable[[bytes], object] = lambda _piece: None
) -> Contents:
    """Read all of it past the cache and check every byte; `take` gets the plain database in pieces.

    What `take` got is sure only once this returns. Raises Unsealable if it is damaged or none of ours,
    NeedsSecret or WrongSecret if it is sealed, Problem if the disk refuses.
    """
    if path.suffix == FIRST_SLICE:
        return _read_first_slice(path, take)
    header, manifest = unsealed(path, lambda header: key_of(header, secret, path.name), take)
    return Contents(header.about, manifest, header.is_sealed)


def unsealed(
    path: Path, key: Callable[[Header], bytes], take: Callable[[bytes], object]
) -> tuple[Header, Manifest]:
    """The same where the key is known."""
    try:
        with closing(uncached(path)) as file:
            header, digest = read_header(file, path.name)
            unpacking = Unpacking(unseal(file, header, digest, key(header), path.name))
            for piece in unpacking.image():
                take(piece)
        return header, unpacking.manifest
    except Broken as error:
        raise Unsealable(DAMAGED.format(path.name)) from error
    except OSError as error:
        raise Problem(_UNREADABLE.format(path, reason(error))) from error


def header_of(path: Path) -> Header:
    """What the file says of itself. Raises Unsealable, Problem if the disk refuses."""
    try:
        with path.open("rb") as file:
            return read_header(file, path.name)[0]
    except OSError as error:
        raise Problem(_UNREADABLE.format(path, reason(error))) from error


def _copy(path: Path) -> Copy:
    size = path.stat().st_size
    if path.suffix == FIRST_SLICE:
        return Copy(path, size, _about_first_slice(path), is_sealed=False)
    with path.open("rb") as file:
        header = read_header(file, path.name)[0]
    return Copy(path, size, header.about, header.is_sealed)


def _read_first_slice(path: Path, take: Callable[[bytes], object]) -> Contents:
    """The first version copied the database as it was: only SQLite's own checks can vouch for it."""
    try:
        with closing(uncached(path)) as file:
            data = file.read()
    except OSError as error:
        raise Problem(_UNREADABLE.format(path, reason(error))) from error
    if not data.startswith(MAGIC):
        raise Unsealable(FOREIGN.format(path.name))
    manifest = manifest_of(data)
    take(data)
    return Contents(_about_first_slice(path), manifest, is_sealed=False)


def _about_first_slice(path: Path) -> About:
    stamp = _STAMP.fullmatch(path.name)
    at = datetime.fromtimestamp(path.stat().st_mtime)
    if stamp:
        with suppress(ValueError):
            at = datetime.strptime(stamp[1], "%Y%m%d-%H%M%S")
    return About(0, at.isoformat(timespec="seconds"), "", "", "hand")


def day_of(copy: Copy) -> date:
    """Its day, for sorting into days, weeks and months only."""
    return copy.at.date()
