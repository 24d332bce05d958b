"""履职总览 in words, the same on screen, on paper and in a workbook."""

from collections.abc import Iterator

from models import terms
from models.assignment import Assignment
from models.coverage import LeaderCoverage
from models.rules.calendar import Period, day_in
from models.rules.coverage import Box
from models.rules.coverage_grids import Row
from models.rules.facts import Rule
from models.rules.kinds import ActivityKind, DutyState, Per, PeriodKind, PointKind, Unit

EXPLAINED = "逾期（已说明）"
_MISSED = {
    ActivityKind.VISIT: "未走访",
    ActivityKind.HEARING: "未开展",
    ActivityKind.REPORT: "未提交",
    ActivityKind.POINT_MEETING: "未参加",
}
_NUMERALS = "一二三四"


def short_name(rule: Rule) -> str:
    """The duty's name for the head of a column."""
    return terms.SHORT_DUTIES.get(rule.code, rule.name)


def span_title(span: Period) -> str:
    """The head of a period within its year: 第三季度, 上半年; 全年 for the year itself."""
    if span.kind == PeriodKind.YEAR:
        return "全年"
    return span.title.split("年", 1)[1]


def span_sign(span: Period) -> str:
    """The same where there is room for one character: 三, 上."""
    return {PeriodKind.QUARTER: span_title(span)[1:2], PeriodKind.HALF: span_title(span)[:1]}.get(
        span.kind, ""
    )


def time_title(time: int, rule: Rule | None = None) -> str:
    """The head of one of the times a yearly duty is owed: 第1次, of reports 第1篇."""
    unit = terms.label(rule.unit) if rule else terms.label(Unit.TIMES)
    return f"第{time}{unit}"


def figure(box: Box) -> str:
    """Done of owed: 21/20. Of several points: owed and not missing, as visits to one help no other.

    Two rules of one duty stand side by side: 40/30、40/45.
    """
    if len({(line.rule, line.subject_id) for line in box.lines}) < len(box.lines):
        return "、".join(f"{line.done:g}/{line.owed}" for line in box.lines)
    return f"{box.done:g}/{box.owed}"


def state_word(box: Box) -> str:
    """Where it stands: 已完成, 逾期, 逾期（已说明）."""
    return EXPLAINED if box.reason else terms.label(box.state)


def sign(box: Box) -> str:
    """The sign of its state; nothing was asked where it is —."""
    return terms.SIGNS[box.state]


def words(box: Box, rule: Rule) -> tuple[str, ...]:
    """What stands in the box, its sign first, from the longest to the sign alone."""
    said = _alone(box, rule) if is_single(box) else _together(box, rule)
    return tuple(dict.fromkeys(f"{sign(box)} {text}".strip() for text in (*said, "")))


def is_single(box: Box) -> bool:
    """One line that is owed once at most, or one of the times of a line."""
    line = box.lines[0]
    return len(box.lines) == 1 and line.unit != Unit.DAYS and (bool(box.time) or line.owed <= 1)


def whole_words(box: Box, rule: Rule) -> str:
    """Everything there is to say of the box in one line."""
    first = box.lines[0]
    subject = first.subject if len(box.lines) == 1 else ""
    time = time_title(box.time, rule) if box.time else ""
    told = [first.leader, rule.name, subject or "", first.period.title, time]
    told.append(f"{sign(box)} {state_word(box)}")
    told += [f"已完成 {figure(box)} {terms.label(rule.unit)}", *_beside(box, rule)]
    return "  ".join(part for part in told if part)


def missed_word(rule: Rule) -> str:
    """What is said of a duty nothing was done for: 未走访, 未开展."""
    return _MISSED.get(next(iter(rule.kinds)), "未完成") if len(rule.kinds) == 1 else "未完成"


def lacking(box: Box) -> list[str]:
    """The contact points that lack something, each with its figure where it is owed more than once."""
    return [
        f"{line.subject}（{line.done:g}/{line.owed}）" if line.owed > 1 else line.subject
        for line in box.lacking
        if line.subject
    ]


def row_notes(row: Row, found: LeaderCoverage) -> list[str]:
    """Beside a row of one leader's year: the household, what changed in it, reports, stand-ins."""
    held = found.points.get(row.subject_id or 0)
    numbers = dict.fromkeys(number for box in row.boxes if box for number in box.numbers)
    titles = [found.deeds[number].title for number in numbers if number in found.deeds]
    stood_in = max((box.stood_in for box in row.boxes if box), default=0)
    told = [
        *(_point_notes(held, found.year) if held else ()),
        "、".join(filter(None, titles)) if row.rule.unit == Unit.ITEMS else "",
        f"代走{stood_in}次" if stood_in else "",
    ]
    return [text for text in told if text]


def _point_notes(held: Assignment, year: Period) -> Iterator[str]:
    point = held.contact_point
    if point.kind == PointKind.HOUSEHOLD:
        yield point.category
        yield "" if point.people is None else f"{point.people}人"
    if held.first_day > year.first:
        yield f"{day_in(held.first_day, year.first.year)}起"
    if held.last_day is not None and held.last_day < year.last:
        yield f"至{day_in(held.last_day, year.first.year)}"


def _alone(box: Box, rule: Rule) -> tuple[str, ...]:
    if box.day is not None and box.state != DutyState.LATE:
        year = box.lines[0].period.first.year
        more = len(box.numbers) if box.time else len(box.lines[0].counted)
        many = f"等{more}{terms.label(rule.unit)}" if more > 1 and box.state == DutyState.DONE else ""
        day = day_in(box.day, year)
        dotted = f"{box.day.month}.{box.day.day}" if box.day.year == year else ""
        return tuple(filter(None, (day + many, day, dotted + many if dotted else "", dotted)))
    if box.reason:
        return EXPLAINED, "已说明"
    if box.state == DutyState.LATE:
        return missed_word(rule), "缺"
    if box.state == DutyState.OPEN:
        return terms.label(box.state), "未到"
    return () if box.state == DutyState.NOT_OWED else (terms.label(box.state),)


def _together(box: Box, rule: Rule) -> tuple[str, ...]:
    if box.state == DutyState.NOT_OWED and not any(line.done for line in box.lines):
        return ()
    unit = terms.label(rule.unit) if rule.per == Per.LEADER else ""
    said = EXPLAINED if box.reason else ""
    return tuple(filter(None, (f"{figure(box)}{unit} {said}".strip(), f"{figure(box)}{unit}", figure(box))))


def _beside(box: Box, rule: Rule) -> list[str]:
    unit = terms.label(rule.unit)
    return [
        *([f"已安排 {box.planned:g} {unit}"] if box.planned else []),
        *([f"他人代为前往 {box.stood_in} 次"] if box.stood_in else []),
        *([f"原因：{box.reason}"] if box.reason else []),
    ]
