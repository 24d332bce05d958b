"""Why what is typed does not count, in a secretary's words (design/counting, "What counts")."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.rules.choices import FIELDWORK_KINDS, STAND_IN_KINDS, Choices
from models.rules.kinds import ActivityKind, ActivityState, Manner, Outcome

_FEW_SHARED = 3


class Traveller(NamedTuple):
    """A leader the trip is for, or who went instead; `in_office` on its first day."""

    name: str
    is_member: bool
    in_office: bool


class Goal(NamedTuple):
    """One target; `held`: one of the leaders keeps contact with it on the trip's first day."""

    name: str
    outcome: Outcome
    manner: Manner
    held: bool


class Shared(NamedTuple):
    """Half-days that another activity counts too, and which one, in words."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Trip:
    """What was typed. `adds_days`: its half-days are not all counted by other activities already.

    `shared` says by which of them some are.
    """

    kind: ActivityKind
    kind_word: str
    state: ActivityState
    last_day: date
    leaders: Sequence[Traveller]
    stand_ins: Sequence[Traveller]
    goals: Sequence[Goal]
    adds_days: bool
    shared: Sequence[Shared] = ()


def reasons(trip: Trip, choices: Choices, today: date) -> list[str]:
    """What of the trip does not count and why, the weightiest first; nothing if all of it counts."""
    whole = _state_reason(trip, today)
    if whole and not _may_count(trip, today):
        return [whole]
    said = [
        whole,
        *_people_reasons(trip.leaders),
        _stand_in_reason(trip, choices),
        *_goal_reasons(trip),
        _days_reason(trip, choices),
    ]
    return [text for text in said if text]


def _may_count(trip: Trip, today: date) -> bool:
    planned = trip.state == ActivityState.PLANNED and trip.last_day >= today
    return planned or trip.state == ActivityState.DONE


def _state_reason(trip: Trip, today: date) -> str:
    match trip.state:
        case ActivityState.CANCELLED:
            return "已取消，不计次。"
        case ActivityState.POSTPONED:
            return "延期后还没有新日期，不计次；它会列在“待确认”里。"
        case ActivityState.PLANNED if trip.last_day < today:
            return "日子已过，还是“计划”：不计次。去了请改为“完成”，没去请改为“延期”或“取消”。"
        case ActivityState.PLANNED:
            return "计划要到“完成”才计次，现在只算“已安排”。"
    return ""


def _people_reasons(leaders: Sequence[Traveller]) -> Iterator[str]:
    strangers = [who.name for who in leaders if not who.is_member]
    if strangers:
        yield f"{_names(strangers)}不是班子成员，没有履职要求。"
    gone = [who.name for who in leaders if who.is_member and not who.in_office]
    if gone:
        yield f"{_names(gone)}当日不在任职期内，不计次。"


def _stand_in_reason(trip: Trip, choices: Choices) -> str:
    if not trip.stand_ins:
        return ""
    names = _names([who.name for who in trip.stand_ins])
    earning = [who.name for who in trip.stand_ins if who.is_member and who.in_office]
    days = f"；调研天数记给{_names(earning)}" if earning and trip.kind in FIELDWORK_KINDS else ""
    if choices.stand_in_counts and trip.kind in STAND_IN_KINDS:
        return f"{names}代为前往：按本单位口径，次数仍计给领导{days}。"
    return f"{names}代为前往，不计领导本人{days}。"


def _goal_reasons(trip: Trip) -> Iterator[str]:
    if trip.kind != ActivityKind.VISIT:
        if trip.goals:
            yield f"走访对象只在“走访”里计次，“{trip.kind_word}”里只作记录。"
        return
    if not trip.goals:
        yield "还没有勾选走访对象，走访次数不计。"
        return
    phoned = [goal.name for goal in trip.goals if goal.manner == Manner.PHONE]
    missed = [goal.name for goal in trip.goals if goal.outcome == Outcome.NOT_MET and goal.name not in phoned]
    foreign = [goal.name for goal in trip.goals if not goal.held]
    if phoned:
        yield f"电话联系只作记录，不计次：{_names(phoned)}。"
    if missed:
        yield f"未遇不计次：{_names(missed)}。"
    if foreign:
        yield f"当日不在联系期内，不计次：{_names(foreign)}。"


def _days_reason(trip: Trip, choices: Choices) -> str:
    if trip.kind not in FIELDWORK_KINDS:
        return ""
    if trip.goals and all(goal.manner == Manner.PHONE for goal in trip.goals):
        return "全部是电话联系，没有到基层，调研天数不计。"
    if trip.kind == ActivityKind.VISIT and not choices.visits_are_fieldwork:
        return "按本单位口径，走访不计入调研天数。"
    if trip.kind == ActivityKind.HEARING and not choices.hearings_are_fieldwork:
        return "按本单位口径，下访听诉不计入调研天数。"
    if not _somebody_earns(trip.stand_ins or trip.leaders):
        return ""
    if trip.adds_days:
        return f"{_told(trip.shared)}，调研天数只计一次。" if trip.shared else ""
    weekend = "" if choices.weekends_count else "，或是不计的周末、假日"
    return f"调研天数没有增加：{_told(trip.shared) or '这些半天已由其他活动计过'}{weekend}。"


def _told(shared: Sequence[Shared]) -> str:
    """11月20日上午已由 HD20260012 走访（天九镇）计过, and how many more there are."""
    few = "；".join(f"{each.when}已由 {each.what}计过" for each in shared[:_FEW_SHARED])
    return few if len(shared) <= _FEW_SHARED else f"{few}；等{len(shared)}处"


def _somebody_earns(people: Iterable[Traveller]) -> bool:
    return any(who.is_member and who.in_office for who in people)


def _names(names: Sequence[str]) -> str:
    """The first few names, and how many there are if there are more."""
    few = "、".join(names[:3])
    return few if len(names) <= 3 else f"{few}等{len(names)}个"
