"""Temporary files of libraries hold what people told us: they lie beside the data until they are wiped."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.base import database

_PREFIX = "temporary-"


@contextmanager
def temporary_room() -> Iterator[None]:
    """Within the block temporary files are made in a folder beside the open database, and gone with it."""
    beside = Path(database.database).parent if database.database else None
    before, tempfile.tempdir = tempfile.tempdir, tempfile.mkdtemp(prefix=_PREFIX, dir=beside)
    try:
        yield
    finally:
        _wipe(tempfile.tempdir)
        tempfile.tempdir = before


def wipe_rooms(folder: Path) -> None:
    """What a kill left of them; nobody else has the folder."""
    for room in folder.glob(f"{_PREFIX}*"):
        _wipe(room)


def _wipe(room: str | Path) -> None:
    """As far as the disk lets go of it now; the next start tries again.

    TemporaryDirectory asks a folder that nobody may read again and again, until Python gives up.
    """
    shutil.rmtree(room, ignore_errors=True)
