"""A restore that was cut off: the next start finds out which side of it the data is on."""

from pathlib import Path

from models.storage import record


def settle(live: Path) -> None:
    """After a restore, also one that was killed: it is either done, and can be undone, or it never was.

    Which history is there, and what of it the last backup saw, is not known any more until the next one.
    """
    kept = record.read(live.parent)
    if kept.restoring:
        was_done = not any(live.parent.glob(f"{live.name}.part*"))
        undo = kept.restoring if was_done else kept.undo
        record.change(live.parent, restoring="", undo=undo, entries=0, chain="")
