"""民情事项: how far a matter is, how its deadline stands, and what it lacks before it is closed.

Plan item 1 (what people asked for is answered, they are told, and only then it is struck off) and item 4
(领导包案: the leader receives, studies and supervises himself).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from models.rules.calendar import chinese_date
from models.rules.kinds import DayKind, Light, MatterState, StepKind
from models.rules.workdays import workday_after, workdays_between

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


def state_after(steps: Iterable[Step], start: MatterState = MatterState.OPEN) -> MatterState:
    """How far a matter is after these steps; telling, visiting again and personal acts move nothing.

    `start` is what it says of itself: it may have come from a workbook with a state and without steps. Where
    it already is as far as its steps go, they lead to the same once more.
    """
    state = start
    for step in steps:
        state = _MOVES.get(step.kind, state)
    return state


def light(state: MatterState, due: date | None, today: date, far: date) -> Light:
    """Red past its deadline, yellow if that comes before `far` (see `far_from`), else green."""
    if state in ANSWERED:
        return Light.SETTLED
    if due is None or due >= far:
        return Light.IN_TIME
    return Light.LATE if due < today else Light.NEAR


def far_from(today: date, near: int, exceptions: Mapping[date, DayKind]) -> date:
    """The first deadline with more than `near` working days left, today not counted."""
    return workday_after(today, near + 1, exceptions)


def days_left(due: date, today: date, exceptions: Mapping[date, DayKind]) -> int:
    """The working days left until a deadline, today not counted; past it negative: how many it is over."""
    if due < today:
        return -workdays_between(due + timedelta(1), today, exceptions)
    return workdays_between(today + timedelta(1), due, exceptions)


def standing(
    state: MatterState, due: date | None, today: date, near: int, exceptions: Mapping[date, DayKind]
) -> Standing:
    """The light of a deadline and its working days; settled ones have no days."""
    shown = light(state, due, today, far_from(today, near, exceptions))
    if due is None or shown == Light.SETTLED:
        return Standing(shown, None)
    return Standing(shown, days_left(due, today, exceptions))


def lacking(
    steps: Sequence[Step],
    *,
    in_charge: bool,
    personal_acts: bool,
    state: MatterState = MatterState.OPEN,
    told_on: date | None = None,
) -> Iterator[str]:
    """What has to be done before a matter may be closed, since it was last opened again.

    `in_charge`: a leader took it over himself; `personal_acts`: the office wants all three of his acts then.
    `state` and `told_on` are what the matter says of itself: it may have come without steps.
    """
    done = {step.kind for step in since_reopened(steps)}
    if StepKind.REPLY not in done and state not in ANSWERED:
        yield "还没有答复。"
    if StepKind.TELL not in done and told_on is None:
        yield "还没有告知群众。"
    if in_charge and personal_acts:
        names = {StepKind.RECEIVE: "亲自接待", StepKind.STUDY: "亲自研究", StepKind.SUPERVISE: "亲自督办"}
        missing = [names[kind] for kind in acts_missing(steps)]
        if missing:
            yield f"领导包案还没有{'、'.join(missing)}。"


def step_complaints(
    kind: StepKind,
    day: date,
    before: Sequence[Step],
    registered_on: date,
    today: date,
    state: MatterState = MatterState.OPEN,
) -> Iterator[str]:
    """Why a step cannot be entered after those before it; what a closing lacks is told by `lacking`.

    `state` is what the matter says of itself: it may have come without steps.
    """
    if day > today:
        yield f"{chinese_date(day)}还没有到。"
    if day < registered_on:
        yield f"日期早于登记日期{chinese_date(registered_on)}。"
    is_closed = state_after(before, state) == MatterState.CLOSED
    if kind == StepKind.REOPEN and not is_closed:
        yield "只有已销号的事项才能重新打开。"
    if kind not in (StepKind.REOPEN, StepKind.REVISIT) and is_closed:
        yield "事项已销号。要继续办理，请先重新打开。"
    last = before[-1].day if before else None
    if last is not None and kind in _MOVES and day < last:
        yield f"日期早于上一步（{chinese_date(last)}）。"
    again = [step.day for step in before if step.kind == StepKind.REOPEN]
    if kind == StepKind.TELL and again and day < again[-1]:
        yield f"日期早于重新打开（{chinese_date(again[-1])}）。"


def offered(state: MatterState, told_on: date | None, acts: Sequence[StepKind]) -> tuple[StepKind, ...]:
    """What is sensibly done next, the most sensible first; closing aside, which is always in question.

    `told_on` is when those who raised it were told, since it was last opened again; `acts` are those of a
    leader in charge that are still missing.
    """
    if state == MatterState.CLOSED:
        return (StepKind.REVISIT, StepKind.REOPEN)
    if state == MatterState.OPEN:
        return (StepKind.ASSIGN, *acts, StepKind.REPLY)
    if state == MatterState.IN_HAND:
        return (StepKind.REPLY, StepKind.URGE, *acts, StepKind.ASSIGN)
    return (StepKind.REVISIT if told_on else StepKind.TELL, *acts, StepKind.REPLY)


def possible(state: MatterState) -> tuple[StepKind, ...]:
    """All that may be entered in this state, in the order of the work."""
    if state == MatterState.CLOSED:
        return (StepKind.REVISIT, StepKind.REOPEN)
    return tuple(kind for kind in StepKind if kind != StepKind.REOPEN)


def acts_missing(steps: Iterable[Step]) -> list[StepKind]:
    """The acts that a leader in charge has not done himself yet."""
    ever = {step.kind for step in steps}
    return [kind for kind in PERSONAL if kind not in ever]


def since_reopened(steps: Sequence[Step]) -> Sequence[Step]:
    """The steps since it was last opened again, all of them if it never was."""
    for place in range(len(steps) - 1, -1, -1):
        if steps[place].kind == StepKind.REOPEN:
            return steps[place + 1 :]
    return steps
