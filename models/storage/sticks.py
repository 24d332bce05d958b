"""USB sticks that are plugged in: where, which, and whether one is known by its serial and our marker file.

Nothing on a stick is run, and nothing but our own files is looked at.
"""

import ctypes
import json
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from models.storage.files import replacing
from models.storage.places import removable_mounts
from models.storage.record import Place

MARKER = "lianxin-stick.json"
FOLDER = "连心台账备份"
_BY_UUID = Path("/dev/disk/by-uuid")
_REMOVABLE, _ASK_NOBODY = 2, 1


class Stick(NamedTuple):
    """A stick that is plugged in."""

    root: Path
    serial: str
    """Of the volume, as its file system has it; "" where the system does not tell."""
    label: str
    mark: str
    """Ours, from the marker file; "" for one that never held a backup."""

    @property
    def folder(self) -> Path:
        """Where backups go on it."""
        return self.root / FOLDER


def sticks() -> list[Stick]:
    """Those plugged in now. Quick: it may be asked every few seconds."""
    found = _windows_roots() if sys.platform == "win32" else _linux_roots()
    return [Stick(root, serial, label, _mark(root, serial)) for root, serial, label in found]


def stick_of(folder: Path) -> Stick | None:
    """The stick that the folder is on, None if it is on none."""
    whole = Path(os.path.realpath(folder))
    return next((stick for stick in sticks() if whole.is_relative_to(stick.root)), None)


def folder_of(place: Place) -> Path | None:
    """Where a place is now: a stick under whatever letter, a folder if it is there; None if it is not."""
    if place.stick:
        return next((stick.folder for stick in sticks() if stick.mark == place.stick), None)
    return Path(place.folder) if Path(place.folder).is_dir() else None


def mark_stick(stick: Stick) -> str:
    """Let the stick be known again. Raises Problem if it cannot be written to."""
    mark = secrets.token_hex(8)
    text = json.dumps({"mark": mark, "serial": stick.serial})
    with replacing(stick.root / MARKER) as part:
        part.write_text(text, "ascii")
    return mark


def _mark(root: Path, serial: str) -> str:
    """A marker that was copied to another stick is none: it names the serial it was made for."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        with (root / MARKER).open("rb") as file:
            values = json.loads(file.read(1000))
        if values["serial"] == serial and isinstance(values["mark"], str):
            return str(values["mark"])
    return ""


def _linux_roots() -> Iterator[tuple[Path, str, str]]:
    serials = {os.path.realpath(link): link.name for link in _links(_BY_UUID)}
    for root, device in removable_mounts():
        yield root, serials.get(os.path.realpath(device), ""), root.name


def _links(folder: Path) -> list[Path]:
    with suppress(OSError):
        return list(folder.iterdir())
    return []


def _windows_roots() -> Iterator[tuple[Path, str, str]]:
    if sys.platform != "win32":
        return
    kernel = ctypes.windll.kernel32
    kernel.SetThreadErrorMode(_ASK_NOBODY, None)  # else an empty card reader makes Windows ask for a disk
    drives = kernel.GetLogicalDrives()
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        if drives >> number & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
            serial, label = ctypes.c_ulong(), ctypes.create_unicode_buffer(64)
            if kernel.GetVolumeInformationW(root, label, 64, ctypes.byref(serial), None, None, None, 0):
                yield Path(root), f"{serial.value:08X}", label.value
