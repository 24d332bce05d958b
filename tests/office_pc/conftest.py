"""A program on an office PC, and what is left of it when a test is over."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.office_pc.program import Program

Lay = Callable[..., Program]


@pytest.fixture
def lay(tmp_path: Path) -> Iterator[Lay]:
    """Lays the program into this folder of the PC, for a user with a home of his own."""
    laid: list[Program] = []

    def lay_(*names: str) -> Program:
        laid.append(Program(tmp_path.joinpath(*names or ("program",)), tmp_path / "home"))
        return laid[-1]

    yield lay_
    for program in laid:
        program.end()
    for folder, _, _ in os.walk(tmp_path):  # what was made read-only has to be removable again
        Path(folder).chmod(0o755)


@pytest.fixture
def program(lay: Lay) -> Program:
    return lay()
