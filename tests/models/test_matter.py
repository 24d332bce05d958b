"""Matters: registered, moved on step by step, closed only when everything is done, opened again."""

import pytest

from models.matter import Matter, MatterEntry, add_step, read_matter, save_matter, steps_of
from models.official import Official
from models.rules.kinds import MatterKind, MatterState, Satisfaction, StepKind
from models.rules.matter import Step
from models.rules.problem import Problem
from models.setting import change_settings
from models.undo import last_action, undo
from models.writing import Topic, writing
from tests.models.made_up import a_household, a_leader, day

TODAY = day(11, 25)


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


def opinion(leader: Official, **more: object) -> MatterEntry:
    typed = {"kind": MatterKind.OPINION, "registered_on": day(11, 2), "content": "村口的路坏了"}
    return MatterEntry(official=leader.id, **(typed | more))  # type: ignore[arg-type]


def stepped(matter: Matter, *kinds: StepKind) -> Matter:
    for kind in kinds:
        matter = add_step(matter, Step(kind, day(11, 10), f"{kind}了"), TODAY)
    return matter


def test_a_matter_gets_a_number_of_its_year_and_a_deadline_in_working_days(zhang: Official) -> None:
    first, second = save_matter(opinion(zhang), TODAY), save_matter(opinion(zhang), TODAY)
    assert (first.number, second.number) == ("MQ20260001", "MQ20260002")
    assert first.due == day(11, 23)
    assert save_matter(opinion(zhang, due=day(12, 31)), TODAY).due == day(12, 31)


def test_what_is_typed_is_read_back_the_same(zhang: Official) -> None:
    point = a_household("王样甲")
    typed = opinion(
        zhang,
        contact_point=point.id,
        raised_by="王样甲",
        phone="13800000000",
        category="道路",
        unit="交通局",
        person="陈样",
        due=day(12, 1),
        in_charge=True,
        sensitive=True,
    )
    kept = save_matter(typed, TODAY)
    typed.id = kept.id
    assert read_matter(Matter.get_by_id(kept.id)) == typed


def test_what_cannot_be_is_refused_with_every_reason(zhang: Official) -> None:
    with pytest.raises(Problem) as caught:
        save_matter(opinion(zhang, content=" ", registered_on=day(11, 26), due=day(11, 1)), TODAY)
    assert len(caught.value.complaints) == 3
    assert not Matter.select().exists()


def test_steps_move_it_on_to_its_closing(zhang: Official) -> None:
    kept = stepped(save_matter(opinion(zhang), TODAY), StepKind.ASSIGN, StepKind.REPLY)
    assert (kept.state, kept.result) == (MatterState.ANSWERED, "reply了")
    told = add_step(kept, Step(StepKind.TELL, day(11, 12)), TODAY, Satisfaction.SATISFIED)
    assert (told.told_on, told.satisfaction) == (day(11, 12), "satisfied")
    closed = add_step(told, Step(StepKind.CLOSE, day(11, 13)), TODAY)
    assert (closed.state, closed.closed_on) == (MatterState.CLOSED, day(11, 13))
    opened = add_step(closed, Step(StepKind.REOPEN, day(11, 20), "又坏了"), TODAY)
    assert (opened.state, opened.closed_on, opened.told_on) == (MatterState.IN_HAND, None, None)
    assert [each.kind for each in steps_of(opened)][-1] == StepKind.REOPEN


def test_it_is_not_closed_before_everything_is_done(zhang: Official) -> None:
    kept = stepped(save_matter(opinion(zhang, in_charge=True), TODAY), StepKind.REPLY)
    with pytest.raises(Problem) as caught:
        stepped(kept, StepKind.CLOSE)
    assert str(caught.value) == "还没有告知群众。\n领导包案还没有亲自接待、亲自研究、亲自督办。"
    assert Matter.get().state == MatterState.ANSWERED
    change_settings({"personal_acts": "0"})
    assert stepped(kept, StepKind.TELL, StepKind.CLOSE).state == MatterState.CLOSED


def imported(leader: Official, state: MatterState, **more: object) -> Matter:
    """As it comes from a workbook: with a state, without steps."""
    kept = save_matter(opinion(leader), TODAY)
    with writing("导入", Topic.MATTER):
        Matter.update(state=state, **more).execute()
    return Matter.get_by_id(kept.id)


def test_a_matter_that_came_without_steps_goes_on_from_the_state_it_came_with(zhang: Official) -> None:
    answered = imported(zhang, MatterState.ANSWERED, result="修好了")
    with pytest.raises(Problem, match=r"^还没有告知群众。$"):
        stepped(answered, StepKind.CLOSE)
    visited = stepped(answered, StepKind.REVISIT)
    assert (visited.state, visited.result) == (MatterState.ANSWERED, "修好了")
    closed = stepped(visited, StepKind.TELL, StepKind.CLOSE)
    assert (closed.state, closed.told_on, closed.closed_on) == (
        MatterState.CLOSED,
        day(11, 10),
        day(11, 10),
    )


def test_what_came_closed_is_opened_again_before_anything_else(zhang: Official) -> None:
    closed = imported(zhang, MatterState.CLOSED, told_on=day(11, 5), closed_on=day(11, 6))
    with pytest.raises(Problem, match="请先重新打开"):
        stepped(closed, StepKind.URGE)
    visited = stepped(closed, StepKind.REVISIT)
    assert (visited.state, visited.closed_on) == (MatterState.CLOSED, day(11, 6))
    opened = stepped(visited, StepKind.REOPEN)
    assert (opened.state, opened.told_on, opened.closed_on) == (MatterState.IN_HAND, None, None)


def test_a_step_entered_late_takes_its_place_among_the_others(zhang: Official) -> None:
    kept = stepped(save_matter(opinion(zhang), TODAY), StepKind.REPLY, StepKind.TELL)
    told = add_step(kept, Step(StepKind.TELL, day(11, 4), "先打了电话"), TODAY)
    assert told.told_on == day(11, 10)


def test_the_same_step_twice_is_refused(zhang: Official) -> None:
    kept = stepped(save_matter(opinion(zhang), TODAY), StepKind.URGE)
    with pytest.raises(Problem, match=r"^这一步已经登记过。$"):
        add_step(kept, Step(StepKind.URGE, day(11, 10), " urge了 "), TODAY)
    assert len(steps_of(kept)) == 1
    assert stepped(kept, StepKind.REPLY).state == MatterState.ANSWERED


def test_a_matter_is_not_registered_after_its_steps(zhang: Official) -> None:
    kept = stepped(save_matter(opinion(zhang), TODAY), StepKind.REPLY, StepKind.TELL)
    typed = read_matter(kept)
    typed.registered_on = day(11, 11)
    with pytest.raises(Problem) as caught:
        save_matter(typed, TODAY)
    assert caught.value.complaints[0] == "登记日期晚于已有的步骤（2026年11月10日）。"
    typed.registered_on = day(11, 10)
    assert save_matter(typed, TODAY).registered_on == day(11, 10)


def test_a_step_is_taken_back_by_one_undo(zhang: Official) -> None:
    kept = stepped(save_matter(opinion(zhang), TODAY), StepKind.ASSIGN)
    action = last_action()
    assert action is not None
    assert action.label == "交办 MQ20260001"
    undo(action)
    assert not steps_of(kept)
    assert Matter.get_by_id(kept.id).state == MatterState.OPEN
