"""The five sections of the “连心”台账: their columns, and a row of each (reference: forms 1.4, composed)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from printing import styles
from printing.blocks import Facts, Title
from printing.contents import Entry
from printing.flow import Block
from printing.page import Align
from printing.styles import MM, Paper
from printing.table import Column, Table, for_the_pen, left_to_the_pen

_ROW, _PEN = 9 * MM, 12 * MM


class Told(NamedTuple):
    """政策宣传: one visit at which policies were explained."""

    number: str
    day: str = ""
    place: str = ""
    policy: str = ""
    manner: str = ""
    people: str = ""


class Opinion(NamedTuple):
    """意见建议: what somebody suggested, and what became of it."""

    number: str
    day: str = ""
    whom: str = ""
    where: str = ""
    content: str = ""
    category: str = ""
    unit: str = ""
    due: str = ""
    result: str = ""
    told: str = ""
    satisfaction: str = ""
    closed: str = ""


class LivelihoodDeed(NamedTuple):
    """民生实事: something done for the people."""

    number: str
    name: str = ""
    content: str = ""
    unit: str = ""
    person: str = ""
    due: str = ""
    progress: str = ""
    note: str = ""


class Dispute(NamedTuple):
    """矛盾纠纷调解: a dispute the leader settled."""

    number: str
    day: str = ""
    parties: str = ""
    category: str = ""
    content: str = ""
    leader: str = ""
    settled: str = ""
    result: str = ""
    revisited: str = ""


class Petition(NamedTuple):
    """信访事项: what petitioners demanded; `acts` are the leader's own of one he took over."""

    number: str
    day: str = ""
    whom: str = ""
    where: str = ""
    content: str = ""
    unit: str = ""
    due: str = ""
    acts: str = ""
    result: str = ""
    told: str = ""
    satisfaction: str = ""
    closed: str = ""


class Befriended(NamedTuple):
    """结交基层朋友: a friend among the people."""

    number: str
    name: str = ""
    sex: str = ""
    address: str = ""
    standing: str = ""
    phone: str = ""
    met: str = ""
    contact: str = ""


def _number(width: float = 10) -> Column[Any]:
    return Column("序号", width, lambda row: row.number, Align.CENTRE)


