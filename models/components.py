"""What the program is made of, with versions and licences: 关于 shows it, since whoever passes it on must.

From source it is asked of the installed packages. The build asks them as well, adds the libraries of the
system that it packs, and leaves all of it in one table, since a frozen program has no packages.
"""

import json
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from models.storage.engine import cipher_version

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "assets" / "components.json"
"""Written by the build alone."""

_GIVEN = ROOT / "assets" / "licences"
_FONTS = {"Noto Sans SC": "noto-sans-sc", "Noto Serif SC": "noto-serif-sc"}
_PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_KNOWN = {
    "Permission is hereby granted, free of charge": "MIT",
    "Redistributions of source code must retain": "BSD",
    "This software is provided 'as-is'": "zlib",
}


@dataclass(frozen=True, slots=True)
class Component:
    """One part: its licence in a word, and the whole text that must go along with it."""

    name: str
    version: str
    licence: str
    text: str


def components() -> list[Component]:
    """Every part of this program by its name, as its build or its installation tells."""
    if TABLE.exists():
        return [Component(**row) for row in json.loads(TABLE.read_text("utf-8"))]
    return by_name(installed())


def by_name(parts: Iterable[Component]) -> list[Component]:
    """In the order of their names, capitals or not."""
    return sorted(parts, key=lambda part: part.name.lower())


def installed() -> Iterator[Component]:
    """What runs here without the system's libraries: the packages that are locked, Python, and the fonts."""
    for name in _PACKAGE.findall((ROOT / "requirements.txt").read_text("utf-8")):
        try:
            yield of_package(distribution(name))
        except PackageNotFoundError:  # locked for another system or another Python
            continue
    yield Component("Python", platform.python_version(), "PSF-2.0", _read(*_python_licences()))
    yield Component("SQLCipher", cipher_version(), "BSD-3-Clause", _read(_GIVEN / "sqlcipher.txt"))
    yield from _fonts()


def _fonts() -> Iterator[Component]:
    """The faces that are carried along, unless none could be fetched."""
    for name, package in _FONTS.items():
        folder = ROOT / "assets" / "fonts" / "node_modules" / "@expo-google-fonts" / package
        if folder.is_dir():
            version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
            yield Component(name, version, "OFL-1.1", _read(folder / "LICENSE_FONT"))


def of_package(package: Distribution) -> Component:
    """A Python package, by what it says of itself."""
    about = package.metadata
    files = [
        Path(str(file.locate()))
        for file in package.files or []
        if _LICENCE_FILE.search(str(file)) and file.suffix not in (".py", ".pyc")
    ]
    name = about["Name"] or ""
    text = _read(*files) or _read(_GIVEN / f"{name.lower()}.txt")
    said = about["License-Expression"] or about["License"] or ""
    return Component(name, package.version, _in_a_word(said, text), text)


def _in_a_word(said: str, text: str) -> str:
    """MIT, of `MIT License`, of a text that begins so, or of its words."""
    first = said.strip().partition("\n")[0].partition(" (see")[0].removesuffix(" License")
    return first or next((name for words, name in _KNOWN.items() if words in " ".join(text.split())), "")


def _python_licences() -> list[Path]:
    library = Path(json.__file__).parents[1]
    return [
        path for path in (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt") if path.exists()
    ][:1]


def _read(*files: Path) -> str:
    """The texts one after the other, each under its name if there are several."""
    texts = {file.name: file.read_text("utf-8", "replace").strip() for file in files if file.exists()}
    if len(texts) == 1:
        return next(iter(texts.values()))
    return "\n\n\n".join(f"—— {name} ——\n\n{text}" for name, text in texts.items())
