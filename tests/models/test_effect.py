"""What is said before saving is what progress says afterwards, and nothing is written for it."""

import pytest

from models.activity import Activity, ActivityEntry, TargetEntry, read_entry, save_activity
from models.assignment import assign
from models.change import Change
from models.effect import foresee, foresee_all
from models.official import Official
from models.progress import progress
from models.rules.calendar import quarter_of, year_of
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner, Outcome
from models.setting import change_settings
from tests.models.made_up import a_household, a_leader, a_visit, day

pytestmark = pytest.mark.usefixtures("office")
TODAY = day(3, 5)


@pytest.fixture
def zhang() -> Official:
    return a_leader("张样一")


def _figures() -> dict[object, tuple[float, float, int]]:
    lines = [line for span in (quarter_of(TODAY), year_of(TODAY)) for line in progress(span, TODAY)]
    return {
        (line.official, line.rule, line.subject_id): (line.done, line.planned, line.owed) for line in lines
    }


def _foreseen(typed: ActivityEntry) -> dict[object, tuple[float, float, int]]:
    lines = [new for _, new in foresee(typed, TODAY).lines]
    return {
        (line.official, line.rule, line.subject_id): (line.done, line.planned, line.owed) for line in lines
    }


@pytest.mark.parametrize("state", [ActivityState.DONE, ActivityState.PLANNED, ActivityState.CANCELLED])
@pytest.mark.parametrize("kind", list(ActivityKind))
def test_the_effect_foreseen_is_the_effect_had(
    zhang: Official, kind: ActivityKind, state: ActivityState
) -> None:
    point = a_household()
    assign(zhang, point, day(1, 1))
    typed = a_visit(zhang, TODAY, point, kind=kind, state=state)
    before, foreseen, history = _figures(), _foreseen(typed), Change.select().count()
    assert not Activity.select().exists()
    assert Change.select().count() == history
    save_activity(typed, TODAY)
    assert foreseen == {key: line for key, line in _figures().items() if before.get(key) != line}


def test_changing_an_activity_is_compared_with_what_it_counts_now(zhang: Official) -> None:
    point = a_household()
    assign(zhang, point, day(1, 1))
    typed = read_entry(save_activity(a_visit(zhang, TODAY, point), TODAY))
    same = foresee(typed, TODAY)
    assert (same.lines, same.reasons) == ([], [])
    assert {line.rule for line in same.standing} == {"household_visit", "fieldwork_days"}
    typed.targets = [TargetEntry(point.id, Outcome.NOT_MET)]
    (changed,) = foresee(typed, TODAY).lines
    assert (changed[0].done, changed[1].done) == (1, 0)


def test_whoever_loses_an_activity_and_the_period_it_leaves_are_named_too(zhang: Official) -> None:
    li = a_leader("李样二")
    typed = read_entry(save_activity(a_visit(zhang, TODAY, kind=ActivityKind.HEARING), TODAY))
    typed.leaders = [li.id]
    moved = {(new.leader, new.rule): (old.done, new.done) for old, new in foresee(typed, TODAY).lines if old}
    assert moved["张样一", "hearing"] == (1, 0)
    assert moved["李样二", "hearing"] == (0, 1)
    typed.leaders, typed.first_day, typed.last_day = [zhang.id], day(12, 30, 2025), day(12, 30, 2025)
    days = {
        str(new.period): new.done for _, new in foresee(typed, TODAY).lines if new.rule == "fieldwork_days"
    }
    assert days == {"2025": 1, "2026": 0}


def test_days_on_both_sides_of_new_year_are_foreseen_in_both(zhang: Official) -> None:
    typed = a_visit(zhang, day(12, 30, 2025), last_day=day(1, 2), kind=ActivityKind.FIELDWORK)
    assert [(str(new.period), new.done) for _, new in foresee(typed, TODAY).lines] == [
        ("2025", 2),
        ("2026", 2),
    ]


def test_a_second_trip_in_the_same_half_days_adds_no_days_and_says_which_one_has_them(
    zhang: Official,
) -> None:
    save_activity(a_visit(zhang, TODAY, kind=ActivityKind.FIELDWORK, place="样样镇"), TODAY)
    again = foresee(a_visit(zhang, TODAY, kind=ActivityKind.FIELDWORK), TODAY)
    assert again.lines == []
    assert again.reasons == ["调研天数没有增加：3月5日已由 HD20260001 调研（样样镇）计过。"]


def test_days_shared_in_part_are_named_before_saving_and_afterwards(zhang: Official) -> None:
    save_activity(a_visit(zhang, TODAY, last_half=Half.AM, kind=ActivityKind.HEARING), TODAY)
    longer = a_visit(zhang, day(3, 4), last_day=TODAY, kind=ActivityKind.FIELDWORK)
    said = ["3月5日上午已由 HD20260001 下访听诉计过，调研天数只计一次。"]
    fresh = foresee(longer, TODAY)
    assert fresh.reasons == said
    assert [(new.rule, new.done) for _, new in fresh.lines] == [("fieldwork_days", 2)]
    assert foresee(read_entry(save_activity(longer, TODAY)), TODAY).reasons == said


def test_what_several_trips_would_change_together_is_foreseen(zhang: Official) -> None:
    first, second = a_household("王样甲"), a_household("王样乙")
    for point in (first, second):
        assign(zhang, point, day(1, 1))
    trips = [a_visit(zhang, day(3, 3), first), a_visit(zhang, TODAY, first, second)]
    before = _figures()
    foreseen = {
        (new.official, new.rule, new.subject_id): new.done for _, new in foresee_all(trips, TODAY).lines
    }
    for trip in trips:
        save_activity(trip, TODAY)
    after = {key: line[0] for key, line in _figures().items() if before[key] != line}
    assert foreseen == after
    assert sorted(after.values()) == [1, 2, 2]


def test_a_point_held_only_later_and_a_call_are_named(zhang: Official) -> None:
    later, called = a_household("王样甲"), a_household("王样乙")
    assign(zhang, later, day(4, 1))
    assign(zhang, called, day(1, 1))
    typed = a_visit(zhang, TODAY, later)
    typed.targets = [*typed.targets, TargetEntry(called.id, Outcome.MET, Manner.PHONE)]
    assert foresee(typed, TODAY).reasons == [
        "电话联系只作记录，不计次：王样乙。",
        "当日不在联系期内，不计次：王样甲。",
    ]


def test_the_choices_of_the_activitys_own_year_are_told(zhang: Official) -> None:
    change_settings({"visits_are_fieldwork": "0"}, valid_from=day(12, 31))
    point = a_household()
    assign(zhang, point, day(1, 1))
    assert foresee(a_visit(zhang, TODAY, point), TODAY).reasons == ["按本单位口径，走访不计入调研天数。"]
