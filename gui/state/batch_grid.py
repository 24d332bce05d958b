"""The grid in which a signed visit sheet is typed: its cells, where the cursor goes, what repeats. No Tk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from gui.state.activity_ticks import Mark
from models.batch_sheet import BatchRow, BatchSheet, RowEntry, SheetProblem
from models.rules.calendar import Period, month_day
from models.rules.kinds import ActivityKind, Manner, Outcome
from models.rules.problem import Problem
from models.rules.sheet_notes import Written, written_day
from models.terms import label


class Cell(IntEnum):
    """The cells of a row that are typed, from left to right."""

    DAY = 0
    OUTCOME = 1
    SAID = 2
    REPLY = 3


REASONS = ("外出务工", "外出探亲", "住院就医", "临时外出", "已搬迁", "已去世")
MARKS = {"1": Mark.MET, "2": Mark.NOT_MET, "3": Mark.PHONE}
_WORDS = {Mark.NONE: "", Mark.MET: "见到", Mark.NOT_MET: "未遇", Mark.PHONE: "电话"}
_DITTO = frozenset("\"″“”〃'")


@dataclass(slots=True)
class Line:
    """A row of the sheet and what was typed in it. `said` is what was heard, `reason` why nobody was met."""

    row: BatchRow
    day: str = ""
    mark: Mark = Mark.NONE
    heard: str = ""
    reason: str = ""
    reply: str = ""

    @property
    def is_filled(self) -> bool:
        return self.mark != Mark.NONE or self.is_written

    @property
    def is_written(self) -> bool:
        """Whether anything but an outcome stands in it."""
        return bool(self.day or self.heard or self.reason or self.reply)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells to type in: a duty without points knows no 未遇, one of several kinds has none."""
        if self.row.kind is None:
            return ()
        if self.row.kind != ActivityKind.VISIT:
            return (Cell.DAY, Cell.SAID, Cell.REPLY)
        missed = self.mark == Mark.NOT_MET
        return (Cell.DAY, Cell.OUTCOME, Cell.SAID) if missed else tuple(Cell)

    def text(self, cell: Cell) -> str:
        """What stands in a cell."""
        if cell == Cell.OUTCOME:
            done = self.row.kind != ActivityKind.VISIT and self.mark != Mark.NONE
            return "已开展" if done else _WORDS[self.mark]
        missed = self.mark == Mark.NOT_MET
        return {Cell.DAY: self.day, Cell.SAID: self.reason if missed else self.heard}.get(
            cell, "" if missed else self.reply
        )


