"""A signed visit sheet entered as a whole: its rows as printed, one write, nothing twice."""

import pytest

from models.activity import (
    Activity,
    ActivityEntry,
    TargetEntry,
    activities_between,
    read_entry,
    save_activity,
)
from models.assignment import assign
from models.batch import read_sheet, save_batch
from models.batch_sheet import Batch, BatchSheet, RowEntry, SheetProblem
from models.batch_steps import Way, batch_steps
from models.contact_point import ContactPoint
from models.duty_rule import DutyRule
from models.official import Official
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner, Outcome
from models.rules.problem import Problem
from models.rules.sheet_notes import Written
from models.writing import writing
from printing.choice import Choice
from printing.documents.quarter_plan import load
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

TODAY = day(4, 10)
Q1 = period("2026Q1")
NAMES = [f"王样{numeral}" for numeral in "一二三四五六七八九十"]
PLANNED = ActivityState.PLANNED


@pytest.fixture
def zhang(office: object) -> Official:
    """A leader with a township, a village in it and ten households there."""
    leader, township = a_leader("张样一"), a_township()
    village = a_village(township=township)
    for point in (*(a_household(name, village) for name in NAMES), village, township):
        assign(leader, point, day(1, 1))
    return leader


def a_row(number: int, month: int = 2, day_: int = 9, half: Half | None = None, **more: object) -> RowEntry:
    return RowEntry(number, Written(day(month, day_), half), **more)  # type: ignore[arg-type]


def sheet_of(leader: Official) -> BatchSheet:
    return read_sheet(Batch(leader.id, Q1), TODAY)


def keep(leader: Official, *rows: RowEntry) -> list[Activity]:
    return save_batch(Batch(leader.id, Q1), rows, TODAY)


def point(name: str) -> ContactPoint:
    return ContactPoint.get(ContactPoint.name == name)


def outcomes(activity: Activity) -> dict[str, str]:
    entry = read_entry(activity)
    return {ContactPoint.get_by_id(target.point).name: target.outcome for target in entry.targets}


def every() -> list[Activity]:
    return list(reversed(activities_between(Q1.first, Q1.last)))


# --- the rows


def test_the_rows_are_those_of_the_printed_sheet_in_its_order_and_numbers(zhang: Official) -> None:
    assign(a_leader("李样二"), point("王样三"), day(2, 1))
    (paper,) = load(Choice(TODAY, Q1, zhang))
    rows = [(str(row.number), row.label, row.name) for row in sheet_of(zhang).rows]
    assert rows == [(row.number, row.kind, row.whom) for row in paper.rows]
    assert len(rows) == 13
    assert rows[-1] == ("13", "听诉", "下访听诉")


def test_rows_know_what_is_recorded_of_them_in_the_quarter(zhang: Official) -> None:
    done = save_activity(a_visit(zhang, day(2, 9), point("王样一")), TODAY)
    plan = save_activity(a_visit(zhang, day(3, 9), point("王样二"), state=PLANNED), TODAY)
    hearing = save_activity(a_visit(zhang, day(3, 2), kind=ActivityKind.HEARING), TODAY)
    save_activity(a_visit(zhang, day(4, 2), point("王样一")), TODAY)
    save_activity(a_visit(a_leader("李样二"), day(2, 9), point("王样一")), TODAY)
    found = {row.number: [each.number for each in row.records] for row in sheet_of(zhang).rows if row.records}
    assert found == {3: [done.number], 4: [plan.number], 13: [hearing.number]}


# --- saving


