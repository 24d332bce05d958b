from collections.abc import Callable
from datetime import date

import pytest

from gui.pages.contact_point import ContactPointPage
from gui.state.points import near, where
from gui.widgets.form import Form
from gui.window import Window
from models.assignment import history
from models.contact_point import ContactPoint
from models.official import find_official
from models.rules.kinds import PointKind
from models.rules.problem import Problem
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.points_office import give, points_page


def _names(page: ContactPointPage) -> list[str]:
    return [row.contact_point.name for row in page.points.rows.items]


@pytest.fixture
def page(open_window: Callable[..., Window]) -> ContactPointPage:
    return points_page(open_window)


def test_leaders_stand_in_rank_order_and_say_what_they_lack(page: ContactPointPage) -> None:
    rows = [(row[1], row[-1]) for row in page.leaders.shown()]
    assert rows == [("张样一", "✓ 齐全"), ("李样二", "▲ 尚无联系点")]
    assert "1 人的联系点不齐" in page.context()


def test_the_chosen_leader_s_points_come_as_township_village_households(page: ContactPointPage) -> None:
    kinds = [row[0] for row in page.points.shown()]
    assert kinds[:3] == ["乡镇", "村", "户"]
    assert page.points.shown()[2][1:3] == ["刘样0", "章贡区 沙石镇 沙石村"]
    assert page.points.shown()[2][-2:] == ["2026年1月1日", "至今"]


def test_namesakes_are_told_apart_by_their_address(page: ContactPointPage) -> None:
    point = give(page.leaders.current, PointKind.HOUSEHOLD, "韦样", "沙石村").contact_point
    for address, told in (("1组1号", "沙石村 1组1号"), ("沙石村2组3号", "沙石村2组3号")):
        point.address = address
        assert where(point) == f"章贡区 沙石镇 {told}"
        assert near(point) == address


def test_a_name_is_found_by_the_first_letters_of_its_pinyin(page: ContactPointPage) -> None:
    press(page, "<F3>")
    assert page.focus_get() is page.search.entry
    type_in(page.search, "lye")
    assert [row[1] for row in page.leaders.shown()] == ["李样二"]
    press(page.search.entry, "<Escape>")
    assert len(page.leaders.shown()) == 2


def test_a_new_household_is_typed_under_the_chosena_member(page: ContactPointPage) -> None:
    press(page, "<Control-n>")
    form = page.drawer.form
    assert form["leader"].get() == "张样一"
    assert form["village"].get() == "沙石村"
    type_in(form["name"], "陈样")
    type_in(form["first_day"], "2026.3.5")
    press(form["name"].inner, "<Control-Return>")
    wait_until(page.shell, lambda: "陈样" in _names(page))
    assert not page.drawer.winfo_exists()
    assert page.leaders.shown()[0][-1] == "▲ 多1户"


def test_what_is_missing_is_said_under_its_field_and_nothing_is_kept(page: ContactPointPage) -> None:
    page.add_point()
    type_in(page.drawer.form["people"], "很多")
    page.drawer.submit()
    assert page.drawer.form.complaints == {"name": "请填写名称。", "people": "请填写数字。"}
    assert ContactPoint.select().where(ContactPoint.name == "").count() == 0


def test_a_twin_is_refused_at_its_field(page: ContactPointPage) -> None:
    page.add_point()
    type_in(page.drawer.form["name"], "刘样0")
    page.drawer.submit()
    assert "已经有“刘样0”" in "".join(page.drawer.form.complaints.values())
    assert page.drawer.winfo_exists()


def test_a_township_lies_in_no_township(page: ContactPointPage) -> None:
    page.add_point()
    form = page.drawer.form
    form["kind"].box.set("乡镇")
    form["kind"].box.event_generate("<<ComboboxSelected>>")
    assert form["township"].inner.instate(["disabled"])
    form["county"].set("章贡区")
    press(form["name"].inner, "<Down>")
    assert "水东镇" in form["name"].offered


def test_places_are_picked_with_the_keyboard_and_may_be_written_freely(page: ContactPointPage) -> None:
    page.add_point()
    county = page.drawer.form["county"]
    type_in(county, "赣县")
    assert county.offered == ("赣县区",)
    press(county.inner, "<Down>")
    press(county.inner, "<Return>")
    assert county.get() == "赣县区"
    type_in(county, "别处")
    assert county.offered == ()
    assert county.get() == "别处"


