"""更正步骤: a step written otherwise, the last one taken back, and what the matter says by them."""

import pytest

from models.matter import Matter, add_step, steps_of
from models.matter_correction import correct_step, step_rows, take_back_step
from models.official import Official
from models.rules.kinds import MatterState, Satisfaction, StepKind
from models.rules.matter import Step
from models.rules.problem import Problem
from models.undo import last_action, undo
from models.writing import Topic, writing
from tests.models.made_up import a_leader, day
from tests.models.matters import TODAY, a_matter, stepped

WAY = (StepKind.ASSIGN, StepKind.REPLY, StepKind.TELL, StepKind.CLOSE)


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


def test_what_the_matter_says_by_a_step_is_said_anew(zhang: Official) -> None:
    matter = a_matter(zhang, *WAY)
    _, reply, tell, close = step_rows(matter)
    correct_step(close, day(11, 12), "", TODAY)
    correct_step(tell, day(11, 11), "当面说的", TODAY)
    now = correct_step(reply, day(11, 10), " 已修好 ", TODAY)
    assert (now.result, now.told_on, now.closed_on) == ("已修好", day(11, 11), day(11, 12))
    assert [step.day for step in steps_of(now)] == [day(11, 9), day(11, 10), day(11, 11), day(11, 12)]


def test_a_step_stays_between_its_neighbours_and_inside_the_time_there_was(zhang: Official) -> None:
    matter = a_matter(zhang, *WAY[:2], on=day(11, 9))
    stepped(matter, StepKind.TELL, on=day(11, 20))
    assign, reply, tell = step_rows(matter)
    for row, wrong, said in (
        (assign, day(11, 1), "早于登记日期"),
        (assign, day(11, 10), "晚于下一步"),
        (tell, day(11, 8), "早于上一步"),
        (tell, day(11, 26), "还没有到"),
    ):
        with pytest.raises(Problem, match=said):
            correct_step(row, wrong, "样", TODAY)
    with pytest.raises(Problem, match="请填写内容"):
        correct_step(reply, day(11, 9), " ", TODAY)
    assert [step.day for step in steps_of(matter)] == [day(11, 9), day(11, 9), day(11, 20)]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_last_step_taken_back_leaves_the_matter_as_before_it(zhang: Official, count: int) -> None:
    before, matter = a_matter(zhang, *WAY[: count - 1]), a_matter(zhang, *WAY[:count])
    assert take_back_step(matter).kind == WAY[count - 1]
    now, like = Matter.get_by_id(matter.id), Matter.get_by_id(before.id)
    assert (now.state, now.told_on, now.closed_on, now.result) == (
        like.state,
        like.told_on,
        like.closed_on,
        like.result,
    )


def test_an_opening_taken_back_closes_it_again_and_one_undo_opens_it(zhang: Official) -> None:
    matter = stepped(a_matter(zhang, *WAY), StepKind.REOPEN, on=day(11, 20))
    take_back_step(matter)
    assert Matter.get_by_id(matter.id).state == MatterState.CLOSED
    action = last_action()
    assert action is not None
    undo(action)
    assert Matter.get_by_id(matter.id).state == MatterState.IN_HAND


def test_how_content_they_were_goes_with_the_step_that_told_it(zhang: Official) -> None:
    matter = a_matter(zhang, StepKind.REPLY)
    add_step(matter, Step(StepKind.TELL, day(11, 12)), TODAY, Satisfaction.SATISFIED)
    add_step(matter, Step(StepKind.REVISIT, day(11, 13)), TODAY, Satisfaction.DISSATISFIED)
    assert Matter.get_by_id(matter.id).satisfaction == "dissatisfied"
    take_back_step(matter)
    assert Matter.get_by_id(matter.id).satisfaction == ""


def test_what_only_a_workbook_said_is_never_lost_by_taking_back(zhang: Official) -> None:
    matter = a_matter(zhang, StepKind.ASSIGN)
    with writing("导入", Topic.MATTER):
        Matter.update(state=MatterState.ANSWERED, told_on=day(11, 11)).execute()
    with pytest.raises(Problem, match="从工作簿带来"):
        take_back_step(matter)
    assert len(steps_of(matter)) == 1


def test_a_step_that_an_undo_took_away_is_not_corrected(zhang: Official) -> None:
    matter = a_matter(zhang, StepKind.ASSIGN)
    (row,) = step_rows(matter)
    take_back_step(matter)
    with pytest.raises(Problem, match="不在了"):
        correct_step(row, day(11, 10), "样", TODAY)
    with pytest.raises(Problem, match="不在了"):
        take_back_step(matter)
