"""What `make binary` made: from start to a usable window against a bare one frozen just so, memory and size.

A window is usable when three quarters of the screen look as they stay: the page and its list are there, some
signs and cards follow. Both are seen from outside, in the same way.
"""

import math
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from PIL import Image, ImageChops, ImageGrab

from tests.benchmarks._bare_window import ROOT
from tests.benchmarks._bare_window import frozen as bare
from tests.benchmarks.window import screen

ONE_FILE, FOLDER = ROOT / "dist" / "lianxin", ROOT / "dist" / "lianxin-folder" / "lianxin"
ROUNDS = 7
WANTED, WANTED_MB, WANTED_FILE_MB = 1.6, 90, 80
_USABLE, _EMPTY = 0.75, 0.5  # of the screen's pixels
_STILL = 0.999  # a cursor that blinks is no change
_QUIET_S, _IDLE_S, _LOOK_S = 1.5, 10.0, 0.01
Environment = dict[str, str]


def rows() -> Iterator[tuple[str, str, str, float, float]]:
    """What, ours, the yardstick, their ratio, and the ratio wanted at most."""
    if not (ONE_FILE.is_file() and FOLDER.is_file()):
        yield "打包的程序", "没有构建", "make binary", math.nan, math.inf
        return
    with tempfile.TemporaryDirectory() as place, screen():
        environment = os.environ | dict.fromkeys(("HOME", "XDG_DATA_HOME", "TMPDIR"), place)
        for what, ours, yardstick in zip(("一个文件", "文件夹"), (ONE_FILE, FOLDER), bare(), strict=True):
            mine, theirs = _medians(ours, yardstick, environment)
            times = f"{mine * 1000:.0f} ms", f"{theirs * 1000:.0f} ms", mine / theirs
            yield f"打包的程序（{what}），从启动到可用", *times, WANTED
            memory = _memory(ours, environment)
            told = f"{memory:.0f} MB", f"{WANTED_MB} MB", memory / WANTED_MB
            yield f"打包的程序（{what}），空闲时的内存", *told, 1.0
    size = ONE_FILE.stat().st_size / 1e6
    yield "打包的程序，一个文件的大小", f"{size:.0f} MB", f"{WANTED_FILE_MB} MB", size / WANTED_FILE_MB, 1.0


def _medians(ours: Path, yardstick: Path, environment: Environment) -> tuple[float, float]:
    """Seconds of both, taken in turn; the first round warms up."""
    times = [(_seconds(ours, environment), _seconds(yardstick, environment)) for _ in range(ROUNDS + 1)]
    return median(time[0] for time in times[1:]), median(time[1] for time in times[1:])


def _seconds(program: Path, environment: Environment) -> float:
    with _running(program, environment):
        seen = list(_seen())
    final = seen[-1][1]
    return next(after for after, picture in seen if _likeness(picture, final) >= _USABLE)


def _seen() -> Iterator[tuple[float, Image.Image]]:
    """Each change of the screen and the seconds until it; ends when a window fills it and all is quiet."""
    begin = changed = time.perf_counter()
    empty = last = ImageGrab.grab()
    while _likeness(last, empty) > _EMPTY or time.perf_counter() - changed < _QUIET_S:
        time.sleep(_LOOK_S)
        now, picture = time.perf_counter(), ImageGrab.grab()
        if _likeness(picture, last) < _STILL:
            changed, last = now, picture
            yield now - begin, picture


def _likeness(one: Image.Image, other: Image.Image) -> float:
    """The share of their pixels that are the same."""
    differing = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L")
    return differing.histogram()[0] / (one.width * one.height)


def _memory(program: Path, environment: Environment) -> float:
    """Megabytes in all its processes, ten seconds after its start; shared pages count by their share."""
    with _running(program, environment) as run:
        time.sleep(_IDLE_S)
        members = [path for path in Path("/proc").glob("[0-9]*") if _group(path) == run.pid]
        return sum(_kilobytes(path / "smaps_rollup") for path in members) * 1024 / 1e6


def _group(process: Path) -> int:
    try:
        return os.getpgid(int(process.name))
    except ProcessLookupError:
        return 0


def _kilobytes(rollup: Path) -> int:
    lines = rollup.read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1])


@contextmanager
def _running(program: Path, environment: Environment) -> Iterator["subprocess.Popen[bytes]"]:
    run = subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield run
    finally:
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        time.sleep(0.2)  # until the screen is empty again
