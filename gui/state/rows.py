"""Which rows of a long list are seen, which are picked, and where the cursor stands. No Tk."""

from collections.abc import Callable, Sequence
from typing import Any

from models.rules.formula import harmless


class Rows:
    """A list seen through a window of `seen` rows from `top`; the cursor is always inside the list."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.top = 0
        self.seen = 1
        self.cursor = -1
        self.picked: set[int] = set()
        self._anchor = 0
        self._gap = 0

    def fill(self, items: Sequence[Any], same: Callable[[Any], object]) -> None:
        """Show other items; the cursor stays with the one that is the same by `same`, if still there."""
        before = same(self.items[self.cursor]) if self.cursor >= 0 else None
        self._gap = max(self._gap if self.cursor < 0 else self.cursor, 0)
        self.items = list(items)
        keys = [same(item) for item in self.items] if before is not None else []
        place = keys.index(before) if before in keys else -1
        self.cursor = place
        self.picked = {place} if place >= 0 else set()
        self._anchor = max(0, place)
        self.scroll_to(self.top)

    @property
    def current(self) -> Any:
        """The item under the cursor, None if there is none."""
        return self.items[self.cursor] if self.cursor >= 0 else None

    def beside(self, step: int) -> int:
        """The row so many steps from the cursor; where its item went away, from the gap it left."""
        return self.cursor + step if self.cursor >= 0 else self._gap + (step - 1 if step > 0 else step)

    @property
    def visible(self) -> range:
        return range(self.top, min(len(self.items), self.top + self.seen))

    def scroll_to(self, top: int) -> None:
        self.top = max(0, min(top, len(self.items) - self.seen))

    def move_to(self, place: int) -> None:
        """Put the cursor on one row and pick it alone, scrolled into sight."""
        if self.items:
            self.cursor = self._anchor = self._inside(place)
            self.picked = {self.cursor}
            self._see()

    def extend_to(self, place: int) -> None:
        """Pick everything from where the cursor was put last to this row."""
        if self.items:
            self.cursor = self._inside(place)
            first, last = sorted((self._anchor, self.cursor))
            self.picked = set(range(first, last + 1))
            self._see()

    def toggle(self, place: int) -> None:
        """Pick or unpick one row beside the others."""
        if 0 <= place < len(self.items):
            self.picked ^= {place}
            self.cursor = self._anchor = place

    def pick_all(self) -> None:
        self.picked = set(range(len(self.items)))

    def chosen(self) -> list[Any]:
        """The picked items in the order shown."""
        return [self.items[place] for place in sorted(self.picked)]

    def _inside(self, place: int) -> int:
        return max(0, min(place, len(self.items) - 1))

    def _see(self) -> None:
        if self.cursor < self.top:
            self.scroll_to(self.cursor)
        elif self.cursor >= self.top + self.seen:
            self.scroll_to(self.cursor - self.seen + 1)


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Rows as Excel takes them from the clipboard: tabs and line ends, none of them inside a cell.

    Text that looks like a formula stays text there.
    """
    return "\n".join("\t".join(harmless(" ".join(cell.split())) for cell in row) for row in rows)


def shared_widths(wanted: Sequence[int], stretch: Sequence[float], room: int) -> list[int]:
    """Widths that fill `room` exactly: spare room goes by `stretch`; what lacks comes from those that stretch
    first, down to six tenths, and then from all alike."""
    over = room - sum(wanted)
    if over < 0:
        softer = [wide * 0.6 if part else wide for wide, part in zip(wanted, stretch, strict=True)]
        least = sum(softer)
        share = max(0.0, (room - least) / max(1.0, sum(wanted) - least))
        tight = min(1.0, room / least)
        widths = [
            round((soft + (wide - soft) * share) * tight) for wide, soft in zip(wanted, softer, strict=True)
        ]
    else:
        total = sum(stretch) or 1.0
        widths = [round(wide + over * part / total) for wide, part in zip(wanted, stretch, strict=True)]
    if widths:
        widths[-1] = max(1, widths[-1] + room - sum(widths))
    return widths
