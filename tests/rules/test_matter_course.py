"""How far a matter is after its steps, with and without a state of its own; what of it cannot be."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.kinds import MatterState, StepKind
from models.rules.matter import Step, lacking, state_after, step_complaints
from models.rules.matter_course import Days, Reached, day_faults, disorder, reached

TODAY = date(2026, 11, 25)
OPEN = Reached(MatterState.OPEN)


def on(day: int) -> date:
    return date(2026, 11, day)


def steps(*told: tuple[StepKind, int]) -> list[Step]:
    return [Step(kind, on(day)) for kind, day in told]


CLOSED = steps((StepKind.ASSIGN, 3), (StepKind.REPLY, 5), (StepKind.TELL, 6), (StepKind.CLOSE, 9))


def test_steps_tell_how_far_it_is_and_on_which_days() -> None:
    assert reached([], OPEN) == OPEN
    assert reached(CLOSED, OPEN) == (MatterState.CLOSED, on(6), on(9))
    again = [*CLOSED, *steps((StepKind.REOPEN, 12))]
    assert reached(again, OPEN) == (MatterState.IN_HAND, None, None)
    assert reached([*again, *steps((StepKind.TELL, 13))], OPEN) == (MatterState.IN_HAND, on(13), None)


def test_what_no_step_tells_of_stays_as_the_matter_says() -> None:
    closed = Reached(MatterState.CLOSED, on(6), on(9))
    assert reached([], closed) == closed
    assert reached(steps((StepKind.REVISIT, 12)), closed) == closed
    assert reached(steps((StepKind.REOPEN, 12)), closed) == (MatterState.IN_HAND, None, None)
    answered = Reached(MatterState.ANSWERED)
    assert reached(steps((StepKind.TELL, 12)), answered) == (MatterState.ANSWERED, on(12), None)


def test_only_what_is_closed_has_a_day_of_closing() -> None:
    assert reached([], Reached(MatterState.IN_HAND, on(6), on(9))) == (MatterState.IN_HAND, on(6), None)


some_steps = st.lists(st.builds(Step, st.sampled_from(list(StepKind)), st.builds(on, st.integers(1, 25))))


@given(some_steps, st.builds(Reached, st.sampled_from(list(MatterState)), st.none() | st.just(on(1))))
def test_the_same_steps_lead_from_where_they_led_to_the_same_place(told: list[Step], start: Reached) -> None:
    then = reached(told, start)
    assert reached(told, then) == then
    assert state_after(told, start.state) == then.state


def test_a_matter_that_came_without_steps_goes_on_from_its_own_state() -> None:
    late = (on(1), TODAY)
    assert not list(step_complaints(StepKind.REOPEN, on(20), (), *late, MatterState.CLOSED))
    assert list(step_complaints(StepKind.REPLY, on(20), (), *late, MatterState.CLOSED))
    assert list(step_complaints(StepKind.REOPEN, on(20), (), *late, MatterState.ANSWERED))
    told = {"state": MatterState.ANSWERED, "told_on": on(6)}
    assert not list(lacking((), in_charge=False, personal_acts=True, **told))
    assert list(lacking((), in_charge=False, personal_acts=True, state=MatterState.ANSWERED)) == [
        "还没有告知群众。"
    ]
    assert list(lacking((), in_charge=True, personal_acts=True, **told)) == [
        "领导包案还没有亲自接待、亲自研究、亲自督办。"
    ]


def test_people_are_told_anew_after_it_was_opened_again() -> None:
    again = [*CLOSED, *steps((StepKind.REOPEN, 20))]
    said = list(step_complaints(StepKind.TELL, on(15), again, on(1), TODAY))
    assert said == ["日期早于重新打开（2026年11月20日）。"]
    assert not list(step_complaints(StepKind.TELL, on(20), again, on(1), TODAY))


@pytest.mark.parametrize(
    ("told", "places"),
    [
        (CLOSED, []),
        ([*CLOSED, *steps((StepKind.REVISIT, 10), (StepKind.RECEIVE, 10), (StepKind.REOPEN, 12))], []),
        (steps((StepKind.REOPEN, 12), (StepKind.URGE, 13)), []),  # what was before is not known
        (steps((StepKind.REVISIT, 10), (StepKind.REOPEN, 12)), []),
        ([*CLOSED, *steps((StepKind.URGE, 10), (StepKind.TELL, 11))], [4]),
        ([*CLOSED, *steps((StepKind.TELL, 11))], [4]),
        ([*CLOSED, *steps((StepKind.CLOSE, 11))], [4]),
        (steps((StepKind.ASSIGN, 3), (StepKind.REOPEN, 12)), [1]),
    ],
)
def test_steps_that_cannot_follow_those_before_are_named(told: list[Step], places: list[int]) -> None:
    assert [place for place, _ in disorder(told)] == places


@pytest.mark.parametrize(
    ("told", "places"),
    [
        (CLOSED, []),  # its history
        (steps((StepKind.REPLY, 5), (StepKind.TELL, 6)), [1]),
        (steps((StepKind.TELL, 6), (StepKind.REVISIT, 7)), []),
        (steps((StepKind.REOPEN, 12), (StepKind.REPLY, 13)), []),
    ],
)
def test_what_is_closed_has_steps_of_its_history_or_is_opened_again(
    told: list[Step], places: list[int]
) -> None:
    assert [place for place, _ in disorder(told, MatterState.CLOSED)] == places


@given(st.lists(st.tuples(st.sampled_from(list(StepKind)), st.integers(1, 25)), max_size=12))
def test_what_the_form_takes_is_never_out_of_order(typed: list[tuple[StepKind, int]]) -> None:
    kept: list[Step] = []
    state = MatterState.OPEN
    for kind, day in typed:
        if not list(step_complaints(kind, on(day), kept, on(1), TODAY, state)):
            kept = sorted([*kept, Step(kind, on(day))], key=lambda step: step.day)
            state = state_after(kept, state)
    assert not list(disorder(kept))
    assert all(one.day <= two.day for one, two in pairwise(kept))


@pytest.mark.parametrize(
    ("days", "fields"),
    [
        (Days(on(2), on(2), on(2), on(2)), []),
        (Days(on(26)), ["registered_on"]),
        (Days(on(4)), ["registered_on"]),
        (Days(on(2), on(1)), ["due"]),
        (Days(on(2), None, on(1), on(1)), ["told_on", "closed_on"]),
        (Days(on(2), None, on(26), on(27)), ["told_on", "closed_on"]),
    ],
)
def test_days_that_cannot_be_are_named(days: Days, fields: list[str]) -> None:
    assert [fault.field for fault in day_faults(days, CLOSED, TODAY)] == fields
