"""按表补登: what a visit sheet to be entered is: its rows, what is recorded of them, what the pen wrote."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models import terms
from models.activity import ActivityEntry
from models.rules.calendar import Period
from models.rules.kinds import ActivityKind, Manner, Outcome, PointKind
from models.rules.problem import Problem
from models.rules.sheet_notes import Note, Written


class Batch(NamedTuple):
    """The visit sheet of a leader, by his id, for a quarter."""

    leader: int
    quarter: Period


class Recorded(NamedTuple):
    """An activity that is there already, done or planned: its 编号 and how it was entered."""

    number: str
    entry: ActivityEntry


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A row of the sheet. `kind` is what to enter for it, None for a duty that takes several kinds.

    `place` is where a trip to it goes in words, `where` what tells it from its neighbours.
    """

    number: int
    kind: ActivityKind | None
    label: str
    name: str
    point: int | None = None
    place: str = ""
    where: str = ""
    within: tuple[int, ...] = ()
    records: Sequence[Recorded] = ()

    def note(self, written: Written) -> Note:
        """What the pen wrote here, for finding out which rows were one trip."""
        kind, own = self.kind or ActivityKind.VISIT, self.point or 0
        if self.label == terms.label(PointKind.HOUSEHOLD):
            return Note(self.number, kind, written, self.within[0] if self.within else 0, self.within)
        is_township = self.label == terms.label(PointKind.TOWNSHIP)
        return Note(self.number, kind, written, own, self.within, is_township)


@dataclass(slots=True)
class RowEntry:
    """What was written in one row."""

    number: int
    written: Written
    outcome: Outcome = Outcome.MET
    manner: Manner = Manner.HOME
    reason: str = ""
    heard: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class BatchSheet:
    """A sheet as it stands now: its rows, and the leader's activities of the quarter, done and planned."""

    batch: Batch
    leader: str
    rows: Sequence[BatchRow]
    recorded: Sequence[Recorded] = field(default_factory=list)

    def row(self, number: int) -> BatchRow:
        """The row of that number."""
        return self.rows[number - 1]


class SheetProblem(Problem):
    """What is wrong, by the numbers of the rows."""

    def __init__(self, rows: dict[int, str]) -> None:
        super().__init__(*(f"第 {number} 行：{text}" for number, text in sorted(rows.items())))
        self.rows = rows
