"""A power cut at every moment of an act: the disk as it may be then, rebuilt from the recorded calls.

What was synced is there. Of what was not, any part may be: writes one by one, cut short or not at all, names
of files given, taken and replaced. On the Linux model a name lasts once its folder is synced; on the other,
as on FAT and on Windows, syncing a folder means nothing, and a name lasts once the file itself is synced.
"""

import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_BROKEN = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
_FD = re.compile(r"^(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
RECORDED = "openat,lseek,read,write,writev,pwrite64,fsync,fdatasync,ftruncate,rename,unlink,mkdir"


@dataclass
class File:
    """What is on the disk of a file for certain, and what was written since."""

    synced: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # place and bytes; None: cut there

    def sync(self) -> None:
        """All of it is on the disk."""
        self.synced, self.pending = _applied(self.synced, self.pending), []

    def perhaps(self, chance: random.Random) -> bytes:
        """The file as it may be found: each write there, half there or not, in any order."""
        kept = [(at, _cut(data, chance)) for at, data in self.pending if chance.random() < 0.5]
        return _applied(self.synced, kept)


@dataclass
class Disk:
    """Files by number, the names that are certain, and what was done to names since."""

    files: list[File] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    now: dict[str, int] = field(default_factory=dict)
    pending: list[tuple[str, int | None]] = field(default_factory=list)  # a name and what it means then
    acknowledged: bool = False

    def give(self, name: str, number: int | None) -> None:
        """A name means another file from now on, or none."""
        self.pending.append((name, number))
        if number is None:
            self.now.pop(name, None)
        else:
            self.now[name] = number

    def sync_names(self, below: str) -> None:
        """What was done to names in that folder is certain; those of `below` itself, if it is a file."""
        rest = []
        for name, number in self.pending:
            if name == below or str(Path(name).parent) == below:
                _set(self.names, name, number)
            else:
                rest.append((name, number))
        self.pending = rest

    def perhaps(self, chance: random.Random) -> dict[str, bytes]:
        """The disk as it may be found after a cut now: names changed in order up to some moment."""
        names = dict(self.names)
        for name, number in self.pending[: chance.randint(0, len(self.pending))]:
            _set(names, name, number)
        return {name: self.files[number].perhaps(chance) for name, number in names.items()}


def moments(log: Path, start: Mapping[str, bytes], root: Path, *, folders_count: bool) -> Iterator[Disk]:
    """The disk after each recorded call, beginning with these files below `root`."""
    disk = Disk()
    for name, data in start.items():
        disk.files.append(File(data))
        disk.names[str(root / name)] = disk.now[str(root / name)] = len(disk.files) - 1
    places: dict[tuple[str, str], int] = {}
    for line in _whole_lines(log):
        found = _LINE.match(line)
        if found and int(found[3]) >= 0:
            _play(disk, found[1], found[2], int(found[3]), places, folders_count=folders_count)
            yield disk


def _whole_lines(log: Path) -> Iterator[str]:
    """The calls of a log; one that another thread's call interrupted is put together."""
    begun: dict[str, str] = {}
    for line in log.read_text("utf-8").splitlines():
        if broken := _BROKEN.match(line):
            begun[broken[1]] = f"{broken[1]} {broken[2]}"
        elif resumed := _RESUMED.match(line):
            yield begun.pop(resumed[1]) + resumed[2]
        else:
            yield line


def lay(disk: Mapping[str, bytes], root: Path) -> None:
    """Put these files where they belong, and nothing else."""
    for part in (root / "data", root / "out"):
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
    for name, data in disk.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)


def _play(
    disk: Disk, call: str, said: str, result: int, places: dict[tuple[str, str], int], *, folders_count: bool
) -> None:
    """One call of the log. `places` is where each open file is written next."""
    if call in ("rename", "unlink"):
        _name(disk, call, said)
    elif call == "openat":
        places[str(result), _open(disk, said)] = 0
    elif opened := _FD.match(said):
        key = opened[1], _decoded(opened[2]) if "\\x" in opened[2] else opened[2]
        if call in ("fsync", "fdatasync"):
            _sync(disk, key[1], folders_count=folders_count)
        else:
            _change(disk, call, said, result, key, places)


def _name(disk: Disk, call: str, said: str) -> None:
    names = [_decoded(text) for text in _TEXT.findall(said)]
    if call == "rename" and names[0] in disk.now:
        disk.give(names[1], disk.now[names[0]])
    disk.give(names[0], None)


def _change(
    disk: Disk, call: str, said: str, result: int, key: tuple[str, str], places: dict[tuple[str, str], int]
) -> None:
    """A file is moved in, written or cut; what is written to `told` tells that the act is acknowledged."""
    if call in ("lseek", "read"):
        places[key] = result if call == "lseek" else places.get(key, 0) + result
    elif call == "writev":
        disk.acknowledged |= key[1].endswith("/told")
    elif key[1] in disk.now:
        file = disk.files[disk.now[key[1]]]
        if call == "ftruncate":
            file.pending.append((int(said.rsplit(",", 1)[1]), None))
        else:
            data = _decoded_bytes(_TEXT.search(said)[1])[:result]  # type: ignore[index]
            at = int(said.rsplit(",", 1)[1]) if call == "pwrite64" else places.get(key, 0)
            places[key] = at + len(data)
            file.pending.append((at, data))


def _open(disk: Disk, said: str) -> str:
    """A file is opened, perhaps made or emptied; its name."""
    name = _decoded(_TEXT.search(said)[1])  # type: ignore[index]
    if "O_CREAT" in said and name not in disk.now:
        disk.files.append(File())
        disk.give(name, len(disk.files) - 1)
    if "O_TRUNC" in said and name in disk.now:
        disk.files[disk.now[name]].pending.append((0, None))
    return name


def _sync(disk: Disk, name: str, *, folders_count: bool) -> None:
    if name in disk.now:
        disk.files[disk.now[name]].sync()
        if not folders_count:
            disk.sync_names(name)
    elif folders_count:
        disk.sync_names(name)


def _applied(data: bytes, writes: list[tuple[int, bytes | None]]) -> bytes:
    whole = bytearray(data)
    for at, piece in writes:
        if piece is None:
            del whole[at:]
            whole.extend(bytes(at - len(whole)))
        else:
            whole.extend(bytes(max(0, at - len(whole))))
            whole[at : at + len(piece)] = piece
    return bytes(whole)


def _cut(data: bytes | None, chance: random.Random) -> bytes | None:
    """A write of more than one sector may have come to the disk in part."""
    if data is None or chance.random() < 0.7:
        return data
    return data[: 512 * chance.randint(0, len(data) // 512)]


def _set(names: dict[str, int], name: str, number: int | None) -> None:
    if number is None:
        names.pop(name, None)
    else:
        names[name] = number


def _decoded(text: str) -> str:
    return _decoded_bytes(text).decode()


def _decoded_bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
