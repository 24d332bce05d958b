"""A fault at every system call of an act: once and from then on, each in a fork of one loaded process."""

import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

from tests.faults.office import content, files_in
from tests.faults.prepared import OLD_FILE, prepare
from tests.faults.variants import VARIABLE
from tests.faults.verdict import Known, faults_in

CALLS = (
    *("openat", "read", "pread64", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "lseek", "fcntl"),
    *("rename", "unlink", "mkdir", "newfstatat", "fstat", "close", "getdents64", "fadvise64", "ioctl"),
)
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO", "error=EACCES", "error=ENODEV")
_CALL = re.compile(r"^(\d+) +(\w+)\(")
_PATIENCE_S = 30
_LONGEST_S = 120  # of an act: a window that stood longer would be killed


class Point(NamedTuple):
    """One fault: in which act, at which call, the how many-eth, and whether it stays broken from then on."""

    act: str
    call: str
    when: int
    fault: str
    lasts: bool

    @property
    def injection(self) -> str:
        return f"{self.call}:{self.fault}:when={self.when}{'+' if self.lasts else ''}"


class Outcome(NamedTuple):
    """A point and what was wrong after it."""

    point: Point
    faults: list[str]


class Swept:
    """The loaded process; used as a context."""

    def __init__(self, broken: str = "") -> None:
        """`broken` names a variant of variants.py that the process shall be."""
        self._environment = {**os.environ, VARIABLE: broken}
        self._known: dict[str, Known] = {}

    def __enter__(self) -> Self:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._environment,
        )
        self._answer()
        self._folder = Path(tempfile.mkdtemp(prefix="lianxin-sweep-"))
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.kill()
        self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def points(self, name: str) -> Iterator[Point]:
        """Every fault there can be in an act, by the calls it makes without one."""
        for call, count in self._calls(name).items():
            for when in range(1, count + 1):
                for fault in FAULTS:
                    for lasts in (False, True):
                        if not (lasts and fault == FAULTS[0]):  # nobody is killed twice
                            yield Point(name, call, when, fault, lasts)

    def outcome(self, point: Point) -> Outcome:
        """Do the act with this fault in it."""
        known = self.known(point.act)
        with self.folder(point.act) as folder:
            try:
                code = self.run(point.act, folder, ["-e", f"inject={point.injection}"])
            except TimeoutError as error:
                return Outcome(point, [f"hung: {error}"])
            return Outcome(point, faults_in(folder, known, code))

    def known(self, name: str) -> Known:
        """What an act turns into what; learned when it is first asked for."""
        if name not in self._known:
            self._known[name] = self._learn(name)
        return self._known[name]

    def _learn(self, name: str) -> Known:
        with self.folder(name) as folder:
            before = {} if name == "migrate" else content(folder / "data")
            had = frozenset(files_in(folder / "out"))
        with self.folder(name) as folder:
            code = self.run(name, folder, ())
            assert code == 0, (folder / "told").read_text("utf-8")
            after = content(folder / "data")
            made = {Path(file).suffix for file, data in files_in(folder / "out").items() if data != OLD_FILE}
            return Known(before or after, after, had, frozenset(made))

    def _calls(self, name: str) -> Counter[str]:
        """How often each call is made by whichever process or thread of the act makes it most."""
        with self.folder(name) as folder:
            log = folder / "calls"
            self.run(name, folder, ("-o", str(log)))
            lines = [found.groups() for line in log.read_text().splitlines() if (found := _CALL.match(line))]
        each = Counter((process, call) for process, call in lines if int(process) != self._server.pid)
        most: Counter[str] = Counter()
        for (_, call), count in each.items():
            most[call] = max(most[call], count)
        return most

    def folder(self, name: str) -> "_Folder":
        """A folder prepared for an act, used as a context."""
        return _Folder(name, self._folder)

    def run(self, name: str, folder: Path, options: Iterable[str]) -> int:
        """Do the act under strace with these options; its exit code."""
        command = [
            "strace",
            "-f",
            "-qqq",
            "-o",
            os.devnull,
            "-e",
            f"trace={','.join(f'?{one}' for one in CALLS)}",
        ]
        with subprocess.Popen([*command, *options, "-p", str(self._server.pid)]) as tracer:
            self._wait_for_tracer()
            assert self._server.stdin
            self._server.stdin.write(f"{name} {folder}\n".encode())
            self._server.stdin.flush()
            try:
                return int(self._answer())
            finally:
                tracer.terminate()

    def _wait_for_tracer(self) -> None:
        status, end = Path(f"/proc/{self._server.pid}/status"), time.monotonic() + _PATIENCE_S
        while "TracerPid:\t0" in status.read_text():
            assert time.monotonic() < end, "strace does not attach"
            time.sleep(0.001)

    def _answer(self) -> str:
        """What the process says next. Raises TimeoutError if its fork goes on for ever; it is killed then."""
        assert self._server.stdout
        if not select.select([self._server.stdout], [], [], _LONGEST_S)[0]:
            children = Path(f"/proc/{self._server.pid}/task/{self._server.pid}/children").read_text().split()
            for child in map(int, children):
                os.kill(child, signal.SIGKILL)
            self._server.stdout.readline()
            raise TimeoutError(f"nothing was heard for {_LONGEST_S} s")
        line = self._server.stdout.readline().decode().strip()
        assert line, "the server died"
        return line


class _Folder:
    """A folder prepared for one run, gone afterwards."""

    def __init__(self, name: str, parent: Path) -> None:
        self._name, self._path = name, parent / "run"

    def __enter__(self) -> Path:
        self._path.mkdir()
        prepare(self._name, self._path)
        return self._path

    def __exit__(self, *_error: object) -> None:
        shutil.rmtree(self._path, ignore_errors=True)


def some(points: list[Point], count: int, seed: int) -> list[Point]:
    """So many of the points, the same for the same seed; all of them if there are fewer."""
    return points if len(points) <= count else random.Random(seed).sample(points, count)
