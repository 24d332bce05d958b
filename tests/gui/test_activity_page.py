"""走访登记 in the real window: a trip typed by keyboard, what it will count, twins, late entries, answers."""

from collections.abc import Callable
from datetime import date

import pytest

from gui.pages.activity import ActivityPage
from gui.state.activity_ticks import Mark
from models.activity import Activity, targets_of
from models.assignment import assign
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, Manner, Outcome, Service
from models.setting import value
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import NAMES, done, figures, kept
from tests.models.made_up import a_household, a_leader, day


@pytest.fixture
def page(open_activities: Callable[..., ActivityPage]) -> ActivityPage:
    return open_activities()


# --- typing a visit


def test_a_visit_typed_by_keyboard_is_kept_with_its_ten_households(page: ActivityPage) -> None:
    press(page, "<Control-n>")
    type_in(page.form.fields["leaders"], "张样一")
    type_in(page.form.fields["span"].day, "11.20")
    press(page.form.fields["span"].inner, "<Control-e>")
    press(page, "<Control-s>")
    activity = Activity.get()
    assert (activity.first_day, activity.state, activity.place) == (day(11, 20), "done", "样样镇样样村")
    assert [(row.contact_point.name, row.outcome) for row in targets_of(activity)] == [
        (name, Outcome.MET) for name in NAMES
    ]
    assert done("household_visit", "2026") == [1] * 10
    assert done("village_visit", "2026Q4") == [0]
    assert not page.is_filling
    assert f"已保存 {activity.number}" in page.shell.noticed


def test_a_leader_is_named_by_the_first_letters_of_his_pinyin(page: ActivityPage) -> None:
    press(page, "<Control-n>")
    leaders = page.form.fields["leaders"]
    type_in(leaders, "zyy")
    assert leaders.offered == ("张样一",)
    press(leaders.inner, "<Return>")
    assert leaders.get() == ["张样一"]


def test_the_keys_of_the_tick_list_say_who_was_met_missed_or_telephoned(page: ActivityPage) -> None:
    _begin(page)
    rows = page.form.targets.list.canvas
    for keys in ("<space>", "<Down>", "<Key-2>", "<Down>", "<Key-3>", "<Down>", "<Right>", "<Right>"):
        press(rows, keys)
    said = [word for _, word in page.form.targets.list.shown()]
    assert said[:5] == ["见到", "未遇", "电话", "未遇", ""]
    press(rows, "<Up>")
    press(rows, "<Up>")
    press(rows, "<space>")
    assert page.form.targets.list.shown()[1] == ("样样村", "")


def test_tab_leads_from_the_fields_through_the_ticks_to_what_was_heard(page: ActivityPage) -> None:
    _begin(page)
    page.form.targets.list.press_chip(0, Mark.MET)
    page.update()
    stations = [page.form.targets.list.canvas, page.form.targets.heard.inner, page.form.targets.reply.inner]
    now = page.form.fields["reply"].inner
    for station in stations:
        now = now.tk_focusNext()
        assert now is station


def test_a_reason_and_what_was_heard_stay_with_their_household(page: ActivityPage) -> None:
    _begin(page)
    targets, rows = page.form.targets, page.form.targets.list.canvas
    press(rows, "<End>")
    press(rows, "<Key-2>")
    press(rows, "<Return>")
    type_in(targets.reason, "外出务工")
    press(targets.reason.inner, "<Return>")
    press(rows, "<Home>")
    press(rows, "<Key-1>")
    press(rows, "<Return>")
    type_in(targets.heard, "盼修水渠")
    page.keep()
    first, last = targets_of(Activity.get())
    assert (first.heard, first.outcome) == ("盼修水渠", "met")
    assert (last.reason, last.outcome) == ("外出务工", "not_met")


