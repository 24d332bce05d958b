"""Plain files that must not stay once there is a password: overwritten before they are deleted."""

import os
from contextlib import suppress
from pathlib import Path

from models.storage.files import sync_folder

_REMNANT = "lianxin.plain"
_CHUNK = 1 << 20


def keep_second_name(path: Path) -> None:
    """So that the plain file can still be overwritten once another has taken its place."""
    remnant = path.with_name(_REMNANT)
    if _is_the_same(remnant, path):
        return
    remnant.unlink(missing_ok=True)
    with suppress(OSError):  # a disk that knows no second names: it is deleted without being overwritten
        os.link(path, remnant)


def wipe_remnant(path: Path) -> None:
    """Overwrite and delete the plain file that was replaced; if it still is in place, only the name goes."""
    remnant = path.with_name(_REMNANT)
    if not remnant.exists():
        return
    if _is_the_same(remnant, path):
        with suppress(PermissionError):  # Windows, while the file is open: the next start does it
            remnant.unlink()
    else:
        wipe(remnant)


def _is_the_same(remnant: Path, path: Path) -> bool:
    return remnant.exists() and path.exists() and path.samefile(remnant)


def wipe_leavings(path: Path) -> None:
    """After a kill the plain file that was replaced, a copy that was to follow, or a snapshot may be left."""
    with suppress(OSError):
        wipe_remnant(path)
        for part in (*path.parent.glob(f"{path.name}.part*"), *path.parent.glob("snapshot.tmp*")):
            wipe(part)


def wipe(path: Path) -> None:
    """Overwrite the file with zeros and delete it. What an SSD keeps elsewhere is out of reach."""
    left = path.stat().st_size
    with path.open("r+b", buffering=0) as file:
        while left > 0:
            left -= file.write(bytes(min(_CHUNK, left)))
        os.fsync(file.fileno())
    path.unlink()
    sync_folder(path.parent)
