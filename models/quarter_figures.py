"""What a quarter's report is made of: how every duty stands at its end, what is lacking and why.

Every figure is the counting engine's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.explanation import explanations
from models.official import Official, leaders
from models.progress import load_facts, progress, rules
from models.rules import counting
from models.rules.calendar import Period, half_of, year_of
from models.rules.counting import Progress
from models.rules.coverage import Score, owing, score
from models.rules.facts import Rule


class DutyFigure(NamedTuple):
    """One duty of all leaders or one in its period: `done` is what is owed and was done by the quarter's end.

    What somebody did beyond his duty helps nobody else.
    """

    rule: Rule
    period: Period
    owed: int
    done: float

    @property
    def missing(self) -> float:
        return self.owed - self.done

    @property
    def share(self) -> float:
        """How much of what is owed is done, 0 to 1."""
        return self.done / self.owed if self.owed else 0.0


class Lacking(NamedTuple):
    """A duty of the quarter that was not met, and why, "" if nobody said."""

    rule: Rule
    line: Progress
    reason: str


@dataclass(frozen=True, slots=True)
class QuarterFigures:
    """`own` are the quarter's duties, `to_date` those of longer periods up to its end; scores by leader."""

    quarter: Period
    own: Sequence[DutyFigure]
    to_date: Sequence[DutyFigure]
    lacking: Sequence[Lacking]
    scores: Sequence[tuple[Official, Score]]


def quarter_figures(quarter: Period, today: date, leader: Official | None = None) -> QuarterFigures:
    """How all leaders' duties, or those of one, stand at the quarter's end, or today if that is earlier."""
    who = [leader] if leader else leaders()
    lines = progress(quarter, today, leader)
    known, reasons = {rule.code: rule for rule in rules()}, explanations()
    longer = [_to_date(span, quarter, who, today) for span in _spans(quarter)]
    return QuarterFigures(
        quarter=quarter,
        own=list(_figures(((line, line.done) for line in owing(lines)), known)),
        to_date=[figure for pairs in longer for figure in _figures(pairs, known)],
        lacking=[
            Lacking(known[line.rule], line, reasons.get(line.about, "")) for line in lines if line.missing
        ],
        scores=[(one, score(line for line in lines if line.official == one.id)) for one in who],
    )


def _spans(quarter: Period) -> Iterator[Period]:
    """The half and the year the quarter lies in."""
    yield half_of(quarter.first)
    yield year_of(quarter.first)


def _to_date(
    span: Period, quarter: Period, who: Sequence[Official], today: date
) -> list[tuple[Progress, float]]:
    """The lines of a longer period with what was done of each up to the quarter's end."""
    until = Period(span.first, quarter.last, span.kind)
    facts = load_facts(span, who)
    done = {_about(line): line.done for line in counting.progress(facts, until, today)}
    return [(line, done.get(_about(line), 0.0)) for line in owing(counting.progress(facts, span, today))]


def _about(line: Progress) -> tuple[int, str, int | None]:
    return line.official, line.rule, line.subject_id


def _figures(pairs: Iterable[tuple[Progress, float]], known: dict[str, Rule]) -> Iterator[DutyFigure]:
    """Lines of one duty added up, in the order of the duties."""
    found: dict[str, list[tuple[Progress, float]]] = defaultdict(list)
    for line, done in pairs:
        found[line.rule].append((line, done))
    for code, rule in known.items():
        if mine := found.get(code):
            owed = sum(line.owed for line, _ in mine)
            yield DutyFigure(rule, mine[0][0].period, owed, sum(min(done, line.owed) for line, done in mine))
