"""Ctrl+Z in the window: the last action is taken back and named; what is being typed is left alone."""

from collections.abc import Callable
from datetime import datetime, timedelta

from gui.look.palette import Tone, signed
from gui.pages.activity import ActivityPage
from gui.pages.setting import SettingPage
from gui.window import Window
from models.activity import Activity
from models.rules.kinds import ActivityState
from models.setting import change_settings, value
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import kept, zhangs_office


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
    window.page.list.answers[ActivityState.CANCELLED].invoke()
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


def test_what_was_done_before_the_window_opened_is_asked_about(
    open_window: Callable[..., Window], answers: Answers
) -> None:
    change_settings({"office_name": "样样市政府办公室"})
    window = open_window(SettingPage)
    window._opened = datetime.now() + timedelta(minutes=1)
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
