"""The window from start to usable, against a bare ttkbootstrap window: whole processes, both from source."""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from statistics import median

from pyvirtualdisplay import Display

ROUNDS = 9
WANTED = 1.35

_BARE = """
import time
import ttkbootstrap as ttk
root = ttk.App()
root.update()
print(time.time())
"""
_OURS = """
import sys, time
from main import main
from gui.window import Window
def usable(window):
    window.root.update()
    print(time.time())
Window.run = usable
main(["--data", sys.argv[1]])
"""


def rows() -> list[tuple[str, str, str, float, float]]:
    """What, ours, the yardstick, their ratio, and the ratio wanted at most."""
    with tempfile.TemporaryDirectory() as folder, screen():
        ours, bare = _medians(folder, _environment(folder))
    return [("打开窗口,从启动到可用", f"{ours * 1000:.0f} ms", f"{bare * 1000:.0f} ms", ours / bare, WANTED)]


def screen() -> AbstractContextManager[object]:
    """The screen there is, or a virtual one."""
    if os.environ.get("DISPLAY"):
        return nullcontext()
    return Display(visible=False, size=(1366, 768), color_depth=24, extra_args=["-dpi", "96", "-noreset"])


def _medians(folder: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of both, taken in turn so that a busy machine troubles both alike; the first round warms up."""
    times = [
        (_seconds(_OURS, folder, environment), _seconds(_BARE, folder, environment))
        for _ in range(ROUNDS + 1)
    ]
    return median(time[0] for time in times[1:]), median(time[1] for time in times[1:])


def _seconds(code: str, folder: str, environment: dict[str, str]) -> float:
    """From starting the process until it says that its window stands."""
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", code, folder + "/data"]
    begin = time.time()
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) - begin


def _environment(folder: str) -> dict[str, str]:
    """As on an office PC after the first start: what was compiled once is kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": folder}
