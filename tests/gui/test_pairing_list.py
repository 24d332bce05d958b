"""The page AB角: pairings, their history, and who acts where no partner can."""

from collections.abc import Callable

from gui.pages.pairing import PairingPage, View
from models.official import Official
from models.pairing import pairings
from models.setting import value
from tests.gui.driving import press, type_in
from tests.gui.pairing_page import listed
from tests.models.made_up import a_leader, day

TODAY = day(11, 25)


def test_a_pairing_is_added_and_a_chain_is_refused_in_words(
    li: Official, open_page: Callable[..., PairingPage]
) -> None:
    a_leader("王样三")
    page = open_page(View.PAIRINGS)
    press(page, "<Control-n>")
    fill_pair(page, a="李样二", b="王样三")
    page.drawer.submit()
    assert "已在张样一、李样二这一对AB角中" in "".join(page.drawer.form.complaints.values())
    fill_pair(page, a="王样三", b="王样三")
    page.drawer.submit()
    assert "不能是同一人" in "".join(page.drawer.form.complaints.values())
    fill_pair(page, a="无此人")
    page.drawer.submit()
    assert "没有名叫“无此人”的干部" in "".join(page.drawer.form.complaints.values())
    assert len(pairings()) == 1


def fill_pair(page: PairingPage, **typed: str) -> None:
    for name, text in typed.items():
        type_in(page.drawer.form[name], text)
        page.drawer.form[name].close()


def test_another_b_follows_from_a_day_on_and_the_history_is_listed(
    li: Official, open_page: Callable[..., PairingPage]
) -> None:
    a_leader("王样三")
    page = open_page(View.PAIRINGS)
    page.pairings.table.pick(0)
    page.pairings.buttons["更换B角"].invoke()
    type_in(page.drawer.form["b"], "王样三")
    type_in(page.drawer.form["first_day"], "12.1")
    page.drawer.submit()
    assert [row[:2] + row[-1:] for row in listed(page)] == [
        ["张样一", "李样二", "✓ 现行"],
        ["张样一", "王样三", "○ 未开始"],
    ]
    assert [row.last_day for row in pairings()] == [day(11, 30), None]


def test_a_pairing_ends_is_deleted_and_comes_back(
    li: Official, open_page: Callable[..., PairingPage]
) -> None:
    page = open_page(View.PAIRINGS)
    page.pairings.table.pick(0)
    page.pairings.buttons["终止"].invoke()
    type_in(page.drawer.form["last_day"], "2026-11-24")
    page.drawer.submit()
    assert listed(page) == []
    page.pairings.choice.set("all")
    page.pairings.show()
    assert listed(page)[0][-1] == "已终止"
    page.pairings.table.pick(0)
    page.pairings.buttons["删除"].invoke()
    assert pairings() == []
    press(page, "<Control-z>")
    assert pairings()[0].last_day == day(11, 24)


def test_who_acts_where_both_are_away_is_chosen_beside_the_list(
    li: Official, open_page: Callable[..., PairingPage]
) -> None:
    page = open_page(View.PAIRINGS)
    page.pairings.fallback.set("李样二")
    page.pairings.fallback._chosen()
    assert value("fallback_official") == "李样二"
    assert "由李样二代行" in page.shell.noticed


def test_an_empty_office_says_what_to_do_next(open_page: Callable[..., PairingPage], zhang: Official) -> None:
    page = open_page()
    assert "Ctrl+N 登记外出" in page.absences.table.empty
    page.look_at(View.PAIRINGS)
    assert "Ctrl+N 新增" in page.pairings.table.empty