def test_a_point_passes_to_another_leader_and_its_history_stays(page: ContactPointPage) -> None:
    page.points.pick(2)
    point = page.points.current.contact_point
    page.move_point()
    type_in(page.drawer.form["leader"], "李样二")
    type_in(page.drawer.form["first_day"], "2026-7-1")
    page.drawer.submit()
    wait_until(page.shell, lambda: page.leaders.shown()[1][-1] == "▲ 缺乡镇、缺村、少9户")
    assert [row.last_day for row in history(point)] == [date(2026, 6, 30), None]
    assert _names(page)[-1] == "刘样0"
    assert page.points.rows.items[-1].last_day == date(2026, 6, 30)


def test_a_contact_ends_on_a_day(page: ContactPointPage) -> None:
    page.points.pick(11)
    page.end_point()
    type_in(page.drawer.form["last_day"], "2025.1.1")
    page.drawer.submit()
    assert "早于起始日期" in page.drawer.form.complaints["last_day"]
    type_in(page.drawer.form["last_day"], "2026.6.30")
    page.drawer.submit()
    wait_until(page.shell, lambda: page.leaders.shown()[0][-1] == "▲ 少1户")


def test_a_leader_is_added_and_edited(page: ContactPointPage) -> None:
    page.shell.head.buttons[-1].invoke()
    type_in(page.drawer.form["name"], "王样三")
    page.drawer.submit()
    wait_until(page.shell, lambda: len(page.leaders.shown()) == 3)
    page.leaders.pick(2)
    page.edit_leader()
    type_in(page.drawer.form["title"], "秘书长")
    page.drawer.submit()
    assert find_official("王样三").title == "秘书长"


def test_what_is_typed_is_not_lost_by_esc(page: ContactPointPage, answers: Answers) -> None:
    page.add_point()
    type_in(page.drawer.form["name"], "陈样")
    answers.say("取消")
    press(page.drawer.form["name"].inner, "<Escape>")
    assert page.drawer.form["name"].get() == "陈样"
    answers.say("取消")
    assert page.shell.close() is False
    answers.say("放弃")
    press(page.drawer.form["name"].inner, "<Escape>")
    assert not page.drawer.winfo_exists()


def test_another_form_does_not_throw_away_what_is_typed(page: ContactPointPage, answers: Answers) -> None:
    page.add_point()
    type_in(page.drawer.form["name"], "陈样")
    answers.say("取消")
    page.edit_leader()
    assert page.drawer.form["name"].get() == "陈样"


def test_an_empty_office_is_told_what_to_do_next(open_window: Callable[..., Window]) -> None:
    assert "从 Excel 导入" in open_window(ContactPointPage).page.leaders.empty


def test_moving_a_point_to_nobody_is_refused(page: ContactPointPage) -> None:
    page.points.pick(0)
    page.move_point()
    type_in(page.drawer.form["leader"], "没有此人")
    page.drawer.submit()
    with pytest.raises(Problem, match="没有名叫"):
        find_official("没有此人")
    assert "没有名叫“没有此人”的干部。" in page.drawer.form.complaints.values()


def test_market_days_are_read_while_they_are_typed_and_never_refused(page: ContactPointPage) -> None:
    page.points.pick(0)
    page.edit_point()
    form = page.drawer.form
    type_in(form["market_days"], "逢五逢十")
    assert _said_under(form, "market_days") == "农历每月尾数为 5、10 的日子"
    type_in(form["market_days"], "三天一圩")
    assert _said_under(form, "market_days").startswith("▲ 看不懂“三天一圩”")
    press(form["market_days"].inner, "<Control-Return>")
    wait_until(page.shell, lambda: page.points.current.contact_point.market_days)
    page.edit_point()
    assert page.drawer.form["market_days"].get() == "三天一圩"
    assert _said_under(page.drawer.form, "market_days").startswith("▲ 看不懂")


def _said_under(form: Form, name: str) -> str:
    (note,) = (child for child in form[name].master.grid_slaves(row=2) if child.winfo_manager())
    return str(note.cget("text"))
