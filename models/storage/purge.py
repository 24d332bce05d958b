"""What is kept no longer goes for good: behind a verified copy, and the file is written anew without it."""

from datetime import datetime

from models.base import database
from models.bin import Gone, overdue, purge
from models.storage.automatic import local_folder
from models.storage.backups import PURGE, backup


def purge_for_good(things: list[Gone]) -> int:
    """Blank what the history holds of these things, give their room back to the disk; how many they were.

    Raises Problem if the copy before it cannot be made and verified; nothing is purged then.
    """
    backup(local_folder(), PURGE, loss_is_meant=True)
    count = purge(things)
    _compact()
    return count


def purge_overdue(now: datetime) -> int:
    """Purge what was deleted longer ago than it is kept; how many things."""
    found = overdue(now)
    return purge_for_good(found) if found else 0


def _compact() -> None:
    """VACUUM: pages freed are wiped already (secure_delete), here they leave the file."""
    database.begun()
    try:
        database.execute_sql("VACUUM")
    finally:
        database.ended()
