"""How far a matter is, how its deadline stands, and what it lacks before it is closed."""

from datetime import date

import pytest

from models.rules.kinds import DayKind, Light, MatterState, StepKind
from models.rules.matter import (
    Step,
    acts_missing,
    lacking,
    offered,
    possible,
    standing,
    state_after,
    step_complaints,
)

TODAY = date(2026, 11, 25)  # a Wednesday


def step(kind: StepKind, day: int = 10) -> Step:
    return Step(kind, date(2026, 11, day))


ANSWERED = (step(StepKind.ASSIGN, 5), step(StepKind.REPLY, 9))
TOLD = (*ANSWERED, step(StepKind.TELL))
CLOSED = (*TOLD, step(StepKind.CLOSE, 12))


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), MatterState.OPEN),
        ((StepKind.RECEIVE,), MatterState.OPEN),
        ((StepKind.ASSIGN,), MatterState.IN_HAND),
        ((StepKind.ASSIGN, StepKind.URGE), MatterState.IN_HAND),
        ((StepKind.ASSIGN, StepKind.REPLY, StepKind.TELL), MatterState.ANSWERED),
        ((StepKind.REPLY, StepKind.TELL, StepKind.CLOSE, StepKind.REVISIT), MatterState.CLOSED),
        ((StepKind.REPLY, StepKind.TELL, StepKind.CLOSE, StepKind.REOPEN), MatterState.IN_HAND),
        ((StepKind.REPLY, StepKind.URGE), MatterState.IN_HAND),
    ],
)
def test_the_state_follows_the_steps(kinds: tuple[StepKind, ...], state: MatterState) -> None:
    assert state_after(map(step, kinds)) == state


@pytest.mark.parametrize(
    ("due", "light", "days"),
    [
        (date(2026, 11, 24), Light.LATE, -1),
        (date(2026, 11, 20), Light.LATE, -3),
        (date(2026, 11, 25), Light.NEAR, 0),
        (date(2026, 11, 30), Light.NEAR, 3),
        (date(2026, 12, 1), Light.IN_TIME, 4),
        (None, Light.IN_TIME, None),
    ],
)
def test_a_deadline_is_red_yellow_or_green_by_working_days(
    due: date | None, light: Light, days: int | None
) -> None:
    assert standing(MatterState.IN_HAND, due, TODAY, 3, {}) == (light, days)


def test_days_off_are_no_working_days() -> None:
    off = {date(2026, 11, 26): DayKind.OFF, date(2026, 11, 27): DayKind.OFF}
    assert standing(MatterState.OPEN, date(2026, 12, 1), TODAY, 3, off) == (Light.NEAR, 2)


@pytest.mark.parametrize("state", [MatterState.ANSWERED, MatterState.CLOSED])
def test_what_is_answered_is_never_late(state: MatterState) -> None:
    assert standing(state, date(2026, 1, 1), TODAY, 3, {}) == (Light.SETTLED, None)


def test_a_matter_is_answered_and_told_before_it_is_closed() -> None:
    assert list(lacking((), in_charge=False, personal_acts=True)) == ["还没有答复。", "还没有告知群众。"]
    assert list(lacking(ANSWERED, in_charge=False, personal_acts=True)) == ["还没有告知群众。"]
    assert not list(lacking(TOLD, in_charge=False, personal_acts=True))


def test_what_a_leader_took_over_needs_his_three_acts_if_the_office_says_so() -> None:
    acted = (step(StepKind.RECEIVE, 2), *TOLD)
    assert list(lacking(acted, in_charge=True, personal_acts=True)) == ["领导包案还没有亲自研究、亲自督办。"]
    assert not list(lacking(acted, in_charge=True, personal_acts=False))
    whole = (step(StepKind.RECEIVE, 1), step(StepKind.STUDY, 2), step(StepKind.SUPERVISE, 3), *TOLD)
    assert not list(lacking(whole, in_charge=True, personal_acts=True))


def test_what_was_opened_again_is_answered_and_told_anew() -> None:
    again = (*CLOSED, step(StepKind.REOPEN, 20))
    assert list(lacking(again, in_charge=False, personal_acts=True)) == ["还没有答复。", "还没有告知群众。"]


@pytest.mark.parametrize(
    ("kind", "day", "before", "word"),
    [
        (StepKind.URGE, 26, (), "还没有到"),
        (StepKind.URGE, 1, (), "早于登记日期"),
        (StepKind.URGE, 8, ANSWERED, "早于上一步"),
        (StepKind.REOPEN, 20, TOLD, "只有已销号"),
        (StepKind.REPLY, 20, CLOSED, "已销号"),
        (StepKind.CLOSE, 20, CLOSED, "已销号"),
    ],
)
def test_a_step_out_of_order_is_refused(
    kind: StepKind, day: int, before: tuple[Step, ...], word: str
) -> None:
    said = step_complaints(kind, date(2026, 11, day), before, date(2026, 11, 2), TODAY)
    assert word in "".join(said)


@pytest.mark.parametrize(
    ("kind", "before"), [(StepKind.REOPEN, CLOSED), (StepKind.REVISIT, CLOSED), (StepKind.TELL, ANSWERED)]
)
def test_a_step_in_order_may_be_entered(kind: StepKind, before: tuple[Step, ...]) -> None:
    assert not list(step_complaints(kind, TODAY, before, date(2026, 11, 2), TODAY))


@pytest.mark.parametrize(
    ("state", "told_on", "first"),
    [
        (MatterState.OPEN, None, StepKind.ASSIGN),
        (MatterState.IN_HAND, None, StepKind.REPLY),
        (MatterState.ANSWERED, None, StepKind.TELL),
        (MatterState.ANSWERED, date(2026, 11, 10), StepKind.REVISIT),
        (MatterState.CLOSED, date(2026, 11, 10), StepKind.REVISIT),
    ],
)
def test_what_is_sensible_next_follows_the_state(
    state: MatterState, told_on: date | None, first: StepKind
) -> None:
    assert offered(state, told_on, ())[0] == first


def test_the_acts_of_a_leader_in_charge_are_offered_until_done() -> None:
    missing = acts_missing([step(StepKind.STUDY)])
    assert missing == [StepKind.RECEIVE, StepKind.SUPERVISE]
    assert set(missing) < set(offered(MatterState.IN_HAND, None, missing))
    assert StepKind.REOPEN in offered(MatterState.CLOSED, None, missing)


@pytest.mark.parametrize("state", MatterState)
def test_what_is_offered_is_possible_and_never_refused(state: MatterState) -> None:
    can = possible(state)
    assert set(offered(state, None, acts_missing(()))) <= set(can)
    for kind in can:
        assert not list(step_complaints(kind, TODAY, (), date(2026, 11, 1), TODAY, state))
