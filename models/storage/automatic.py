"""Copies made unasked: in the data folder when something changed, before something risky, on known sticks."""

import logging
from collections.abc import Mapping
from pathlib import Path

from models.base import database
from models.rules.problem import Problem
from models.rules.sudden_loss import said, sudden_losses
from models.storage import keys, record
from models.storage.backups import AUTO, backup, wait_for_running
from models.storage.copies import copies_in
from models.storage.database import database_path
from models.storage.snapshot import counts
from models.storage.sticks import Stick, sticks

EVERY_MINUTES = 15
_PATIENCE_S = 30.0
_log = logging.getLogger(__name__)


def local_folder() -> Path:
    """Where copies go unasked. They are for slips of the hand; a dead disk takes them along."""
    return database_path().parent / record.LOCAL


def is_due() -> bool:
    """Whether something was entered that no local copy holds."""
    last = database.execute_sql("SELECT MAX(id) FROM change").fetchone()[0]
    if last is None:
        return False
    return bool(last != record.read(database_path().parent).seen or not copies_in(local_folder()))


def safety_copy(reason: str) -> None:
    """A local copy before something risky, if there is anything new. Raises Problem if that fails."""
    if is_due():
        backup(local_folder(), reason, loss_is_meant=True)


def copy_at_exit() -> None:
    """A local copy, and one on each known stick that is plugged in.

    What goes wrong is only logged: at the next start the lights say how old the last one is.
    """
    wait_for_running(_PATIENCE_S)
    if not is_due():
        return
    for folder in (local_folder(), *(stick.folder for stick in known_sticks() if keys.held())):
        try:
            backup(folder, AUTO)
        except Problem as problem:
            _log.warning("no copy at exit: %s", problem)


def known_sticks() -> list[Stick]:
    """Those plugged in now that hold copies of this data."""
    marks = {place.stick for place in record.read(database_path().parent).places}
    return [stick for stick in sticks() if stick.mark and stick.mark in marks]


def loss_said() -> str:
    """少了 312 个联系点, "" if not so much is suddenly gone; automatic copies wait until somebody answers."""
    lost = sudden_losses(record.read(database_path().parent).counts, counts_now())
    return f"少了 {said(lost)}" if lost else ""


def counts_now() -> Mapping[str, int]:
    """Rows of each table of the open database."""
    return counts(database.connection())