def test_what_was_brought_is_ticked_by_key_or_by_box_and_kept(page: ActivityPage) -> None:
    _begin(page)
    targets, rows = page.form.targets, page.form.targets.list.canvas
    for key in ("<Home>", "<Key-1>", "<Key-4>", "<Key-5>"):
        press(rows, key)
    assert [check.get() for check in targets.services.values()] == [True, True, False]
    targets.services[Service.WARMTH].box.invoke()
    targets.services[Service.HELP].box.invoke()
    page.keep()
    assert targets_of(Activity.get())[0].services == "送政策、送服务"


def test_a_household_takes_its_village_and_township_along_if_asked_to_and_the_choice_is_remembered(
    page: ActivityPage,
) -> None:
    _begin(page)
    page.form.targets.places.box.invoke()
    page.form.targets.tick_households()
    assert {word for _, word in page.form.targets.list.shown()} == {"见到"}
    page.keep()
    assert done("village_visit", "2026Q4") == [1]
    assert value("visit_ticks_place") == "1"
    _begin(page)
    assert page.form.targets.places.get()


def test_a_future_day_makes_a_plan_until_the_user_says_otherwise(page: ActivityPage) -> None:
    _begin(page)
    type_in(page.form.fields["span"].day, "12.1")
    assert page.form.fields["state"].get() == ActivityState.PLANNED
    page.form.targets.tick_households()
    page.keep()
    assert {row.outcome for row in targets_of(Activity.get())} == {"planned"}


def test_a_trip_of_several_days_and_a_telephone_call_are_kept_as_typed(page: ActivityPage) -> None:
    _begin(page)
    span = page.form.fields["span"]
    type_in(span.day, "11.18")
    span.part.set("several")
    span._part_changed()
    type_in(span.last, "11.19")
    press(page.form.targets.list.canvas, "<Key-3>")
    page.keep()
    activity = Activity.get()
    assert (activity.first_day, activity.last_day) == (day(11, 18), day(11, 19))
    assert targets_of(activity)[0].manner == Manner.PHONE


def test_another_day_keeps_the_ticks_and_another_leader_shows_his_own_points(page: ActivityPage) -> None:
    other = a_leader("李样二")
    assign(other, a_household("赵样别"), day(1, 1))
    _begin(page)
    page.form.targets.tick_households()
    type_in(page.form.fields["span"].day, "11.3")
    assert page.form.targets.ticks.summary() == "户 10"
    type_in(page.form.fields["leaders"], "李样二")
    assert page.form.targets.list.shown() == [("赵样别", "")]
    type_in(page.form.fields["leaders"], "张样一")
    assert page.form.targets.ticks.summary() == "户 10"


# --- what it will count


@pytest.mark.parametrize("kind", [ActivityKind.VISIT, ActivityKind.HEARING])
def test_what_is_shown_before_saving_is_what_progress_says_afterwards(
    page: ActivityPage, kind: ActivityKind
) -> None:
    before = figures()
    _begin(page)
    page.form.fields["kind"].set(kind)
    page.form.targets.tick_households()
    page.form.targets.ticks.toggle(page.form.targets.ticks.rows[0])
    page.form._settle()
    shown = page.form.effect.text
    page.keep()
    changed = {key: line for key, line in figures().items() if before[key] != line}
    assert changed
    for (rule, subject), (now, owed) in changed.items():
        assert f"{subject or '张样一'} {before[rule, subject][0]:g} → {now:g} / {owed}" in shown
    assert shown.count("→") == len(changed)


def test_the_preview_follows_what_is_typed(page: ActivityPage, zhang: Official) -> None:
    _begin(page)
    press(page.form.targets.list.canvas, "<space>")
    wait_until(page.shell, lambda: "走访联系乡镇(街道) 2026年第四季度" in page.form.effect.text)
    assert "样样镇 0 → 1 / 1 次 ✓" in page.form.effect.text
    type_in(page.form.fields["stand_ins"], a_leader("李样二").name)
    wait_until(page.shell, lambda: "李样二代为前往，不计领导本人" in page.form.effect.text)
    assert "样样镇" not in page.form.effect.text
    assert "下基层调研" in page.form.effect.text


