"""民情事项 in the real window: listed by urgency, opened, moved on step by step to their close."""

from collections.abc import Callable

import pytest

from gui.pages.matter import MatterPage
from gui.state.matter import Kept
from gui.window import Window
from models.assignment import assign
from models.matter import Matter
from models.official import Official
from models.rules.kinds import MatterKind, StepKind
from tests.gui.calendar_office import PrintNeighbour, asked
from tests.gui.driving import press, type_in, wait_until
from tests.gui.matter_office import column, opener
from tests.models.made_up import a_household, a_leader, day
from tests.models.matters import TODAY, a_matter


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


@pytest.fixture
def opened(open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Callable[[], MatterPage]:
    return opener(open_window, monkeypatch)


def test_what_is_most_urgent_stands_first_and_each_says_how_its_deadline_stands(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    for due in (day(12, 31), day(11, 30), day(11, 23), TODAY, day(11, 20)):
        a_matter(zhang, due=due)
    a_matter(zhang, StepKind.REPLY)
    page = opened()
    assert list(zip(column(page, 0), column(page, 1), strict=True)) == [
        ("● 已超期", "超期3个工作日"),
        ("● 已超期", "超期2个工作日"),
        ("▲ 快到期", "今天到期"),
        ("▲ 快到期", "还剩3个工作日"),
        ("○ 期限内", "还剩26个工作日"),
        ("◆ 待销号", ""),
    ]
    assert [tally.number for tally in page.list.strip._tallies] == [2, 2, 1, 1]
    assert page.context() == "未销号 6 件    已销号 0 件"


def test_a_card_narrows_the_list_and_esc_shows_all(zhang: Official, opened: Callable[[], MatterPage]) -> None:
    a_matter(zhang, due=day(11, 20))
    a_matter(zhang, due=day(12, 31))
    page = opened()
    page.list.strip.pick(0)
    assert column(page, 0) == ["● 已超期"]
    page.list.strip.pick(3)
    assert "这一类没有事项" in page.list.table.empty
    page.escape()
    assert len(column(page, 0)) == 2


def test_leader_kind_and_closing_narrow_the_list(zhang: Official, opened: Callable[[], MatterPage]) -> None:
    li = a_leader("李样二")
    a_matter(zhang, kind=MatterKind.DISPUTE, content="宅基地边界")
    a_matter(li, content="饮水管道老化")
    a_matter(li, StepKind.REPLY, StepKind.TELL, StepKind.CLOSE, content="路灯不亮")
    page = opened()
    for choice, value, contents in (
        (page.list.leader, li.id, ["饮水管道老化"]),
        (page.list.kept, Kept.CLOSED, ["路灯不亮"]),
        (page.list.kept, Kept.ALL, ["饮水管道老化", "路灯不亮"]),
        (page.list.leader, None, ["宅基地边界", "饮水管道老化", "路灯不亮"]),
        (page.list.kind, MatterKind.DISPUTE, ["宅基地边界"]),
    ):
        choice.set(value)
        choice.changed()
        assert sorted(column(page, 3)) == sorted(contents)


@pytest.mark.parametrize("typed", ["王样甲", "wyj", "饮水", "样样局", "MQ20260002", "zyy 饮水"])
def test_f3_finds_by_name_initials_content_unit_and_number(
    zhang: Official, opened: Callable[[], MatterPage], typed: str
) -> None:
    a_matter(zhang)
    a_matter(zhang, raised_by="王样甲", content="饮水管道老化", unit="样样局")
    page = opened()
    press(page, "<F3>")
    type_in(page.list.search, typed)
    wait_until(page.shell, lambda: page.list.found.is_over)
    assert column(page, 3) == ["饮水管道老化"]


def test_an_empty_page_says_what_to_do(zhang: Official, opened: Callable[[], MatterPage]) -> None:
    page = opened()
    assert "按 Ctrl+N 登记一件" in page.list.table.empty
    a_matter(zhang, StepKind.REPLY, StepKind.TELL, StepKind.CLOSE)
    wait_until(page.shell, lambda: "没有未销号的事项" in page.list.table.empty)


def test_a_matter_is_registered_by_keyboard(zhang: Official, opened: Callable[[], MatterPage]) -> None:
    assign(zhang, a_household("王样甲", phone="13800000000"), day(1, 1))
    page = opened()
    press(page, "<Control-n>")
    form = page.drawer.form
    assert page.focus_get() is form["official"].inner
    type_in(form["official"], "张样一")
    type_in(form["contact_point"], "王样甲")
    assert (form["raised_by"].get(), form["phone"].get()) == ("王样甲", "13800000000")
    assert "2026年12月16日" in str(form._notes["due"].cget("text"))
    form["content"].set("饮水管道老化")
    press(form["content"].inner, "<Control-Return>")
    wait_until(page.shell, lambda: not page.has_drawer)
    kept = Matter.get()
    assert (kept.official_id, kept.raised_by, kept.due) == (zhang.id, "王样甲", day(12, 16))
    assert "已登记 MQ20260001" in page.shell.noticed
    assert page.list.table.current == kept.id
    press(page, "<Control-z>")
    assert not Matter.select().exists()


def test_a_form_that_will_not_do_keeps_every_word_and_says_why(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    page = opened()
    page.add()
    form = page.drawer.form
    type_in(form["official"], "张样一")
    type_in(form["contact_point"], "无此户")
    form["content"].set("饮水管道老化")
    page.drawer.submit()
    assert "无此户" in form.complaints["contact_point"]
    assert form["content"].get() == "饮水管道老化"
    assert not Matter.select().exists()


def test_two_households_of_one_name_are_told_apart(zhang: Official, opened: Callable[[], MatterPage]) -> None:
    for address in ("1组", "2组"):
        assign(zhang, a_household("王样甲", address=address), day(1, 1))
    page = opened()
    page.add()
    type_in(page.drawer.form["official"], "张样一")
    type_in(page.drawer.form["contact_point"], "王样甲(2组)")
    page.drawer.form["content"].set("饮水管道老化")
    page.drawer.submit()
    kept = Matter.get()
    assert kept.contact_point.address == "2组"
    page.open(kept)
    page.edit()
    assert page.drawer.form["contact_point"].get() == "王样甲(2组)"


def test_the_ledger_of_the_leader_chosen_is_printed(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    page = open_window(MatterPage, PrintNeighbour).page
    page.list.leader.set(zhang.id)
    press(page, "<Control-p>")
    wanted = asked(page)
    assert (wanted.document, wanted.leader, str(wanted.period)) == ("matter_ledger", zhang.id, "2026")
