"""What models.storage names is where it says, and the window starts without what is seldom wanted."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from models import storage

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", storage.__all__)
def test_every_name_is_where_it_says(name: str) -> None:
    assert getattr(storage, name) is getattr(import_module(f"models.storage.{storage._HOMES[name]}"), name)


def test_nothing_else_is_there() -> None:
    assert set(storage.__all__) == set(storage._HOMES)
    with pytest.raises(AttributeError):
        storage.erase  # noqa: B018


def test_the_window_starts_without_what_is_seldom_wanted() -> None:
    code = "import main, sys; from gui.start import run; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    late = {f"models.storage.{name}" for name in ("restores", "password", "damaged", "login")}
    assert not late & set(loaded.stdout.split())
