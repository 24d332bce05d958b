"""What is typed in an open form outlives the program, is offered again, and goes once saved or given up."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gui.forms.moving import ask_day
from gui.pages.activity import ActivityPage
from gui.pages.calendar import CalendarPage
from gui.pages.contact_point import ContactPointPage
from gui.pages.friend import FriendPage
from gui.pages.matter import MatterPage
from gui.pages.setting import SettingPage
from gui.pages.today import TodayPage
from gui.state.activity_ticks import Mark
from gui.window import Window
from models.activity import Activity, targets_of
from models.batch_sheet import Batch
from models.draft import drafts
from models.friend import Friend
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityState, Outcome
from models.storage import close_database, open_database
from models.undo import last_action, undo
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.typist import TYPING
from tests.gui.zhangs_office import TODAY, kept
from tests.models.made_up import a_leader, day

ROOT = Path(__file__).parents[2]

Reopen = Callable[..., Window]


@pytest.fixture
def died(open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch, office: Path) -> Reopen:
    """The program dies without a word, some seconds after the last key, and is started again."""
    monkeypatch.setattr(Window, "today", lambda _: TODAY)

    def start_again(window: Window, *pages: type[Any]) -> Window:
        window._drafts.keep()
        window.root.destroy()
        close_database()
        open_database(office)
        return open_window(*pages)

    return start_again


def put_back(window: Window) -> None:
    window.offer.buttons["恢复"].invoke()
    window.root.update()


def test_a_kill_loses_at_most_five_seconds_of_typing(folder: Path) -> None:
    worst = 0.0
    for seconds in (2.3, 3.7, 5.1):
        with subprocess.Popen(
            [sys.executable, "-c", TYPING, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as running:
            assert running.stdout is not None
            first = running.stdout.readline()
            time.sleep(seconds)
            killed = time.monotonic()
            os.kill(running.pid, signal.SIGKILL)
            typed = [first, *running.stdout.readlines()]
        open_database(folder)
        saved = len(drafts()[0].typed.content["fields"]["name"]) if drafts() else 0
        close_database()
        lost = [at for at, length in map(str.split, typed) if int(length) > saved]
        worst = max(worst, killed - float(lost[0]) if lost else 0.0)
    assert worst <= 5.0, worst


def test_a_half_filled_activity_is_there_again_with_its_ticks(
    open_activities: Callable[..., ActivityPage], died: Reopen
) -> None:
    page = open_activities()
    page.add()
    type_in(page.form.fields["leaders"], "张样一")
    type_in(page.form.fields["purpose"], "看望")
    page.update()
    household = page.form.ticks.households[2]
    page.form.ticks.mark(household, Mark.NOT_MET)
    household.reason = "外出务工"
    page.form.targets.changed()
    window = died(page.shell, ActivityPage)
    assert "走访登记“新登记”" in window.offer.text
    put_back(window)
    assert window.page.is_filling
    assert window.offer.text == ""
    press(window.root, "<Control-s>")
    assert [(row.purpose, row.state) for row in Activity.select()] == [("看望", ActivityState.DONE)]
    assert [(row.outcome, row.reason) for row in targets_of(Activity.get())] == [
        (Outcome.NOT_MET, "外出务工")
    ]
    wait_until(window, lambda: not drafts())


def test_a_change_of_a_kept_activity_goes_on_with_that_activity(
    open_activities: Callable[..., ActivityPage], died: Reopen, zhang: Official
) -> None:
    activity = kept(zhang, place="样样镇")
    page = open_activities()
    page.open(activity)
    type_in(page.form.fields["place"], "样样村")
    window = died(page.shell, ActivityPage)
    assert f"修改 {activity.number}" in window.offer.text
    put_back(window)
    press(window.root, "<Control-s>")
    assert [(row.id, row.place) for row in Activity.select()] == [(activity.id, "样样村")]


def test_a_change_of_an_activity_that_is_gone_since_becomes_a_new_one(
    open_activities: Callable[..., ActivityPage], died: Reopen, zhang: Official
) -> None:
    page = open_activities()
    page.open(kept(zhang, place="样样镇"))
    type_in(page.form.fields["place"], "样样村")
    window = died(page.shell, ActivityPage)
    action = last_action()
    assert action is not None
    undo(action)
    put_back(window)
    assert window.page.form.id is None
    assert window.page.form.fields["place"].get() == "样样村"


def test_a_half_typed_visit_sheet_is_there_again(
    open_activities: Callable[..., ActivityPage], died: Reopen, zhang: Official
) -> None:
    page = open_activities()
    page.open_batch(Batch(zhang.id, period("2026Q4")))
    page.batch.typed.go_to_number(3)
    page.batch.typed.write("11.5")
    page.batch.typed.settle()
    typed = [(line.row.number, line.day, line.mark) for line in page.batch.typed.filled]
    window = died(page.shell, ActivityPage)
    put_back(window)
    assert window.page.is_batch
    assert [(line.row.number, line.day, line.mark) for line in window.page.batch.typed.filled] == typed
    assert typed


FORMS: list[tuple[type[Any], Callable[[Any], object], str, str]] = [
    (FriendPage, lambda page: page.add(), "name", "钱样"),
    (ContactPointPage, lambda page: page.add_point(), "name", "钱样"),
    (ContactPointPage, lambda page: page.edit_leader(), "title", "副市长"),
    (ContactPointPage, lambda page: (page.points.pick(0), page.edit_point()), "address", "3组"),
    (ContactPointPage, lambda page: (page.points.pick(0), page.end_point()), "last_day", "11.30"),
    (MatterPage, lambda page: page.add(), "content", "路灯不亮"),
]


@pytest.mark.parametrize(("kind", "open_form", "field", "text"), FORMS)
def test_every_form_is_opened_again_as_it_was(
    zhang: Official,
    open_window: Callable[..., Window],
    died: Reopen,
    kind: type[Any],
    open_form: Callable[[Any], object],
    field: str,
    text: str,
) -> None:
    window = open_window(kind)
    open_form(window.page)
    drawer = window.page.drawer
    title = drawer.title
    drawer.form[field].type_again(text)
    drawer.form[field].changed()
    again = died(window, kind)
    put_back(again)
    assert again.page.drawer.title == title
    assert again.page.drawer.form[field].typed() == text
    assert again.page.drawer.edited


def test_a_reason_for_a_missed_duty_and_a_changed_setting_are_there_again(
    zhang: Official, open_window: Callable[..., Window], died: Reopen
) -> None:
    window = open_window(SettingPage)
    type_in(window.page.forms[0]["office_name"], "样样市政府办公室")
    again = died(window, TodayPage, SettingPage)
    put_back(again)
    assert again.page.forms[0]["office_name"].get() == "样样市政府办公室"
    assert again.page.context() == "有改动，尚未保存"


def test_what_is_given_up_is_not_offered_again(
    zhang: Official, open_window: Callable[..., Window], died: Reopen
) -> None:
    window = open_window(FriendPage)
    window.page.add()
    type_in(window.page.drawer.form["name"], "钱样")
    again = died(window, FriendPage)
    again.offer.buttons["放弃"].invoke()
    assert again.offer.text == ""
    assert not drafts()


def test_closing_the_window_after_giving_up_leaves_nothing(
    zhang: Official, open_window: Callable[..., Window], answers: Answers
) -> None:
    window = open_window(FriendPage)
    window.page.add()
    type_in(window.page.drawer.form["name"], "钱样")
    window._drafts.keep()
    assert drafts()
    answers.say("放弃")
    assert window.close()
    assert not drafts()


def test_what_is_saved_is_no_draft_any_more(zhang: Official, open_window: Callable[..., Window]) -> None:
    window = open_window(FriendPage)
    window.page.add()
    form = window.page.drawer.form
    type_in(form["official"], "张样一")
    type_in(form["name"], "钱样")
    window._drafts.keep()
    window.page.drawer.submit()
    assert Friend.select().count() == 1
    wait_until(window, lambda: not drafts())


def test_something_half_typed_now_is_not_pushed_aside_and_the_draft_waits(
    zhang: Official, open_window: Callable[..., Window], died: Reopen
) -> None:
    window = open_window(FriendPage)
    window.page.add()
    type_in(window.page.drawer.form["name"], "钱样")
    again = died(window, FriendPage)
    again.page.add()
    type_in(again.page.drawer.form["name"], "孙样")
    put_back(again)
    assert "先保存或放弃" in again.noticed
    assert again.page.drawer.form["name"].get() == "孙样"
    assert "基层朋友" in again.offer.text


def test_the_form_of_a_row_that_is_gone_says_so_and_keeps_the_draft(
    zhang: Official, open_window: Callable[..., Window], died: Reopen
) -> None:
    other = a_leader("李样二")
    window = open_window(ContactPointPage)
    window.page.leaders.pick_same(other.id)
    window.page.edit_leader()
    type_in(window.page.drawer.form["title"], "副市长")
    again = died(window, ContactPointPage)
    action = last_action()
    assert action is not None
    undo(action)
    put_back(again)
    assert "已经不在了" in again.noticed
    assert drafts()


def test_a_day_to_move_to_is_there_again(
    zhang: Official, open_window: Callable[..., Window], died: Reopen
) -> None:
    activity = kept(zhang, state=ActivityState.PLANNED)
    window = open_window(CalendarPage)
    window.page.lay_over(ask_day, window.page.shell, activity)
    field = next(iter(window.page.drawer.form.controls.values()))
    field.type_again("11.30")
    field.changed()
    again = died(window, CalendarPage)
    put_back(again)
    assert next(iter(again.page.drawer.form.controls.values())).typed() == "11.30"
    assert Activity.get().first_day == day(11, 20)
