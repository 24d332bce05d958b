"""履职完成情况统计表: all leaders by duties for a quarter or a year, or one leader's whole year on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.coverage import leader_coverage, office_coverage
from models.official import Official
from models.rules.calendar import Period, chinese_date, quarter_of, year_of
from models.rules.coverage import score
from models.setting import value
from printing import styles
from printing.blocks import Facts, Gap, NotesAndSignatures, Title, register_line
from printing.choice import Choice
from printing.documents.counting_notes import days_note, visits_note
from printing.documents.coverage_tables import Part, leader_parts, legend, office_part
from printing.flow import Block
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Table
from printing.wording import plain

TITLE = "履职完成情况统计表"
# Fourteen households with the rest of a leader's year, or twelve leaders, fill a page; few stand looser.
_ROW, _LOOSE, _FEW = 6.6 * MM, 8.5 * MM, 10
_SUMS = "合计行各季度栏为已完成的人数；完成率和几个联系点合计的，多做的不抵别人、别处。"
_PLACES = "位次：按所差天数除以剩余工作日，从最紧的排起。"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Tables below each other: one for all leaders, or the parts of one leader's year with `facts` of him."""

    office: str
    day: str
    period: Period
    leader: str
    facts: Sequence[str]
    parts: Sequence[Part]
    notes: Sequence[str]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader, str(self.period))

    @property
    def title(self) -> str:
        """2026年第三季度市政府领导履职完成情况统计表."""
        return f"{self.period.title}{self.leader or '市政府领导'}{TITLE}"

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT if self.leader else styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        yield Title(self.title)
        yield register_line(self.office, self.day)
        if self.facts:
            yield Facts(self.facts, after=MM)
        few = not self.leader and len(self.parts[0].rows) <= _FEW
        yield from tables(self.parts, _LOOSE if few else _ROW)
        yield NotesAndSignatures(self.notes, ("审签：", "年    月    日"))


def tables(parts: Sequence[Part], least: float = _ROW) -> Iterator[Block]:
    """The parts below each other, their rows at least so high in points."""
    for at, part in enumerate(parts):
        if at:
            yield Gap(3 * MM)
        yield Table(part.columns, part.rows, least=least, empty=part.empty, name=part.name)


def load(choice: Choice) -> list[Coverage]:
    """Of all leaders for the chosen quarter, half or year (today's quarter if none was); of one his year."""
    period = choice.period or quarter_of(choice.today)
    if choice.leader:
        return [_of_leader(choice, choice.leader, year_of(period.first))]
    return [_of_office(choice, period)]


def _of_office(choice: Choice, period: Period) -> Coverage:
    found = office_coverage(period, choice.today)
    part = office_part(found, full=choice.full)
    placed = any(row.place for row in found.rows)
    notes = (legend() + "。", visits_note(period, "当期"), days_note(period), _SUMS)
    return Coverage(
        office=value("office_name"),
        day=chinese_date(choice.today),
        period=period,
        leader="",
        facts=(),
        parts=[part],
        notes=(*notes, _PLACES) if placed else notes,
    )


def _of_leader(choice: Choice, leader: Official, year: Period) -> Coverage:
    found = leader_coverage(leader, year, choice.today)
    done, owing, late = score(found.lines)
    figures = f"已完成 {done} 项，应完成 {owing} 项，逾期 {late} 项"
    post = f"（{leader.title}）" if leader.title else ""
    return Coverage(
        office=value("office_name"),
        day=chinese_date(choice.today),
        period=year,
        leader=plain(leader.name),
        facts=(f"领导：{plain(leader.name)}{post}", figures),
        parts=leader_parts(found, full=choice.full),
        notes=(legend() + "。", visits_note(year, "当期"), days_note(year)),
    )
