"""年度小结 of a “连心”台账: the year in figures, how they were counted, and room for words and signatures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from models import terms
from models.matter import Matter
from models.rules.counting import Progress
from models.rules.coverage import added
from models.rules.facts import Rule
from models.rules.kinds import (
    MatterKind,
    MatterState,
    PeriodKind,
    Satisfaction,
    Service,
)
from models.rules.matter_tally import tally
from printing import styles
from printing.blocks import Facts, Gap, NewPage, Notes, Title
from printing.contents import Entry
from printing.documents.matters import MatterWords
from printing.flow import Block
from printing.form import Form, Line
from printing.page import Align
from printing.section import Section
from printing.styles import MM, Paper
from printing.table import Column, Table, left_to_the_pen
from printing.wording import NO_DAY, amount

TITLE = "年度小结"
_ROW = 7 * MM
_WORDS = ("主要做法\n和成效", "存在的\n问题", "下一步\n打算")
_SPANS = {PeriodKind.QUARTER: "每季度", PeriodKind.HALF: "每半年", PeriodKind.YEAR: "全年"}


class DutyFigures(NamedTuple):
    """One duty over the whole year, all its points and periods together."""

    duty: str
    span: str
    owed: str
    done: str
    share: float | None


class MatterFigures(NamedTuple):
    """The matters of one kind: how many, and how far they are."""

    kind: str
    entered: str = ""
    in_hand: str = ""
    late: str = ""
    answered: str = ""
    closed: str = ""
    satisfied: str = ""


class Brought(NamedTuple):
    """How often each service was brought to somebody met, and how many friends there are."""

    services: Mapping[Service, int]
    friends: int


DUTIES: Sequence[Column[DutyFigures]] = (
    Column("履职要求", 62, lambda row: row.duty),
    Column("期间", 20, lambda row: row.span, Align.CENTRE),
    Column("应完成", 20, lambda row: row.owed, Align.CENTRE, number=True),
    Column("已完成", 20, lambda row: row.done, Align.CENTRE, number=True),
    Column(
        "完成率",
        34,
        lambda row: "" if row.share is None else f"{row.share:.0%}",
        Align.CENTRE,
        bar=lambda row: row.share,
    ),
)
MATTERS: Sequence[Column[MatterFigures]] = (
    Column("民情事项", 30, lambda row: row.kind, Align.CENTRE),
    Column("登记", 18, lambda row: row.entered, Align.CENTRE, number=True),
    Column("待办和\n办理中", 20, lambda row: row.in_hand, Align.CENTRE, number=True),
    Column("其中\n已超期", 18, lambda row: row.late, Align.CENTRE, number=True),
    Column("已办结", 18, lambda row: row.answered, Align.CENTRE, number=True),
    Column("已销号", 18, lambda row: row.closed, Align.CENTRE, number=True),
    Column("满意/基本满意/\n不满意", 34, lambda row: row.satisfied, Align.CENTRE),
)


@dataclass(frozen=True, slots=True)
class SummaryChapter:
    """The year's figures; `brought` is None in a book for the pen, which leaves them to it."""

    paper: ClassVar[Paper] = styles.BOOK
    entries: ClassVar[Sequence[Entry]] = (Entry(TITLE),)

    facts: Sequence[str]
    duties: Sequence[DutyFigures]
    matters: Sequence[MatterFigures]
    brought: Brought | None
    notes: Sequence[str]

    def blocks(self) -> Iterator[Block]:
        yield Title(TITLE)
        yield Facts(self.facts, after=MM)
        yield Section("（一）履职情况", self._table(DUTIES, self.duties))
        yield Gap(2 * MM)
        yield Section("（二）民情事项办理情况", self._table(MATTERS, self.matters))
        yield Gap(2 * MM)
        yield Section("（三）三送服务和结交基层朋友", self._table(_brought_columns(), [self.brought]))
        yield Notes(self.notes)
        yield NewPage()
        yield Form(
            (
                *(Line(((words, ""),), 30 * MM, 1.0) for words in _WORDS),
                Line((("领导\n（签字）", ""), ("填报人\n（签字）", "")), 14 * MM, clings=True),
                Line((("审核人\n（签字）", ""), ("日期", NO_DAY)), 14 * MM, clings=True),
            )
        )

    def _table(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> Table[Any]:
        if self.brought is None:
            columns = left_to_the_pen(columns)
        return Table(columns, rows, least=_ROW)


def duty_figures(rules: Iterable[Rule], lines: Sequence[Progress]) -> list[DutyFigures]:
    """What each duty owed over the year and what of it was done, as the engine says."""
    found = []
    for code, rule in {rule.code: rule for rule in rules}.items():
        those = [line for line in lines if line.rule == code]
        total = added(those)
        if total.owed:
            name = f"{rule.name}（{terms.label(rule.unit)}）"
            done = amount(those[0].done if len(those) == 1 else total.done)
            found.append(DutyFigures(name, _SPANS[rule.period], str(total.owed), done, total.share))
    return found


def matter_figures(matters: Sequence[Matter], words: MatterWords) -> list[MatterFigures]:
    """How far the matters of each kind are today."""
    return [_of_kind(kind, [one for one in matters if one.kind == kind], words) for kind in MatterKind]


def empty_figures() -> list[MatterFigures]:
    """The kinds of matters, their figures left to the pen."""
    return [MatterFigures(terms.label(kind)) for kind in MatterKind]


def for_the_pen(duties: Iterable[DutyFigures]) -> list[DutyFigures]:
    """The duties with what is owed alone."""
    return [figures._replace(done="", share=None) for figures in duties]


def _of_kind(kind: MatterKind, matters: Sequence[Matter], words: MatterWords) -> MatterFigures:
    found = tally((MatterState(one.state), words.standing(one).light) for one in matters)
    said = [one.satisfaction for one in matters]
    return MatterFigures(
        terms.label(kind),
        str(found.all),
        str(found.open + found.in_hand),
        str(found.late),
        str(found.answered),
        str(found.closed),
        "/".join(str(said.count(satisfaction)) for satisfaction in Satisfaction),
    )


def _brought_columns() -> list[Column[Brought | None]]:
    services = [_service_column(service) for service in Service]
    friends: Column[Brought | None] = Column(
        "结交基层朋友（人）", 39, lambda row: str(row.friends) if row else "", Align.CENTRE
    )
    return [*services, friends]


def _service_column(service: Service) -> Column[Brought | None]:
    title = f"{terms.label(service)}（户次）"
    return Column(title, 39, lambda row: str(row.services[service]) if row else "", Align.CENTRE)