# Widths in millimetres of a turned page's 225; where they come to more, 18.5 keeps 12月28日 in one line.
POLICIES: Sequence[Column[Told]] = (
    _number(),
    Column("日期", 20, lambda row: row.day, Align.CENTRE),
    Column("地点", 44, lambda row: row.place),
    Column("宣传内容（政策名称）", 81, lambda row: row.policy, blank=""),
    Column("形式", 24, lambda row: row.manner, Align.CENTRE, blank=""),
    Column("参加人数", 20, lambda row: row.people, Align.CENTRE, blank=""),
    for_the_pen("记录人", 26),
)
OPINIONS: Sequence[Column[Opinion]] = (
    _number(8),
    Column("登记\n日期", 18.5, lambda row: row.day, Align.CENTRE, styles.DENSE),
    Column("反映人", 17, lambda row: row.whom, Align.CENTRE, styles.DENSE),
    Column("住址/电话", 29, lambda row: row.where, style=styles.DENSE),
    Column("意见建议内容", 48, lambda row: row.content, style=styles.DENSE),
    Column("类别", 18.5, lambda row: row.category, Align.CENTRE, styles.DENSE),
    Column("责任单位\n（责任人）", 25, lambda row: row.unit, style=styles.DENSE),
    Column("办理\n时限", 18.5, lambda row: row.due, Align.CENTRE, styles.DENSE),
    Column("办理结果", 40, lambda row: row.result, style=styles.DENSE),
    Column("反馈\n日期", 18.5, lambda row: row.told, Align.CENTRE, styles.DENSE),
    Column("是否\n满意", 13, lambda row: row.satisfaction, Align.CENTRE, styles.DENSE),
    Column("销号", 18.5, lambda row: row.closed, Align.CENTRE, styles.DENSE),
)
DEEDS: Sequence[Column[LivelihoodDeed]] = (
    _number(),
    Column("项目名称", 36, lambda row: row.name, style=styles.DENSE),
    Column("主要内容", 48, lambda row: row.content, style=styles.DENSE),
    for_the_pen("受益\n户数", 13),
    for_the_pen("资金（万元）\n及来源", 29),
    Column("责任单位", 26, lambda row: row.unit, style=styles.DENSE),
    Column("责任人", 18, lambda row: row.person, Align.CENTRE, styles.DENSE),
    Column("完成\n时限", 18.5, lambda row: row.due, Align.CENTRE, styles.DENSE),
    Column("进展情况", 44, lambda row: row.progress, style=styles.DENSE),
    Column("备注", 22, lambda row: row.note, style=styles.DENSE),
)
DISPUTES: Sequence[Column[Dispute]] = (
    _number(),
    Column("登记\n日期", 18.5, lambda row: row.day, Align.CENTRE, styles.DENSE),
    Column("当事人", 26, lambda row: row.parties, style=styles.DENSE),
    Column("纠纷\n类型", 18.5, lambda row: row.category, Align.CENTRE, styles.DENSE),
    Column("简要情况", 54, lambda row: row.content, style=styles.DENSE),
    Column("调解人\n（领导）", 21, lambda row: row.leader, Align.CENTRE, styles.DENSE),
    Column("调解\n日期", 18.5, lambda row: row.settled, Align.CENTRE, styles.DENSE),
    Column("调解结果", 42, lambda row: row.result, style=styles.DENSE),
    for_the_pen("协议书\n编号", 20),
    Column("回访情况", 38, lambda row: row.revisited, style=styles.DENSE),
)
PETITIONS: Sequence[Column[Petition]] = (
    _number(8),
    Column("登记\n日期", 18.5, lambda row: row.day, Align.CENTRE, styles.DENSE),
    Column("信访人", 17, lambda row: row.whom, Align.CENTRE, styles.DENSE),
    Column("住址/电话", 27, lambda row: row.where, style=styles.DENSE),
    Column("信访诉求", 42, lambda row: row.content, style=styles.DENSE),
    Column("责任单位\n（责任人）", 26, lambda row: row.unit, style=styles.DENSE),
    Column("办理\n时限", 18.5, lambda row: row.due, Align.CENTRE, styles.DENSE),
    Column("领导包案及\n接待、研究、\n督办", 34, lambda row: row.acts, style=styles.DENSE),
    Column("办理结果", 33, lambda row: row.result, style=styles.DENSE),
    Column("告知\n日期", 18.5, lambda row: row.told, Align.CENTRE, styles.DENSE),
    Column("是否\n满意", 12, lambda row: row.satisfaction, Align.CENTRE, styles.DENSE),
    Column("销号", 18.5, lambda row: row.closed, Align.CENTRE, styles.DENSE),
)
FRIENDS: Sequence[Column[Befriended]] = (
    _number(),
    Column("姓名", 24, lambda row: row.name, Align.CENTRE, tight=styles.DENSE),
    Column("性别", 12, lambda row: row.sex, Align.CENTRE),
    Column("住址", 52, lambda row: row.address, style=styles.DENSE),
    Column("身份", 26, lambda row: row.standing, Align.CENTRE, styles.DENSE),
    Column("联系电话", 26, lambda row: row.phone, Align.CENTRE, styles.DENSE),
    Column("结识日期", 22, lambda row: row.met, Align.CENTRE, styles.DENSE),
    Column("联系情况", 53, lambda row: row.contact, style=styles.DENSE),
)


class Kind(NamedTuple):
    """One section: its title, its columns, and the empty row of a number, left to the pen."""

    title: str
    columns: Sequence[Column[Any]]
    blank: Any
    level: int = 0


POLICY = Kind("一、政策宣传", POLICIES, Told)
OPINION = Kind("二、意见建议", OPINIONS, Opinion)
DEED = Kind("三、民生实事", DEEDS, LivelihoodDeed)
DISPUTE = Kind("四、矛盾纠纷调解", DISPUTES, Dispute)
PETITION = Kind("附：信访事项", PETITIONS, Petition, level=1)
FRIEND = Kind("五、结交基层朋友", FRIENDS, Befriended)


@dataclass(frozen=True, slots=True)
class SectionChapter:
    """One section across a turned page; a section for the pen fills its page with empty rows."""

    paper: ClassVar[Paper] = styles.BOOK_TURNED

    kind: Kind
    facts: Sequence[str]
    rows: Sequence[Any]
    for_the_pen: bool = False

    @property
    def entries(self) -> Sequence[Entry]:
        return (Entry(self.kind.title, self.kind.level),)

    def blocks(self) -> Iterator[Block]:
        yield Title(self.kind.title)
        yield Facts(self.facts, after=MM)
        if self.for_the_pen:
            columns = left_to_the_pen(self.kind.columns)
            yield Table(columns, (), least=_PEN, blank=lambda number: self.kind.blank(str(number)))
        else:
            yield Table(self.kind.columns, self.rows, least=_ROW)
