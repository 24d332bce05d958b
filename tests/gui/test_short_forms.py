"""The form of each kind of activity asks for what that kind needs, and loses nothing that was typed."""

from collections.abc import Callable

import pytest

from gui.pages.activity import ActivityPage
from gui.state.short_form import fields_shown
from models.activity import Activity, ActivityEntry, TargetEntry, read_entry, save_activity
from models.contact_point import ContactPoint
from models.official import Official
from models.rules.kinds import ActivityKind, ActivityState, FieldworkForm, Half, Outcome, Venue
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import TODAY, done, kept
from tests.models.made_up import a_visit, day


@pytest.fixture
def page(open_activities: Callable[..., ActivityPage]) -> ActivityPage:
    return open_activities()


def begin(page: ActivityPage, digit: int) -> None:
    """Ctrl+O and the digit of a kind."""
    press(page, "<Control-o>")
    press(page.menu, f"<Key-{digit}>")
    type_in(page.form.fields["leaders"], "张样一")


def seen(page: ActivityPage) -> list[str]:
    return [field.label for field in page.form.fields.fields]


def change_kind(page: ActivityPage, kind: ActivityKind) -> None:
    page.form.fields["kind"].set(kind)
    page.form.fields["kind"].changed()


@pytest.mark.parametrize(
    ("digit", "asked"),
    [
        (1, ["接访地点", "地点", "事由、来访人", "代为前往", "陪同人员", "反映问题", "答复处理"]),
        (2, ["调研形式", "地点", "主题", "代为前往", "陪同人员"]),
        (4, ["联系点", "代为前往"]),
    ],
)
def test_each_kind_is_chosen_by_keyboard_and_asks_for_its_own(
    page: ActivityPage, digit: int, asked: list[str]
) -> None:
    begin(page, digit)
    assert seen(page) == ["领导", "类别", "状态", "日期", *asked]
    assert not page.form.targets.winfo_manager()


def test_a_report_is_its_title_and_the_day_it_was_handed_in(page: ActivityPage) -> None:
    begin(page, 3)
    assert seen(page) == ["领导", "类别", "状态", "报告题目", "提交日期"]
    assert not page.form.fields["span"].part.winfo_manager()
    page.keep()
    assert page.form.fields.complaints == {"title": "请填写报告题目。"}
    type_in(page.form.fields["title"], "关于样样镇饮水安全的调研报告")
    type_in(page.form.fields["span"].day, "11.20")
    press(page, "<Control-s>")
    activity = Activity.get()
    assert (activity.kind, activity.title, activity.last_half) == (
        *("report", "关于样样镇饮水安全的调研报告", "pm"),
    )
    assert done("report", "2026") == [1]
    assert page.list.table.shown()[0][6] == "关于样样镇饮水安全的调研报告"


def test_a_hearing_says_where_who_came_and_what_was_answered(page: ActivityPage) -> None:
    begin(page, 1)
    page.form.fields["venue"].set(Venue.HOTLINE_CENTRE)
    type_in(page.form.fields["purpose"], "王样一反映宅基地")
    page.form.fields["heard"].set("两个月没有回音")
    page.form.fields["reply"].set("月底前答复")
    press(page, "<Control-s>")
    activity = Activity.get()
    assert (activity.venue, activity.purpose) == ("hotline_centre", "王样一反映宅基地")
    assert (activity.heard, activity.reply) == ("两个月没有回音", "月底前答复")
    assert page.list.table.shown()[0][4] == "“96333”信息服务中心"


def test_fieldwork_keeps_its_form_and_shows_it_before_the_subject(page: ActivityPage) -> None:
    begin(page, 2)
    page.form.fields["form"].set(FieldworkForm.UNANNOUNCED)
    type_in(page.form.fields["purpose"], "农村道路养护")
    page.keep()
    assert Activity.get().form == "unannounced"
    assert page.list.table.shown()[0][6] == "暗访调研：农村道路养护"


def test_the_place_of_a_point_meeting_is_offered_from_the_leaders_points(page: ActivityPage) -> None:
    begin(page, 4)
    place = page.form.fields["place"]
    press(place.inner, "<Down>")
    assert set(place.offered) == {"样样镇", "样样镇样样村"}
    press(place.inner, "<Return>")
    page.keep()
    assert (Activity.get().kind, Activity.get().place) == ("point_meeting", "样样镇")


