"""Planted telephone numbers: after crashes and errors none is found in what was told, in logs or leftovers.

They belong in the data file, in backups and in an export that somebody asked for, and nowhere else: not in
temporary folders either, once the program was started again.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults.office import PLANTED, content, planted
from tests.faults.sweep import Swept, some
from tests.faults.tally import Tally

_HOMES = (".db", ".db-journal", ".ldzb", ".xlsx")
_ACTS = ("save", "import", "export", "print", "backup", "restore")


def canary(points: int, seed: int) -> Iterator[Tally]:
    """Faults in acts on an office with planted numbers, a start after each, then a search."""
    tally = Tally(f"{len(planted())} planted numbers")
    with tempfile.TemporaryDirectory() as temporary:
        before = dict(os.environ)
        os.environ |= {"TMPDIR": temporary, PLANTED: "1"}
        try:
            with Swept() as swept:
                for name in _ACTS:
                    for point in some(list(swept.points(name)), max(1, points // len(_ACTS)), seed):
                        with swept.folder(name) as folder:
                            swept.run(name, folder, ["-e", f"inject={point.injection}"])
                            content(folder / "data")
                            tally.count(_found(folder, Path(temporary)), point)
        finally:
            os.environ.clear()
            os.environ.update(before)
    yield tally


def _found(folder: Path, temporary: Path) -> list[str]:
    numbers = planted()
    files = [path for place in (folder, temporary) for path in place.rglob("*") if path.is_file()]
    strange = [path for path in files if path.suffix not in _HOMES and "lianxin-faults" not in str(path)]
    return [
        f"leaked: a number in {path.name}"
        for path in strange
        if any(number.encode() in path.read_bytes() for number in numbers)
    ]
