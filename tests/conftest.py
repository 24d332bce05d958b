"""What every test may ask for: a folder of its own, a fresh office in it, and the pinned faces."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.storage import close_database, open_database
from models.writing import drain_topics


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet, as on a new PC; other files may lie beside it."""
    return tmp_path / "data"


@pytest.fixture
def office(folder: Path) -> Path:
    """An open, empty office: its data folder. Topics of earlier writes are gone."""
    open_database(folder)
    drain_topics()
    return folder


@pytest.fixture(autouse=True)
def nothing_stays_open() -> Iterator[None]:
    """Whatever a test opened, the next one finds closed."""
    yield
    close_database()
