"""The tables of 履职完成情况统计表: their columns, declared once for paper and workbook, and their rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from models import coverage_words as words
from models import terms
from models.coverage import LeaderCoverage, OfficeCoverage
from models.rules.calendar import Period
from models.rules.coverage import PRESSING, Box, added
from models.rules.coverage_grids import HOUSEHOLDS, LeaderRow, Row, Section
from models.rules.coverage_grids import Column as Owed
from models.rules.facts import Rule
from models.rules.kinds import DutyState, Per, PeriodKind, PointKind, Unit
from models.rules.masking import masked
from printing import styles
from printing.page import Align
from printing.table import Column
from printing.wording import amount, listed, plain

_MANY = 100
_SHORT, _LONG = 8, 12  # characters a box of a quarter, or of one of the times of a year, holds


class Part(NamedTuple):
    """One table: its name, its columns and rows, and what is said where there are none."""

    name: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Any]
    empty: str = "无"


class Told(NamedTuple):
    """One box as texts: its sign, the words beside it, what is owed and done, and the share of a bar."""

    sign: str = ""
    words: str = ""
    owed: str = ""
    done: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One leader, or all together, with a text for each duty's box."""

    number: str
    leader: str
    boxes: Sequence[Told]
    place: str
    lacking: str


@dataclass(frozen=True, slots=True)
class YearLine:
    """One duty towards one contact point, or of the leader alone, in his year."""

    kind: str
    whom: str
    boxes: Sequence[Told]
    note: str


@dataclass(frozen=True, slots=True)
class DaysLine:
    """One duty of the year told by its figures, such as the days out."""

    duty: str
    told: Told
    planned: str
    missing: str
    per_week: str


def office_part(found: OfficeCoverage, *, full: bool) -> Part:
    """All leaders in rank order and a line of sums, for a quarter with what is lacking and why."""
    lines = [_office_line(at, row, found, full) for at, row in enumerate(found.rows, start=1)]
    if lines:
        lines.append(_sums(found))
    return Part("履职完成情况", list(_office_columns(found)), lines, "尚未录入领导")


def leader_parts(found: LeaderCoverage, *, full: bool) -> list[Part]:
    """One leader's year: the quarters, the households, his own duties, and what is told by its figures."""
    parts = [_year_part(section, found, full) for section in found.sections]
    days = [row for section in found.sections for row in section.rows if _is_share(row, section)]
    return [part for part in (*parts, _days_part(days)) if part.rows]


def legend() -> str:
    """What the signs mean: ● 逾期，▲ 临近 …"""
    return "，".join(f"{terms.SIGNS[state]} {terms.label(state)}" for state in reversed(PRESSING))


def _office_columns(found: OfficeCoverage) -> Iterator[Column[OfficeLine]]:
    yield Column("序号", 9, lambda row: row.number, Align.CENTRE, blank="", tight=styles.DENSE)
    yield Column("领导姓名", 20, lambda row: row.leader, Align.CENTRE, tight=styles.DENSE)
    for at, owed in enumerate(found.columns):
        if owed.span == found.period:
            yield from _full_columns(at, owed, found.period)
        else:
            yield _sign_column(at, owed)
    if any(row.place for row in found.rows):
        yield Column("位次", 9, lambda row: row.place, Align.CENTRE, styles.DENSE, number=True)
    if all(owed.span == found.period for owed in found.columns):
        yield Column("未完成的联系点及原因", 46, lambda row: row.lacking, style=styles.DENSE)


def _sign_column(at: int, owed: Owed) -> Column[OfficeLine]:
    over = words.short_name(owed.rule)
    title = words.span_sign(owed.span)
    return Column(title, 6.3, lambda row: row.boxes[at].sign, Align.CENTRE, styles.DENSE, over, blank="")


def _full_columns(at: int, owed: Owed, shown: Period) -> Iterator[Column[OfficeLine]]:
    over = f"{words.short_name(owed.rule)}({terms.label(owed.rule.unit)})"
    dated = owed.rule.per == Per.LEADER and owed.rule.quota <= 1
    wide = 30 if shown.kind != PeriodKind.YEAR else 23 if dated else 18.5
    done = 12 if owed.rule.unit == Unit.DAYS else 9
    yield Column("应", 9, _figure(at, "owed"), Align.CENTRE, styles.DENSE, over, blank="", number=True)
    yield Column("已", done, _figure(at, "done"), Align.CENTRE, styles.DENSE, over, blank="", number=True)
    yield Column("状态", wide, _figure(at, "words"), Align.CENTRE, styles.DENSE, over, bar=_share(at))


def _figure(at: int, which: str) -> Callable[[OfficeLine], str]:
    return lambda row: str(getattr(row.boxes[at], which))


def _share(at: int) -> Callable[[OfficeLine], float | None]:
    return lambda row: row.boxes[at].share


def _office_line(number: int, row: LeaderRow, found: OfficeCoverage, full: bool) -> OfficeLine:
    pairs = list(zip(row.boxes, found.columns, strict=True))
    lacking = [_lacking(box, column.rule, full) for box, column in pairs if box and box.lacking]
    return OfficeLine(
        number=str(number),
        leader=listed(row.leader),
        boxes=[_told(box, column.rule) if box else Told() for box, column in pairs],
        place=str(row.place or ""),
        lacking="；".join(filter(None, lacking)),
    )


