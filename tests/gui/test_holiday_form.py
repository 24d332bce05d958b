"""The working calendar in the settings: pasted, typed, taken back, imported."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from gui.forms.holiday import WorkdayView, YearLines
from gui.pages.setting import SettingPage
from gui.window import Window
from models.change import Change
from models.holiday import Holiday, save_holiday, year_table
from models.rules.kinds import DayKind
from models.setting import no_meeting_months
from tests.gui.driving import Answers, press, type_in, wait_until

NOTICE = """关于2027年放假安排的通知（日期为编造）
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
三、国庆节：10月1日（周五）至7日（周四）放假，共7天。
"""


@pytest.fixture
def page(open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> SettingPage:
    monkeypatch.setattr(Window, "today", lambda _: date(2026, 11, 25))
    return open_window(SettingPage).page


@pytest.fixture
def view(page: SettingPage) -> WorkdayView:
    page.come(2026)
    page.shell.root.update()
    return page.workdays


def paste(view: WorkdayView, text: str) -> None:
    inner = view.paste.text.inner
    view.clipboard_clear()
    view.clipboard_append(text)
    inner.focus_force()
    inner.event_generate("<<Paste>>")
    view.update()


def sources(view: WorkdayView) -> list[str]:
    return [line.source[0] for line in view.days.rows.items]


def test_the_settings_tell_which_year_has_no_table(page: SettingPage) -> None:
    assert told(page.years) == ["✓ 程序自带：放假 33 天，调休上班 6 天", "▲ 没有节假日表：只按周一至周五计算"]


def told(years: YearLines) -> list[str]:
    return [str(label.cget("text")) for label in reversed(years.grid_slaves(column=2))]


def test_a_pasted_notice_is_shown_first_and_saved_in_one_action(page: SettingPage, view: WorkdayView) -> None:
    paste(view, NOTICE)
    assert view.year == 2027
    assert set(sources(view)) == {"◆ 待保存"}
    assert "读到放假 15 天" in view.paste.said
    assert Holiday.select().count() == 0
    press(view.paste.text.inner, "<Control-s>")
    assert (len(year_table(2027).off), len(year_table(2027).work)) == (15, 1)
    assert set(sources(view)) == {"本单位录入"}
    assert not view.paste.holds_text
    assert len({change.action for change in Change.select()}) == 1
    press(page, "<Escape>")
    wait_until(page.shell, lambda: told(page.years)[1].startswith("✓ 本单位录入"))


def test_the_notice_of_another_year_is_found_out(view: WorkdayView) -> None:
    paste(view, NOTICE.replace("2027年", ""))
    assert view.year == 2026
    assert view.paste.notice.days == {}
    assert view.paste.main.instate(["disabled"])
    assert "写的是周五，而2026年1月1日是星期四" in view.paste.said
    view.turn_to(2027)
    assert len(view.paste.notice.days) == 16


def test_a_day_is_typed_changed_and_taken_back(view: WorkdayView) -> None:
    type_in(view.form["day"], "1.2")
    view.form["kind"].set(DayKind.WORK)
    type_in(view.form["name"], "值守")
    press(view.form["name"].inner, "<Return>")
    assert year_table(2026).days[date(2026, 1, 2)] == (DayKind.WORK, "值守", True)
    assert view.form["day"].get() is None
    view.days.pick(1)
    assert view.form["name"].get() == "值守"
    view.delete.invoke()
    assert year_table(2026).days[date(2026, 1, 2)] == (DayKind.OFF, "元旦", False)
    assert view.delete.instate(["disabled"])


def test_a_day_without_its_year_is_of_the_year_shown(view: WorkdayView) -> None:
    view.turn_to(2027)
    type_in(view.form["day"], "3.5")
    press(view.form["day"].inner, "<Control-Return>")
    assert list(year_table(2027).days) == [date(2027, 3, 5)]
    assert "不完整" in view._words.cget("text")


def test_a_day_that_cannot_be_read_is_said_and_nothing_is_lost(view: WorkdayView) -> None:
    type_in(view.form["day"], "某日")
    type_in(view.form["name"], "样")
    press(view.form["name"].inner, "<Return>")
    assert "看不懂日期" in view.form.complaints["day"]
    assert view.form["name"].get() == "样"


def test_what_is_pasted_and_not_saved_is_not_lost_without_asking(
    page: SettingPage, view: WorkdayView, answers: Answers
) -> None:
    assert not page.holds_typing()
    paste(view, NOTICE)
    assert page.holds_typing()
    answers.say("取消")
    press(page, "<Escape>")
    assert page.workdays is view
    answers.say("放弃")
    assert page.flush()
    assert page.workdays is None


def test_a_workbook_brings_the_days_in(
    page: SettingPage, view: WorkdayView, answers: Answers, tmp_path: Path
) -> None:
    book = Workbook()
    book.active.title = "节假日"
    for row in (["日期", "类型", "名称"], ["2027-10-01", "休", "国庆节"], ["2027-10-09", "班", "国庆节"]):
        book.active.append(row)
    book.save(tmp_path / "节假日.xlsx")
    answers.path(tmp_path / "节假日.xlsx")
    page.import_file()
    wait_until(page.shell, lambda: page._import.plan is not None)
    page._import.apply()
    view.turn_to(2027)
    assert [line.kind[0] for line in view.days.rows.items] == ["休", "班"]


def test_a_day_saved_elsewhere_shows_at_once(page: SettingPage, view: WorkdayView) -> None:
    save_holiday(date(2026, 3, 5), DayKind.OFF, "样样节")
    wait_until(page.shell, lambda: "样样节" in [line.shown.name for line in view.days.rows.items])


def test_months_without_meetings_are_kept_with_the_other_settings(page: SettingPage) -> None:
    type_in(page.forms[2]["no_meeting_months"], "8、12")
    press(page.shell.root, "<Control-s>")
    assert no_meeting_months() == {8, 12}
