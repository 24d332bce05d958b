"""市政府领导联系点安排表: a row per leader in rank order, and behind it each leader's households."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printing import styles
from printing.blocks import NewPage, Notes, Title, register_line
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Band, Column, Table

TITLE = "市政府领导联系点安排表"


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """What one leader keeps contact with; `note` says where it is not 1 township, 1 village and 10 households."""

    number: str
    name: str
    post: str
    townships: str
    villages: str
    households: str
    unit: str
    liaison: str
    note: str


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One household of a leader."""

    number: str
    name: str
    place: str
    people: str
    category: str
    phone: str
    note: str


LEADERS: Sequence[Column[LeaderRow]] = (
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("领导姓名", 20, lambda row: row.name, Align.CENTRE, tight=styles.DENSE),
    Column("职务", 22, lambda row: row.post, tight=styles.DENSE),
    Column("联系乡镇\n（街道）", 20, lambda row: row.townships, tight=styles.DENSE),
    Column("联系村\n（社区）", 22, lambda row: row.villages, tight=styles.DENSE),
    Column("联系群众\n（户主姓名）", 68, lambda row: row.households, style=styles.DENSE),
    Column("联系单位", 19, lambda row: row.unit, tight=styles.DENSE),
    Column("联络员\n及电话", 24, lambda row: row.liaison, style=styles.DENSE),
    Column("备注", 20, lambda row: row.note, style=styles.DENSE),
)
HOUSEHOLDS: Sequence[Column[HouseholdRow]] = (
    Column("序号", 12, lambda row: row.number, Align.CENTRE),
    Column("户主姓名", 30, lambda row: row.name, Align.CENTRE, tight=styles.DENSE),
    Column("家庭住址", 71, lambda row: row.place, tight=styles.DENSE),
    Column("人口", 14, lambda row: row.people, Align.CENTRE),
    Column("户类型", 24, lambda row: row.category, Align.CENTRE, tight=styles.DENSE),
    Column("联系电话", 32, lambda row: row.phone, Align.CENTRE),
    Column("备注", 42, lambda row: row.note, style=styles.DENSE),
)


@dataclass(frozen=True, slots=True)
class ContactList:
    """The arrangement as it stood on a day. Bands in `households` name the leader the rows belong to."""

    office: str
    day: str
    leaders: Sequence[LeaderRow]
    households: Sequence[HouseholdRow | Band]
    title: str = TITLE
    notes: Sequence[str] = ()

    @property
    def name(self) -> str:
        return file_name(TITLE, self.day)

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        yield Title(self.title)
        yield register_line(self.office, self.day)
        yield Table(LEADERS, self.leaders, least=10 * MM, empty="尚未录入领导")
        if self.notes:
            yield Notes(self.notes)
        if self.households:
            yield NewPage()
            yield Title(f"附表：{self.title.removesuffix('安排表')}联系群众名册", styles.PART_TITLE)
            yield Table(HOUSEHOLDS, self.households, least=7 * MM)
