"""季度走访情况表: after the quarter, a row per leader of what was planned and what came of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.official import Official, leaders
from models.progress import load_facts, progress
from models.rules import counting
from models.rules.calendar import Period, chinese_date, day_in, year_of
from models.rules.kinds import ActivityState, DutyState, Per, PeriodKind, PointKind
from models.setting import value
from models.visited import Trip, trips
from printing import styles
from printing.blocks import NotesAndSignatures, Title, register_line
from printing.choice import Choice
from printing.documents.points import Points
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table, for_the_pen
from printing.wording import amount, listed

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
    Column("计划走访时间", 31, lambda row: row.planned, style=styles.DENSE),
    Column("实际走访时间", 31, lambda row: row.actual, style=styles.DENSE),
    Column("本季", 12, lambda row: row.households, Align.CENTRE, over="走访户数"),
    Column("累计", 12, lambda row: row.to_date, Align.CENTRE, over="走访户数"),
    Column("收集\n问题数", 14, lambda row: row.problems, Align.CENTRE),
    for_the_pen("已办\n结数", 12),
    Column("未走访原因", 27, lambda row: row.reason, style=styles.DENSE),
    for_the_pen("备注", 14),
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


def load(choice: Choice) -> list[QuarterResult]:
    """What came of the chosen quarter, for all leaders or one. Raises Problem if the period is no quarter."""
    results = _Results(choice)
    there = [choice.leader] if choice.leader else leaders()
    return [
        QuarterResult(
            office=value("office_name"),
            day=chinese_date(choice.today),
            quarter=choice.quarter,
            rows=[results.row(number, leader) for number, leader in enumerate(there, start=1)],
        )
    ]


class _Results:
    """What the rows of one quarter are made of."""

    def __init__(self, choice: Choice) -> None:
        quarter = choice.quarter
        to_date = Period(year_of(quarter.first).first, quarter.last, PeriodKind.QUARTER)
        self._quarter = quarter
        self._points = Points(quarter.first, quarter.last, full=choice.full)
        self._in_quarter = _household_visits(quarter, choice)
        self._to_date = _household_visits(to_date, choice)
        self._missed = _missed(choice)
        self._trips: dict[int, list[Trip]] = defaultdict(list)
        for trip in trips(quarter.first, quarter.last):
            self._trips[trip.official].append(trip)

    def row(self, number: int, leader: Official) -> ResultRow:
        held, trips = self._points.held(leader), self._trips[leader.id]
        return ResultRow(
            number=str(number),
            leader=listed(leader.name),
            townships=held.names(PointKind.TOWNSHIP),
            villages=held.names(PointKind.VILLAGE),
            planned="、".join(self._planned(trip) for trip in trips if _was_planned(trip)),
            actual="、".join(self._actual(trip) for trip in trips if trip.met),
            households=amount(self._in_quarter[leader.id]),
            to_date=amount(self._to_date[leader.id]),
            problems=str(sum(trip.told for trip in trips if trip.state == ActivityState.DONE)),
            reason=self._reason(leader, trips),
        )

    def _planned(self, trip: Trip) -> str:
        told = {ActivityState.POSTPONED: "（延期）", ActivityState.CANCELLED: "（取消）"}
        return day_in(trip.day, self._quarter.first.year) + told.get(trip.state, "")

    def _actual(self, trip: Trip) -> str:
        return day_in(trip.day, self._quarter.first.year) + ("（代）" if trip.stood_in else "")

    def _reason(self, leader: Official, trips: Sequence[Trip]) -> str:
        missed = self._missed.get(leader.id, [])
        reasons = dict.fromkeys(trip.reasons for trip in trips if trip.reasons)
        told = f"{'、'.join(missed)}未走访" if missed else ""
        return self._points.text("；".join(filter(None, (told, *reasons)))) if missed else ""


def _was_planned(trip: Trip) -> bool:
    """Entered before it was over, or never done: what is only entered afterwards was not planned here."""
    return trip.state != ActivityState.DONE or trip.entered_on <= trip.day


def _household_visits(span: Period, choice: Choice) -> dict[int, float]:
    """The engine's count of each leader's household visits in a span, whatever period the duty itself has."""
    facts = load_facts(span, [choice.leader] if choice.leader else leaders())
    rules = [rule for rule in facts.rules if rule.per == Per.HOUSEHOLD][:1]
    rules = [rule._replace(period=span.kind, valid_from=None, valid_to=None) for rule in rules]
    found: dict[int, float] = defaultdict(float)
    for line in counting.progress(replace(facts, rules=rules), span, choice.today):
        found[line.official] += line.done
    return found


def _missed(choice: Choice) -> dict[int, list[str]]:
    """The townships and villages that were owed a visit in the quarter, now over, and got none."""
    found: dict[int, list[str]] = defaultdict(list)
    for line in progress(choice.quarter, choice.today, choice.leader):
        if line.subject and line.state == DutyState.LATE:
            found[line.official].append(line.subject)
    return found
