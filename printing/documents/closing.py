"""季度归档表: what was kept when a quarter was closed, how it is counted, and what came or changed since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.closing import Closing, KeptPrint, closing_of, kept_prints, later
from models.rules.calendar import Period, chinese_date, period
from models.rules.closing import LaterEntry
from models.rules.problem import Problem
from models.setting import value
from models.terms import label
from printing import styles
from printing.blocks import Facts, Gap, Notes, NotesAndSignatures, Title, register_lines
from printing.choice import Choice
from printing.documents.counting_notes import days_note, visits_note
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.section import Section
from printing.styles import MM, Paper
from printing.table import Column, Table
from printing.wording import told

TITLE = "季度归档表"
_NOTE = "归档的文件以原件保存，重新打印与归档时逐页相同；归档后补录、修改的另列于后，不改动原件。"


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One file that was kept."""

    at: str
    name: str
    span: str
    pages: str
    number: str


@dataclass(frozen=True, slots=True)
class LaterRow:
    """One entry that is not what it was when the quarter was closed."""

    at: str
    number: str
    what: str
    later: str


KEPT: Sequence[Column[KeptRow]] = (
    Column("序号", 12, lambda row: row.at, Align.CENTRE),
    Column("文件", 66, lambda row: row.name),
    Column("期间", 34, lambda row: row.span, Align.CENTRE),
    Column("页数", 16, lambda row: row.pages, Align.CENTRE),
    Column("打印编号", 28, lambda row: row.number, Align.CENTRE),
)
LATER: Sequence[Column[LaterRow]] = (
    Column("序号", 12, lambda row: row.at, Align.CENTRE),
    Column("编号", 30, lambda row: row.number, Align.CENTRE),
    Column("内容（现在的情况）", 82, lambda row: row.what, tight=styles.DENSE),
    Column("变动", 32, lambda row: row.later, Align.CENTRE),
)


@dataclass(frozen=True, slots=True)
class ClosingSheet:
    """One closed quarter; `closed`: when and by whom."""

    office: str
    day: str
    period: str
    period_title: str
    closed: str
    counted: Sequence[str]
    kept: Sequence[KeptRow]
    later: Sequence[LaterRow]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.period)

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(f"{self.period_title}归档表")
        yield from register_lines(self.office, self.day)
        yield Facts((self.closed,))
        yield Section("一、归档的文件", Table(KEPT, self.kept, least=9 * MM, empty="没有保存文件"))
        yield Gap(4 * MM)
        nothing = f"截至{self.day}没有补录、修改或删除"
        yield Section("二、归档后的变动", Table(LATER, self.later, least=9 * MM, empty=nothing))
        yield Gap(2 * MM)
        yield Notes((*self.counted, _NOTE))
        yield NotesAndSignatures((), ("归档人（签字）：", "审核人（签字）："), share=0.2)


def load(choice: Choice) -> list[ClosingSheet]:
    """The closing of the chosen quarter. Raises Problem while the quarter is open."""
    quarter = choice.quarter
    closing = closing_of(quarter)
    if closing is None:
        raise Problem(f"{quarter.title}还没有归档。请在打印中心左下角打开“季度归档”。")
    return [
        ClosingSheet(
            office=value("office_name"),
            day=chinese_date(choice.today),
            period=str(quarter),
            period_title=quarter.title,
            closed=_closed(closing),
            counted=(visits_note(quarter), days_note(quarter)),
            kept=[_kept(str(at), row) for at, row in enumerate(kept_prints(closing), start=1)],
            later=[
                _later(str(at), row, full=choice.full)
                for at, row in enumerate(later(closing, quarter), start=1)
            ],
        )
    ]


def _closed(closing: Closing) -> str:
    at = f"{chinese_date(closing.closed_at.date())}{closing.closed_at:%H:%M}"
    return f"归档时间：{at}    归档人：{closing.who}"


def _kept(at: str, row: KeptPrint) -> KeptRow:
    span: Period = period(row.period)
    return KeptRow(at, row.name.split("_")[0], span.title, str(row.pages), f"{row.print_log_id:04d}")


def _later(at: str, row: LaterEntry, *, full: bool) -> LaterRow:
    return LaterRow(at, row.number, told(row.words, full=full), label(row.later))
