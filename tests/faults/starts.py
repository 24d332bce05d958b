"""Many starts at once on one folder: one gets the data, the others say so in words, nothing is harmed."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults.office import build, content
from tests.faults.tally import Tally

TOGETHER = 20
_HOLD = """
import sys, time
from pathlib import Path
from models import storage
from models.rules.problem import Problem
try:
    storage.open_database(Path(sys.argv[1]))
    print("open", flush=True)
    sys.stdin.read(1)
    storage.close_database()
except Problem as problem:
    print(problem, flush=True)
"""


def starts(rounds: int) -> Iterator[Tally]:
    """So many rounds of simultaneous starts."""
    tally = Tally(f"{TOGETHER} starts at once")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        build(data)
        before = content(data)
        for _ in range(rounds):
            tally.count(_round(data))
            if content(data) != before:
                tally.count(["half: the data changed"])
    yield tally


def _round(data: Path) -> list[str]:
    command = [sys.executable, "-c", _HOLD, str(data)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    running = [subprocess.Popen(command, **pipes) for _ in range(TOGETHER)]  # type: ignore[call-overload]
    said = [one.stdout.readline().strip() for one in running]
    for one in running:
        one.communicate("\n")
    found = [f"untold: {text}" for text in said if text != "open" and "已经打开" not in text]
    return [
        *found,
        *([] if said.count("open") == 1 else [f"half: {said.count('open')} of them got the data"]),
    ]
