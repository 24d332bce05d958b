"""How the data file was when it was closed: of bits that flipped since, SQLite itself sees about half.

The side file says either `closed`, with size and digest, or `open`, with whether a save was going on. It is
overwritten in place and synced before the first change of a session, so that no order in which a power cut
keeps or loses bytes makes a good file look bad. What cannot be read in it counts as an unclean end.
"""

import hashlib
import hmac
import os
import zlib
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from models.storage.files import sync_folder
from models.storage.run import run_of_pc

NAME = "lianxin.state"
_HOT = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_CHUNK = 1 << 20


class End(Enum):
    """How the last session on the file ended."""

    NEVER = auto()
    """There was none, or nothing is known of it."""
    CLEAN = auto()
    """Closed, and the file is bit for bit what it was then."""
    CHANGED = auto()
    """Closed, and the file is something else now."""
    UNCLEAN = auto()
    """Killed or cut off; SQLite's journal mends that."""
    JOURNAL = auto()
    """Killed, and the journal was taken away in the middle of a save, or there is one that is not ours."""


def last_end(path: Path, key: bytes | None = None) -> End:
    """How the last session on the data file at `path` ended. Reads only. `key`: of an encrypted file."""
    words = _words(path)
    match words:
        case ["closed" | "sealed", size, digest, crc] if crc == _crc(" ".join(words[:3])):
            same = path.stat().st_size == int(size) and hmac.compare_digest(_digest(path, key), digest)
            return End.CLEAN if same else End.CHANGED
        case ["open", run, saving] if run == run_of_pc():
            return End.UNCLEAN if _journal_fits(path, saving=saving == "1") else End.JOURNAL
    return End.UNCLEAN if words else End.NEVER


def closed(path: Path, key: bytes | None = None) -> None:
    """Write down how the closed file is. If the disk refuses, the end counts as unclean at the next start."""
    with suppress(OSError):
        will_be(path, path, key)


class Session:
    """One opening of the file: marks before the first change that it is open, around each that it saves."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._place = 0

    @property
    def has_written(self) -> bool:
        """Whether anything may have changed since the file was opened."""
        return self._file is not None

    def begin(self) -> None:
        """A save begins. Raises OSError if that cannot be written down; then nothing may be saved."""
        self._say(self._file or self._mark(), b"1")

    def end(self) -> None:
        """The save is over, done or taken back; if the disk refused even that, the next start does it.

        What is committed stays so, whether or not this can be written down.
        """
        with suppress(OSError):
            if self._file is not None and not journal_is_hot(self._path):
                self._say(self._file, b"0")

    def close(self) -> None:
        """Let go of the side file."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    def _say(self, file: BinaryIO, saving: bytes) -> None:
        file.seek(self._place)
        file.write(saving)

    def _mark(self) -> BinaryIO:
        """SQLite keeps the journal's file from here on: it is made now, so that it can be missed."""
        self._path.with_name(self._path.name + "-journal").touch()
        text = f"open {run_of_pc()} 0"
        _overwrite(self._path.with_name(NAME), text)
        self._place = len(text) - 1
        self._file = self._path.with_name(NAME).open("r+b", buffering=0)
        return self._file


def will_be(path: Path, part: Path, key: bytes | None = None) -> None:
    """`part` is about to take the place of a file that is not to be opened any more: only it will do."""
    words = f"{'sealed' if key else 'closed'} {part.stat().st_size} {_digest(part, key)}"
    _overwrite(path.with_name(NAME), f"{words} {_crc(words)}")


def expect_change(path: Path) -> None:
    """A good file is about to be replaced by another: whichever is there next is checked, not compared."""
    _overwrite(path.with_name(NAME), "replaced")


def was_sealed(path: Path) -> bool:
    """Whether the file was under a password when it was closed."""
    return _words(path)[:1] == ["sealed"]


def _words(path: Path) -> list[str]:
    try:
        return path.with_name(NAME).read_text("ascii").split(" ")
    except FileNotFoundError:
        return []
    except (OSError, ValueError):
        return ["unreadable"]


def journal_is_hot(path: Path) -> bool:
    """Whether the file's journal has something in it to play back."""
    with suppress(FileNotFoundError), path.with_name(path.name + "-journal").open("rb") as file:
        return file.read(len(_HOT)) == _HOT
    return False


def _journal_fits(path: Path, *, saving: bool) -> bool:
    """In a save the journal is there, if empty; between saves there is nothing in it to play back."""
    if saving:
        return path.with_name(path.name + "-journal").exists()
    return not journal_is_hot(path)


def _digest(path: Path, key: bytes | None) -> str:
    digest = hmac.new(key, b"", "sha256") if key else hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _crc(words: str) -> str:
    return f"{zlib.crc32(words.encode()):08x}"


def _overwrite(path: Path, text: str) -> None:
    """In place and synced: a new name is not sure to be kept on every disk, the bytes of a file are."""
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.write(descriptor, text.encode())
        os.ftruncate(descriptor, len(text.encode()))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if is_new:
        sync_folder(path.parent)
