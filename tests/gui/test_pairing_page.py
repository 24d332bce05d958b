"""The page AB角: absences with all they mean, pairings, and the ways to both."""

from collections.abc import Callable
from datetime import date

import pytest

from gui.pages.calendar import CalendarPage
from gui.pages.pairing import PairingPage, View
from gui.pages.today import TodayPage
from gui.window import Window
from models.absence import Absence
from models.activity import Activity, people_of
from models.official import Official
from models.rules.kinds import ActivityState, Deed, Half
from tests.gui.calendar_office import asked, plan
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.pairing_page import listed
from tests.models.made_up import day, is_absent

TODAY = day(11, 25)


def fill(page: PairingPage, **typed: str) -> None:
    for name, text in typed.items():
        type_in(page.drawer.form[name], text)
    page.drawer.settle()
    page.update()


def test_an_absence_is_entered_by_keyboard_and_listed_with_who_acts(
    li: Official, open_page: Callable[..., PairingPage]
) -> None:
    page = open_page()
    press(page, "<Control-n>")
    fill(page, official="张样一", first_day="11.26", last_day="11.27", reason="开会", place="省城")
    assert "期间李样二代行。" in page.drawer.effect.text
    assert "▲ 离开前要告知李样二，请填写告知时间。" in page.drawer.effect.text
    fill(page, told_on="11月25日当面")
    assert "请填写告知时间" not in page.drawer.effect.text
    press(page.drawer.form["place"].inner, "<Control-Return>")
    wait_until(page.shell, lambda: not page.has_drawer)
    assert "已登记张样一11月26日至27日外出" in page.shell.noticed
    assert listed(page) == [["张样一", "11月26日至27日", "2", "开会，省城", "李样二代行", "—", "○ 将外出"]]


def test_both_away_is_said_while_the_date_is_typed_and_not_saved_without_who_approved_it(
    li: Official, open_page: Callable[..., PairingPage]
) -> None:
    is_absent(li, day(11, 26), day(11, 26))
    page = open_page()
    page.add_absence()
    fill(page, official="张样一", first_day="11.26", last_day="11.27")
    assert "● 11月26日AB角李样二也外出，无人代行。" in page.drawer.effect.text
    assert "须填写批准人才能保存" in page.drawer.effect.text
    page.drawer.submit()
    assert "批准人" in page.drawer.form.complaints["approver"]
    assert Absence.select().count() == 1
    fill(page, approver="王样市长")
    assert "经王样市长批准。" in page.drawer.effect.text
    page.drawer.submit()
    assert Absence.select().count() == 2
    assert [(row[0], row[4]) for row in listed(page)] == [
        ("张样一", "● AB角都外出，无人代行、李样二代行"),
        ("李样二", "● AB角都外出，无人代行"),
    ]


def test_bad_times_are_said_at_once_and_refused(
    zhang: Official, open_page: Callable[..., PairingPage]
) -> None:
    is_absent(zhang, day(12, 1), None)
    page = open_page()
    page.add_absence()
    fill(page, official="张样一", first_day="11.27", last_day="11.26")
    assert "● 结束时间早于开始时间。" in page.drawer.effect.text
    fill(page, last_day="12.2")
    assert "12月1日起已登记外出，时间重叠" in page.drawer.effect.text
    page.drawer.submit()
    assert "时间重叠" in "".join(page.drawer.form.complaints.values())
    assert page.has_drawer


def test_the_plans_it_hits_are_handed_over_and_cancelled_with_it_and_one_undo_takes_all_back(
    zhang: Official, li: Official, open_page: Callable[..., PairingPage]
) -> None:
    handed, off = plan(zhang, day(11, 26)), plan(zhang, day(11, 27))
    page = open_page()
    page.add_absence()
    fill(page, official="张样一", first_day="11.26", last_day="11.27")
    rows = page.drawer.effect.rows
    assert list(rows) == [handed.id, off.id]
    choose(page, handed, Deed.HAND_OVER)
    choose(page, off, Deed.CANCEL)
    assert "两人都不在岗" in rows[handed.id].text
    assert page.holds_typing()
    page.drawer.submit()
    assert "2 项安排已处理" in page.shell.noticed
    assert [person.official_id for person in people_of(handed)] == [zhang.id, li.id]
    press(page, "<Control-z>")
    assert not Absence.select().exists()
    assert [person.official_id for person in people_of(handed)] == [zhang.id]
    assert Activity.get_by_id(off.id).state == ActivityState.PLANNED


