"""拟定计划: a proposed plan for one quarter (design/counting, "What a proposed plan places").

Pure and always the same for the same input. What was planned by hand is never touched.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from models.rules.diary import Diary
from models.rules.errands import Errand, Office, errands
from models.rules.kinds import ActivityKind, Half, PeriodKind
from models.rules.outings import Board, Outing
from models.rules.placing import place
from models.rules.problem import Problem
from models.rules.spreading import Spreader, merge


class Trip(NamedTuple):
    """One proposed half-day out: the ids and names of its points, none for a hearing."""

    official: int
    leader: str
    kind: ActivityKind
    day: date
    half: Half
    points: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()


class Unplaced(NamedTuple):
    """One duty no half-day is left for; `reason` says which rule stands in the way."""

    official: int
    leader: str
    rule: str
    subject: str | None
    subject_id: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Trips in order of time, and what could not be placed, leaders in rank order."""

    trips: list[Trip] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


def propose(office: Office) -> Proposal:
    """The plan for the office's quarter. Raises Problem if that is over, or no quarter."""
    if office.quarter.kind != PeriodKind.QUARTER:
        raise Problem("计划按季度拟定，期间请写成 2026Q3 这样的季度。")
    if office.quarter.last < office.today:
        raise Problem(f"{office.quarter.title}已经过去，不能再拟定计划。")
    facts = office.facts
    diary = Diary(office.first, office.quarter.last, facts.is_workday, office.whereabouts, facts.activities)
    wanted = errands(office, diary)
    times = Counter((errand.official, errand.point) for errand in wanted if errand.place is not None)
    board = Board(
        diary,
        office.trips_a_week,
        office.targets_a_trip,
        lambda errand: times[errand.official, errand.point] > 1,
    )
    left = place(board, wanted)
    merge(board)
    Spreader(board, lambda town: diary.on(lambda day: office.is_market_day(town, day))).spread()
    left = place(board, left)  # what moving others may have made room for
    return _proposal(board, wanted, left)


def _proposal(board: Board, wanted: Iterable[Errand], left: Iterable[Errand]) -> Proposal:
    order = {errand: place for place, errand in enumerate(wanted)}
    outings = [outing for own in board.outings.values() for outing in own]
    outings.sort(key=lambda outing: (outing.half, min(order[errand] for errand in outing.errands)))
    unplaced = sorted(left, key=order.__getitem__)
    return Proposal(
        [_trip(board.diary, outing, order) for outing in outings],
        [_unplaced(board, errand) for errand in unplaced],
    )


def _trip(diary: Diary, outing: Outing, order: dict[Errand, int]) -> Trip:
    first = outing.errands[0]
    visits = sorted((errand for errand in outing.errands if errand.point is not None), key=order.__getitem__)
    return Trip(
        first.official,
        first.leader,
        first.activity,
        *diary.half_day(outing.half),
        tuple(errand.point or 0 for errand in visits),
        tuple(errand.subject or "" for errand in visits),
    )


def _unplaced(board: Board, errand: Errand) -> Unplaced:
    reason = _reason(board, errand)
    return Unplaced(*(errand.official, errand.leader, errand.rule, errand.subject, errand.point), reason)


def _reason(board: Board, errand: Errand) -> str:
    """The first rule that leaves no half-day, asked in the order of how little can be done about it."""
    diary, who = board.diary, errand.official
    rules = (
        (diary.workdays, "本季度剩下的日子里没有工作日了"),
        (diary.in_office(who), "剩下的工作日都不在任职期内"),
        (errand.held, "剩下的工作日都不在联系期内"),
        (~diary.away[who], "剩下的工作日都外出"),
        (~diary.busy[who], "剩下的工作日不是外出，就是已有安排"),
        (~diary.partners_out(who), "空闲的半天里AB角都外出，两人不能同时离开"),
        (~board.full_weeks(who), f"每周最多拟定{board.trips_a_week}次，剩下各周都已排满"),
        (~board.partners_out(who), "空闲的半天已排给AB角外出，两人不能同时离开"),
    )
    half_days = -1
    for mask, words in rules:
        half_days &= mask
        if not half_days:
            return words
    return "剩下的半天都已排满"
