"""The first leaves of a “连心”台账: the leader's township and village, and the roster of his households."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from models.assignment import Assignment
from models.contact_point import OF_A_LEADER, ContactPoint
from models.rules.calendar import chinese_date
from models.rules.kinds import PointKind
from models.terms import label
from printing import styles
from printing.blocks import Facts, Gap, Title
from printing.contents import Entry
from printing.documents.contact_list import HOUSEHOLDS, HouseholdRow
from printing.documents.points import Points
from printing.flow import Block
from printing.page import Align
from printing.section import Section
from printing.styles import MM, Paper
from printing.table import Column, Table, left_to_the_pen
from printing.wording import plain

TITLE = "联系点基本情况"
_ROSTER = "联系群众名册"
_PLACES = (PointKind.TOWNSHIP, PointKind.VILLAGE)
# Two places and ten households fill a page.
_PLACE, _HOUSEHOLD, _PEN = 10 * MM, 8 * MM, 10 * MM


class PlaceRow(NamedTuple):
    """A township or a village he keeps contact with."""

    kind: str
    name: str = ""
    place: str = ""
    people: str = ""
    phone: str = ""
    market: str = ""
    span: str = ""
    document: str = ""
    note: str = ""


PLACES: Sequence[Column[PlaceRow]] = (
    Column("类别", 14, lambda row: row.kind, Align.CENTRE),
    Column("名称", 34, lambda row: row.name, tight=styles.DENSE),
    Column("所在地", 36, lambda row: row.place, tight=styles.DENSE),
    Column("人口", 14, lambda row: row.people, Align.CENTRE),
    Column("联系电话", 27, lambda row: row.phone, Align.CENTRE, tight=styles.DENSE),
    Column("圩日", 22, lambda row: row.market, Align.CENTRE, styles.DENSE),
    Column("联系起止", 34, lambda row: row.span, style=styles.DENSE),
    Column("文号", 26, lambda row: row.document, style=styles.DENSE),
    Column("备注", 26, lambda row: row.note, style=styles.DENSE),
)


@dataclass(frozen=True, slots=True)
class PointsChapter:
    """What the leader keeps contact with; for the pen rows are empty where nothing is assigned yet."""

    paper: ClassVar[Paper] = styles.BOOK_TURNED
    entries: ClassVar[Sequence[Entry]] = (Entry(TITLE),)

    facts: Sequence[str]
    places: Sequence[PlaceRow]
    households: Sequence[HouseholdRow]
    for_the_pen: bool = False

    def blocks(self) -> Iterator[Block]:
        yield Title(TITLE)
        yield Facts(self.facts, after=MM)
        if self.for_the_pen and not self.places:
            empty = [PlaceRow(label(kind)) for kind in _PLACES]
            yield Table(left_to_the_pen(PLACES), empty, least=_PEN)
        else:
            yield Table(PLACES, self.places, least=_PLACE)
        yield Gap(2 * MM)
        yield Section(_ROSTER, self._roster())

    def _roster(self) -> Table[HouseholdRow]:
        if self.for_the_pen and not self.households:
            count = OF_A_LEADER[PointKind.HOUSEHOLD]
            empty = [HouseholdRow(str(number)) for number in range(1, count + 1)]
            return Table(left_to_the_pen(HOUSEHOLDS), empty, least=_HOUSEHOLD)
        return Table(HOUSEHOLDS, self.households, least=_HOUSEHOLD)


def place_row(point: ContactPoint, held: Assignment, points: Points) -> PlaceRow:
    """A place with what is known of it, and since when he keeps contact with it."""
    last = chinese_date(held.last_day) if held.last_day else "今"
    return PlaceRow(
        label(PointKind(point.kind)),
        plain(point.name),
        points.place(point),
        "" if point.people is None else str(point.people),
        points.phone(point),
        point.market_days,
        f"{chinese_date(held.first_day)}至{last}",
        points.text(held.document),
        points.text(point.note),
    )
