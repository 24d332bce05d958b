"""Power cuts in every act, on both models: the program finds the old or the new, and what it acknowledged."""

import hashlib
import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from models.storage import fingerprint
from tests.faults.acts import ACTS
from tests.faults.office import files_in
from tests.faults.powercut import RECORDED, Disk, lay, moments
from tests.faults.sweep import Swept
from tests.faults.tally import Tally
from tests.faults.verdict import Known, disk_faults

_MODELS = {"linux": True, "fat": False}
_RECORDING = ("-y", "-xx", "-s", "100000000", "-e", f"trace={RECORDED}")


def cuts(swept: Swept, states: int, seed: int) -> Iterator[Tally]:
    """So many states of the disk, shared among acts, models and moments."""
    for model, folders_count in _MODELS.items():
        for one in ACTS:
            tally = Tally(f"power cut, {model}, {one.name}")
            share = states // (len(ACTS) * len(_MODELS))
            cut(swept, one.name, tally, share, random.Random(f"{seed} {model}"), folders_count=folders_count)
            yield tally


def cut(
    swept: Swept, name: str, tally: Tally, states: int, chance: random.Random, *, folders_count: bool
) -> None:
    """About so many states of the disk in one act, the same number at each of its moments."""
    known = swept.known(name)
    with swept.folder(name) as folder:
        start = {
            f"{part}/{file}": data
            for part in ("data", "out")
            for file, data in files_in(folder / part).items()
        }
        log = folder / "calls"
        swept.run(name, folder, (*_RECORDING, "-o", str(log)))
        disks = sum(1 for _ in moments(log, start, folder, folders_count=folders_count))
        each = max(1, states // max(1, disks))
        seen: dict[bytes, list[str]] = {}
        for disk in moments(log, start, folder, folders_count=folders_count):
            for _ in range(each):
                tally.count(_judged(disk, chance, folder, known, seen))


def _judged(
    disk: Disk, chance: random.Random, folder: Path, known: Known, seen: dict[bytes, list[str]]
) -> list[str]:
    """What is wrong with the disk as it may be; one that was judged before is not opened again."""
    found = disk.perhaps(chance)
    key = _digest(found, acknowledged=disk.acknowledged)
    if key not in seen:
        lay(found, folder)
        with _another_run_of_the_pc():
            seen[key] = disk_faults(folder, known, acknowledged=disk.acknowledged)
    return seen[key]


@contextmanager
def _another_run_of_the_pc() -> Iterator[None]:
    """After a cut the machine starts anew, and the program can tell."""
    here, fingerprint.run_of_pc = fingerprint.run_of_pc, lambda: "another"
    try:
        yield
    finally:
        fingerprint.run_of_pc = here


def _digest(found: Mapping[str, bytes], *, acknowledged: bool) -> bytes:
    digest = hashlib.sha256(b"acknowledged" if acknowledged else b"")
    for name in sorted(found):
        digest.update(name.encode() + b"\0" + hashlib.sha256(found[name]).digest())
    return digest.digest()