def test_rows_of_one_day_and_village_become_one_activity_with_many_targets(zhang: Official) -> None:
    rows = [
        a_row(1),
        a_row(2),
        a_row(3, heard="盼修水渠", reply="已转水利部门"),
        a_row(4, outcome=Outcome.NOT_MET, reason="外出务工"),
        a_row(5, manner=Manner.PHONE),
        a_row(6, 3, 5, Half.PM),
    ]
    first, second = keep(zhang, *rows)
    assert (first.first_day, first.first_half, first.last_half, first.place) == (
        day(2, 9),
        "am",
        "pm",
        "样样镇样样村",
    )
    assert (second.first_day, second.first_half, second.last_half) == (day(3, 5), "pm", "pm")
    targets = read_entry(first).targets
    assert [ContactPoint.get_by_id(each.point).name for each in targets] == ["样样镇", "样样村", *NAMES[:3]]
    assert (targets[2].heard, targets[2].reply) == ("盼修水渠", "已转水利部门")
    assert (targets[3].outcome, targets[3].reason, targets[4].manner) == ("not_met", "外出务工", "phone")
    counted = {
        line.subject: line.done for line in progress(period("2026"), TODAY) if line.rule == "household_visit"
    }
    assert [counted[name] for name in NAMES[:4]] == [1, 0, 0, 1]


def test_a_hearing_row_becomes_a_hearing_with_what_was_heard(zhang: Official) -> None:
    (activity,) = keep(zhang, a_row(13, 3, 2, Half.AM, heard="承包地纠纷", reply="转司法所"))
    assert (activity.kind, activity.heard, activity.reply, activity.last_half) == (
        *("hearing", "承包地纠纷", "转司法所", "am"),
    )
    assert [line.done for line in progress(Q1, TODAY) if line.rule == "hearing"] == [1]


def test_after_the_quarter_it_is_still_kept_and_marked_late(zhang: Official) -> None:
    (activity,) = keep(zhang, a_row(3))
    assert activity.is_late


def test_all_of_it_is_one_action(zhang: Official) -> None:
    from models.change import Change

    before = {row.action for row in Change.select()}
    keep(zhang, a_row(3), a_row(4, 3, 5), a_row(13, 3, 2))
    actions = {(row.action, row.label) for row in Change.select() if row.action not in before}
    assert [label for _, label in actions] == ["按表补登 张样一 2026年第一季度"]


# --- what is there already


def test_a_plan_of_that_day_is_answered_not_doubled_and_what_was_left_out_is_cancelled(
    zhang: Official,
) -> None:
    targets = [TargetEntry(point(name).id, Outcome.PLANNED) for name in NAMES[:3]]
    plan = save_activity(
        a_visit(zhang, day(2, 9), state=PLANNED, targets=targets, last_half=Half.AM, purpose="春节慰问"),
        day(1, 5),
    )
    (kept,) = keep(zhang, a_row(3), a_row(4, outcome=Outcome.NOT_MET), a_row(6))
    assert (kept.id, kept.number, kept.state, kept.purpose) == (plan.id, plan.number, "done", "春节慰问")
    assert (kept.first_half, kept.last_half) == ("am", "am")
    assert outcomes(kept) == {"王样一": "met", "王样二": "not_met", "王样三": "cancelled", "王样四": "met"}
    assert len(every()) == 1
    assert kept.is_late


def test_the_pen_decides_the_half_day_of_a_plan(zhang: Official) -> None:
    save_activity(a_visit(zhang, day(2, 9), point("王样一"), state=PLANNED, last_half=Half.AM), TODAY)
    (kept,) = keep(zhang, a_row(3, half=Half.PM))
    assert (kept.first_half, kept.last_half, len(every())) == ("pm", "pm", 1)


def test_a_plan_for_others_of_that_day_stays_a_plan(zhang: Official) -> None:
    save_activity(a_visit(zhang, day(2, 9), point("王样九"), state=PLANNED, place="别处"), TODAY)
    keep(zhang, a_row(3))
    assert [row.state for row in every()] == ["planned", "done"]


def test_a_plan_to_that_place_without_names_is_answered(zhang: Official) -> None:
    plan = save_activity(a_visit(zhang, day(2, 9), state=PLANNED, place="样样镇样样村"), TODAY)
    (kept,) = keep(zhang, a_row(3))
    assert (kept.id, outcomes(kept)) == (plan.id, {"王样一": "met"})


