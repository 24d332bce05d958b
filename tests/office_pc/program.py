"""The program as it stands on an office PC: its files in some folder, started by somebody without rights.

From source, or the product that LIANXIN_FROZEN ends with; what stands before it starts it in another place.
"""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from models.storage.lock import call

ROOT = Path(__file__).parents[2]
*_WITHIN, _PRODUCT = shlex.split(os.environ.get("LIANXIN_FROZEN", "")) or [""]
_PARTS = ("main.py", "gui", "models", "printing", "assets")
_PATIENCE_S = 90.0
_WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--") if os.getuid() == 0 else ()
"""Root may write everywhere; without its capabilities it is a user like any other."""


class Program:
    """The program, laid into a folder; its user's home is another."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        folder.mkdir(parents=True)
        home.mkdir(parents=True, exist_ok=True)
        self.command = _lay_product(Path(_PRODUCT), folder) if _PRODUCT else _lay_source(folder)
        self._started: list[subprocess.Popen[str]] = []

    @property
    def data(self) -> Path:
        """Where it keeps its data when nobody says where."""
        return self.home / ".local" / "share" / "lianxin-ledger"

    def run(self, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        """One command, to its end."""
        started = self._start(arguments, environment)
        out, err = started.communicate(timeout=_PATIENCE_S)
        return subprocess.CompletedProcess(started.args, started.returncode, out, err)

    def open(self, *arguments: object, **environment: str) -> "subprocess.Popen[str]":
        """Start the window and go on."""
        return self._start(arguments, environment)

    def answers(self, data: Path | None = None) -> bool:
        """Whether a window stands on the data and takes note of what is asked of it."""
        folder = data or self.data
        return wait_for(folder.is_dir) and call(folder, _PATIENCE_S)

    def end(self) -> None:
        """Whatever still runs is ended."""
        for one in self._started:
            kill(one)
            one.communicate()

    def _start(self, arguments: tuple[object, ...], environment: dict[str, str]) -> "subprocess.Popen[str]":
        plain = {name: text for name, text in os.environ.items() if not name.startswith(("XDG_", "LIANXIN_"))}
        own = {
            "HOME": str(self.home),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
            "LIANXIN_SCALE": "1",
        }
        started = subprocess.Popen(
            [*_WITHIN, *_WITHOUT_RIGHTS, *self.command, *map(str, arguments)],
            env={**plain, **own, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._started.append(started)
        return started


def kill(started: "subprocess.Popen[str]") -> None:
    """As a power cut would end it: the one file is two processes, and neither may be left."""
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    started.wait()


def wait_for(condition: Callable[[], object], seconds: float = _PATIENCE_S) -> bool:
    """Whether it came to be within so many seconds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def is_one_file() -> bool:
    """Whether it is the one file that is tried."""
    return bool(_PRODUCT) and not _is_folder(Path(_PRODUCT))


def _is_folder(product: Path) -> bool:
    return (product.parent / "_internal").is_dir()


def _lay_product(product: Path, folder: Path) -> list[str]:
    """One file, or what lies in the folder that it starts from."""
    if _is_folder(product):
        shutil.copytree(product.parent, folder, symlinks=True, dirs_exist_ok=True)
    else:
        shutil.copy2(product, folder)
    return [str(folder / product.name)]


def _lay_source(folder: Path) -> list[str]:
    """The faces are 200 MB and stay where they are."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for part in _PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=ignored)
        else:
            shutil.copy2(ROOT / part, folder / part)
    (folder / "assets" / "fonts" / "node_modules").symlink_to(ROOT / "assets" / "fonts" / "node_modules")
    return [sys.executable, str(folder / "main.py")]
