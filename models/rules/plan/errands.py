"""What a proposed plan has to place (design/counting, "What a proposed plan places").

Every figure is the counting engine's; here it only becomes single errands, each to be run once.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from models.rules.calendar import Period, year_of
from models.rules.choices import Choices
from models.rules.counting import Progress, progress
from models.rules.facts import Facts
from models.rules.kinds import ActivityKind, PeriodKind, PointKind
from models.rules.pairing import Whereabouts
from models.rules.plan.hindrances import Hindrances

TOWNSHIP, VILLAGE, HEARING, HOUSEHOLD = "township_visit", "village_visit", "hearing", "household_visit"
_OF_A_QUARTER = {TOWNSHIP: PointKind.TOWNSHIP, VILLAGE: PointKind.VILLAGE, HEARING: None}


class Ground(NamedTuple):
    """Where a contact point lies: its village and township, itself included, as far as they are known."""

    village: int | None
    township: int | None


@dataclass(frozen=True, slots=True)
class Office:
    """All that a plan for `quarter` is proposed from.

    `facts` are those of its year, the officials being whom to plan for; the activities are also those of
    their partners. `quarter_choices` count in the quarter. `last_visits` by leader and point.
    `is_market_day` is asked of a township. `accepted`: the numbers of what an earlier plan proposed.
    """

    quarter: Period
    today: date
    facts: Facts
    quarter_choices: Choices
    whereabouts: Whereabouts
    grounds: Mapping[int, Ground]
    last_visits: Mapping[tuple[int, int | None], date]
    is_market_day: Callable[[int, date], bool]
    trips_a_week: int
    targets_a_trip: int
    accepted: frozenset[str] = frozenset()

    @property
    def first(self) -> date:
        """The first day a trip may be proposed for: tomorrow, or the quarter's first day."""
        return max(self.quarter.first, self.today + timedelta(1))


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """One visit or hearing owed and not planned; `point` and `kind` are None for a hearing.

    `held` are the half-days in which the leader holds the point, `window` those of them in which he is free.
    `place` is the village it lies in, or the household itself where its village is not known; None for a
    township or a hearing.
    """

    official: int
    leader: str
    rule: str
    subject: str | None
    point: int | None
    kind: PointKind | None
    held: int
    window: int
    place: int | None = None
    township: int | None = None

    @property
    def activity(self) -> ActivityKind:
        return ActivityKind.HEARING if self.point is None else ActivityKind.VISIT


def errands(office: Office, rules: Hindrances) -> list[Errand]:
    """Everything to be placed: leaders in rank order, townships, villages and hearings before households."""
    quarterly, yearly = _lines(office)
    found: dict[int, list[Errand]] = {official.id: [] for official in office.facts.officials}
    for line in [*_quarterly(quarterly), *_households(quarterly, yearly, office)]:
        found[line.official].append(_errand(line, office, rules))
    return [errand for owed in found.values() for errand in owed]


def lacking(office: Office) -> Counter[tuple[int, int | None]]:
    """How often each leader must still plan to go to each point; under None to a hearing."""
    quarterly, yearly = _lines(office)
    owed = (line for line in quarterly if line.rule in _OF_A_QUARTER)
    return Counter(
        {
            (line.official, line.subject_id): int(line.unplanned)
            for line in [*_one_a_subject(owed), *_one_a_subject(yearly)]
        }
    )


def household_share(unplanned: int, in_quarter: int, quarters_left: int) -> int:
    """How many household visits to place: max(0, ceil((M + d) ÷ m) − d)."""
    return max(0, -(-(unplanned + in_quarter) // quarters_left) - in_quarter)


def _lines(office: Office) -> tuple[list[Progress], list[Progress]]:
    """Progress in the quarter, also of the household visits in it, and of the households in the year."""
    households = [rule for rule in office.facts.rules if rule.code == HOUSEHOLD]
    of_quarter = [rule for rule in office.facts.rules if rule.code in _OF_A_QUARTER]
    in_quarter = [
        rule._replace(period=PeriodKind.QUARTER, valid_from=None, valid_to=None) for rule in households
    ]
    facts = replace(office.facts, rules=of_quarter + in_quarter, choices=office.quarter_choices)
    in_year = replace(office.facts, rules=households)
    year = year_of(office.quarter.first)
    return progress(facts, office.quarter, office.today), progress(in_year, year, office.today)


def _quarterly(lines: Iterable[Progress]) -> Iterator[Progress]:
    for line in _one_a_subject(line for line in lines if line.rule in _OF_A_QUARTER):
        yield from [line] * int(line.unplanned)


def _households(
    quarterly: Iterable[Progress], yearly: Iterable[Progress], office: Office
) -> Iterator[Progress]:
    """The household visits of the quarter, each leader's share of what his year still lacks."""
    in_quarter = {
        (line.official, line.subject_id): int(line.done + line.planned)
        for line in quarterly
        if line.rule == HOUSEHOLD
    }
    lacking: dict[int, list[Progress]] = defaultdict(list)
    for line in _one_a_subject(yearly):
        if line.unplanned:
            lacking[line.official].append(line)
    quarters_left = 5 - (office.quarter.last.month // 3)
    visits: dict[int, int] = defaultdict(int)
    for (official, _), count in in_quarter.items():
        visits[official] += count
    for official, lines in lacking.items():
        unplanned = sum(int(line.unplanned) for line in lines)
        share = household_share(unplanned, visits[official], quarters_left)
        order = sorted(lines, key=lambda line: _turn(line, in_quarter, office))
        turns = max(int(line.unplanned) for line in lines) if quarters_left == 1 else 1
        wanted = [line for turn in range(turns) for line in order if line.unplanned > turn]
        yield from wanted[:share]


def _turn(
    line: Progress, in_quarter: Mapping[tuple[int, int | None], int], office: Office
) -> tuple[bool, date]:
    """What is not in the quarter's plan yet first, then the longest unvisited."""
    key = (line.official, line.subject_id)
    return in_quarter.get(key, 0) > 0, office.last_visits.get(key, date.min)


def _one_a_subject(lines: Iterable[Progress]) -> Iterator[Progress]:
    """Of several rules for one duty the line that lacks most: one visit serves them all."""
    found: dict[tuple[int, str, int | None], Progress] = {}
    for line in lines:
        key = (line.official, line.rule, line.subject_id)
        if key not in found or line.unplanned > found[key].unplanned:
            found[key] = line
    return iter(found.values())


def _errand(line: Progress, office: Office, rules: Hindrances) -> Errand:
    diary, point = rules.diary, line.subject_id
    free = diary.free(line.official)
    if point is None:
        always = diary.between(None, None)
        return Errand(line.official, line.leader, line.rule, None, None, None, always, free)
    held = rules.held(line.official, point)
    kind = _OF_A_QUARTER.get(line.rule) or PointKind.HOUSEHOLD
    ground = office.grounds.get(point, Ground(None, None))
    place = None if kind == PointKind.TOWNSHIP else ground.village or point
    return Errand(
        *(line.official, line.leader, line.rule, line.subject, point, kind, held, held & free),
        *(place, ground.township),
    )
