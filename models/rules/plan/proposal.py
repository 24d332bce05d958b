"""拟定计划: a proposed plan for one quarter (design/counting, "What a proposed plan places").

Pure and always the same for the same input. What was planned by hand is never touched.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.rules.calendar import Period
from models.rules.kinds import PeriodKind
from models.rules.plan.diary import Diary
from models.rules.plan.errands import Errand, Office, errands
from models.rules.plan.hindrances import Hindrances, Trip
from models.rules.plan.outings import Board, Outing
from models.rules.plan.placing import place, place_all
from models.rules.plan.spreading import Spreader, merge
from models.rules.problem import Problem


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
    """Trips in order of time, what could not be placed, and the rules another half-day has to keep."""

    trips: list[Trip]
    unplaced: list[Unplaced]
    hindrances: Hindrances


def check_quarter(quarter: Period, today: date) -> None:
    """Raise Problem if the period is over, or no quarter."""
    if quarter.kind != PeriodKind.QUARTER:
        raise Problem("计划按季度拟定，期间请写成 2026Q3 这样的季度。")
    if quarter.last < today:
        raise Problem(f"{quarter.title}已经过去，不能再拟定计划。")


def propose(office: Office) -> Proposal:
    """The plan for the office's quarter. Raises Problem if that is over, or no quarter."""
    check_quarter(office.quarter, office.today)
    rules = hindrances(office)
    wanted = errands(office, rules)
    times = Counter((errand.official, errand.point) for errand in wanted)
    diary = rules.diary
    board = Board(
        diary,
        office.trips_a_week,
        office.targets_a_trip,
        lambda errand: times[errand.official, errand.point] > 1,
    )
    left = place_all(board, wanted)
    merge(board)
    Spreader(board, lambda town: diary.on(lambda day: office.is_market_day(town, day))).spread()
    left = place(board, left)  # what moving others may have made room for
    order = {errand: place for place, errand in enumerate(wanted)}
    unplaced = [_unplaced(board, errand) for errand in sorted(left, key=order.__getitem__)]
    return Proposal(_trips(board, order), unplaced, rules)


def hindrances(office: Office) -> Hindrances:
    """The hard rules in the days the office may plan for."""
    facts = office.facts
    diary = Diary(
        *(office.first, office.quarter.last, facts.is_workday, office.whereabouts, facts.activities),
        accepted=office.accepted,
    )
    return Hindrances(diary, facts.assignments, office.trips_a_week)


def _trips(board: Board, order: Mapping[Errand, int]) -> list[Trip]:
    outings = [outing for own in board.outings.values() for outing in own]
    outings.sort(key=lambda outing: (outing.half, min(order[errand] for errand in outing.errands)))
    return [_trip(board.diary, outing, order) for outing in outings]


def _trip(diary: Diary, outing: Outing, order: Mapping[Errand, int]) -> Trip:
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
        (~diary.partners_out(who), "空闲时AB角都外出，两人不能同时离开"),
        (~board.full_weeks(who), f"每周最多{board.trips_a_week}次，剩下各周都已排满"),
        (~board.partners_out(who), "空闲时已排AB角外出，两人不能同时离开"),
    )
    half_days = -1
    for mask, words in rules:
        half_days &= mask
        if not half_days:
            return words
    return "剩下的半天都已排满"
