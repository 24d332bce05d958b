"""履职完成情况 in a “连心”台账: the grid of one leader's year, or the same grid empty for the pen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from printing import styles
from printing.blocks import Facts, Notes, Title
from printing.contents import Entry
from printing.documents.coverage import tables
from printing.documents.coverage_tables import DaysLine, Part, Told, YearLine
from printing.flow import Block
from printing.styles import MM, Paper
from printing.table import left_to_the_pen

TITLE = "履职完成情况"


@dataclass(frozen=True, slots=True)
class CoverageChapter:
    """The parts of the grid below each other, with the notes on how is counted."""

    paper: ClassVar[Paper] = styles.BOOK
    entries: ClassVar[Sequence[Entry]] = (Entry(TITLE),)

    facts: Sequence[str]
    parts: Sequence[Part]
    notes: Sequence[str]

    def blocks(self) -> Iterator[Block]:
        yield Title(TITLE)
        yield Facts(self.facts, after=MM)
        yield from tables(self.parts)
        yield Notes(self.notes)


def emptied(part: Part) -> Part:
    """The part with what is owed alone, all else left to the pen."""
    return part._replace(columns=left_to_the_pen(part.columns), rows=[_emptied(row) for row in part.rows])


def _emptied(row: Any) -> YearLine | DaysLine:
    if isinstance(row, YearLine):
        return replace(row, boxes=[Told()] * len(row.boxes), note="")
    return DaysLine(row.duty, Told(owed=row.told.owed), "", "", "")
