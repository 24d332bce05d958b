"""What the window remembers between starts: its place, the widths of columns. Losing it harms nobody."""

import json
from pathlib import Path
from typing import Any

NAME = "window.json"


class Remembered:
    """A small dictionary kept as JSON beside the database; an unreadable file counts as empty."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._values: dict[str, Any] = _read(self._path)

    def get(self, key: str) -> Any:
        """The value kept under the key, None if there is none."""
        return self._values.get(key)

    def set(self, key: str, value: object) -> None:
        self._values[key] = value

    def save(self) -> None:
        """Write it down; a folder that cannot be written is no reason to complain."""
        try:
            self._path.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
        except OSError:
            return


def fitting(geometry: object, width: int, height: int) -> str | None:
    """The remembered geometry `WxH+X+Y` if such a window still shows on a screen of that size, else None."""
    if not isinstance(geometry, str):
        return None
    try:
        size, x, y = geometry.split("+")
        wide, high = (int(part) for part in size.split("x"))
        inside = 0 <= int(x) < width - 200 and 0 <= int(y) < height - 200
    except ValueError:
        return None
    return geometry if inside and 300 < wide <= width and 200 < high <= height else None


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
