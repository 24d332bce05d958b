"""What is heard on a visit becomes a matter in two keystrokes; how many there are stands at the target."""

from collections.abc import Callable

import pytest

from gui.pages.activity import ActivityPage
from gui.pages.matter import MatterPage
from models.activity import Activity, Target
from models.contact_point import ContactPoint
from models.matter import Matter
from models.official import Official
from models.rules.kinds import ActivityKind, MatterKind
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import TODAY, kept
from tests.models.made_up import day


@pytest.fixture
def page(zhang: Official, open_activities: Callable[..., ActivityPage]) -> ActivityPage:
    """A new visit of Zhang's on 20 November, the cursor on his third household."""
    page = open_activities(TODAY, MatterPage)
    page.add()
    type_in(page.form.fields["leaders"], "张样一")
    type_in(page.form.fields["span"].day, "11.20")
    page.update()
    page.form.targets.list.focus_rows()
    for _ in range(4):
        press(page.form.targets.list.canvas, "<Down>")
    return page


def heard(page: ActivityPage, text: str) -> None:
    press(page.form.targets.list.canvas, "<space>")
    type_in(page.form.targets.heard, text)
    page.form.targets.list.focus_rows()


def test_two_keys_register_what_was_heard_and_the_visit_with_it(page: ActivityPage, zhang: Official) -> None:
    heard(page, "饮水管道老化")
    press(page.form.targets.list.canvas, "<m>")
    assert page.focus_get() is page.drawer.main
    press(page.drawer.main, "<Return>")
    matter, home = Matter.get(), ContactPoint.get(ContactPoint.name == "王样三")
    assert (matter.content, matter.raised_by, matter.contact_point) == ("饮水管道老化", "王样三", home)
    assert (matter.official, matter.activity, matter.registered_on) == (zhang, Activity.get(), day(11, 20))
    assert Target.get(Target.contact_point == home).heard == "饮水管道老化"
    assert not page.has_drawer
    assert page.is_filling
    wait_until(page.shell, lambda: page.form.ticks.current.matters == 1)
    assert page.form.ticks.current.name == "王样三"
    assert page.focus_get() is page.form.targets.list.canvas
    assert [button.cget("text") for button in page.shell.head.buttons] == ["保存", "民情事项 1 ▾", "返回列表"]
    press(page, "<Control-z>")
    assert not Matter.select().exists()
    assert Activity.select().count() == 1


def test_where_nothing_was_written_yet_one_types_what_it_is_about(page: ActivityPage) -> None:
    press(page.form.targets.list.canvas, "<space>")
    press(page.form.targets.list.canvas, "<m>")
    assert page.focus_get() is page.drawer.form["content"].inner


def test_a_visit_that_will_not_do_keeps_every_word_and_says_what_to_do_first(page: ActivityPage) -> None:
    heard(page, "饮水管道老化")
    type_in(page.form.fields["leaders"], "张样一、无此人")
    press(page.form.targets.list.canvas, "<m>")
    assert not page.has_drawer
    assert "先把这次活动填好" in page.shell.noticed
    assert page.form.ticks.current.heard == "饮水管道老化"
    assert not Activity.select().exists()


def test_of_a_hearing_what_was_said_becomes_a_petition(
    zhang: Official, open_activities: Callable[..., ActivityPage]
) -> None:
    page = open_activities()
    page.open(kept(zhang, kind=ActivityKind.HEARING, targets=[], heard="征地补偿"))
    press(page, "<Control-m>")
    page.drawer.submit()
    assert (Matter.get().kind, Matter.get().content) == (MatterKind.PETITION, "征地补偿")


def test_the_matters_of_a_visit_are_opened_from_it(
    zhang: Official, open_activities: Callable[..., ActivityPage]
) -> None:
    page = open_activities(TODAY, MatterPage)
    page.open(kept(zhang, heard="路坏了"))
    press(page, "<Control-m>")
    page.drawer.submit()
    wait_until(page.shell, lambda: "民情事项 1 ▾" in [b.cget("text") for b in page.shell.head.buttons])
    press(page, "<Control-m>")
    press(page.matters.menu, "<Key-2>")
    there = page.shell.page
    assert isinstance(there, MatterPage)
    assert there.view.matter == Matter.get()
    there.view._source.invoke()
    assert page.shell.page is page
    assert page.form.id == Activity.get().id


def test_a_matter_half_typed_over_a_visit_is_not_lost_unasked(page: ActivityPage, answers: Answers) -> None:
    press(page.form.targets.list.canvas, "<space>")
    press(page.form.targets.list.canvas, "<m>")
    page.drawer.form["content"].text.insert("1.0", "饮水")
    page.update()
    assert page.holds_typing()
    for leaving in (page.keep, page.leave, page.escape, page.add):
        answers.say("取消")
        leaving()
        assert page.has_drawer
        assert page.is_filling


def test_very_many_matters_of_one_visit_are_listed_on_their_page(
    zhang: Official, open_activities: Callable[..., ActivityPage]
) -> None:
    page = open_activities(TODAY, MatterPage)
    page.open(kept(zhang, heard="路坏了"))
    for _ in range(9):
        page.matters.add()
        page.drawer.submit()
    page.matters.choose()
    press(page.matters.menu, "<Key-2>")
    there = page.shell.page
    wait_until(page.shell, lambda: there.list.found.is_over)
    assert not there.is_open
    assert len(there.list.table.rows.items) == 9
