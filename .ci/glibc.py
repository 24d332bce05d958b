"""Whether a frozen program runs on an older Linux: which glibc it needs, what else it takes from the system.

python glibc.py NEWEST PRODUCT…: exit 1 if any part of a product, one file or folder, needs a glibc newer than
NEWEST or a library that is neither in the product nor on every desktop. objdump reads every part.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

ON_EVERY_DESKTOP = {"libc", "libm", "libdl", "libpthread", "librt", "libutil", "ld-linux-x86-64", "libxcb"}
"""glibc's own, and the one library that talks to the X server: it has to be of the desktop's kind."""
_VERSION, _NEEDED = re.compile(r"GLIBC_(\d+)\.(\d+)"), re.compile(r"NEEDED +(\S+)")
Version = tuple[int, int]


def main(newest: str, *products: str) -> int:
    """Look at each product, print what it needs; 1 if that is more than promised."""
    major, minor = newest.split(".")
    return max(_judged(Path(product), (int(major), int(minor))) for product in products)


def _judged(product: Path, newest: Version) -> int:
    with tempfile.TemporaryDirectory() as room:
        parts = list(_parts(product, Path(room)))
        told = {path.name: _objdump(path) for path in parts}
    versions = {name: _glibc(text) for name, text in told.items()}
    most = max(versions.values())
    outside = {name for text in told.values() for name in _NEEDED.findall(text)} - set(told)
    strange = {name for name in outside if name.split(".so")[0] not in ON_EVERY_DESKTOP}
    size = product.stat().st_size if product.is_file() else sum(p.stat().st_size for p in product.rglob("*"))
    print(f"{product.name}: {size / 1e6:.1f} MB, {len(told)} parts, glibc {most[0]}.{most[1]}", end="")
    print(f" ({', '.join(sorted(name for name, version in versions.items() if version == most))})")
    for name in sorted(strange):
        print(f"  not in it: {name}, needed by {', '.join(_who(told, name))}")
    return int(most > newest or bool(strange))


def _parts(product: Path, room: Path) -> Iterator[Path]:
    """The ELF files of a product; those in a one file are laid into the room."""
    files = [product] if product.is_file() else [path for path in product.rglob("*") if path.is_file()]
    yield from (path for path in files if path.read_bytes()[:4] == b"\x7fELF")
    if product.is_file():
        archive = CArchiveReader(str(product))
        for number, name in enumerate(archive.toc):
            data = archive.extract(name)
            if data[:4] == b"\x7fELF":
                path = room / str(number) / Path(name).name
                path.parent.mkdir()
                path.write_bytes(data)
                yield path


def _objdump(path: Path) -> str:
    command = ["objdump", "-p", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 -- no shell


def _glibc(text: str) -> Version:
    return max(((int(major), int(minor)) for major, minor in _VERSION.findall(text)), default=(0, 0))


def _who(told: dict[str, str], name: str) -> list[str]:
    return sorted(part for part, text in told.items() if name in _NEEDED.findall(text))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
