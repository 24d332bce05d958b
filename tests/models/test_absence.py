"""Entering, ending and taking back an absence: what is refused, and what becomes of the plans it hits."""

from datetime import date

import pytest

from models.absence import Absence
from models.absence_effect import Answer
from models.absence_entry import (
    AbsenceEntry,
    cancel_absence,
    come_back,
    foresee_absence,
    read_absence,
    save_absence,
)
from models.activity import Activity, people_of, read_entry, save_activity
from models.official import Official, save_official
from models.pairing import Pairing, save_pairing
from models.rules.kinds import ActivityState, Deed, Half
from models.rules.problem import Problem
from models.setting import change_settings
from models.undo import last_action, undo
from tests.models.made_up import a_leader, a_visit, day

TODAY = day(11, 25)
NOON = {"first_half": Half.PM}


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


@pytest.fixture
def li(zhang: Official) -> Official:
    """Zhang's partner."""
    other = a_leader("李样二")
    save_pairing(Pairing(a=zhang, b=other))
    return other


def absence(who: Official, first: date, last: date | None, **more: object) -> AbsenceEntry:
    return AbsenceEntry(who.id, first, last_day=last, **more)  # type: ignore[arg-type]


def planned(who: Official, when: date, **more: object) -> Activity:
    morning = {"state": ActivityState.PLANNED, "last_half": Half.AM, "place": "样样镇"}
    return save_activity(a_visit(who, when, **(morning | more)), TODAY)


def refused(typed: AbsenceEntry, **answers: Answer) -> str:
    before = Absence.select().count()
    with pytest.raises(Problem) as caught:
        save_absence(typed, TODAY, {int(key[1:]): answer for key, answer in answers.items()})
    assert Absence.select().count() == before
    return str(caught.value)


def test_what_is_typed_is_kept_and_read_back_the_same(zhang: Official) -> None:
    typed = absence(
        zhang, day(11, 26), day(11, 27), reason=" 开会 ", handover="公章", told_on="11月25日当面", **NOON
    )
    kept = save_absence(typed, TODAY)
    again = read_absence(Absence.get_by_id(kept.id))
    typed.reason, typed.id = "开会", kept.id
    assert again == typed


def test_a_changed_absence_is_not_its_own_overlap(zhang: Official) -> None:
    kept = save_absence(absence(zhang, day(11, 26), day(11, 27)), TODAY)
    save_absence(absence(zhang, day(11, 27), day(11, 30), id=kept.id), TODAY)
    assert [(row.first_day, row.last_day) for row in Absence.select()] == [(day(11, 27), day(11, 30))]


def test_times_that_cannot_be_are_refused(zhang: Official) -> None:
    assert "早于" in refused(absence(zhang, day(11, 27), day(11, 26)))
    assert "早于" in refused(absence(zhang, day(11, 27), day(11, 27), last_half=Half.AM, **NOON))
    save_absence(absence(zhang, day(11, 26), None), TODAY)
    assert "11月26日起已登记外出" in refused(absence(zhang, day(12, 1), day(12, 2)))


def test_an_absence_lies_in_the_time_in_office_and_so_does_a_change_of_that_time(zhang: Official) -> None:
    zhang.office_from = day(3, 1)
    save_official(zhang)
    assert "才任职" in refused(absence(zhang, day(2, 1), day(2, 2)))
    save_absence(absence(zhang, day(11, 26), day(11, 27)), TODAY)
    zhang.office_to = day(11, 26)
    with pytest.raises(Problem, match="任职止早于已登记的外出（2026年11月27日）"):
        save_official(zhang)


def test_a_leader_cannot_leave_before_his_pairing_begins(zhang: Official, li: Official) -> None:
    row = Pairing.get()
    row.first_day = day(6, 1)
    save_pairing(row)
    li.office_to = day(5, 31)
    with pytest.raises(Problem, match="AB角不在任职起止之间"):
        save_official(li)


def test_both_away_needs_somebody_who_approved_it(zhang: Official, li: Official) -> None:
    save_absence(absence(li, day(11, 26), day(11, 27)), TODAY)
    typed = absence(zhang, day(11, 27), day(11, 30))
    assert refused(typed) == "11月27日AB角李样二也外出，无人代行。两人都不在，须填写批准人才能保存。"
    typed.approver = "王样市长"
    save_absence(typed, TODAY)


