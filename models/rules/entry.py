"""What an activity's kind, days and state allow: whether it may be kept so, awaits an answer, occupies."""

from collections.abc import Iterator
from datetime import date

from models.rules.calendar import chinese_date
from models.rules.kinds import ActivityKind, ActivityState, Half

_GOING_OUT = frozenset(
    (ActivityKind.VISIT, ActivityKind.HEARING, ActivityKind.FIELDWORK, ActivityKind.POINT_MEETING)
)
_TAKING_PLACE = frozenset((ActivityState.PLANNED, ActivityState.DONE))


def complaints(
    first_day: date, first_half: Half, last_day: date, last_half: Half, state: ActivityState, today: date
) -> Iterator[str]:
    """What is wrong with an activity's time and state; nothing if it may be kept."""
    if (last_day, last_half) < (first_day, first_half):
        yield "结束时间早于开始时间。"
    if state == ActivityState.DONE and last_day > today:
        yield f"{chinese_date(last_day)}还没有到，不能登记为“完成”。请改为“计划”，或改正日期。"


def state_to_offer(last_day: date, today: date) -> ActivityState:
    """What an activity of that day most likely is: done once its day has come, planned before."""
    return ActivityState.DONE if last_day <= today else ActivityState.PLANNED


def whole_day(day: date) -> tuple[date, Half, date, Half]:
    """Blank halves mean 上午 to 下午, a blank end day the first day."""
    return day, Half.AM, day, Half.PM


def is_late_entry(last_day: date, entered_on: date) -> bool:
    """Whether an activity was entered after the calendar quarter it ended in was over."""
    return (entered_on.year, (entered_on.month + 2) // 3) > (last_day.year, (last_day.month + 2) // 3)


def awaits_answer(state: ActivityState, last_day: date, today: date) -> bool:
    """Whether it is 待确认: a plan whose last day has passed, or one put off without a new day."""
    return state == ActivityState.POSTPONED or (state == ActivityState.PLANNED and last_day < today)


def occupies(kind: ActivityKind, state: ActivityState) -> bool:
    """Whether it keeps who goes from being elsewhere; writing reports and acting for somebody do not."""
    return kind in _GOING_OUT and state in _TAKING_PLACE
