"""履职总览: boxes in rows and columns, for one leader's year and for all leaders."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from models.rules.calendar import Period, half_of, quarter_of, year_of
from models.rules.counting import Progress
from models.rules.coverage import Box, Known, owing, times, whole
from models.rules.facts import Rule
from models.rules.kinds import Per, PeriodKind, Unit

MOST_TIMES = 6
"""A yearly duty owed more often than this is one box with its share, not a box for each time."""

HOUSEHOLDS = "联系户"

Lines = Sequence[Progress]
_SHORTER = (PeriodKind.QUARTER, PeriodKind.HALF)


class Row(NamedTuple):
    """A duty towards one contact point, or of the leader alone, with a box for each column; None: no line.

    A row of fewer boxes than columns has one box for them all.
    """

    rule: Rule
    subject: str | None
    subject_id: int | None
    boxes: tuple[Box | None, ...]


class Section(NamedTuple):
    """Rows with columns in common: the spans of one kind within the year, or the times 1, 2 … of the year."""

    spans: tuple[Period, ...]
    times: int
    rows: tuple[Row, ...]

    @property
    def columns(self) -> int:
        return self.times or len(self.spans)

    @property
    def title(self) -> str:
        """What heads the rows: 每季度, 每半年, 联系户 where each yearly row is about a point, else 全年."""
        if self.spans:
            return {PeriodKind.QUARTER: "每季度", PeriodKind.HALF: "每半年"}[self.spans[0].kind]
        return HOUSEHOLDS if all(row.subject_id is not None for row in self.rows) else "全年"


class Column(NamedTuple):
    """One duty in one period: a column of the grid of all leaders."""

    rule: Rule
    span: Period


class LeaderRow(NamedTuple):
    """One leader with a box for each column; `place` 1, 2 … by how his days press, None if none lack."""

    official: int
    leader: str
    boxes: tuple[Box | None, ...]
    place: int | None


def spans_of(period: Period, kinds: Iterable[PeriodKind]) -> list[Period]:
    """The periods a grid of `period` is made of: itself, and of a year its halves and quarters as asked."""
    if period.kind != PeriodKind.YEAR:
        return [period]
    wanted = frozenset(kinds)
    starts = [period.first.replace(month=month) for month in (1, 4, 7, 10)]
    quarters = [quarter_of(day) for day in starts] if PeriodKind.QUARTER in wanted else []
    halves = [half_of(day) for day in starts[::2]] if PeriodKind.HALF in wanted else []
    return [*quarters, *halves, period]


def sections(rules: Sequence[Rule], lines: Iterable[Progress], known: Known) -> list[Section]:
    """The grid of one leader's year: quarters, halves, the year's duties per point, then his own."""
    grouped: dict[str, dict[int | None, list[Progress]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        grouped[line.rule][line.subject_id].append(line)
    there = [(rule, own) for rule in once(rules) for own in grouped[rule.code].values()]
    of = {kind: [pair for pair in there if pair[0].period == kind] for kind in PeriodKind}
    year = of[PeriodKind.YEAR]
    found = (
        *(_by_span(of[kind], known) for kind in _SHORTER),
        _by_times([pair for pair in year if pair[0].per != Per.LEADER], known),
        _by_times([pair for pair in year if pair[0].per == Per.LEADER], known),
    )
    return [section for section in found if section.rows]


def columns(period: Period, rules: Sequence[Rule], lines: Iterable[Progress]) -> list[Column]:
    """The columns of all leaders' grid: each duty that anybody has a line of, the shorter periods first."""
    there = {line.rule for line in lines}
    spans = spans_of(period, PeriodKind)
    return [
        Column(rule, span)
        for kind in PeriodKind
        for rule in once(rules)
        if rule.period == kind and rule.code in there
        for span in spans
        if span.kind == kind
    ]


def leader_rows(
    wanted: Sequence[Column], lines: Iterable[Progress], known: Known, places: Mapping[int, int]
) -> list[LeaderRow]:
    """The grid of all leaders: a row for each who has any line, in the order of the lines."""
    found: dict[int, dict[tuple[str, Period], list[Progress]]] = {}
    names: dict[int, str] = {}
    for line in lines:
        names[line.official] = line.leader
        found.setdefault(line.official, {}).setdefault((line.rule, line.period), []).append(line)
    keys = [(column.rule.code, column.span) for column in wanted]
    return [
        LeaderRow(who, names[who], tuple(whole(own.get(key, ()), known) for key in keys), places.get(who))
        for who, own in found.items()
    ]


def once(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Each duty once, as it was entered last: one that was changed keeps its code."""
    yield from {rule.code: rule for rule in rules}.values()


def _by_span(there: Sequence[tuple[Rule, Lines]], known: Known) -> Section:
    """Duties of quarters or halves: a column for each of the year's, whether or not there is a line in it."""
    if not there:
        return Section((), 0, ())
    first = there[0][1][0].period
    spans = tuple(span for span in spans_of(year_of(first.first), [first.kind]) if span.kind == first.kind)
    return Section(spans, 0, tuple(_span_row(rule, lines, spans, known) for rule, lines in there))


def _span_row(rule: Rule, lines: Lines, spans: Sequence[Period], known: Known) -> Row:
    boxes = (whole((line for line in lines if line.period == span), known) for span in spans)
    return Row(rule, lines[0].subject, lines[0].subject_id, tuple(boxes))


def _by_times(there: Sequence[tuple[Rule, Lines]], known: Known) -> Section:
    """Duties of the year: a column for each time the most often owed of them is."""
    most = max((_times(lines) for _, lines in there), default=0)
    rows = (_times_row(rule, lines, max(1, most), known) for rule, lines in there)
    return Section((), max(1, most), tuple(rows))


def _times_row(rule: Rule, lines: Lines, most: int, known: Known) -> Row:
    kept = owing(lines)
    if not _times(lines):
        return Row(rule, kept[0].subject, kept[0].subject_id, (whole(kept, known),))
    boxes = (
        box if box.numbers or box.time <= max(1, rule.quota) else None for box in times(kept[0], most, known)
    )
    return Row(rule, kept[0].subject, kept[0].subject_id, tuple(boxes))


def _times(lines: Lines) -> int:
    """How many boxes the times of a yearly duty take; 0 if it is shown as one box."""
    kept = owing(lines)
    if len(kept) != 1 or kept[0].unit == Unit.DAYS or kept[0].owed > MOST_TIMES:
        return 0
    return max(1, kept[0].owed)
