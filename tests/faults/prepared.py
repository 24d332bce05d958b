"""Folders as they are before an act: the data, what is imported, an older file where the act will write."""

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from sqlcipher3 import dbapi2

from models import storage
from models.activity import save_activity
from models.exchange.exporting import export_workbook
from models.official import Official
from models.storage import steps
from models.storage.database import FILE_NAME
from tests.faults.office import PLANTED, TODAY, build
from tests.models.made_up import a_visit, day

OLD = {"export": "all.xlsx", "print": "sheet.pdf"}
OLD_FILE = b"what stood there before"
_OLDER = 2  # the version that the data of `migrate` are of


def prepare(name: str, folder: Path) -> None:
    """Lay out an empty folder for the act of that name."""
    shutil.copytree(_template(name, os.environ.get(PLANTED, "")), folder, dirs_exist_ok=True)
    (folder / "told").touch()


@cache
def _template(name: str, plants: str) -> Path:
    """The folder that others are copied from; `plants` tells one with planted numbers from others."""
    del plants
    folder = Path(tempfile.mkdtemp(prefix="lianxin-faults-"))
    (folder / "out").mkdir()
    if name == "migrate":
        _build_older(folder / "data")
    else:
        build(folder / "data")
    if name == "import":
        _write_workbook(folder)
    if name == "restore":
        _write_copy(folder)
    if name in OLD:
        (folder / "out" / OLD[name]).write_bytes(OLD_FILE)
    return folder


def _write_workbook(folder: Path) -> None:
    """What another office of the same kind has: one visit more."""
    with tempfile.TemporaryDirectory() as other:
        shutil.copytree(folder / "data", other, dirs_exist_ok=True)
        storage.open_database(Path(other))
        try:
            save_activity(a_visit(Official.get_by_id(2), day(11, 12), heard="想装路灯"), TODAY)
            export_workbook(folder / "in.xlsx")
        finally:
            storage.close_database()


def _write_copy(folder: Path) -> None:
    """A backup of the data as they are, after which one visit more is entered."""
    (folder / "in").mkdir()
    storage.open_database(folder / "data")
    try:
        storage.backup(folder / "in")
        save_activity(a_visit(Official.get_by_id(2), day(11, 12), heard="想装路灯"), TODAY)
    finally:
        storage.close_database()


def _build_older(data: Path) -> None:
    """A database of an earlier version with one activity."""
    data.mkdir()
    now = steps.STEPS
    steps.STEPS = now[:_OLDER]
    try:
        steps.build(data / FILE_NAME)
    finally:
        steps.STEPS = now
    connection = dbapi2.connect(str(data / FILE_NAME), isolation_level=None)
    connection.execute(_ACTIVITY)
    connection.close()


_ACTIVITY = """
INSERT INTO activity (number, kind, first_day, first_half, last_day, last_half, place, purpose, state, heard,
  reply, entered_on, venue, form, title)
VALUES ('HD20260001', 'hearing', '2026-03-05', 'am', '2026-03-05', 'pm', '样样镇', '', 'done', '', '',
  '2026-03-05', '', '', '')
"""
