"""Python for Windows out of its archive: python unpack.py ARCHIVE FOLDER. What comes with it is left."""

import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = "cp311/"
LEFT = ("Lib/site-packages/", "Lib/idlelib/", "Lib/test/", "Scripts/", "Tools/", "include/", "libs/")
OTHERS = ("msvcp", "concrt", "vcamp", "vccorlib", "vcomp", "vcruntime140_threads")
"""Libraries of Microsoft that Python itself does not come with."""


def main(archive: str, folder: str) -> None:
    """Lay out what Python's own installer would."""
    with ZipFile(archive) as zipped:
        for name in zipped.namelist():
            path = name.removeprefix(ROOT)
            if path and not path.endswith("/") and not path.startswith((*LEFT, *OTHERS)):
                place = Path(folder) / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(zipped.read(name))


if __name__ == "__main__":
    main(*sys.argv[1:])