def choose(page: PairingPage, activity: Activity, deed: Deed) -> None:
    row = page.drawer.effect.rows[activity.id]
    row.deed.set(deed)
    row.deed._chosen()
    page.drawer.settle()


def test_what_was_chosen_for_a_plan_is_not_given_up_unasked(
    zhang: Official, open_page: Callable[..., PairingPage], answers: Answers
) -> None:
    is_absent(zhang, day(11, 26), day(11, 27))
    trip = plan(zhang, day(11, 26))
    page = open_page()
    page.absences.table.pick(0)
    page.absences.buttons["编辑"].invoke()
    choose(page, trip, Deed.CANCEL)
    answers.say("取消")
    press(page.drawer.form["reason"].inner, "<Escape>")
    assert page.has_drawer
    assert page.drawer.effect.answers()


def test_a_plan_is_moved_to_the_day_typed(zhang: Official, open_page: Callable[..., PairingPage]) -> None:
    trip = plan(zhang, day(11, 26))
    page = open_page()
    page.add_absence()
    fill(page, official="张样一", first_day="11.26", last_day="11.30")
    choose(page, trip, Deed.MOVE)
    page.drawer.submit()
    assert "改到哪一天" in "".join(page.drawer.form.complaints.values())
    type_in(page.drawer.effect.rows[trip.id].day, "12.1")
    page.drawer.submit()
    assert Activity.get_by_id(trip.id).first_day == day(12, 1)


def test_coming_back_is_entered_by_one_key_and_names_what_is_to_be_handed_back(
    zhang: Official, open_page: Callable[..., PairingPage]
) -> None:
    is_absent(zhang, day(11, 20), day(11, 24), handover="公章\n公文：3件待批")
    page = open_page()
    assert "待登记返岗 1 人" in page.context()
    assert listed(page)[0][-1] == "◆ 待登记返岗"
    page.absences.table.pick(0)
    press(page.absences.table.sheet, "<r>")
    type_in(page.drawer.form["day"], "11.25")
    page.drawer.form["half"].set(Half.AM)
    page.drawer.submit()
    assert "请办理交回" in page.shell.noticed
    assert Absence.get().returned_on == TODAY
    assert listed(page) == []


def test_an_absence_that_did_not_come_about_is_cancelled_and_had_back(
    zhang: Official, open_page: Callable[..., PairingPage]
) -> None:
    is_absent(zhang, day(12, 1), day(12, 2))
    page = open_page()
    page.absences.table.pick(0)
    page.absences.buttons["取消外出"].invoke()
    assert "已取消张样一的外出" in page.shell.noticed
    assert not Absence.select().exists()
    press(page, "<Control-z>")
    assert Absence.get().first_day == day(12, 1)


def test_what_is_typed_for_an_absence_that_is_undone_elsewhere_becomes_a_new_one(
    zhang: Official, open_page: Callable[..., PairingPage]
) -> None:
    page = open_page()
    page.add_absence()
    fill(page, official="张样一", first_day="11.26", last_day="11.27")
    page.drawer.submit()
    assert len(listed(page)) == 1
    page.absences.table.pick(0)
    page.absences.buttons["编辑"].invoke()
    press(page.shell.root, "<Control-z>")
    assert "刚才被撤销" in page.shell.noticed
    fill(page, reason="学习")
    page.drawer.submit()
    assert [row.reason for row in Absence.select()] == ["学习"]


