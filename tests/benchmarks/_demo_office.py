"""The demo's office of 500 leaders and two years, with their pairs, absences and activities."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from models.demo import fill_with_demo
from models.storage import close_database, open_database

LEADERS = 500
TODAY = date(2026, 11, 25)


@contextmanager
def demo_office() -> Iterator[None]:
    """Open while the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        open_database(Path(folder))
        try:
            fill_with_demo(TODAY, LEADERS, years=2)
            yield
        finally:
            close_database()
