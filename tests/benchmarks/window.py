"""The window from start to usable, against a bare ttkbootstrap window; each in a fresh process."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROUNDS = 7
WANTED = 1.35

_BARE = """
import time; begin = time.perf_counter()
import ttkbootstrap as ttk
root = ttk.App()
root.update()
print(time.perf_counter() - begin)
"""
_OURS = """
import time; begin = time.perf_counter()
from pathlib import Path
from models.storage import open_database
open_database(Path({folder!r}))
from gui.rail_pages import PAGES
from gui.window import Window
window = Window(Path({folder!r}), PAGES)
window.root.update()
print(time.perf_counter() - begin)
"""


def rows() -> list[tuple[str, str, str, float, float]]:
    """What, ours, the yardstick, their ratio, and the ratio wanted at most."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = _medians(_OURS.format(folder=folder), _BARE, _environment(folder))
    return [("打开窗口", f"{ours * 1000:.0f} ms", f"{bare * 1000:.0f} ms", ours / bare, WANTED)]


def _medians(ours: str, bare: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of both, taken in turn so that a busy machine troubles both alike; the first round warms up."""
    times = [(_seconds(ours, environment), _seconds(bare, environment)) for _ in range(ROUNDS + 1)][1:]
    return median(time[0] for time in times), median(time[1] for time in times)


def _seconds(code: str, environment: dict[str, str]) -> float:
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _environment(folder: str) -> dict[str, str]:
    """As on an office PC after the first start: what was compiled once is kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": folder}
