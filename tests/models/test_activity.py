"""One trip, its people and its targets: kept whole, or refused with every complaint."""

from dataclasses import replace

import pytest

from models.activity import (
    Activity,
    Participant,
    Target,
    TargetEntry,
    activities_between,
    people_of,
    read_entry,
    save_activity,
    targets_of,
    twins,
)
from models.activity_answer import answer_plan
from models.activity_line import lines_between
from models.change import Change
from models.numbering import next_number
from models.official import Official
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner, Outcome, Role
from models.rules.problem import Problem
from models.writing import Topic, drain_topics, writing
from tests.models.made_up import a_household, a_leader, a_village, a_visit, day

pytestmark = pytest.mark.usefixtures("office")
TODAY = day(3, 5)


@pytest.fixture
def zhang() -> Official:
    return a_leader("张样一")


# --- keeping


def test_a_visit_is_kept_with_its_people_and_targets(zhang: Official) -> None:
    li, village, household = a_leader("李样二"), a_village(), a_household()
    typed = a_visit(zhang, TODAY, village, household, stand_ins=[li.id], companions=["王样三", "李 样二", ""])
    drain_topics()
    kept = save_activity(typed, TODAY)
    people = [(person.role, person.official_id, person.name) for person in people_of(kept)]
    assert people == [
        (Role.LEADER, zhang.id, ""),
        (Role.STAND_IN, li.id, ""),
        (Role.COMPANION, None, "王样三"),
        (Role.COMPANION, li.id, ""),
    ]
    assert [row.contact_point_id for row in targets_of(kept)] == [village.id, household.id]
    assert (kept.number, kept.entered_on) == ("HD20260001", TODAY)
    assert drain_topics() == {Topic.ACTIVITY}


def test_what_a_form_reads_and_saves_again_is_the_same(zhang: Official) -> None:
    targets = [
        TargetEntry(
            a_village().id, Outcome.MET, Manner.MEETING, heard="路难走", reply="已转交", services="政策"
        ),
        TargetEntry(a_household().id, Outcome.NOT_MET, reason="外出务工"),
    ]
    typed = a_visit(
        zhang, TODAY, targets=targets, first_half=Half.PM, place="样样村", stand_ins=[], companions=["王样三"]
    )
    kept = save_activity(typed, TODAY)
    read = read_entry(kept)
    assert read == replace(typed, id=kept.id)
    assert read_entry(save_activity(read, TODAY)) == read


def test_a_change_keeps_number_and_day_of_entry(zhang: Official) -> None:
    kept = save_activity(a_visit(zhang, TODAY, a_village()), TODAY)
    moved = replace(read_entry(kept), first_day=day(4, 1), last_day=day(4, 1), state=ActivityState.PLANNED)
    save_activity(moved, day(3, 20))
    (row,) = Activity.select()
    assert (row.number, row.first_day, row.entered_on) == ("HD20260001", day(4, 1), TODAY)
    old = [change.old for change in Change.select().where(Change.subject == "activity") if change.old]
    assert "2026-03-05" in old[0]


def test_a_plan_answered_after_its_quarter_is_a_late_entry(zhang: Official) -> None:
    plan = save_activity(a_visit(zhang, day(3, 30), a_village(), state=ActivityState.PLANNED), TODAY)
    done = answer_plan(plan, ActivityState.DONE, day(4, 2))
    assert (done.entered_on, done.answered_on, done.is_late) == (TODAY, day(4, 2), True)
    again = save_activity(read_entry(done), day(4, 9))
    assert again.answered_on == day(4, 2)
    assert answer_plan(again, ActivityState.PLANNED, day(4, 9)).answered_on is None


def test_taken_off_people_and_targets_are_gone_but_in_the_history(zhang: Official) -> None:
    kept = save_activity(a_visit(zhang, TODAY, a_village(), a_household(), companions=["王样三"]), TODAY)
    less = replace(read_entry(kept), targets=[], companions=[])
    save_activity(less, TODAY)
    assert (Target.select().count(), Participant.select().count()) == (0, 1)
    deleted = Change.select().where(
        (Change.subject == "target") & Change.new.is_null() & Change.old.is_null(False)
    )
    assert deleted.count() == 2


def test_a_person_visited_who_is_no_contact_point_stays(zhang: Official) -> None:
    kept = save_activity(a_visit(zhang, TODAY, a_village()), TODAY)
    with writing("样"):
        Target.create(activity=kept, person="赵样", outcome=Outcome.MET)
    save_activity(read_entry(kept), TODAY)
    assert {row.person for row in targets_of(kept)} == {"", "赵样"}


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], "HD20260001"),
        (["HD20260001", "HD20260007", "HD20259999"], "HD20260008"),
        (["HD2026特1", "样-3"], "HD20260001"),
        (["HD20269999"], "HD202610000"),
        (["HD202610000", "HD20269999"], "HD202610001"),
    ],
)
def test_the_next_number_is_one_more_than_the_years_last(taken: list[str], free: str) -> None:
    with writing("样"):
        for number in taken:
            Activity.create(number=number, kind=ActivityKind.HEARING, first_day=TODAY, last_day=TODAY)
    assert next_number(Activity, "HD2026") == free


