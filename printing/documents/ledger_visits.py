"""附：走访记录 of a “连心”台账: the record of every visit on a page of its own, by quarters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from printing import styles
from printing.album import Framed
from printing.blocks import Mark, NewPage, Title
from printing.contents import Entry
from printing.documents.visit_record import VisitRecord
from printing.flow import Block
from printing.photo import Photo
from printing.styles import Paper
from printing.table import Column, Table

TITLE = "附：走访记录"
_PICTURES = "走访图片"


class Recorded(NamedTuple):
    """One record with its bookmark, and the pictures of its visit if it is the visit's last."""

    title: str
    record: VisitRecord
    photos: Sequence[Photo] = ()


class Quarter(NamedTuple):
    """The records of one quarter, by day."""

    title: str
    records: Sequence[Recorded]


@dataclass(frozen=True, slots=True)
class VisitsChapter:
    """The records of a year, and after them empty ones for the pen."""

    paper: ClassVar[Paper] = styles.BOOK

    quarters: Sequence[Quarter]
    blanks: Sequence[VisitRecord] = ()

    @property
    def entries(self) -> Sequence[Entry]:
        return (Entry(TITLE), *(Entry(quarter.title, 1) for quarter in self.quarters))

    def blocks(self) -> Iterator[Block]:
        if not (self.quarters or self.blanks):
            yield Title(TITLE)
            yield Table([Column("走访记录", 1, str)], ())
        for quarter in self.quarters:
            yield NewPage()
            yield Mark(quarter.title, 2)
            for one in quarter.records:
                yield NewPage()
                yield Mark(one.title, 3)
                yield from one.record.story()
                yield from _pictures(one.photos)
        for blank in self.blanks:
            yield NewPage()
            yield from blank.story()


def _pictures(photos: Sequence[Photo]) -> Iterator[Block]:
    if photos:
        yield NewPage()
        yield Title(_PICTURES, styles.PART_TITLE)
        for photo in photos:
            yield Framed(photo)
