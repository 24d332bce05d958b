"""Every file of the fault catalogue's import list, X1 to X16, made by hand.

What each must say is in hostile_messages.txt; people in the files are made up. To have the files themselves:
`python -m tests.exchange.hostile_corpus DIR`.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.exchange.hostile_cells import X6, X7, X8, X9, X10, X11, X12, X13, X14, X15, X16
from tests.exchange.hostile_files import X1, X2, X3, X4, X5


class Specimen(NamedTuple):
    """One file: its number in the catalogue, its name, and how its bytes are made."""

    number: str
    name: str
    make: Callable[[], bytes]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


def specimens() -> Iterator[Specimen]:
    """All of them, by number."""
    for number, files in enumerate(_ALL, start=1):
        yield from (Specimen(f"X{number}", name, make) for name, make in files.items())


_ALL = (X1, X2, X3, X4, X5, X6, X7, X8, X9, X10, X11, X12, X13, X14, X15, X16)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for each in specimens():
        (folder / each.number).mkdir(parents=True, exist_ok=True)
        (folder / each.number / each.name).write_bytes(each.make())
