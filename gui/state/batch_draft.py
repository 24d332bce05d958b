"""What is typed in a visit sheet, as it is kept as a draft and typed again."""

from collections.abc import Iterable, Mapping
from typing import Any

from gui.state.activity_ticks import Mark
from gui.state.batch_grid import BatchGrid, Line

_TEXTS = ("day", "heard", "reason", "reply")


def typed(grid: BatchGrid) -> list[dict[str, Any]]:
    """The rows in which something stands, in values JSON knows."""
    return [
        {
            "about": _about(line),
            "name": line.row.name,
            "mark": line.mark,
            **{name: getattr(line, name) for name in _TEXTS},
        }
        for line in grid.filled
    ]


def type_again(grid: BatchGrid, rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Put back what `typed` gave; the names of the rows that are not on the sheet any more."""
    lines = {str(_about(line)): line for line in grid.lines}
    lost = []
    for row in rows:
        line = lines.get(str(row["about"]))
        if line is None:
            lost.append(row["name"])
            continue
        line.mark = Mark(row["mark"])
        for name in _TEXTS:
            setattr(line, name, row[name])
    return lost


def _about(line: Line) -> list[Any]:
    """What a row is about: its point, or its name where it has none."""
    return [line.row.point, "" if line.row.point else line.row.name]
