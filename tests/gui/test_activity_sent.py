"""走访登记 when another page sends the user there: filled in, and back again."""

from collections.abc import Callable

from gui.page import Page
from gui.pages.activity import ActivityPage
from models.activity import Activity, ActivityEntry, targets_of
from models.due import due, entry_for
from models.rules.kinds import ActivityKind, ActivityState
from tests.gui.driving import press, type_in
from tests.gui.zhangs_office import TODAY
from tests.models.made_up import day


class Sender(Page):
    title, icon = "甲页", "gear"

    def send(self, about: object) -> None:
        self.shell.visit("走访登记", about)


def test_whoever_was_sent_here_is_sent_back_when_it_is_kept_or_given_up(
    open_activities: Callable[..., ActivityPage],
) -> None:
    page = open_activities(TODAY, Sender)
    sender = page.shell.show(Sender)
    sender.send(ActivityEntry(ActivityKind.VISIT, TODAY, TODAY, [], ActivityState.DONE))
    page.update()
    assert page.focus_get() is page.form.fields["leaders"].inner
    assert [action.label for action in page.actions()] == ["保存", "登记事项", "返回甲页"]
    type_in(page.form.fields["leaders"], "张样一")
    press(page.form.fields["span"].inner, "<Control-e>")
    press(page, "<Control-s>")
    assert page.shell.page is sender
    assert "已保存" in page.shell.noticed
    sender.send(Activity.get())
    press(page, "<Escape>")
    assert page.shell.page is sender
    sender.send(Activity.get())
    type_in(page.form.fields["purpose"], "秋收")
    press(page, "<Escape>")
    assert page.shell.page is page
    assert "填了一半" in page.shell.noticed


def test_the_day_of_what_is_entered_late_is_typed_and_never_taken_for_granted(
    open_activities: Callable[..., ActivityPage],
) -> None:
    page = open_activities(day(10, 9), Sender)
    late = [entry.line for entry in due(day(10, 9)) if entry.what == "village_visit" and entry.line]
    page.shell.show(Sender).send(entry_for(late, day(10, 9)))
    press(page, "<Control-s>")
    assert not Activity.select().exists()
    type_in(page.form.fields["span"].day, "9.24")
    press(page, "<Control-s>")
    kept = Activity.get()
    assert kept.first_day == day(9, 24)
    assert [row.contact_point.name for row in targets_of(kept)] == ["样样村"]
