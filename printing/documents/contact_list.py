"""市政府领导联系点安排表: a row per leader in rank order, and behind it each leader's households."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.contact_point import OF_A_LEADER, ContactPoint
from models.official import Official, leaders
from models.rules.calendar import chinese_date
from models.rules.kinds import PointKind
from models.setting import value
from models.terms import label
from printing import styles
from printing.blocks import Facts, NewPage, Title, register_line
from printing.choice import Choice
from printing.documents.points import Held, Points
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table
from printing.wording import listed, one_a_line, plain, whole

TITLE = "市政府领导联系点安排表"


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """What one leader keeps contact with; `note` says where that is not 1, 1 and 10."""

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
    name: str = ""
    place: str = ""
    people: str = ""
    category: str = ""
    phone: str = ""
    note: str = ""


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
class Households:
    """One leader's households, on a page of their own. `facts`: the leader, his township and village."""

    facts: Sequence[str]
    rows: Sequence[HouseholdRow]
    leader: str = ""


@dataclass(frozen=True, slots=True)
class ContactList:
    """The arrangement as it stood on a day."""

    office: str
    day: str
    leaders: Sequence[LeaderRow]
    households: Sequence[Households]
    title: str = TITLE

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
        for part in self.households:
            yield NewPage()
            yield Title("附表：联系群众名册", styles.PART_TITLE)
            yield Facts(part.facts, after=MM)
            yield Table(HOUSEHOLDS, part.rows, least=9.5 * MM, name=part.leader)


def load(choice: Choice) -> list[ContactList]:
    """The arrangement on the chosen period's last day, or today: of the chosen leader or of all."""
    day = min(choice.today, choice.period.last) if choice.period else choice.today
    points = Points(day, day, full=choice.full)
    there = [choice.leader] if choice.leader else [leader for leader in leaders() if _in_office(leader, day)]
    held = [(leader, points.held(leader)) for leader in there]
    return [
        ContactList(
            office=value("office_name"),
            day=chinese_date(day),
            leaders=[_leader_row(at, *pair) for at, pair in enumerate(held, start=1)],
            households=[_households(*pair, points) for pair in held if pair[1].of(PointKind.HOUSEHOLD)],
        )
    ]


def _in_office(leader: Official, day: date) -> bool:
    return (leader.office_from or date.min) <= day <= (leader.office_to or date.max)


def _leader_row(number: int, leader: Official, held: Held) -> LeaderRow:
    return LeaderRow(
        number=str(number),
        name=listed(leader.name),
        post=leader.title,
        townships=held.names(PointKind.TOWNSHIP),
        villages=held.names(PointKind.VILLAGE),
        households="、".join(whole(point.name) for point in held.of(PointKind.HOUSEHOLD)),
        unit=leader.unit,
        liaison="\n".join(filter(None, (leader.liaison, one_a_line(leader.liaison_phone)))),
        note="；".join(_differences(held)),
    )


def _differences(held: Held) -> Iterator[str]:
    """Where a leader has other than 1 township, 1 village and 10 households: shown as such, not refused."""
    for kind, needed in OF_A_LEADER.items():
        if len(held.of(kind)) != needed:
            yield f"{label(kind)}{len(held.of(kind))}个（应{needed}）"


def _households(leader: Official, held: Held, points: Points) -> Households:
    post = f"（{leader.title}）" if leader.title else ""
    places = (("乡镇（街道）", PointKind.TOWNSHIP), ("村（社区）", PointKind.VILLAGE))
    return Households(
        facts=(
            f"领导：{plain(leader.name)}{post}",
            *(f"联系{word}：{held.names(kind) or '无'}" for word, kind in places),
        ),
        rows=household_rows(held, points),
        leader=plain(leader.name),
    )


def household_rows(held: Held, points: Points) -> list[HouseholdRow]:
    """The households somebody holds, as the list names them."""
    return [_household_row(at, one, points) for at, one in enumerate(held.of(PointKind.HOUSEHOLD), start=1)]


def _household_row(number: int, point: ContactPoint, points: Points) -> HouseholdRow:
    return HouseholdRow(
        number=str(number),
        name=listed(point.name),
        place=points.place(point),
        people="" if point.people is None else str(point.people),
        category=points.category(point),
        phone=points.phone(point),
        note=points.text(point.note),
    )
