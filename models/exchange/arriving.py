"""Sheets on their way from the child: recognised and understood while the rest is still being read."""

from models.exchange.limits import EMPTY_ROWS
from models.exchange.marking import Told
from models.exchange.recognising import HEAD_ROWS, Found, recognise
from models.exchange.sheet import Cell, Ending, Sheet
from models.exchange.tidying import fill_merged
from models.exchange.typed_rows import Typed


class Arriving:
    """One sheet, what it is, and its rows understood so far."""

    def __init__(self, sheet: Sheet, told: Told, place: int) -> None:
        self.sheet = sheet
        self.found: Found | None = None
        self.typed: Typed | None = None
        self._merges = told.mark(sheet, place)

    def take(self, rows: list[list[Cell]]) -> None:
        """Add rows. Merged cells can be filled only when all have come."""
        self.sheet.rows.extend(rows)
        if not self._merges and len(self.sheet.rows) >= HEAD_ROWS:
            self._read_on()

    def finish(self, ending: Ending) -> None:
        """All rows have come."""
        self.sheet.far, self.sheet.wide, self.sheet.stripped = ending
        self._keep_faulty_rows()
        fill_merged(self.sheet.rows, self._merges)
        self._read_on()

    def _keep_faulty_rows(self) -> None:
        """Let the rows end with the last one that holds anything, be it only an error nobody can read."""
        rows, faults = self.sheet.rows, sorted(self.sheet.faults)
        while rows and not rows[-1]:
            rows.pop()
        near = [row for row, _ in faults if row <= len(rows) + EMPTY_ROWS]
        rows.extend([] for _ in range(max(near, default=0) - len(rows)))
        beyond = next((place for place in faults if place[0] > len(rows)), None)
        self.sheet.far = self.sheet.far or beyond

    def _read_on(self) -> None:
        if self.found is None and any(self.sheet.rows):
            self.found = recognise(self.sheet)
            self.typed = Typed(self.found) if self.found and self.found.places else None
        if self.typed is not None:
            self.typed.read_on()


class Arrivals:
    """All sheets of a file, in their order."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self.sheets: list[Arriving] = []

    def take(self, part: Sheet | list[list[Cell]] | Ending) -> None:
        """The next part that the child sent: a sheet's beginning, rows of it, or its end."""
        if isinstance(part, Sheet):
            self.sheets.append(Arriving(part, self._told, len(self.sheets)))
        elif isinstance(part, Ending):
            self.sheets[-1].finish(part)
        else:
            self.sheets[-1].take(part)
