"""民情事项台账: what people asked for in a period, a row each, and how far it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.matter import Matter
from models.matter_register import registered_between
from models.rules.calendar import chinese_date, day_in
from models.rules.kinds import MatterState
from models.rules.matter_tally import MatterTally, tally
from models.setting import value
from models.terms import label
from printing import styles
from printing.blocks import Facts, Notes, Title, register_line
from printing.choice import Choice
from printing.documents.matters import MatterWords
from printing.documents.people import with_post
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table
from printing.wording import listed, plain

TITLE = "民情事项台账"
_ORDER = "按登记日期排列；未销号的写明截至填报时间的情况，天数按工作日计；敏感事项隐去姓名。"


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One matter."""

    at: str
    number: str
    registered: str
    leader: str
    point: str
    raised_by: str
    content: str
    unit: str
    due: str
    result: str
    told: str
    satisfaction: str
    closed: str


COLUMNS: Sequence[Column[MatterRow]] = (
    Column("序号", 7.5, lambda row: row.at, Align.CENTRE, styles.DENSE),
    Column("编号", 22.5, lambda row: row.number, Align.CENTRE, styles.DENSE, repeats=True),
    Column("登记\n日期", 16, lambda row: row.registered, Align.CENTRE, styles.DENSE),
    Column("领导", 12.5, lambda row: row.leader, Align.CENTRE, styles.DENSE),
    Column("联系点", 13, lambda row: row.point, style=styles.DENSE),
    Column("反映人", 21.5, lambda row: row.raised_by, style=styles.DENSE),
    Column("内容", 33, lambda row: row.content, style=styles.DENSE),
    Column("责任\n单位", 15, lambda row: row.unit, style=styles.DENSE),
    Column("办理\n时限", 16, lambda row: row.due, Align.CENTRE, styles.DENSE),
    Column("办理结果", 23, lambda row: row.result, style=styles.DENSE),
    Column("告知\n日期", 16, lambda row: row.told, Align.CENTRE, styles.DENSE),
    Column("满意\n度", 10, lambda row: row.satisfaction, Align.CENTRE, styles.DENSE),
    Column("销号情况", 20, lambda row: row.closed, Align.CENTRE, styles.DENSE),
)


@dataclass(frozen=True, slots=True)
class MatterLedger:
    """The matters registered in a period. `facts`: whose they are and how far they are together."""

    office: str
    day: str
    period: str
    period_title: str
    kind: str
    leader: str
    facts: Sequence[str]
    rows: Sequence[MatterRow]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.kind, self.leader, self.period)

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        yield Title(f"{self.period_title}{TITLE}{f'（{self.kind}）' if self.kind else ''}")
        yield register_line(self.office, self.day)
        yield Facts(self.facts, after=MM)
        yield Table(COLUMNS, self.rows, least=10 * MM, empty="没有登记民情事项")
        yield Notes((_ORDER,))


def load(choice: Choice) -> list[MatterLedger]:
    """The matters registered in the chosen period, this year if none was: of all leaders and kinds or one."""
    period = choice.period or choice.year
    words, year = MatterWords(choice), period.first.year
    found = registered_between(period.first, period.last, choice.leader, choice.kind)
    there = tally((MatterState(row.state), words.standing(row).light) for row in found)
    return [
        MatterLedger(
            office=value("office_name"),
            day=chinese_date(choice.today),
            period=str(period),
            period_title=period.title,
            kind=label(choice.kind) if choice.kind else "",
            leader=plain(choice.leader.name) if choice.leader else "",
            facts=(f"领导：{with_post(choice.leader) if choice.leader else '全部'}", told_of(there)),
            rows=[_row(str(at), row, words, year) for at, row in enumerate(found, start=1)],
        )
    ]


def told_of(found: MatterTally) -> str:
    """共5件：已销号2件，已办结1件，办理中2件，其中已超期1件."""
    parts = [
        (MatterState.CLOSED, found.closed),
        (MatterState.ANSWERED, found.answered),
        (MatterState.IN_HAND, found.in_hand),
        (MatterState.OPEN, found.open),
    ]
    told = [f"{label(state)}{count}件" for state, count in parts if count]
    late = f"，其中已超期{found.late}件" if found.late else ""
    return f"共{found.all}件{'：' if told else ''}{'，'.join(told)}{late}"


def _row(at: str, matter: Matter, words: MatterWords, year: int) -> MatterRow:
    return MatterRow(
        at=at,
        number=matter.number,
        registered=day_in(matter.registered_on, year),
        leader=listed(matter.official.name) + ("\n包案" if matter.in_charge else ""),
        point=words.point(matter),
        raised_by="\n".join(filter(None, (words.raised_by(matter), words.phone(matter)))),
        content=words.text(matter, matter.content),
        unit=words.unit(matter),
        due=_day(matter.due, year),
        result=words.text(matter, matter.result),
        told=_day(matter.told_on, year),
        satisfaction=words.satisfaction(matter),
        closed="\n".join(filter(None, (_day(matter.closed_on, year), *words.light(matter)))),
    )


def _day(day: date | None, year: int) -> str:
    return day_in(day, year) if day else ""