@dataclass(slots=True)
class BatchGrid:
    """All rows of a sheet. The cursor stands in a cell that may be typed in, if there is one at all."""

    quarter: Period
    lines: list[Line] = field(default_factory=list)
    at: int = 0
    cell: Cell = Cell.DAY
    wrong: dict[int, str] = field(default_factory=dict)

    def show(self, sheet: BatchSheet) -> None:
        """Show this sheet; what was typed in a row that is on it again stays, and the cursor with its row."""
        typed = {_about(line.row): line for line in self.lines if line.is_filled}
        wrong = {_about(line.row): self.wrong.get(line.row.number, "") for line in self.lines}
        here = _about(self.line.row) if self.line else None
        self.quarter = sheet.batch.quarter
        self.lines = [typed.get(_about(row), Line(row)) for row in sheet.rows]
        for line, row in zip(self.lines, sheet.rows, strict=True):
            line.row = row
        self.at = max(0, min(self.at, len(self.lines) - 1))
        self.at = next((at for at, row in enumerate(sheet.rows) if _about(row) == here), self.at)
        self.wrong = {row.number: text for row in sheet.rows if (text := wrong.get(_about(row)))}

    def clear(self) -> None:
        """Forget what was typed, the cursor in the first row."""
        self.lines = [Line(line.row) for line in self.lines]
        self.at, self.cell, self.wrong = 0, Cell.DAY, {}

    @property
    def line(self) -> Line | None:
        """The row under the cursor."""
        return self.lines[self.at] if self.lines else None

    @property
    def filled(self) -> list[Line]:
        """The rows in which something was typed."""
        return [line for line in self.lines if line.is_filled]

    def write(self, text: str) -> None:
        """Put this text in the cell under the cursor as it stands."""
        line = self.line
        if line is None or self.cell not in line.cells or text == line.text(self.cell):
            return
        if self.cell == Cell.DAY:
            line.day = text
            if not line.is_written:
                line.mark = Mark.NONE
        elif self.cell == Cell.REPLY:
            line.reply = text
        elif self.cell == Cell.SAID and line.mark == Mark.NOT_MET:
            line.reason = text
        elif self.cell == Cell.SAID:
            line.heard = text
        self.wrong.pop(line.row.number, None)

    def say(self, mark: Mark) -> None:
        """Say this of the row under the cursor; a row without a day takes the one above."""
        if self.line is not None and Cell.OUTCOME in self.line.cells:
            self.line.mark = mark
            self.settle()

    def settle(self) -> None:
        """Complete the row that one leaves: the day written out, the usual outcome, the day from above."""
        line = self.line
        if line is None or not line.is_filled:
            return
        self.wrong.pop(line.row.number, None)
        line.day = line.day or self._day_above()
        try:
            written = self._written(self.at)
        except Problem as problem:
            self.wrong[line.row.number] = str(problem)
            return
        if written is not None:
            line.day = shown_day(written)
            line.mark = Mark.MET if line.mark == Mark.NONE else line.mark

    def repeat(self) -> None:
        """Put into the cell what stands in the same cell of the nearest filled row above."""
        line, above = self.line, self._above()
        if line is None or above is None or self.cell not in line.cells:
            return
        if self.cell == Cell.OUTCOME:
            self.say(above.mark)
            return
        same = above.text(self.cell)
        if self.cell == Cell.SAID and (above.mark == Mark.NOT_MET) != (line.mark == Mark.NOT_MET):
            same = ""
        if same:
            self.write(same)
            self.settle()

    def empty_row(self) -> None:
        """Take back everything typed in the row under the cursor."""
        if self.line is not None:
            self.wrong.pop(self.line.row.number, None)
            self.lines[self.at] = Line(self.line.row)

    def forward(self) -> None:
        """Where Enter leads: the next cell of a row in use, the next row after an empty or a finished one."""
        line = self.line
        later = [cell for cell in line.cells if cell > self.cell] if line and line.is_filled else []
        if later:
            self.cell = later[0]
        elif self._next_row(1):
            self.cell = Cell.DAY

    def down(self, rows: int) -> None:
        """So many rows down, or up if negative; the cell stays if the new row has it."""
        step = 1 if rows > 0 else -1
        for _ in range(abs(rows)):
            if not self._next_row(step):
                break
        self._stay_inside()

    def across(self, step: int) -> bool:
        """The next cell to the right or left, over the row's end; False at the sheet's own end."""
        line = self.line
        places = line.cells if line else ()
        ahead = [cell for cell in places if (cell - self.cell) * step > 0]
        if ahead:
            self.cell = ahead[0 if step > 0 else -1]
            return True
        if not self._next_row(step):
            return False
        self.cell = self.lines[self.at].cells[0 if step > 0 else -1]
        return True

    def go_to(self, place: int, cell: Cell) -> None:
        """Put the cursor on a cell, or on the nearest that may be typed in."""
        if 0 <= place < len(self.lines) and self.lines[place].cells:
            self.at, self.cell = place, cell
            self._stay_inside()

    def go_to_number(self, number: int) -> None:
        """Put the cursor on the row of that number."""
        self.go_to(number - 1, Cell.DAY)

    def entries(self) -> list[RowEntry]:
        """What was typed, row by row. Raises SheetProblem for rows whose day is missing or unreadable."""
        wrong: dict[int, str] = {}
        found = []
        for place, line in enumerate(self.lines):
            if line.is_filled:
                try:
                    found.append(_entry(line, self._written(place)))
                except Problem as problem:
                    wrong[line.row.number] = str(problem)
        if wrong:
            raise SheetProblem(wrong)
        return found

    def complain(self, wrong: Mapping[int, str]) -> None:
        """Say what is wrong at the rows."""
        self.wrong = dict(wrong)

    def _written(self, place: int) -> Written | None:
        return written_day(self.lines[place].day, self.quarter, self._date_above(place))

    def _date_above(self, place: int) -> date | None:
        """The nearest day above a row that can be read, whatever the rows above it say."""
        for line in self._lines_above(place):
            try:
                written = written_day(line.day, self.quarter, None)
            except Problem:
                continue
            if written is not None:
                return written.day
        return None

    def _day_above(self) -> str:
        return next((line.day for line in self._lines_above(self.at) if line.day), "")

    def _above(self) -> Line | None:
        return next((line for line in self._lines_above(self.at) if line.text(self.cell)), None)

    def _lines_above(self, place: int) -> Iterable[Line]:
        return reversed(self.lines[:place])

    def _next_row(self, step: int) -> bool:
        """Move to the next row that may be typed in."""
        place = self.at + step
        while 0 <= place < len(self.lines):
            if self.lines[place].cells:
                self.at = place
                return True
            place += step
        return False

    def _stay_inside(self) -> None:
        cells = self.lines[self.at].cells if self.lines else ()
        if cells and self.cell not in cells:
            self.cell = max((cell for cell in cells if cell < self.cell), default=cells[0])


def _about(row: BatchRow) -> object:
    """What a row is about, whatever its number and whatever its point is called now."""
    return row.point or row.name


def shown_day(written: Written) -> str:
    """3月5日上午: as it is shown, and as it may be typed again."""
    return f"{month_day(written.day)}{label(written.half) if written.half else ''}"


def is_ditto(typed: str) -> bool:
    """Whether the key is one of the marks with which one writes 同上."""
    return bool(typed) and typed in _DITTO


def _entry(line: Line, written: Written | None) -> RowEntry:
    if written is None:
        raise Problem("请填写日期。")
    missed = line.mark == Mark.NOT_MET
    return RowEntry(
        number=line.row.number,
        written=written,
        outcome=Outcome.NOT_MET if missed else Outcome.MET,
        manner=Manner.PHONE if line.mark == Mark.PHONE else Manner.HOME,
        reason=line.reason if missed else "",
        heard="" if missed else line.heard,
        reply="" if missed else line.reply,
    )