def test_one_plan_for_two_villages_is_answered_once(zhang: Official) -> None:
    far = a_household("赵样远", a_village("远样村", point("样样镇")))
    assign(zhang, far, day(1, 1))
    save_activity(a_visit(zhang, day(2, 9), point("王样一"), far, state=PLANNED), TODAY)
    (kept,) = keep(zhang, a_row(3), a_row(13))
    assert outcomes(kept) == {"王样一": "met", "赵样远": "met"}


def test_a_done_visit_of_that_day_and_place_gets_the_other_targets(zhang: Official) -> None:
    done = save_activity(a_visit(zhang, day(2, 9), point("王样一"), place="样样镇样样村"), TODAY)
    sheet = sheet_of(zhang)
    (step,) = batch_steps(sheet, [a_row(4), a_row(5)], TODAY)
    assert (step.way, step.number, step.rows) == (Way.ADD, done.number, (4, 5))
    (kept,) = keep(zhang, a_row(4), a_row(5))
    assert (kept.id, outcomes(kept)) == (done.id, dict.fromkeys(NAMES[:3], "met"))


def test_the_other_half_of_that_day_is_another_trip_and_says_so(zhang: Official) -> None:
    done = save_activity(a_visit(zhang, day(2, 9), point("王样一"), last_half=Half.AM), TODAY)
    (step,) = batch_steps(sheet_of(zhang), [a_row(4, half=Half.PM)], TODAY)
    assert (step.way, step.beside) == (Way.NEW, done.number)


# --- what will not do


@pytest.mark.parametrize("half", [None, Half.PM])
def test_a_household_recorded_that_day_is_not_recorded_again(zhang: Official, half: Half | None) -> None:
    done = save_activity(a_visit(zhang, day(2, 9), point("王样一"), last_half=Half.AM), TODAY)
    with pytest.raises(SheetProblem, match=done.number) as found:
        keep(zhang, a_row(3, half=half), a_row(4))
    assert set(found.value.rows) == {3}
    assert len(every()) == 1


def test_a_hearing_is_refused_in_the_same_half_day_only(zhang: Official) -> None:
    save_activity(a_visit(zhang, day(3, 2), kind=ActivityKind.HEARING, last_half=Half.AM), TODAY)
    with pytest.raises(SheetProblem, match="已有记录"):
        keep(zhang, a_row(13, 3, 2))
    keep(zhang, a_row(13, 3, 2, Half.PM))
    assert len(every()) == 2


def test_a_day_still_to_come_is_refused_and_nothing_is_kept(zhang: Official) -> None:
    with pytest.raises(SheetProblem, match="第 4 行：2026年3月20日还没有到。"):
        save_batch(Batch(zhang.id, Q1), [a_row(3), a_row(4, 3, 20)], day(3, 10))
    assert every() == []


def test_a_plan_of_several_leaders_is_left_to_the_form(zhang: Official) -> None:
    both = [zhang.id, a_leader("李样二").id]
    save_activity(a_visit(zhang, day(2, 9), point("王样一"), leaders=both, state=PLANNED), TODAY)
    with pytest.raises(SheetProblem, match="共同的计划"):
        keep(zhang, a_row(3))


def test_a_duty_of_several_kinds_is_left_to_the_list(zhang: Official) -> None:
    with writing("样"):
        DutyRule.create(
            code="any",
            name="下基层",
            kinds="hearing,fieldwork",
            unit="times",
            quota=1,
            period="quarter",
            per="leader",
        )
    with pytest.raises(SheetProblem, match="逐次登记"):
        keep(zhang, a_row(14))


def test_an_empty_sheet_is_nothing_to_save(zhang: Official) -> None:
    with pytest.raises(Problem, match="还没有填写"):
        keep(zhang)


def test_if_one_of_the_trips_cannot_be_kept_none_is(zhang: Official, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[ActivityEntry] = []

    def failing(entry: ActivityEntry, today: object) -> Activity:
        if kept:
            raise Problem("磁盘空间不足")
        kept.append(entry)
        return save_activity(entry, today)  # type: ignore[arg-type]

    monkeypatch.setattr("models.batch.save_activity", failing)
    with pytest.raises(Problem, match="磁盘"):
        keep(zhang, a_row(3), a_row(4, 3, 5))
    assert every() == []