def test_what_an_absence_would_mean_is_told_before_it_is_kept(zhang: Official, li: Official) -> None:
    wu = a_leader("吴样九")
    change_settings({"fallback_official": "吴样九"})
    save_absence(absence(li, day(11, 26), day(11, 26)), TODAY)
    trip = planned(zhang, day(11, 27))
    seen = foresee_absence(absence(zhang, day(11, 26), day(11, 27)))
    assert [(clash.other, clash.acting) for clash in seen.clashes] == [(li.id, wu.id)]
    assert [(hit.entry.id, hit.acting) for hit in seen.hits] == [(trip.id, li.id)]
    assert Absence.select().count() == 1


def test_only_planned_trips_of_who_is_away_are_hit(zhang: Official, li: Official) -> None:
    planned(zhang, day(11, 27))
    planned(zhang, day(11, 30))
    planned(li, day(11, 27))
    planned(zhang, day(11, 27), stand_ins=[li.id], place="又一镇")
    save_activity(a_visit(zhang, day(11, 24)), TODAY)
    afternoon = absence(zhang, day(11, 20), day(11, 27), last_half=Half.AM)
    assert [hit.entry.first_day for hit in foresee_absence(afternoon).hits] == [day(11, 27)]
    assert foresee_absence(absence(zhang, day(11, 27), day(11, 27), **NOON)).hits == []


def test_trips_are_moved_handed_over_or_cancelled_with_the_absence_and_undone_with_it(
    zhang: Official, li: Official
) -> None:
    moved, handed, off, kept = (planned(zhang, day(11, each)) for each in (26, 27, 28, 29))
    answers = {
        moved.id: Answer(Deed.MOVE, day(12, 1), Half.PM),
        handed.id: Answer(Deed.HAND_OVER),
        off.id: Answer(Deed.CANCEL),
        kept.id: Answer(Deed.KEEP),
    }
    save_absence(absence(zhang, day(11, 26), day(11, 30)), TODAY, answers)
    assert (read_entry(Activity.get_by_id(moved.id)).first_day, Activity.get_by_id(moved.id).first_half) == (
        day(12, 1),
        "pm",
    )
    assert [person.official_id for person in people_of(handed)] == [zhang.id, li.id]
    assert Activity.get_by_id(off.id).state == ActivityState.CANCELLED
    assert Activity.get_by_id(kept.id).first_day == day(11, 29)
    action = last_action()
    assert action is not None
    assert action.label == "登记外出"
    undo(action)
    assert not Absence.select().exists()
    assert [read_entry(Activity.get_by_id(one.id)) for one in (moved, handed, off)] == [
        read_entry(one) for one in (moved, handed, off)
    ]
    assert Activity.get_by_id(off.id).state == ActivityState.PLANNED


def test_the_others_go_without_him(zhang: Official, li: Official) -> None:
    together = planned(zhang, day(11, 27), leaders=[zhang.id, li.id])
    hit = foresee_absence(absence(zhang, day(11, 27), day(11, 27))).hits[0]
    assert hit.deeds == (Deed.KEEP, Deed.MOVE, Deed.STAY_BACK, Deed.CANCEL)
    save_absence(absence(zhang, day(11, 27), day(11, 27)), TODAY, {together.id: Answer(Deed.STAY_BACK)})
    assert [person.official_id for person in people_of(together)] == [li.id]


def test_a_stand_in_who_goes_away_is_stood_in_for(zhang: Official, li: Official) -> None:
    wang, chen = a_leader("王样三"), a_leader("陈样四")
    save_pairing(Pairing(a=wang, b=chen))
    trip = planned(zhang, day(11, 27), stand_ins=[wang.id])
    save_absence(absence(wang, day(11, 27), day(11, 27)), TODAY, {trip.id: Answer(Deed.HAND_OVER)})
    assert [person.official_id for person in people_of(trip)] == [zhang.id, chen.id]


