"""季度工作小结: the quarter in prose and small tables, to be edited further in Word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models import coverage_words
from models.matter import Matter
from models.matter_register import registered_between
from models.official import Official
from models.quarter_figures import DutyFigure, Lacking, QuarterFigures, quarter_figures
from models.rules.calendar import Period, chinese_date, month_day
from models.rules.coverage import Score
from models.rules.kinds import Light, MatterKind, MatterState, PeriodKind
from models.rules.matter_tally import MatterTally, tally
from models.setting import value
from models.terms import label
from printing import styles
from printing.blocks import Gap, Notes, Title
from printing.choice import Choice
from printing.documents.counting_notes import days_note, visits_note
from printing.documents.matters import MatterWords
from printing.flow import Block
from printing.page import Align
from printing.prose import Heading, Paragraph, SignedBy
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table
from printing.wording import amount, listed, plain, told

TITLE = "季度工作小结"
_TOLD_AT_MOST = 80  # characters of a matter; its own papers have it whole
MAIN_AT_MOST, NAMED_AT_MOST, GROUPS_AT_MOST = 10, 30, 5


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty of all the report is about."""

    duty: str
    period: str
    owed: str
    done: str
    missing: str
    share: str


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """How many of a leader's duties of the quarter are met."""

    number: str
    leader: str
    owed: str
    done: str
    words: str


@dataclass(frozen=True, slots=True)
class MatterRow:
    """The matters of one kind, or all, by how far they are."""

    kind: str
    counts: Sequence[int]


DUTIES: Sequence[Column[DutyRow]] = (
    Column("履职要求", 54, lambda row: row.duty, tight=styles.DENSE),
    Column("期间", 20, lambda row: row.period, Align.CENTRE, tight=styles.DENSE),
    Column("应完成", 21, lambda row: row.owed, Align.CENTRE, number=True),
    Column("已完成", 21, lambda row: row.done, Align.CENTRE, number=True),
    Column("还差", 21, lambda row: row.missing, Align.CENTRE, number=True),
    Column("完成率", 19, lambda row: row.share, Align.CENTRE),
)
LEADERS: Sequence[Column[LeaderRow]] = (
    Column("序号", 14, lambda row: row.number, Align.CENTRE),
    Column("领导姓名", 40, lambda row: row.leader, Align.CENTRE, tight=styles.DENSE),
    Column("应完成（项）", 32, lambda row: row.owed, Align.CENTRE, number=True),
    Column("已完成（项）", 32, lambda row: row.done, Align.CENTRE, number=True),
    Column("情况", 38, lambda row: row.words, Align.CENTRE),
)
_STATES = ("登记", "已销号", "已办结", "办理中", "待办", "其中超期")


def _count(at: int) -> Column[MatterRow]:
    return Column(_STATES[at], 20, lambda row: str(row.counts[at]), Align.CENTRE, number=True)


MATTERS: Sequence[Column[MatterRow]] = (
    Column("类别", 36, lambda row: row.kind, Align.CENTRE),
    *(_count(at) for at in range(len(_STATES))),
)


@dataclass(frozen=True, slots=True)
class QuarterReport:
    """The report of all leaders or one. `lacking`, `main`: a paragraph each."""

    office: str
    day: str
    quarter: Period
    whose: str
    summary: str
    duties: Sequence[DutyRow]
    leaders: Sequence[LeaderRow]
    lacking: Sequence[str]
    asked: str
    matters: Sequence[MatterRow]
    main: Sequence[str]
    notes: Sequence[str]

    @property
    def name(self) -> str:
        return file_name(TITLE, "" if self.whose == _ALL else self.whose, str(self.quarter))

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(f"{self.quarter.title}{self.whose}履职工作小结", after=styles.BODY.leading)
        yield Heading("一、总体情况")
        yield Paragraph(self.summary)
        yield Gap(2 * MM)
        yield Table(DUTIES, self.duties, least=8 * MM, empty="本季度没有履职要求")
        yield Notes(self.notes)
        if self.leaders:
            yield Gap(4 * MM)
            yield Table(LEADERS, self.leaders, least=8 * MM)
        yield Gap(4 * MM)
        yield Heading("二、尚未完成的要求")
        for text in self.lacking:
            yield Paragraph(text)
        yield Heading("三、群众反映的事项和办理情况")
        yield Paragraph(self.asked)
        if self.matters:
            yield Gap(2 * MM)
            yield Table(MATTERS, self.matters, least=8 * MM)
            yield Gap(4 * MM)
        for text in self.main:
            yield Paragraph(text)
        yield SignedBy([line for line in (self.office, self.day) if line])


_ALL = "市政府领导"


def load(choice: Choice) -> list[QuarterReport]:
    """The report of the chosen quarter for all leaders or one. Raises Problem if the period is no quarter."""
    quarter = choice.quarter
    found = quarter_figures(quarter, choice.today, choice.leader)
    asked = _Asked(choice)
    return [
        QuarterReport(
            office=value("office_name"),
            day=chinese_date(choice.today),
            quarter=quarter,
            whose=plain(choice.leader.name) if choice.leader else _ALL,
            summary=_summary(found, min(choice.today, quarter.last), choice.leader),
            duties=[_duty(one, quarter) for one in (*found.own, *found.to_date)],
            leaders=[] if choice.leader else [_leader(at, *one) for at, one in enumerate(found.scores, 1)],
            lacking=list(_lacking(found.lacking, full=choice.full)),
            asked=asked.summary(),
            matters=asked.rows(),
            main=list(asked.main()),
            notes=(
                visits_note(quarter),
                days_note(quarter),
                "多做的不抵别人、别处；全年为累计数。",
            ),
        )
    ]


