"""What the built program carries, with every licence: written for 关于 into assets/components.json.

`write` is called by build.spec with the binaries that PyInstaller found: where they come from the system,
its package manager says which package they are of, and what its licence is.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.metadata import distribution
from pathlib import Path

from models.components import ROOT, Component, by_name, installed, of_package

_OWN = (Path(sys.prefix), Path(sys.base_prefix), Path(str(distribution("pyinstaller").locate_file(""))), ROOT)
"""Where Python, the packages we install (not always below it) and we ourselves lie."""
_DOCUMENTS = Path("/usr/share/doc")


def write(binaries: Iterable[str], table: Path) -> Path:
    """Fill the table; what each binary is of is looked up by its path. Returns the table."""
    parts = [*installed(), of_package(distribution("pyinstaller")), *_of_the_system(binaries)]
    table.parent.mkdir(parents=True, exist_ok=True)
    rows = [asdict(part) for part in by_name(parts)]
    table.write_text(json.dumps(rows, ensure_ascii=False, indent=0), "utf-8")
    for row in rows:
        if not row["text"]:
            print(f"components: no licence found of {row['name']}", file=sys.stderr)
    return table


def _of_the_system(binaries: Iterable[str]) -> Iterator[Component]:
    """One part for each package of the system, its licence in no single word: Debian tells of each file.

    On Windows all of them come with Python, under its licence.
    """
    if shutil.which("dpkg-query") is None:
        return
    paths = {Path(binary).resolve() for binary in binaries}
    strangers = {path for path in paths if not any(path.is_relative_to(own.resolve()) for own in _OWN)}
    for package in sorted({_owner(path) or path.name for path in strangers}):
        yield Component(package, _version(package), "", _copyright(package))


def _owner(path: Path) -> str:
    """The package that installed a file; it may know it by its name before /lib was one with /usr/lib."""
    for name in (str(path), str(path).removeprefix("/usr")):
        told = _dpkg("--search", name)
        if told:
            return told.partition(":")[0]
    return ""


def _version(package: str) -> str:
    return _dpkg("--show", "--showformat=${Version}\\n", package).partition("\n")[0]


def _copyright(package: str) -> str:
    path = _DOCUMENTS / package / "copyright"
    return path.read_text("utf-8", "replace").strip() if path.exists() else ""


def _dpkg(*arguments: str) -> str:
    done = subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False)  # noqa: S603, S607
    return done.stdout.strip()
