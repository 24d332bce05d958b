"""What some documents alone let one choose: a kind of matters, a year, one hearing, one household."""

from collections.abc import Callable
from datetime import date

import pytest

from gui.pages.print_center import PrintCenterPage
from gui.window import Window
from models.activity import save_activity
from models.assignment import assign
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, MatterKind
from tests.gui.driving import wait_until
from tests.gui.print_page import choose, print_page, turn_to, window_of
from tests.models.made_up import a_household, a_visit, day

TODAY = date(2026, 11, 25)


@pytest.fixture
def page(
    office: object, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> PrintCenterPage:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    return print_page(open_window)


def zhang() -> Official:
    found: Official = Official.get(Official.name == "张样一")
    return found


def test_matters_are_of_one_kind_or_all(page: PrintCenterPage) -> None:
    turn_to(page, "民情事项台账")
    assert page.choices.choice().kind is None
    assert page.choices.said() == "2026年第四季度 · 全部领导"
    choose(page, "kind", MatterKind.DISPUTE.value)
    choose(page, "quarter", period("2026"))
    assert page.choices.choice().kind == MatterKind.DISPUTE
    assert page.choices.said() == "矛盾纠纷 · 2026年 · 全部领导"


def test_a_yearly_register_offers_years_and_opens_on_the_running_one(page: PrintCenterPage) -> None:
    turn_to(page, "调研登记表")
    assert page.choices.form["quarter"].get() == period("2026")
    shown = page.choices.form["quarter"].box.cget("values")
    assert [str(word) for word in shown][:3] == ["2027年", "2026年", "2025年"]
    wait_until(window_of(page), lambda: page.view.preview.pages == 2)


def test_a_hearing_is_chosen_by_its_day_and_place(page: PrintCenterPage) -> None:
    hearing = a_visit(zhang(), day(11, 3), kind=ActivityKind.HEARING, targets=(), place="样样镇")
    number = save_activity(hearing, TODAY).number
    turn_to(page, "接访下访登记表")
    assert page.choices.said() == "空白表（手写用）"
    choose(page, "leader", zhang().id)
    choose(page, "single", number)
    assert page.choices.form["single"].box.get() == f"2026年11月3日  样样镇  {number}"
    assert page.choices.choice().number == number
    assert page.choices.said() == f"2026年第四季度 · 张样一 · 2026年11月3日 样样镇 {number}"
    wait_until(window_of(page), lambda: page.view.preview.pages == 1)


def test_a_household_is_chosen_among_those_of_its_leader(page: PrintCenterPage) -> None:
    for name in ("王样甲", "王样乙"):
        assign(zhang(), a_household(name, address="1组"), day(1, 1))
    turn_to(page, "民情登记卡")
    choose(page, "leader", zhang().id)
    words = page.choices.form["single"].box.cget("values")
    assert [str(word) for word in words] == ["空白表（手写用）", "全部联系户", "王样甲  1组", "王样乙  1组"]
    choose(page, "single", "*")
    wait_until(window_of(page), lambda: page.view.preview.pages == 2)
    page.choices.form["single"].set("2")
    page.choices.form["single"].changed()
    wait_until(window_of(page), lambda: page.view.preview.pages == 1)
    assert page.choices.said() == "2026年 · 张样一 · 王样乙 1组"
