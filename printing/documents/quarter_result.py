"""季度走访情况表: after the quarter, a row per leader of what was planned and what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.rules.calendar import Period
from printing import styles
from printing.blocks import NotesAndSignatures, Title, register_line
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table, for_the_pen

TITLE = "季度走访情况表"
NOTES = (
    "走访户数按户次计，累计自当年1月1日起；电话联系、未遇、延期、取消的不计。",
    "收集问题数为本季度记有反映问题的走访次数；未按要求走访的写明原因。",
)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One leader's quarter."""

    number: str
    leader: str
    townships: str
    villages: str
    planned: str
    actual: str
    households: str
    to_date: str
    problems: str
    reason: str


COLUMNS: Sequence[Column[ResultRow]] = (
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("领导姓名", 20, lambda row: row.leader, Align.CENTRE, tight=styles.DENSE),
    Column("联系乡镇\n（街道）", 20, lambda row: row.townships, tight=styles.DENSE),
    Column("联系村\n（社区）", 22, lambda row: row.villages, tight=styles.DENSE),
    Column("计划走访时间", 30, lambda row: row.planned, style=styles.DENSE),
    Column("实际走访时间", 30, lambda row: row.actual, style=styles.DENSE),
    Column("本季", 12, lambda row: row.households, Align.CENTRE, over="走访户数"),
    Column("累计", 12, lambda row: row.to_date, Align.CENTRE, over="走访户数"),
    Column("收集\n问题数", 14, lambda row: row.problems, Align.CENTRE),
    for_the_pen("已办\n结数", 12),
    Column("未走访原因", 27, lambda row: row.reason, style=styles.DENSE, blank=""),
    for_the_pen("备注", 16),
)


@dataclass(frozen=True, slots=True)
class QuarterResult:
    """All leaders' quarter on one sheet."""

    office: str
    day: str
    quarter: Period
    rows: Sequence[ResultRow]
    notes: Sequence[str] = NOTES

    @property
    def name(self) -> str:
        return file_name(TITLE, str(self.quarter))

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        yield Title(f"{self.quarter.title}市政府领导走访联系点情况表")
        yield register_line(self.office, self.day)
        yield Table(COLUMNS, self.rows, least=9.5 * MM, empty="尚未录入领导")
        yield NotesAndSignatures(self.notes, ("审签：", "年    月    日"))
