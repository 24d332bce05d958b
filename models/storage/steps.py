"""The schema's numbered steps: each commits with its number, and is never edited once shipped."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from models.storage import cipher, step_1, step_2, step_3, step_4, step_5, step_6

APPLICATION_ID = 0x4C58545A
STEPS: tuple[Callable[[Any], None], ...] = (
    step_1.apply,
    step_2.apply,
    step_3.apply,
    step_4.apply,
    step_5.apply,
    step_6.apply,
)
VERSION = len(STEPS)


def build(path: Path) -> None:
    """Make a new, plain database at `path` by all steps in turn."""
    with closing(cipher.connect(path, None)) as connection:
        build_in(connection)


def build_in(connection: Any, version: int | None = None) -> None:
    """The same in an empty database that is open, up to this step."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    run_steps(connection, 0, version)


def run_steps(connection: Any, version: int, last: int | None = None) -> None:
    """From this version to that one, all there are if none is named; each step commits with its number."""
    for number, step in enumerate(STEPS[version:last], start=version + 1):
        connection.execute("BEGIN EXCLUSIVE")
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
