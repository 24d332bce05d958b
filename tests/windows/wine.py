"""A Windows PC without Windows: Wine, with a user and a folder whose names are Chinese."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

WINE = "/usr/lib/wine/wine64"
USER = "样一"
_QUIET = {
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
    "LC_ALL": "C.UTF-8",
}


class Told(NamedTuple):
    """How a program ended, and what it said on both outputs."""

    code: int
    text: str


class Pc:
    """One PC: its disk C: is a folder here."""

    def __init__(self, prefix: Path) -> None:
        self.disk = prefix / "drive_c"
        self._settings = {**_QUIET, "WINEPREFIX": str(prefix), "USER": USER, "LOGNAME": USER}

    @property
    def home(self) -> Path:
        return self.disk / "users" / USER

    def called(self, path: Path) -> str:
        """What a program on the PC calls a file of its disk."""
        return "C:\\" + str(path.relative_to(self.disk)).replace("/", "\\")

    def start(self, *command: str, settings: Mapping[str, str] = {}) -> "subprocess.Popen[str]":
        """Wine's programs need an input that ends and an output that is a pipe."""
        return subprocess.Popen(
            [WINE, *command],
            env={**os.environ, **self._settings, **settings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def run(self, command: Sequence[str], patience: float = 120) -> Told:
        """Run a program to its end, without the picture it begins with.

        The thread of that picture may outlive a command that takes no second, and under Wine then falls
        over as the program leaves. Where the window is opened it is shown.
        """
        with self.start(*command, settings={"PYINSTALLER_SUPPRESS_SPLASH_SCREEN": "1"}) as running:
            try:
                text, _ = running.communicate(timeout=patience)
            finally:
                running.kill()
        return Told(running.returncode, text)

    def shut_down(self) -> None:
        """End whatever still runs on it."""
        settings = {**os.environ, **self._settings}
        subprocess.run([f"{Path(WINE).parent}/wineserver64", "-k"], env=settings, check=False)
