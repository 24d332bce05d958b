"""A restore that was cut off: the next start finds out which side of it the data is on."""

from pathlib import Path

from models.storage import record


def settle(live: Path) -> None:
    """After a restore, also one that was killed: it is either done, and can be undone, or it never was."""
    kept = record.read(live.parent)
    if not kept.restoring:
        return
    if any(live.parent.glob(f"{live.name}.part*")):
        record.change(live.parent, restoring="")
    else:  # another history is there, and nobody knows any more what it had at its last backup
        record.change(live.parent, restoring="", undo=kept.restoring, entries=0, chain="")