# --- refusing


def test_every_complaint_comes_at_once_and_nothing_is_kept(zhang: Official) -> None:
    household = a_household()
    typed = a_visit(
        zhang,
        day(3, 6),
        household,
        household,
        last_day=day(3, 5),
        stand_ins=[zhang.id],
    )
    with pytest.raises(Problem) as told:
        save_activity(typed, day(3, 4))
    assert len(told.value.complaints) == 4
    assert "结束时间早于开始时间。" in told.value.complaints
    assert "代为前往的人不能是领导本人。" in told.value.complaints
    assert "同一走访对象填了两次。" in told.value.complaints
    assert Activity.select().count() == 0


def test_an_activity_is_for_somebody(zhang: Official) -> None:
    with pytest.raises(Problem, match="请选择领导"):
        save_activity(a_visit(zhang, TODAY, leaders=[]), TODAY)


def test_a_refused_change_leaves_the_activity_as_it_was(zhang: Official) -> None:
    kept = save_activity(a_visit(zhang, TODAY, a_village()), TODAY)
    before = read_entry(kept)
    with pytest.raises(Problem, match="还没有到"):
        save_activity(replace(before, first_day=day(3, 9), last_day=day(3, 9), targets=[]), TODAY)
    assert read_entry(Activity.get()) == before


# --- plans and their answers


def test_a_plan_answered_as_done_met_everybody_it_was_meant_for(zhang: Official) -> None:
    village, household = a_village(), a_household()
    meant = [TargetEntry(village.id, Outcome.PLANNED), TargetEntry(household.id, Outcome.CANCELLED)]
    plan = save_activity(a_visit(zhang, TODAY, state=ActivityState.PLANNED, targets=meant), day(3, 1))
    done = answer_plan(plan, ActivityState.DONE, TODAY)
    assert done.state == ActivityState.DONE
    assert [row.outcome for row in targets_of(done)] == [Outcome.MET, Outcome.CANCELLED]


def test_a_plan_is_not_done_before_its_day(zhang: Official) -> None:
    plan = save_activity(a_visit(zhang, day(3, 9), state=ActivityState.PLANNED), TODAY)
    with pytest.raises(Problem, match="还没有到"):
        answer_plan(plan, ActivityState.DONE, TODAY)
    assert Activity.get().state == ActivityState.PLANNED


# --- finding


def test_activities_that_touch_a_span_come_latest_first(zhang: Official) -> None:
    li = a_leader("李样二")
    long_ago = save_activity(a_visit(zhang, day(1, 30), last_day=day(2, 3)), TODAY)
    recent = save_activity(a_visit(li, day(2, 5), companions=["张样一"]), TODAY)
    save_activity(a_visit(zhang, day(3, 1)), TODAY)
    assert activities_between(day(2, 1), day(2, 28)) == [recent, long_ago]
    assert activities_between(day(2, 1), day(2, 28), li) == [recent]
    assert [line.number for line in lines_between(day(2, 1), day(2, 28))] == [recent.number, long_ago.number]
    assert [line.number for line in lines_between(day(2, 1), day(2, 28), zhang.id)] == [
        recent.number,
        long_ago.number,
    ]


def test_a_twin_is_of_the_same_kind_leader_day_and_place(zhang: Official) -> None:
    kept = save_activity(a_visit(zhang, TODAY, place="样 样村"), TODAY)
    typed = a_visit(zhang, TODAY, place="样样村")
    assert twins(typed) == [kept]
    assert twins(replace(typed, id=kept.id)) == []
    others = [
        {"place": "样样镇"},
        {"first_day": day(3, 4)},
        {"kind": ActivityKind.HEARING},
        {"leaders": [a_leader("李样二").id]},
    ]
    assert [twins(replace(typed, **other)) for other in others] == [[], [], [], []]


def test_a_list_shows_names_and_what_awaits_an_answer(zhang: Official) -> None:
    li, village, household = a_leader("李样二"), a_village(), a_household()
    targets = [TargetEntry(village.id, Outcome.MET), TargetEntry(household.id, Outcome.NOT_MET)]
    save_activity(a_visit(li, TODAY, leaders=[li.id, zhang.id], targets=targets), day(4, 1))
    (line,) = lines_between(TODAY, TODAY)
    assert (line.leaders, line.targets, line.missed, line.stand_ins) == (
        "张样一、李样二",
        "样样村",
        "王样甲",
        "",
    )
    assert line.is_late
    assert not line.awaits_answer(day(4, 1))
    plan = save_activity(a_visit(zhang, day(4, 8), state=ActivityState.PLANNED), day(4, 1))
    (line,) = lines_between(plan.first_day, plan.last_day)
    assert [line.awaits_answer(day(4, number)) for number in (8, 9)] == [False, True]