def test_a_filter_finds_by_name_initials_and_reason(
    zhang: Official, li: Official, open_page: Callable[..., PairingPage]
) -> None:
    is_absent(zhang, TODAY, TODAY, reason="学习")
    is_absent(li, day(11, 26), day(11, 26), reason="开会")
    page = open_page()
    press(page, "<F3>")
    for typed, names in (("lye", ["李样二"]), ("学习", ["张样一"]), ("无此人", [])):
        type_in(page.absences.search, typed)
        assert [row[0] for row in listed(page)] == names


def test_past_absences_are_listed_when_asked_for(
    zhang: Official, open_page: Callable[..., PairingPage]
) -> None:
    is_absent(zhang, day(3, 1), day(3, 2))
    is_absent(zhang, day(3, 1, 2025), day(3, 2, 2025))
    page = open_page()
    for span, count in (("now", 0), ("year", 1), ("all", 2)):
        page.absences.choice.set(span)
        page.absences.show()
        assert len(listed(page)) == count


@pytest.mark.parametrize(
    ("button", "document"), [("打印启动通知单", "absence_notice"), ("打印交接清单", "handover_list")]
)
def test_a_notice_is_printed_of_the_absence_under_the_cursor(
    zhang: Official, open_page: Callable[..., PairingPage], button: str, document: str
) -> None:
    is_absent(zhang, day(12, 1), day(12, 2))
    page = open_page()
    page.absences.table.pick(0)
    page.absences.buttons[button].invoke()
    wanted = asked(page)  # type: ignore[arg-type]
    assert (wanted.document, wanted.leader, wanted.day) == (document, zhang.id, day(12, 1))


def test_typed_absences_are_not_lost_when_another_view_is_wanted(
    zhang: Official, open_page: Callable[..., PairingPage], answers: Answers
) -> None:
    page = open_page()
    page.add_absence()
    fill(page, official="张样一")
    answers.say("取消")
    page.look_at(View.PAIRINGS)
    assert page.view == View.ABSENCES
    assert page.has_drawer


def test_the_calendar_opens_an_absence_there(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = is_absent(zhang, TODAY, TODAY)
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    window = open_window(CalendarPage, PairingPage)
    window.page.open_day(TODAY)
    window.page.panel.buttons["打开"].invoke()
    assert window.page.absences.current.id == kept.id


def test_the_start_page_reminds_of_the_hand_back_and_leads_there(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = is_absent(zhang, day(11, 20), date(2026, 11, 24), handover="公章")
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    window = open_window(TodayPage, PairingPage)
    wait_until(window, lambda: window.page.side is not None)
    assert window.page.side.away.texts == [("◆ 张样一（请登记返岗、交回）", "11月24日已满")]
    run = window.page.side.away._lines[0].run
    assert run is not None
    run()
    assert window.page.absences.current.id == kept.id


def test_the_board_opens_the_absence_under_the_cursor_and_another_page_can_send_one_to_a_day(
    li: Official, open_page: Callable[..., PairingPage]
) -> None:
    is_absent(li, day(12, 1), day(12, 1), reason="开会")
    page = open_page()
    page.come(day(12, 1))
    page.update()
    assert page.view == View.BOARD
    assert page.board.foot.startswith("2026年11月30日 星期一 至 12月6日 星期日    外出 1 人")
    press(page.board.cells.canvas, "<Down>")
    press(page.board.cells.canvas, "<Return>")
    assert page.drawer.form["reason"].get() == "开会"
    page.escape()
    assert not page.has_drawer


def test_who_acts_while_nobody_knows_the_return_is_said_from_a_day_on(
    li: Official, open_page: Callable[..., PairingPage]
) -> None:
    is_absent(li, day(12, 4), day(12, 6))
    page = open_page()
    page.add_absence()
    fill(page, official="张样一", first_day="12.1")
    assert "12月1日至3日李样二代行。" in page.drawer.effect.text
    assert "12月7日起李样二代行。" in page.drawer.effect.text
