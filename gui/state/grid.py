"""A grid of boxes: sections of rows under their own columns, where the cursor is, what lies where. No Tk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from gui.look.palette import Tone
from gui.state.rows import shared_widths

LABEL = -1  # the place of a row's label among its cells


class GridCell(NamedTuple):
    """One box: its text from the longest form to the shortest, and what it stands for.

    `span` is how many columns it takes; `share` draws a bar, 0 to 1.
    """

    forms: tuple[str, ...]
    tone: Tone
    about: Any = None
    span: int = 1
    share: float | None = None


class GridColumn(NamedTuple):
    """A column's head in forms from the longest on, its least width for 96 dpi, and a head over several."""

    forms: tuple[str, ...]
    width: int
    stretch: float = 1.0
    over: str = ""


Cells = Sequence[GridCell | None]


@dataclass(frozen=True)
class GridRow:
    """A row: its label, a place for the cursor if it is `about` something, its cells, and a word beside.

    `make` makes the cells when the row is first seen: of hundreds of rows few are.
    """

    key: object
    label: str
    make: Callable[[], Cells]
    lead: str = ""
    note: str = ""
    about: Any = None

    @cached_property
    def cells(self) -> Cells:
        return self.make()


class GridSection(NamedTuple):
    """Rows under columns in common; `title` heads the labels, `note` the words beside."""

    title: str
    columns: Sequence[GridColumn]
    rows: Sequence[GridRow]
    note: str = ""


class Widths(NamedTuple):
    """Least widths of labels and notes in pixels and their shares of spare room; no notes: 0."""

    label: int
    note: int
    label_stretch: float = 1.0
    note_stretch: float = 1.0


class Band(NamedTuple):
    """What lies between two heights of the whole grid: the heads of a section (row -1) or a row."""

    top: int
    bottom: int
    section: int
    row: int


@dataclass
class Grid:
    """The rows of all sections counted through, and the cursor: a row and a cell of it, or LABEL.

    `column` is where it is meant to be while it passes rows with wider cells.
    """

    sections: Sequence[GridSection] = ()
    row: int = -1
    cell: int = 0
    column: int = 0
    rows: list[GridRow] = field(default_factory=list)
    section_of: list[int] = field(default_factory=list)

    def fill(self, sections: Sequence[GridSection]) -> None:
        """Show other sections; the cursor stays on the row of the same key if it is still there, in its
        column.
        """
        before = self.rows[self.row].key if self.row >= 0 else None
        self.sections = sections
        self.rows = [row for section in sections for row in section.rows]
        self.section_of = [at for at, section in enumerate(sections) for _ in section.rows]
        keys = [row.key for row in self.rows] if before is not None else []
        self.row = keys.index(before) if before in keys else -1
        if self.row >= 0 and self.places(self.row):
            self.cell = self._nearest(self.row)
        else:
            self.start()

    def start(self) -> None:
        """Put the cursor on the first place there is."""
        self.row, self.cell = -1, 0
        for row in range(len(self.rows)):
            if places := self.places(row):
                self.go(row, places[0])
                return

    @property
    def current(self) -> Any:
        """What the place under the cursor is about, None if there is none."""
        if self.row < 0:
            return None
        row = self.rows[self.row]
        if self.cell == LABEL:
            return row.about
        cell = row.cells[self.cell]
        return cell.about if cell else None

    def can_be_on(self, row: int, cell: int) -> bool:
        """Whether there is something to be on."""
        return 0 <= row < len(self.rows) and cell in self.places(row)

    def places(self, row: int) -> list[int]:
        """The places of a row the cursor can be on, from the left."""
        found = [at for at, cell in enumerate(self.rows[row].cells) if cell and cell.about is not None]
        return [LABEL, *found] if self.rows[row].about is not None else found

    def go(self, row: int, cell: int) -> bool:
        """Put the cursor there; whether it can be there."""
        if not self.can_be_on(row, cell):
            return False
        self.row, self.cell = row, cell
        self.column = self._columns(row)[cell][0]
        return True

    def sideways(self, step: int) -> None:
        """To the next place of the row; at its end the cursor stays."""
        if self.row >= 0:
            places = self.places(self.row)
            at = places.index(self.cell) + step
            self.go(self.row, places[max(0, min(at, len(places) - 1))])

    def up_or_down(self, step: int) -> None:
        """So many rows on, to the nearest place of the first row there that has one; the column is kept."""
        if self.row < 0:
            return
        goal = max(0, min(self.row + step, len(self.rows) - 1))
        toward = 1 if step > 0 else -1
        for row in (
            *range(goal, len(self.rows) if toward > 0 else -1, toward),
            *range(goal, self.row, -toward),
        ):
            if self.places(row):
                self.row, self.cell = row, self._nearest(row)
                return

    def _nearest(self, row: int) -> int:
        """The place of a row nearest to the column."""
        columns = self._columns(row)

        def distance(place: int) -> int:
            first, last = columns[place]
            return max(first - self.column, self.column - last + 1, 0)

        return min(self.places(row), key=distance)

    def _columns(self, row: int) -> dict[int, tuple[int, int]]:
        """The columns each place of a row begins and ends at; the label stands before the first."""
        cells = {place: (first, last) for place, first, last in spanned(self.rows[row])}
        return {LABEL: (LABEL, 0), **cells}


def bands(sections: Sequence[GridSection], head: int, over: int, step: int, gap: int) -> list[Band]:
    """Where each head and row lies: heads `head` high, `over` more where heads stand over heads."""
    found, y, row = [], 0, 0
    for at, section in enumerate(sections):
        high = head + (over if has_over(section) else 0)
        found.append(Band(y, y + high, at, -1))
        y += high
        for _ in section.rows:
            found.append(Band(y, y + step, at, row))
            y, row = y + step, row + 1
        y += gap if at + 1 < len(sections) else 0
    return found


def has_over(section: GridSection) -> bool:
    """Whether some columns stand under a common head."""
    return any(column.over for column in section.columns)


def edges(section: GridSection, widths: Widths, scale: float, room: int) -> list[int]:
    """The x of the label's left edge, of each column's, of the note's, and the right end."""
    note = widths.note if section.note or any(row.note for row in section.rows) else 0
    wanted = [widths.label, *(round(column.width * scale) for column in section.columns)]
    stretch = [widths.label_stretch, *(column.stretch for column in section.columns)]
    noted = ([note], [widths.note_stretch]) if note else ([], [])
    found = [0, *accumulate(shared_widths([*wanted, *noted[0]], [*stretch, *noted[1]], room))]
    return found if note else [*found, found[-1]]


def spanned(row: GridRow) -> list[tuple[int, int, int]]:
    """Each cell's place in the row with the columns it begins and ends at."""
    found, at = [], 0
    for place, cell in enumerate(row.cells):
        span = cell.span if cell else 1
        found.append((place, at, at + span))
        at += span
    return found


def over_heads(section: GridSection) -> list[tuple[str, int, int]]:
    """Each head over several columns with the columns it begins and ends at."""
    heads = [column.over for column in section.columns]
    starts = [at for at, head in enumerate(heads) if at == 0 or head != heads[at - 1]]
    return [(heads[one], one, other) for one, other in pairwise([*starts, len(heads)]) if heads[one]]


def fitting(forms: Sequence[str], room: int, width: Any) -> str:
    """The first form that fits into the room by `width`, else the last one."""
    return next((text for text in forms if width(text) <= room), forms[-1] if forms else "")