def _lacking(box: Box, rule: Rule, full: bool) -> str:
    """走访村：横山村（防汛）: the points that lack something of what is late or due, and why."""
    if box.state in (DutyState.SCHEDULED, DutyState.DONE):
        return ""
    points = "、".join(plain(name) for name in words.lacking(box))
    reason = box.reason if full else masked(box.reason)
    return f"{words.short_name(rule)}{f'：{points}' if points else ''}{f'（{reason}）' if reason else ''}"


def _told(box: Box, rule: Rule) -> Told:
    sign = words.sign(box)
    single = words.is_single(box)
    said = words.words(box, rule)[0] if single else f"{sign} {words.state_word(box)}"
    owes = box.state != DutyState.NOT_OWED
    figures = (str(box.owed), amount(box.done))
    return Told(sign, said, *figures, box.share if owes else None)


def _sums(found: OfficeCoverage) -> OfficeLine:
    """What all together owe and have done; in the columns of signs how many leaders are done."""
    there = [[row.boxes[at] for row in found.rows] for at in range(len(found.columns))]
    return OfficeLine("", "合计", [_sum([box for box in boxes if box]) for boxes in there], "", "")


def _sum(boxes: Sequence[Box]) -> Told:
    """Of a hundred leaders and more only the share: narrow columns hold no longer figures."""
    total = added(line for box in boxes for line in box.lines)
    told = Told(words=f"{total.share:.0%}", share=total.share) if total.owed else Told()
    if len(boxes) >= _MANY:
        return told
    finished = sum(box.state == DutyState.DONE for box in boxes)
    return told._replace(
        sign=str(finished), owed=str(total.owed), done=amount(sum(box.done for box in boxes))
    )


def _year_part(section: Section, found: LeaderCoverage, full: bool) -> Part:
    rows = [row for row in section.rows if not _is_share(row, section)]
    lines = [_year_line(at, row, section, found, full) for at, row in enumerate(rows, start=1)]
    if section.spans:
        heads = [words.span_title(span) for span in section.spans]
    else:
        heads = [words.time_title(time) for time in range(1, section.columns + 1)]
    households = section.title == HOUSEHOLDS
    columns: list[Column[YearLine]] = [
        Column("序号" if households else "类别", 11, lambda row: row.kind, Align.CENTRE, tight=styles.DENSE),
        Column("联系户" if households else "要求", 34, lambda row: row.whom, tight=styles.DENSE),
        *(_box_column(at, head) for at, head in enumerate(heads)),
        Column("家庭情况" if households else "备注", 30, lambda row: row.note, style=styles.DENSE, blank=""),
    ]
    return Part(section.title, columns, lines)


def _box_column(at: int, head: str) -> Column[YearLine]:
    return Column(head, 26, lambda row: row.boxes[at].words, Align.CENTRE, tight=styles.DENSE, blank="")


def _year_line(at: int, row: Row, section: Section, found: LeaderCoverage, full: bool) -> YearLine:
    reasons = dict.fromkeys(box.reason for box in row.boxes if box and box.reason)
    note = "；".join((*words.row_notes(row, found), *reasons))
    most = _SHORT if section.spans else _LONG
    said = [_within(most, words.words(box, row.rule)) if box else "" for box in row.boxes]
    return YearLine(
        kind=str(at) if section.title == HOUSEHOLDS else _kind(row),
        whom=listed(row.subject) if section.title == HOUSEHOLDS and row.subject else _whom(row),
        boxes=[Told(words=text) for text in said],
        note=note if full else masked(note),
    )


def _kind(row: Row) -> str:
    return terms.label(PointKind(row.rule.per)) if row.subject else "本人"


def _whom(row: Row) -> str:
    return plain(row.subject or row.rule.name)


def _within(most: int, forms: Sequence[str]) -> str:
    """The longest form of at most so many characters."""
    return next((form for form in forms if len(form) <= most), forms[-1])


def _is_share(row: Row, section: Section) -> bool:
    return len(row.boxes) < section.columns or any(box and row.rule.unit == Unit.DAYS for box in row.boxes)


def _days_part(rows: Sequence[Row]) -> Part:
    lines = [_days_line(row, box) for row in rows for box in row.boxes if box]
    columns: list[Column[DaysLine]] = [
        Column("要求", 46, lambda row: row.duty, tight=styles.DENSE),
        Column("应完成", 16, lambda row: row.told.owed, Align.CENTRE, number=True),
        Column("已完成", 16, lambda row: row.told.done, Align.CENTRE, number=True),
        Column("已安排", 16, lambda row: row.planned, Align.CENTRE, number=True),
        Column("还差", 16, lambda row: row.missing, Align.CENTRE, number=True),
        Column("每周需", 16, lambda row: row.per_week, Align.CENTRE, number=True),
        Column("完成情况", 34, lambda row: row.told.words, Align.CENTRE, bar=lambda row: row.told.share),
    ]
    return Part("天数", columns, lines)


def _days_line(row: Row, box: Box) -> DaysLine:
    line = box.lines[0]
    span = "" if len(row.boxes) == 1 else words.span_title(line.period)
    per_week = f"{line.per_week:.1f}" if line.per_week and line.missing else ""
    told = _told(box, row.rule)
    name = f"{row.rule.name}（{terms.label(row.rule.unit)}）{span}"
    return DaysLine(name, told, amount(line.planned), amount(line.missing), per_week)
