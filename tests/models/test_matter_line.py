"""What lists show of matters, read as far as they are seen; where matters come from."""

import pytest

from models.activity import TargetEntry, save_activity
from models.assignment import assign
from models.contact_point import ContactPoint
from models.matter import (
    Matter,
    MatterEntry,
    MatterStep,
    assign_matter,
    delete_matter,
    read_matter,
    save_matter,
    steps_of,
)
from models.matter_heard import heard_at
from models.matter_line import counts_at, days_to, lights, matter_heads, matter_lines, used_words
from models.official import Official
from models.rules.kinds import ActivityKind, Light, MatterKind, MatterState, Outcome, StepKind
from models.rules.matter import Step
from models.rules.problem import Problem
from models.undo import last_action, undo
from tests.models.made_up import a_household, a_leader, a_village, a_visit, day
from tests.models.matters import TODAY, a_matter


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


@pytest.fixture
def home(zhang: Official) -> ContactPoint:
    """A household that Zhang keeps contact with."""
    point = a_household("王样甲", a_village(), phone="13800000000")
    assign(zhang, point, day(1, 1))
    return point


def test_heads_are_those_of_a_leader_and_of_a_kind_the_newest_first(zhang: Official) -> None:
    first, second = a_matter(zhang), a_matter(zhang, kind=MatterKind.DISPUTE)
    third = a_matter(a_leader("李样二"), StepKind.REPLY)
    assert [head.id for head in matter_heads()] == [third.id, second.id, first.id]
    assert [head.id for head in matter_heads(zhang.id)] == [second.id, first.id]
    assert [head.id for head in matter_heads(zhang.id, MatterKind.OPINION)] == [first.id]
    assert matter_heads()[0].state == MatterState.ANSWERED


def test_a_line_says_who_and_what_and_the_last_step(zhang: Official, home: ContactPoint) -> None:
    kept = a_matter(zhang, StepKind.ASSIGN, StepKind.URGE, contact_point=home.id, unit="样样局")
    line = matter_lines([kept.id])[kept.id]
    assert (line.number, line.leader, line.point, line.unit) == (kept.number, "张样一", "王样甲", "样样局")
    assert line.last_step == (StepKind.URGE, day(11, 9))


def test_a_line_of_a_matter_that_went_meanwhile_is_empty(zhang: Official) -> None:
    kept = a_matter(zhang)
    lines = matter_lines([kept.id])
    delete_matter(kept)
    assert lines[kept.id].number == ""


def test_deadlines_are_lit_and_counted_by_the_offices_calendar(zhang: Official) -> None:
    light, days = lights(TODAY), days_to(TODAY)
    assert light(MatterState.IN_HAND, day(11, 24)) == Light.LATE
    assert light(MatterState.IN_HAND, day(11, 30)) == Light.NEAR
    assert light(MatterState.IN_HAND, day(12, 1)) == Light.IN_TIME
    assert (days(day(11, 24)), days(day(11, 30))) == (-1, 3)


def test_words_used_before_are_offered_the_most_used_first(zhang: Official) -> None:
    for unit in ("样样局", "样甲局", "样甲局", ""):
        a_matter(zhang, unit=unit)
    assert used_words("unit") == ["样甲局", "样样局"]


def test_what_was_heard_at_a_household_becomes_its_matter(zhang: Official, home: ContactPoint) -> None:
    typed = a_visit(zhang, day(11, 20), home)
    typed.targets = [TargetEntry(home.id, Outcome.MET, heard="饮水管道老化")]
    visit = save_activity(typed, TODAY)
    found = heard_at(visit, home, TODAY)
    assert (found.kind, found.registered_on, found.official) == (MatterKind.OPINION, day(11, 20), zhang.id)
    assert (found.content, found.contact_point, found.activity) == ("饮水管道老化", home.id, visit.id)
    assert (found.raised_by, found.phone) == ("王样甲", "13800000000")
    save_matter(found, TODAY)
    assert counts_at(visit.id) == {home.id: 1}


def test_what_was_heard_at_a_hearing_becomes_a_petition(zhang: Official) -> None:
    hearing = save_activity(a_visit(zhang, day(11, 20), kind=ActivityKind.HEARING, heard="征地补偿"), TODAY)
    found = heard_at(hearing, None, TODAY)
    assert (found.kind, found.content, found.contact_point) == (MatterKind.PETITION, "征地补偿", None)


def test_of_two_leaders_it_is_for_the_one_who_keeps_contact(zhang: Official, home: ContactPoint) -> None:
    li = a_leader("李样二")
    visit = save_activity(a_visit(li, day(11, 20), home, leaders=[li.id, zhang.id]), TODAY)
    assert heard_at(visit, home, TODAY).official == zhang.id
    assert heard_at(visit, None, TODAY).official == li.id


def test_assigning_says_to_whom_in_the_same_action(zhang: Official) -> None:
    kept = a_matter(zhang)
    assign_matter(kept, Step(StepKind.ASSIGN, day(11, 9), "请办"), "样样局", "陈样", TODAY)
    now = Matter.get_by_id(kept.id)
    assert (now.unit, now.person, now.state) == ("样样局", "陈样", MatterState.IN_HAND)
    action = last_action()
    assert action is not None
    undo(action)
    assert Matter.get_by_id(kept.id).unit == ""
    assert not steps_of(kept)


def test_a_refused_assigning_changes_nothing(zhang: Official) -> None:
    kept = a_matter(zhang)
    with pytest.raises(Problem):
        assign_matter(kept, Step(StepKind.ASSIGN, day(11, 26)), "样样局", "", TODAY)
    assert Matter.get_by_id(kept.id).unit == ""


def test_a_matter_that_never_was_goes_with_its_steps_and_comes_back_with_them(zhang: Official) -> None:
    kept = a_matter(zhang, StepKind.ASSIGN, StepKind.REPLY)
    delete_matter(kept)
    assert not Matter.select().exists()
    assert not MatterStep.select().exists()
    action = last_action()
    assert action is not None
    assert action.label == "删除民情事项 MQ20260001"
    undo(action)
    assert [step.kind for step in steps_of(kept)] == [StepKind.ASSIGN, StepKind.REPLY]


def test_it_cannot_be_registered_after_its_first_step(zhang: Official) -> None:
    typed: MatterEntry = read_matter(a_matter(zhang, StepKind.ASSIGN))
    typed.registered_on = day(11, 10)
    with pytest.raises(Problem, match="登记日期晚于已有的步骤（2026年11月9日）"):
        save_matter(typed, TODAY)
