"""季度走访安排表: one leader's visit sheet before the quarter, with room for the pen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.rules.calendar import Period
from printing import styles
from printing.blocks import Facts, NotesAndSignatures, Title, register_line
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import Paper
from printing.table import Column, Table, for_the_pen

TITLE = "季度走访安排表"
NOTES = (
    "按走访首日计入所在季度；电话联系、未遇不计次；走访户不等于走访该村、该乡镇。",
    "“年2次”为全年应走访次数，其余为本季度；“反映问题”为最近一次走访时所记。",
)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What is owed to one contact point, or the hearing owed by the leader alone."""

    number: str
    kind: str
    whom: str
    where: str
    owed: str
    done: str
    last: str
    heard: str
    planned: str


COLUMNS: Sequence[Column[PlanRow]] = (
    Column("类别", 12, lambda row: row.kind, Align.CENTRE, merged=True),
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("走访对象", 25, lambda row: row.whom, tight=styles.DENSE),
    Column("住址及电话", 30, lambda row: row.where, style=styles.DENSE),
    Column("应走访", 13.5, lambda row: row.owed, Align.CENTRE, styles.DENSE),
    Column("已走访", 13.5, lambda row: row.done, Align.CENTRE, styles.DENSE),
    Column("上次走访", 18, lambda row: row.last, Align.CENTRE, styles.DENSE),
    Column("上次反映问题", 42, lambda row: row.heard, style=styles.DENSE, blank="无"),
    Column("计划时间", 23, lambda row: row.planned, Align.CENTRE, styles.DENSE, blank=""),
    for_the_pen("实际时间", 19),
    for_the_pen("走访情况", 19),
)


@dataclass(frozen=True, slots=True)
class QuarterPlan:
    """One leader's sheet. `year` says in words how the yearly duties stand."""

    office: str
    leader: str
    post: str
    quarter: Period
    day: str
    year: str
    rows: Sequence[PlanRow]
    notes: Sequence[str] = NOTES

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader, str(self.quarter))

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        yield Title(f"{self.quarter.title}走访安排表", after=0.5 * styles.MM)
        yield register_line(self.office, self.day)
        yield Facts((f"领导：{self.leader}（{self.post}）", self.year), after=styles.MM)
        yield Table(COLUMNS, self.rows, empty="本季度没有应走访的联系点")
        yield NotesAndSignatures(self.notes, ("领导（签字）：", "年    月    日"))
