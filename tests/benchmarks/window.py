"""The window from start to usable, against a bare ttkbootstrap window: both from source, each in a fresh process."""

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
        ours, bare = _medians(_OURS.format(folder=folder), _BARE)
    return [("打开窗口", f"{ours * 1000:.0f} ms", f"{bare * 1000:.0f} ms", ours / bare, WANTED)]


def _medians(ours: str, bare: str) -> tuple[float, float]:
    """Seconds of both, taken in turn so that a busy machine troubles both alike; the first round only warms up."""
    times = [(_seconds(ours), _seconds(bare)) for _ in range(ROUNDS + 1)][1:]
    return median(time[0] for time in times), median(time[1] for time in times)


def _seconds(code: str) -> float:
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    return float(done.stdout)
