"""The list of 走访登记 in the real window: found, chosen, answered, opened."""

from collections.abc import Callable

import pytest

from gui.forms.plan_answers import DONE
from gui.pages.activity import ActivityPage
from models.activity import Activity, targets_of
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState
from tests.gui.driving import press, type_in, wait_until
from tests.gui.zhangs_office import kept
from tests.models.made_up import a_leader, day


@pytest.fixture
def page(open_activities: Callable[..., ActivityPage]) -> ActivityPage:
    return open_activities()


def test_the_list_is_searched_by_text_and_by_pinyin_initials(page: ActivityPage, zhang: Official) -> None:
    kept(zhang, place="样样镇")
    kept(
        zhang, kind=ActivityKind.HEARING, place="别处", first_day=day(11, 3), last_day=day(11, 3), targets=()
    )
    page.refresh()
    type_in(page.list.search, "yyz")
    assert [row[4] for row in page.list.table.shown()] == ["样样镇"]
    type_in(page.list.search, "听诉")
    assert [row[4] for row in page.list.table.shown()] == ["别处"]
    type_in(page.list.search, "查无")
    assert page.list.table.shown() == []


def test_the_list_shows_one_leader_and_one_period(page: ActivityPage, zhang: Official) -> None:
    kept(zhang)
    kept(a_leader("李样二"), first_day=day(5, 4), last_day=day(5, 4), targets=())
    page.refresh()
    assert [row[2] for row in page.list.table.shown()] == ["张样一"]
    page.list.period.set(period("2026"))
    page.list._chosen()
    assert [row[2] for row in page.list.table.shown()] == ["张样一", "李样二"]
    page.list.leader.set(zhang.id)
    page.list._chosen()
    assert [row[2] for row in page.list.table.shown()] == ["张样一"]


def test_a_plan_is_answered_in_one_step(page: ActivityPage, zhang: Official) -> None:
    plan = kept(zhang, state=ActivityState.PLANNED)
    page.refresh()
    assert page.list.table.shown()[0][0] == "◆ 待确认"
    page.list.pick(plan.id)
    page.list.answers.buttons[DONE].invoke()
    wait_until(page.shell, lambda: page.list.table.shown()[0][0] == "✓ 完成")
    assert {row.outcome for row in targets_of(plan)} == {"met"}


def test_enter_opens_a_record_and_saving_it_changes_that_record(page: ActivityPage, zhang: Official) -> None:
    activity = kept(zhang)
    page.refresh()
    page.list.pick(activity.id)
    press(page.list.table.sheet, "<Return>")
    assert activity.number in page.context()
    type_in(page.form.fields["purpose"], "回访")
    page.keep()
    assert [(row.id, row.purpose) for row in Activity.select()] == [(activity.id, "回访")]
    assert [row.contact_point.name for row in targets_of(activity)] == ["样样镇"]


def test_what_stands_below_the_list_is_about_the_row_that_the_cursor_came_to_with_shift(
    page: ActivityPage, zhang: Official
) -> None:
    plan = kept(zhang, state=ActivityState.PLANNED)
    done = kept(zhang, first_day=day(11, 3), last_day=day(11, 3))
    page.refresh()
    page.list.pick(plan.id)
    press(page.list.table.sheet, "<Shift-Down>")
    assert page.list.table.current == done.id
    assert done.number in str(page.list._about.cget("text"))
    assert not page.list.answers.winfo_manager()
