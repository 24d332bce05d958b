"""民情事项: what a matter says of itself after its steps, and what of it cannot be.

A matter has its steps, or came from a workbook with a state alone; both obey the same rules.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from models.rules.calendar import chinese_date
from models.rules.kinds import MatterState, StepKind
from models.rules.matter import Step, state_after
from models.rules.problem import Fault

_REOPENED = "只有已销号的事项才能重新打开。"
_CLOSED = "事项已销号。要继续办理，请先重新打开。"
_ONWARD = frozenset((StepKind.ASSIGN, StepKind.URGE, StepKind.REPLY, StepKind.TELL, StepKind.CLOSE))


class Reached(NamedTuple):
    """How far a matter is: its state, the day the people were told and the day it was struck off."""

    state: MatterState
    told_on: date | None = None
    closed_on: date | None = None


class Days(NamedTuple):
    """The days a matter names."""

    registered_on: date
    due: date | None = None
    told_on: date | None = None
    closed_on: date | None = None


def reached(steps: Iterable[Step], start: Reached) -> Reached:
    """How far a matter is after these steps, in the order of days.

    `start` is what it says of itself: what no step tells of stays, so the same steps lead to the same again.
    """
    for step in steps:
        start = _after(step, start)
    return start if start.state == MatterState.CLOSED else start._replace(closed_on=None)


def disorder(steps: Sequence[Step], stands: MatterState | None = None) -> Iterator[tuple[int, str]]:
    """The places of steps that cannot follow those before them, and why not.

    What came before the first is not known; a matter that `stands` closed may have them as its history.
    """
    first = next((step.kind for step in steps if step.kind in (*_ONWARD, StepKind.REOPEN)), None)
    state = MatterState.CLOSED if first == StepKind.REOPEN else MatterState.OPEN
    for place, step in enumerate(steps):
        if step.kind == StepKind.REOPEN and state != MatterState.CLOSED:
            yield place, _REOPENED
        if step.kind in _ONWARD and state == MatterState.CLOSED:
            yield place, _CLOSED
        state = state_after([step], state)
    if stands == MatterState.CLOSED and not _leads_to_closed(steps):
        yield len(steps) - 1, _CLOSED


def day_faults(days: Days, steps: Sequence[Step], today: date) -> Iterator[Fault]:
    """What is wrong with the days a matter names, `steps` being those it has."""
    registered = days.registered_on
    if registered > today:
        yield Fault("registered_on", f"登记日期{chinese_date(registered)}还没有到。")
    elif steps and steps[0].day < registered:
        yield Fault("registered_on", f"登记日期晚于已有的步骤（{chinese_date(steps[0].day)}）。")
    if days.due and days.due < registered:
        yield Fault("due", "办理时限早于登记日期。")
    for field, name in (("told_on", "告知日期"), ("closed_on", "销号日期")):
        day: date | None = getattr(days, field)
        if day and day > today:
            yield Fault(field, f"{name}{chinese_date(day)}还没有到。")
        if day and day < registered:
            yield Fault(field, f"{name}早于登记日期。")


def _leads_to_closed(steps: Sequence[Step]) -> bool:
    """Whether a closed matter is closed still with these steps, or was opened again by one of them."""
    return state_after(steps, MatterState.CLOSED) == MatterState.CLOSED or any(
        step.kind == StepKind.REOPEN for step in steps
    )


def _after(step: Step, now: Reached) -> Reached:
    state, told, closed = state_after([step], now.state), now.told_on, now.closed_on
    if step.kind == StepKind.TELL:
        told = step.day
    elif step.kind == StepKind.REOPEN:
        told = None
    elif step.kind == StepKind.CLOSE:
        closed = step.day
    return Reached(state, told, closed)
