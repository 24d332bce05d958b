"""Ctrl+Z in the window: the last action is taken back and named; what is being typed is left alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from gui.forms.plan_answers import CANCELLED
from gui.look.palette import Tone, signed
from gui.pages.activity import ActivityPage
from gui.pages.contact_point import ContactPointPage
from gui.pages.setting import SettingPage
from gui.window import Window
from models.activity import Activity, read_entry, save_activity
from models.official import Official, officials
from models.rules.kinds import ActivityState
from models.setting import change_settings, value
from models.writing import writing
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import TODAY, kept, zhangs_office
from tests.models.made_up import a_leader


def test_ctrl_z_takes_back_what_was_done_last_and_says_what(
    open_window: Callable[..., Window],
) -> None:
    window = open_window(ActivityPage)
    kept(zhangs_office())
    press(window.root, "<Control-z>")
    assert not Activity.select().exists()
    assert window.noticed == signed(Tone.DONE, "已撤销“登记活动”。")


def test_an_answer_to_a_plan_is_one_undo(open_window: Callable[..., Window]) -> None:
    plan = kept(zhangs_office(), state=ActivityState.PLANNED)
    window = open_window(ActivityPage)
    window.page.list.pick(plan.id)
    window.page.list.answers.buttons[CANCELLED].invoke()
    press(window.root, "<Control-z>")
    assert Activity.get().state == ActivityState.PLANNED


def test_while_something_is_typed_nothing_is_taken_back(open_window: Callable[..., Window]) -> None:
    window = open_window(SettingPage)
    change_settings({"office_name": "样样市政府办公室"})
    name = window.page.forms[0]["office_name"]
    wait_until(window, lambda: name.get() == "样样市政府办公室")
    type_in(name, "另一个名称")
    press(window.root, "<Control-z>")
    assert value("office_name") == "样样市政府办公室"
    assert "还没有保存" in window.noticed


def test_a_form_in_sight_that_shows_what_is_taken_back_closes(
    open_activities: Callable[..., ActivityPage], zhang: Official
) -> None:
    page = open_activities()
    page.open(kept(zhang))
    press(page, "<Control-z>")
    wait_until(page.shell, lambda: not page.is_filling)
    assert not Activity.select().exists()


def test_a_form_shows_what_an_undo_made_of_its_activity(
    open_activities: Callable[..., ActivityPage], zhang: Official
) -> None:
    page = open_activities()
    activity = kept(zhang, place="样样镇")
    save_activity(replace(read_entry(activity), place="样样村"), TODAY)
    page.open(Activity.get())
    press(page, "<Control-z>")
    wait_until(page.shell, lambda: page.form.fields["place"].get() == "样样镇")
    assert not page.form.edited


def test_what_is_typed_for_an_activity_that_is_taken_back_elsewhere_is_kept_as_a_new_one(
    open_activities: Callable[..., ActivityPage], zhang: Official
) -> None:
    page = open_activities(TODAY, SettingPage)
    page.open(kept(zhang))
    type_in(page.form.fields["place"], "样样村")
    page.shell.visit("设置")
    press(page.shell.root, "<Control-z>")
    page.shell.visit("走访登记")
    wait_until(page.shell, lambda: "刚才被撤销" in page.shell.noticed)
    press(page, "<Control-s>")
    assert [row.place for row in Activity.select()] == ["样样村"]


def test_a_drawer_over_what_was_taken_back_says_so_and_saves_nothing(
    open_window: Callable[..., Window],
) -> None:
    window = open_window(ContactPointPage)
    a_leader("张样一")
    wait_until(window, lambda: window.page.leaders.current is not None)
    window.page.edit_leader()
    press(window.root, "<Control-z>")
    window.page.drawer.submit()
    assert "已经不在了" in window.page.drawer.form.complaints[""]
    assert not officials()


def test_what_was_done_before_the_window_opened_is_asked_about(
    open_window: Callable[..., Window], answers: Answers
) -> None:
    change_settings({"office_name": "样样市政府办公室"})
    window = open_window(SettingPage)
    window._back._opened = datetime.now() + timedelta(minutes=1)
    answers.say("取消", "撤销")
    press(window.root, "<Control-z>")
    assert value("office_name") == "样样市政府办公室"
    press(window.root, "<Control-z>")
    assert value("office_name") == ""
    assert "“修改设置”" in answers.asked[0]


def test_with_nothing_left_it_says_so(open_window: Callable[..., Window]) -> None:
    window = open_window(SettingPage)
    press(window.root, "<Control-z>")
    assert window.noticed == signed(Tone.PLANNED, "没有可以撤销的操作。")


def test_a_page_come_to_right_after_an_undo_draws_no_row_that_is_gone(
    open_window: Callable[..., Window],
) -> None:
    window = open_window()
    window.root.geometry("860x500")
    with writing("样"):
        zhangs_office()
    window.visit("联系点")
    window.root.update()  # the rows further down were not drawn yet
    window.visit("走访日历")
    press(window.root, "<Control-z>")
    window.visit("联系点")
    assert window.page.points.rows.items == []
    window.root.geometry("1366x860")
    window.root.update()
    assert not officials()
