"""民情事项: how far a matter is, how its deadline stands, and what it lacks before it is closed.

Plan item 1 (what people asked for is answered, they are told, and only then it is struck off) and item 4
(领导包案: the leader receives, studies and supervises himself).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from models.rules.calendar import chinese_date
from models.rules.kinds import DayKind, Light, MatterState, StepKind
from models.rules.workdays import workdays_between

PERSONAL = (StepKind.RECEIVE, StepKind.STUDY, StepKind.SUPERVISE)
ANSWERED = frozenset((MatterState.ANSWERED, MatterState.CLOSED))
_MOVES = {
    StepKind.ASSIGN: MatterState.IN_HAND,
    StepKind.URGE: MatterState.IN_HAND,
    StepKind.REPLY: MatterState.ANSWERED,
    StepKind.CLOSE: MatterState.CLOSED,
    StepKind.REOPEN: MatterState.IN_HAND,
}


class Step(NamedTuple):
    """One thing done about a matter on a day, in the order of days and then as entered."""

    kind: StepKind
    day: date
    words: str = ""


class Standing(NamedTuple):
    """How a deadline stands; `days` are working days left, negative by how many it is over, None without."""

    light: Light
    days: int | None


def state_after(steps: Iterable[Step]) -> MatterState:
    """How far a matter is after these steps; telling, visiting again and personal acts move nothing."""
    state = MatterState.OPEN
    for step in steps:
        state = _MOVES.get(step.kind, state)
    return state


def standing(
    state: MatterState, due: date | None, today: date, near: int, exceptions: Mapping[date, DayKind]
) -> Standing:
    """Red past its deadline, yellow with at most `near` working days left (today not counted), else green."""
    if state in ANSWERED:
        return Standing(Light.SETTLED, None)
    if due is None:
        return Standing(Light.IN_TIME, None)
    if due < today:
        return Standing(Light.LATE, -workdays_between(due + timedelta(1), today, exceptions))
    left = workdays_between(today + timedelta(1), due, exceptions)
    return Standing(Light.NEAR if left <= near else Light.IN_TIME, left)


def lacking(steps: Sequence[Step], *, in_charge: bool, personal_acts: bool) -> Iterator[str]:
    """What has to be done before a matter may be closed, since it was last opened again.

    `in_charge`: a leader took it over himself; `personal_acts`: the office wants all three of his acts then.
    """
    done = {step.kind for step in since_reopened(steps)}
    if StepKind.REPLY not in done:
        yield "还没有答复。"
    if StepKind.TELL not in done:
        yield "还没有告知群众。"
    if in_charge and personal_acts:
        ever = {step.kind for step in steps}
        names = {StepKind.RECEIVE: "亲自接待", StepKind.STUDY: "亲自研究", StepKind.SUPERVISE: "亲自督办"}
        missing = [names[kind] for kind in PERSONAL if kind not in ever]
        if missing:
            yield f"领导包案还没有{'、'.join(missing)}。"


def step_complaints(
    kind: StepKind, day: date, before: Sequence[Step], registered_on: date, today: date
) -> Iterator[str]:
    """Why a step cannot be entered after those before it; what a closing lacks is told by `lacking`."""
    if day > today:
        yield f"{chinese_date(day)}还没有到。"
    if day < registered_on:
        yield f"日期早于登记日期{chinese_date(registered_on)}。"
    is_closed = state_after(before) == MatterState.CLOSED
    if kind == StepKind.REOPEN and not is_closed:
        yield "只有已销号的事项才能重新打开。"
    if kind not in (StepKind.REOPEN, StepKind.REVISIT) and is_closed:
        yield "事项已销号。要继续办理，请先重新打开。"
    last = before[-1].day if before else None
    if last is not None and kind in _MOVES and day < last:
        yield f"日期早于上一步（{chinese_date(last)}）。"


def since_reopened(steps: Sequence[Step]) -> Sequence[Step]:
    """The steps since it was last opened again, all of them if it never was."""
    for place in range(len(steps) - 1, -1, -1):
        if steps[place].kind == StepKind.REOPEN:
            return steps[place + 1 :]
    return steps