def _summary(found: QuarterFigures, until: date, leader: Official | None) -> str:
    """截至2026年9月30日，市政府领导9位，本季度应完成…."""
    owing = [(one, score) for one, score in found.scores if score.owing]
    due, done = sum(score.owing for _, score in owing), sum(score.done for _, score in owing)
    who = plain(leader.name) if leader else f"市政府领导{len(found.scores)}位"
    begin = f"截至{chinese_date(until)}，{who}本季度"
    if not due:
        return f"{begin}没有应完成的要求。"
    whole = sum(score.done == score.owing for _, score in owing)
    told_all = "" if leader else f"，其中{whole}位全部完成"
    parts = "；".join(map(_in_words, (*found.own, *found.to_date)))
    return f"{begin}应完成{due}项，已完成{done}项，完成率{done / due:.0%}{told_all}。{parts}。"


def _in_words(one: DutyFigure) -> str:
    """走访村9次，已完成8次; of a longer period 全年调研540天，累计完成201.5天."""
    unit, whole = label(one.rule.unit), one.period.kind != PeriodKind.QUARTER
    span = coverage_words.span_title(one.period) if whole else ""
    done = "累计完成" if whole else "已完成"
    return f"{span}{coverage_words.short_name(one.rule)}应{one.owed}{unit}，{done}{amount(one.done)}{unit}"


def _duty(one: DutyFigure, quarter: Period) -> DutyRow:
    return DutyRow(
        duty=f"{one.rule.name}（{label(one.rule.unit)}）",
        period="本季度" if one.period == quarter else coverage_words.span_title(one.period),
        owed=str(one.owed),
        done=amount(one.done),
        missing=amount(one.missing),
        share=f"{one.share:.0%}" if one.owed else "",
    )


def _leader(number: int, leader: Official, found: Score) -> LeaderRow:
    words = (
        "没有要求"
        if not found.owing
        else "全部完成"
        if found.done == found.owing
        else f"差{found.owing - found.done}项"
    )
    return LeaderRow(str(number), listed(leader.name), str(found.owing), str(found.done), words)


def _lacking(found: Sequence[Lacking], *, full: bool) -> Iterator[str]:
    """A paragraph for each duty: who lacks it towards whom, and why."""
    if not found:
        yield "本季度的要求已全部完成。"
    for code in dict.fromkeys(one.rule.code for one in found):
        mine = [one for one in found if one.rule.code == code]
        named = [_named(one, full=full) for one in mine[:NAMED_AT_MOST]]
        many = f"等{len(mine)}处" if len(mine) > NAMED_AT_MOST else ""
        yield f"{mine[0].rule.name}：{'、'.join(named)}{many}。"


def _named(one: Lacking, *, full: bool) -> str:
    """张样一（样样村，因防汛延后）."""
    about = "，".join(filter(None, (plain(one.line.subject or ""), told(one.reason, full=full))))
    return plain(one.line.leader) + (f"（{about}）" if about else "")


class _Asked:
    """What people asked for in the quarter."""

    def __init__(self, choice: Choice) -> None:
        quarter = choice.quarter
        self._today = month_day(choice.today)
        self._year, self._words = quarter.first.year, MatterWords(choice)
        self._matters = registered_between(quarter.first, quarter.last, choice.leader)
        self._lights = {row.id: self._words.standing(row).light for row in self._matters}

    def summary(self) -> str:
        if not self._matters:
            return "本季度没有登记民情事项。"
        there = self._tally(self._matters)
        late = f"，已超期{there.late}件" if there.late else ""
        settled = f"截至{self._today}已办结{there.settled}件（其中销号{there.closed}件）"
        told = f"本季度登记民情事项{there.all}件，{settled}，未办结{there.all - there.settled}件{late}。"
        groups = Counter(filter(None, map(self._words.category, self._matters))).most_common(GROUPS_AT_MOST)
        many = "、".join(f"{name}（{count}件）" for name, count in groups)
        return f"{told}反映较多的是{many}。" if many else told

    def rows(self) -> list[MatterRow]:
        """A row for each kind there is, and one of all."""
        kinds = [(label(kind), [row for row in self._matters if row.kind == kind]) for kind in MatterKind]
        kept = [(word, rows) for word, rows in kinds if rows]
        both = [("合计", self._matters)] if len(kept) > 1 else []
        return [_row(word, self._tally(rows)) for word, rows in (*kept, *both)]

    def main(self) -> Iterator[str]:
        """What weighs most, sensitive matters aside: taken over by a leader, late, then as registered."""
        chosen = sorted((row for row in self._matters if not row.sensitive), key=self._weight)[:MAIN_AT_MOST]
        if chosen:
            yield "主要事项如下："
        for at, row in enumerate(chosen, start=1):
            charge = f"（{plain(row.official.name)}包案）" if row.in_charge else ""
            yield f"（{at}）{charge}{self._words.in_a_line(row, self._year, _TOLD_AT_MOST)}"

    def _weight(self, row: Matter) -> tuple[bool, bool, date, str]:
        late = self._lights[row.id] == Light.LATE
        return not row.in_charge, not late, row.registered_on, row.number

    def _tally(self, rows: Sequence[Matter]) -> MatterTally:
        return tally((MatterState(row.state), self._lights[row.id]) for row in rows)


def _row(word: str, there: MatterTally) -> MatterRow:
    return MatterRow(word, (there.all, there.closed, there.answered, there.in_hand, there.open, there.late))
