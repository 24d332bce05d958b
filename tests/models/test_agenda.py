"""走访日历 out of the database: what happens when, what stands in the way, and moving to another day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.absence import Absence
from models.activity import Activity, ActivityEntry, TargetEntry, read_entry, save_activity
from models.agenda import Agenda, agenda, conflicts_of, move_activity, moved
from models.change import Change
from models.official import Official
from models.pairing import Pairing
from models.rules.kinds import ActivityKind, ActivityState, ConflictKind, DayKind, Half, Outcome
from models.rules.problem import Problem
from models.writing import Topic, drain_topics, writing
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

TODAY = day(11, 25)
FRIDAY = day(11, 27)


@pytest.fixture
def zhang(office: Path) -> Official:
    return a_leader("张样一")


def plan(leader: Official, when: date, *points: object, **more: object) -> ActivityEntry:
    """A planned visit in the morning."""
    targets = [TargetEntry(point.id, Outcome.PLANNED) for point in points]  # type: ignore[attr-defined]
    morning = {"state": ActivityState.PLANNED, "last_half": Half.AM, "targets": targets}
    return a_visit(leader, when, **(morning | more))


def absent(who: Official, first: date, last: date | None, reason: str = "") -> None:
    with writing("外出", Topic.ABSENCE):
        Absence.create(official=who, first_day=first, last_day=last, reason=reason)


def paired(a: Official, b: Official) -> None:
    with writing("AB角", Topic.PAIRING):
        Pairing.create(a=a, b=b)


def kinds(typed: ActivityEntry) -> list[ConflictKind]:
    return [conflict.kind for conflict in conflicts_of(typed)]


def november() -> Agenda:
    return agenda(day(11, 1), day(11, 30))


# --- what happens when


def test_an_entry_tells_who_goes_where_and_to_whom(zhang: Official) -> None:
    village = a_village()
    household, gone = a_household(village=village), a_household("王样乙", village)
    typed = plan(zhang, FRIDAY, household, place="样样镇")
    typed.targets = [*typed.targets, TargetEntry(gone.id, Outcome.NOT_MET)]
    typed.stand_ins = [a_leader("李样二").id]
    save_activity(typed, TODAY)
    (entry,) = november().entries
    assert (entry.first_day, entry.first_half, entry.last_half) == (FRIDAY, Half.AM, Half.AM)
    assert (entry.place, entry.targets, entry.villages) == ("样样镇", ("王样甲",), {village.id: "样样村"})
    assert (entry.leaders, entry.goers) == ((zhang.id,), (zhang.id + 1,))
    assert entry.concerns(zhang.id)


def test_what_begins_before_or_ends_after_the_days_is_there(zhang: Official) -> None:
    trip = replace(plan(zhang, day(10, 30)), last_day=day(11, 2))
    save_activity(trip, TODAY)
    save_activity(plan(zhang, day(12, 1)), TODAY)
    assert [entry.first_day for entry in november().entries] == [day(10, 30)]


def test_several_leaders_make_one_entry_in_rank_order(zhang: Official) -> None:
    li = a_leader("李样二")
    save_activity(replace(plan(zhang, FRIDAY), leaders=[li.id, zhang.id]), TODAY)
    (entry,) = november().entries
    assert entry.leaders == (zhang.id, li.id)


def test_absences_tell_the_reason_and_who_acts(zhang: Official) -> None:
    li = a_leader("李样二")
    paired(zhang, li)
    absent(zhang, day(11, 20), None, "学习")
    absent(li, day(10, 1), day(10, 31))
    (out,) = november().absences
    assert (out.official, out.last, out.reason, out.acting) == (zhang.id, None, "学习", li.id)


def test_the_days_around_new_year_and_the_29th_of_february_are_ordinary_days(zhang: Official) -> None:
    leap = day(2, 29, 2028)
    for when in (day(12, 31), day(1, 1, 2027), leap):
        save_activity(plan(zhang, when), TODAY)
    assert [entry.first_day for entry in agenda(day(12, 31), day(1, 1, 2027)).entries] == [
        day(12, 31),
        day(1, 1, 2027),
    ]
    assert [entry.first_day for entry in agenda(leap, leap).entries] == [leap]


# --- what stands in the way


def test_a_typed_activity_is_held_against_all_that_is_known(zhang: Official) -> None:
    li, wang, village = a_leader("李样二"), a_leader("王样三"), a_village()
    household = a_household(village=village)
    paired(zhang, li)
    saturday = day(11, 28)
    absent(zhang, saturday, saturday)
    absent(li, saturday, None)
    save_activity(plan(zhang, saturday), TODAY)
    save_activity(plan(wang, saturday, village), TODAY)
    assert kinds(plan(zhang, saturday, household)) == list(ConflictKind)


def test_a_kept_activity_is_not_in_its_own_way_and_its_texts_name_the_other(zhang: Official) -> None:
    first = save_activity(plan(zhang, FRIDAY, place="样样镇"), TODAY)
    assert conflicts_of(read_entry(first)) == []
    (conflict,) = conflicts_of(plan(zhang, FRIDAY))
    assert conflict.text == f"张样一11月27日上午已有走访（样样镇，{first.number}）。"
    (entry,) = november().entries
    assert november().conflicts(entry) == []


@pytest.mark.parametrize(
    "more",
    [
        {"state": ActivityState.POSTPONED},
        {"state": ActivityState.CANCELLED},
        {"kind": ActivityKind.REPORT},
    ],
)
def test_what_occupies_nobody_has_no_conflicts_and_makes_none(zhang: Official, more: dict) -> None:
    sunday = day(11, 29)
    assert kinds(plan(zhang, sunday, **more)) == []
    save_activity(plan(zhang, FRIDAY, **more), TODAY)
    assert kinds(plan(zhang, FRIDAY)) == []


def test_a_weekend_worked_to_make_up_for_a_holiday_is_no_day_off(zhang: Official) -> None:
    from models.holiday import Holiday

    with writing("节假日", Topic.HOLIDAY):
        Holiday.create(day=day(11, 28), kind=DayKind.WORK)
    assert kinds(plan(zhang, day(11, 28))) == []
    assert kinds(plan(zhang, day(11, 29))) == [ConflictKind.DAY_OFF]


def test_a_schedule_conflict_refuses_nothing(zhang: Official) -> None:
    absent(zhang, FRIDAY, None)
    for _ in range(2):
        save_activity(plan(zhang, FRIDAY), TODAY)
    assert Activity.select().count() == 2


# --- moving


def test_a_moved_plan_is_the_same_one_with_its_old_day_in_the_history(zhang: Official) -> None:
    activity = save_activity(replace(plan(zhang, FRIDAY), last_day=day(11, 28), last_half=Half.PM), TODAY)
    drain_topics()
    kept = move_activity(activity, day(12, 31), None, TODAY)
    assert (kept.number, kept.state) == (activity.number, ActivityState.PLANNED)
    assert (kept.first_day, kept.last_day) == (day(12, 31), day(1, 1, 2027))
    assert drain_topics() == {Topic.ACTIVITY}
    (change,) = Change.select().where(Change.subject == "activity", Change.new.is_null(False))
    assert '"first_day":"2026-11-27"' in change.old.replace(" ", "")


@pytest.mark.parametrize(
    ("span", "half", "becomes"),
    [
        ((Half.AM, FRIDAY, Half.AM), None, (Half.AM, day(12, 1), Half.AM)),
        ((Half.AM, FRIDAY, Half.AM), Half.PM, (Half.PM, day(12, 1), Half.PM)),
        ((Half.AM, FRIDAY, Half.PM), Half.AM, (Half.AM, day(12, 1), Half.PM)),
        ((Half.PM, day(11, 28), Half.AM), None, (Half.PM, day(12, 2), Half.AM)),
        ((Half.PM, day(11, 28), Half.AM), Half.AM, (Half.AM, day(12, 1), Half.PM)),
    ],
)
def test_an_activity_keeps_its_length(
    zhang: Official, span: tuple, half: Half | None, becomes: tuple
) -> None:
    first_half, last_day, last_half = span
    typed = replace(plan(zhang, FRIDAY), first_half=first_half, last_day=last_day, last_half=last_half)
    to = moved(typed, day(12, 1), half)
    assert to.first_day == day(12, 1)
    assert (to.first_half, to.last_day, to.last_half) == becomes


def test_what_is_done_moves_back_but_never_into_the_future(zhang: Official) -> None:
    activity = save_activity(a_visit(zhang, day(11, 20)), TODAY)
    assert move_activity(activity, TODAY, None, TODAY).first_day == TODAY
    with pytest.raises(Problem, match="已完成的活动不能移到今天以后"):
        move_activity(activity, day(11, 26), None, TODAY)
    assert Activity.get().first_day == TODAY


def test_what_was_put_off_is_planned_again_by_its_new_day(zhang: Official) -> None:
    activity = save_activity(plan(zhang, day(11, 3), state=ActivityState.POSTPONED), TODAY)
    assert move_activity(activity, FRIDAY, None, TODAY).state == ActivityState.PLANNED


def test_what_was_cancelled_stays_where_it_is_and_says_why(zhang: Official) -> None:
    activity = save_activity(plan(zhang, FRIDAY, state=ActivityState.CANCELLED), TODAY)
    with pytest.raises(Problem, match="已取消的活动不能移动"):
        move_activity(activity, day(11, 30), None, TODAY)


def test_moving_leaves_people_and_targets_alone(zhang: Official) -> None:
    township = a_township()
    activity = save_activity(plan(zhang, FRIDAY, township, purpose="看望"), TODAY)
    before = read_entry(activity)
    move_activity(activity, day(11, 30), None, TODAY)
    after = read_entry(Activity.get())
    assert replace(after, first_day=FRIDAY, last_day=FRIDAY) == before
