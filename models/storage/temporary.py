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
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=beside, ignore_cleanup_errors=True) as room:
        before, tempfile.tempdir = tempfile.tempdir, room
        try:
            yield
        finally:
            tempfile.tempdir = before


def wipe_rooms(folder: Path) -> None:
    """What a kill left of them; nobody else has the folder."""
    for room in folder.glob(f"{_PREFIX}*"):
        shutil.rmtree(room, ignore_errors=True)
