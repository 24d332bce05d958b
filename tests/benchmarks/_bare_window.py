"""The yardstick of a frozen start: a bare ttkbootstrap window as large as ours, frozen just so."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "build" / "bare"
_KINDS = {"--onefile": FOLDER / "bare", "--onedir": FOLDER / "bare-folder" / "bare-folder"}


def frozen() -> tuple[Path, Path]:
    """The file and the folder build, made once; stripped, and without numpy, as ours are."""
    for kind, program in _KINDS.items():
        if not program.is_file():
            _freeze(kind, program.name)
    one_file, folder = _KINDS.values()
    return one_file, folder


def _freeze(kind: str, name: str) -> None:
    options = ["--windowed", "--strip", "--exclude-module", "numpy", "--collect-data", "ttkbootstrap"]
    places = ["--distpath", str(FOLDER), "--workpath", str(FOLDER / "work"), "--specpath", str(FOLDER)]
    options += ["--hidden-import", "PIL._tkinter_finder", kind, "--name", name]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", *options, *places, __file__]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    import ttkbootstrap as ttk

    root = ttk.App()
    root.geometry("1366x768+0+0")
    root.mainloop()