def test_an_opened_record_shows_what_it_counts_already(page: ActivityPage, zhang: Official) -> None:
    activity = kept(zhang)
    page.open(activity)
    assert "已经计入" in page.form.effect.text
    assert "样样镇 1 / 1 次 ✓" in page.form.effect.text


def test_conflicts_are_said_while_one_types_and_do_not_keep_one_from_saving(
    page: ActivityPage, zhang: Official
) -> None:
    kept(zhang)
    _begin(page)
    type_in(page.form.fields["span"].day, "11.20")
    wait_until(page.shell, lambda: "张样一11月20日已有走访" in page.form.effect.text)
    type_in(page.form.fields["span"].day, "11.21")
    wait_until(page.shell, lambda: "11月21日（星期六）是休息日。" in page.form.effect.text)
    assert "已有走访" not in page.form.effect.text
    page.keep()
    assert Activity.select().count() == 2


# --- twins, late entries, refusals


def test_a_record_already_there_is_offered_before_a_twin_is_typed(
    page: ActivityPage, zhang: Official, answers: Answers
) -> None:
    activity = kept(zhang, place="样样镇")
    _begin(page)
    type_in(page.form.fields["span"].day, "11.20")
    type_in(page.form.fields["place"], "样样镇")
    wait_until(page.shell, lambda: activity.number in page.form.twin.text)
    answers.say("放弃")
    page.form.twin.button.invoke()
    assert page.form.id == activity.id
    assert page.form.twin.text == ""
    assert page.form.targets.list.shown()[0] == ("样样镇", "见到")


def test_a_late_entry_is_kept_and_marked(open_activities: Callable[..., ActivityPage]) -> None:
    page = open_activities(day(1, 15, 2027))
    _begin(page)
    type_in(page.form.fields["span"].day, "2026-12-20")
    page.form.targets.tick_households()
    page.keep()
    assert "已标“补登”" in page.shell.noticed
    assert page.list.table.shown()[0][-1] == "补登"
    assert "补登 1" in page.context()


@pytest.mark.parametrize(("today", "quarter"), [(day(1, 20, 2027), "2026Q4"), (day(1, 21, 2027), "2027Q1")])
def test_the_list_opens_on_the_quarter_just_ended_in_the_first_20_days(
    open_activities: Callable[..., ActivityPage], today: date, quarter: str
) -> None:
    assert open_activities(today).list.period.get() == period(quarter)


def test_a_refused_save_keeps_every_word_and_says_why_at_the_field(page: ActivityPage) -> None:
    _begin(page)
    type_in(page.form.fields["span"].day, "12.1")
    page.form.fields["state"].set(ActivityState.DONE)
    page.form._edited("state")
    type_in(page.form.fields["purpose"], "看望群众")
    page.form.targets.tick_households()
    page.keep()
    assert "还没有到" in page.form.fields.complaints["span"]
    assert page.is_filling
    assert page.form.fields["purpose"].get() == "看望群众"
    assert page.form.targets.ticks.summary() == "户 10"
    assert not Activity.select().exists()


def test_an_unknown_leader_is_refused_at_his_field(page: ActivityPage) -> None:
    press(page, "<Control-n>")
    type_in(page.form.fields["leaders"], "张样一、无此人")
    page.keep()
    assert page.form.fields.complaints == {"leaders": "没有名叫“无此人”的干部。"}


def test_what_is_half_filled_waits_while_one_looks_at_the_list(page: ActivityPage, answers: Answers) -> None:
    _begin(page)
    type_in(page.form.fields["purpose"], "看望群众")
    press(page, "<Escape>")
    assert not page.is_filling
    page.shell.press("F3")
    page.resume()
    assert page.form.fields["purpose"].get() == "看望群众"
    answers.say("取消")
    assert not page.flush()


def _begin(page: ActivityPage) -> None:
    page.add()
    type_in(page.form.fields["leaders"], "张样一")
