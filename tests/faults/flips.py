"""Damage at rest: a bit of the data file is noticed at the next start; no damaged backup is taken."""

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from models import storage
from models.rules.problem import Problem
from models.storage.database import FILE_NAME
from tests.faults.office import PASSWORD, build
from tests.faults.tally import Tally

_FOREIGN = (b"", b"PK\x03\x04", b"%PDF-1.5\n", b"SQLite format 3\x00" + bytes(4080), b"\xd0\xcf\x11\xe0")


def flips(live: int, copies: int, seed: int) -> Iterator[Tally]:
    """So many bits of the data file, so many flips, cuts and strangers among backups plain and sealed."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        yield _live(Path(folder) / "data", live, chance)
    for sealed in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            yield _copies(Path(folder), copies // 2, chance, sealed=sealed)


def _live(data: Path, count: int, chance: random.Random) -> Tally:
    tally = Tally("one bit of the data file")
    build(data)
    path = data / FILE_NAME
    whole = path.read_bytes()
    for _ in range(count):
        at, bit = chance.randrange(len(whole)), chance.randrange(8)
        path.write_bytes(_flipped(whole, at, bit))
        tally.count(
            [] if _is_refused(data) else ["missed: it was opened as if nothing was"], f"byte {at} bit {bit}"
        )
    path.write_bytes(whole)
    tally.count(["untrue: the whole file is refused"] if _is_refused(data) else [])
    return tally


def _is_refused(data: Path) -> bool:
    try:
        storage.open_database(data)
    except Problem:
        return True
    finally:
        storage.close_database()
    return False


def _copies(folder: Path, count: int, chance: random.Random, *, sealed: bool) -> Tally:
    tally = Tally(f"a damaged backup, {'sealed' if sealed else 'plain'}")
    build(folder / "data")
    storage.open_database(folder / "data")
    if sealed:
        storage.set_password(PASSWORD)
    path = storage.backup(folder / "out")
    storage.close_database()
    whole, broken = path.read_bytes(), folder / path.name
    for _ in range(count):
        data, how = _damaged(whole, chance)
        broken.write_bytes(data)
        tally.count(
            [] if _does_not_verify(broken, sealed=sealed) else ["accepted: it was taken for whole"], how
        )
    shutil.copyfile(path, broken)
    tally.count(["untrue: a whole one is refused"] if _does_not_verify(broken, sealed=sealed) else [])
    return tally


def _damaged(whole: bytes, chance: random.Random) -> tuple[bytes, str]:
    kind = chance.random()
    if kind < 0.7:
        at, bit = chance.randrange(len(whole)), chance.randrange(8)
        return _flipped(whole, at, bit), f"byte {at} bit {bit}"
    if kind < 0.9:
        at = chance.randrange(len(whole))
        return whole[:at], f"cut at {at}"
    if kind < 0.95:
        more = chance.randrange(1, 5000)
        return whole + chance.randbytes(more), f"{more} bytes more"
    return chance.choice(_FOREIGN) + chance.randbytes(chance.randrange(9000)), "a stranger"


def _does_not_verify(path: Path, *, sealed: bool) -> bool:
    try:
        storage.verified(path, PASSWORD if sealed else None)
    except Problem:
        return True
    return False


def _flipped(whole: bytes, at: int, bit: int) -> bytes:
    data = bytearray(whole)
    data[at] ^= 1 << bit
    return bytes(data)