def test_nobody_goes_instead_where_nobody_acts(zhang: Official) -> None:
    trip = planned(zhang, day(11, 27))
    typed = absence(zhang, day(11, 27), day(11, 27))
    assert foresee_absence(typed).hits[0].deeds == (Deed.KEEP, Deed.MOVE, Deed.CANCEL)
    assert "没有人可以代去" in refused(typed, **{f"_{trip.id}": Answer(Deed.HAND_OVER)})


def test_a_trip_is_not_moved_to_where_he_is_still_away(zhang: Official) -> None:
    trip = planned(zhang, day(11, 27))
    typed = absence(zhang, day(11, 26), day(11, 30))
    assert "仍在外出期间" in refused(typed, **{f"_{trip.id}": Answer(Deed.MOVE, day(11, 30))})
    assert "请填写" in refused(typed, **{f"_{trip.id}": Answer(Deed.MOVE)})
    assert "有了变化" in refused(typed, _999=Answer(Deed.CANCEL))
    assert Activity.get_by_id(trip.id).first_day == day(11, 27)


def test_coming_back_ends_the_absence_with_the_half_day_before(zhang: Official) -> None:
    kept = save_absence(absence(zhang, day(11, 20), None), TODAY)
    come_back(kept, day(11, 25), Half.PM, TODAY)
    row = Absence.get_by_id(kept.id)
    assert (row.last_day, row.last_half, row.returned_on) == (day(11, 25), "am", day(11, 25))
    come_back(kept, day(11, 24), Half.AM, TODAY)
    assert Absence.get_by_id(kept.id).last_day == day(11, 23)


def test_a_return_that_no_longer_fits_the_days_is_forgotten(zhang: Official) -> None:
    kept = save_absence(absence(zhang, day(11, 20), None), TODAY)
    come_back(kept, day(11, 25), Half.PM, TODAY)
    save_absence(absence(zhang, day(11, 20), day(11, 24), id=kept.id), TODAY)
    assert Absence.get_by_id(kept.id).returned_on == day(11, 25)
    save_absence(absence(zhang, day(11, 20), day(11, 27), id=kept.id), TODAY)
    assert Absence.get_by_id(kept.id).returned_on is None


def test_nobody_is_back_tomorrow_or_before_he_went(zhang: Official) -> None:
    kept = save_absence(absence(zhang, day(11, 24), None), TODAY)
    for when, word in ((day(11, 26), "还没有到"), (day(11, 24), "早于外出开始")):
        with pytest.raises(Problem, match=word):
            come_back(kept, when, Half.AM, TODAY)
    assert Absence.get_by_id(kept.id).last_day is None


def test_who_stayed_away_longer_than_entered_was_not_away_with_his_partner_unless_approved(
    zhang: Official, li: Official
) -> None:
    kept = save_absence(absence(zhang, day(11, 20), day(11, 20)), TODAY)
    save_absence(absence(li, day(11, 23), day(11, 24)), TODAY)
    with pytest.raises(Problem, match=r"11月23日AB角李样二也外出.*须填写批准人.*\n请先用“编辑”填写批准人"):
        come_back(kept, day(11, 24), Half.AM, TODAY)
    assert Absence.get_by_id(kept.id).last_day == day(11, 20)
    save_absence(absence(zhang, day(11, 20), day(11, 20), id=kept.id, approver="王样市长"), TODAY)
    come_back(kept, day(11, 24), Half.AM, TODAY)
    assert Absence.get_by_id(kept.id).last_day == day(11, 23)


def test_coming_back_sooner_needs_nobody_who_approved_what_his_partner_had_approved(
    zhang: Official, li: Official
) -> None:
    kept = save_absence(absence(zhang, day(11, 20), None), TODAY)
    save_absence(absence(li, day(11, 23), day(11, 24), approver="王样市长"), TODAY)
    come_back(kept, day(11, 24), Half.AM, TODAY)
    assert Absence.get_by_id(kept.id).last_day == day(11, 23)


def test_an_absence_that_did_not_come_about_is_taken_back_and_can_be_had_again(zhang: Official) -> None:
    kept = save_absence(absence(zhang, day(11, 26), day(11, 27), reason="学习"), TODAY)
    cancel_absence(kept)
    assert not Absence.select().exists()
    action = last_action()
    assert action is not None
    undo(action)
    assert Absence.get().reason == "学习"