def test_what_was_typed_for_one_kind_is_there_again_when_it_is_chosen_again(page: ActivityPage) -> None:
    begin(page, 1)
    page.form.fields["venue"].set(Venue.PETITION_CENTRE)
    type_in(page.form.fields["purpose"], "来访")
    change_kind(page, ActivityKind.VISIT)
    page.form.targets.tick_households()
    change_kind(page, ActivityKind.REPORT)
    change_kind(page, ActivityKind.VISIT)
    assert page.form.targets.ticks.summary() == "户 10"
    change_kind(page, ActivityKind.HEARING)
    assert page.form.fields["venue"].get() == Venue.PETITION_CENTRE
    assert page.form.fields["purpose"].get() == "来访"


def test_what_the_kind_does_not_ask_for_is_not_kept_with_it(page: ActivityPage) -> None:
    begin(page, 1)
    page.form.fields["venue"].set(Venue.PETITION_CENTRE)
    page.form.fields["heard"].set("听到的")
    change_kind(page, ActivityKind.VISIT)
    page.form.targets.tick_households()
    change_kind(page, ActivityKind.FIELDWORK)
    page.keep()
    entry = read_entry(Activity.get())
    assert (entry.kind, entry.venue, entry.heard, entry.targets) == ("fieldwork", "", "", [])


def test_what_a_kept_record_says_beyond_its_kind_is_shown_and_stays(
    page: ActivityPage, zhang: Official
) -> None:
    village = ContactPoint.get(ContactPoint.kind == "village")
    typed = a_visit(
        zhang, day(11, 20), village, kind=ActivityKind.REPORT, place="样样村", title="题", last_half=Half.AM
    )
    activity = save_activity(typed, TODAY)
    page.open(activity)
    assert "地点" in seen(page)
    assert page.form.targets.winfo_manager()
    assert page.form.fields["span"].part.winfo_manager()
    before = read_entry(activity)
    page.keep()
    assert read_entry(Activity.get()) == before


def test_fields_stand_in_one_order_for_every_kind() -> None:
    whole = list(fields_shown(ActivityKind.VISIT, ("venue", "form", "title")))
    for kind in ActivityKind:
        assert list(fields_shown(kind)) == [name for name in whole if name in fields_shown(kind)]


def test_the_activity_that_has_the_half_days_already_is_named(page: ActivityPage, zhang: Official) -> None:
    activity = kept(zhang, place="样样镇", last_half=Half.AM)
    begin(page, 2)
    type_in(page.form.fields["span"].day, "11.20")
    said = f"11月20日上午已由 {activity.number} 走访（样样镇）计过，调研天数只计一次。"
    wait_until(page.shell, lambda: said in page.form.effect.text)
    assert "0.5 → 1 / 60 天" in page.form.effect.text


def test_a_plan_from_another_page_comes_filled_in(page: ActivityPage, zhang: Official) -> None:
    village = ContactPoint.get(ContactPoint.kind == "village")
    wanted = a_visit(
        zhang,
        day(12, 3),
        targets=[TargetEntry(village.id, Outcome.PLANNED)],
        state=ActivityState.PLANNED,
        first_half=Half.PM,
        place="样样镇样样村",
    )
    page.come(wanted)
    assert page.is_filling
    assert not page.form.edited
    assert page.form.targets.ticks.summary() == "村 1"
    press(page, "<Control-s>")
    entry: ActivityEntry = read_entry(Activity.get())
    assert (entry.first_day, entry.first_half, entry.state, entry.place) == (
        *(day(12, 3), Half.PM, "planned", "样样镇样样村"),
    )
    assert [target.point for target in entry.targets] == [village.id]


def test_half_filled_text_is_given_up_only_when_the_user_says_so(
    page: ActivityPage, zhang: Official, answers: Answers
) -> None:
    begin(page, 3)
    type_in(page.form.fields["title"], "写了一半")
    answers.say("取消")
    page.come(a_visit(zhang, day(12, 3)))
    assert page.form.fields["title"].get() == "写了一半"


def test_the_menu_works_with_arrows_and_esc_gives_the_keyboard_back(page: ActivityPage) -> None:
    page.list.table.focus_rows()
    press(page.list.table.sheet, "<Control-o>")
    press(page.menu, "<Down>")
    press(page.menu, "<Escape>")
    assert str(page.tk.call("focus")) == str(page.list.table.sheet)
    press(page.list.table.sheet, "<Control-o>")
    press(page.menu, "<Up>")
    press(page.menu, "<Return>")
    assert page.is_batch


def test_the_menu_closed_by_a_moved_window_gives_the_keyboard_back(page: ActivityPage) -> None:
    page.list.table.focus_rows()
    press(page.list.table.sheet, "<Control-o>")
    page.shell.root.geometry("900x600")
    wait_until(page.shell, lambda: str(page.tk.call("focus")) == str(page.list.table.sheet))
    press(page.menu, "<Return>")
    assert not page.is_filling
