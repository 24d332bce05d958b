"""民情事项 in the real window: listed by urgency, opened, moved on step by step to their close."""

from collections.abc import Callable

import pytest

from gui.pages.matter import MatterPage
from gui.pages.setting import SettingPage
from gui.state.matter import Kept
from gui.window import Window
from models import terms
from models.assignment import assign
from models.matter import Matter, steps_of
from models.official import Official
from models.rules.kinds import MatterKind, MatterState, StepKind
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.models.made_up import a_household, a_leader, day
from tests.models.matters import TODAY, a_matter, stepped


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


@pytest.fixture
def opened(open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Callable[[], MatterPage]:
    def open_() -> MatterPage:
        monkeypatch.setattr(Window, "today", lambda _: TODAY)
        page: MatterPage = open_window(MatterPage, SettingPage).page
        page.update()
        return page

    return open_


def column(page: MatterPage, place: int) -> list[str]:
    return [row[place] for row in page.list.table.shown()]


def taken(page: MatterPage, kind: StepKind, words: str = "", **more: str) -> None:
    """Press the button of a step and fill in its form."""
    page.view.steps.buttons[kind].invoke()
    page.drawer.form["words"].set(words)
    for name, value in more.items():
        page.drawer.form[name].set(value)
    page.drawer.submit()
    wait_until(page.shell, lambda: page.view.steps.timeline.text.count(terms.label(kind)))


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


def test_a_matter_goes_step_by_step_to_its_close_and_every_step_is_one_undo(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    kept = a_matter(zhang)
    page = opened()
    page.list.table.pick(0)
    press(page.list.table.sheet, "<Return>")
    assert page.is_open
    assert "还没有答复" in page.view.steps.lacking
    assert page.view.steps.buttons[StepKind.CLOSE].instate(["disabled"])
    taken(page, StepKind.ASSIGN, "请在十五个工作日内办结", unit="样样局")
    taken(page, StepKind.REPLY, "已派人修好")
    assert page.view.steps.lacking == "▲ 销号前：还没有告知群众。"
    taken(page, StepKind.TELL, "电话告知", satisfaction="satisfied")
    assert "可以销号" in page.view.steps.lacking
    taken(page, StepKind.CLOSE)
    now = Matter.get_by_id(kept.id)
    assert (now.state, now.unit, now.result) == (MatterState.CLOSED, "样样局", "已派人修好")
    assert (now.satisfaction, now.closed_on) == ("satisfied", TODAY)
    assert list(page.view.steps.buttons) == [StepKind.REVISIT, StepKind.REOPEN]
    assert page.view.light == "✓ 已销号"
    press(page, "<Control-z>")
    wait_until(page.shell, lambda: page.view.light == "◆ 待销号")
    assert len(steps_of(kept)) == 3


def test_digits_take_the_next_steps(zhang: Official, opened: Callable[[], MatterPage]) -> None:
    a_matter(zhang, StepKind.ASSIGN)
    page = opened()
    page.open(Matter.get())
    press(page.view.steps.timeline.canvas, "<Key-2>")
    assert page.drawer.form["day"].get() == TODAY
    press(page.drawer.form["words"].inner, "<Control-Return>")
    assert steps_of(Matter.get())[-1].kind == StepKind.URGE
    assert page.focus_get() is page.view.steps.timeline.canvas


def test_the_steps_seldom_taken_are_in_a_menu(zhang: Official, opened: Callable[[], MatterPage]) -> None:
    a_matter(zhang, StepKind.ASSIGN)
    page = opened()
    page.open(Matter.get())
    page.view.steps.more()
    page.update()
    press(page.view.steps._menu, "<Key-1>")
    assert page.drawer.form.fields[1].label == "满意度"


def test_a_step_on_a_day_that_cannot_be_is_refused_at_the_day(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    a_matter(zhang, StepKind.ASSIGN)
    page = opened()
    page.open(Matter.get())
    page.view.steps.buttons[StepKind.REPLY].invoke()
    form = page.drawer.form
    page.drawer.submit()
    assert form.complaints == {"words": "请填写答复内容。"}
    form["words"].set("已修好")
    type_in(form["day"], "11.5")
    page.drawer.submit()
    assert "早于上一步" in form.complaints["day"]
    assert form["words"].get() == "已修好"


def test_what_a_leader_took_over_asks_for_his_three_acts(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    a_matter(zhang, StepKind.ASSIGN, StepKind.REPLY, StepKind.TELL, in_charge=True)
    page = opened()
    page.open(Matter.get())
    assert "领导包案还没有亲自接待、亲自研究、亲自督办。" in page.view.steps.lacking
    for kind in (StepKind.RECEIVE, StepKind.STUDY, StepKind.SUPERVISE):
        taken(page, kind)
    assert "可以销号" in page.view.steps.lacking


def test_what_is_sensitive_shows_neither_name_nor_number_but_in_its_form(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    home = a_household("王样甲")
    assign(zhang, home, day(1, 1))
    told = {"raised_by": "王样甲", "phone": "13912345678", "contact_point": home.id, "sensitive": True}
    kept = a_matter(zhang, content="王样甲说路坏了，电话13912345678", **told)
    stepped(kept, StepKind.ASSIGN, on=day(11, 9))
    page = opened()
    assert (column(page, 3), column(page, 4)) == (["【敏感】王××说路坏了，电话139****5678"], ["王××"])
    page.open(kept)
    said = page.view.facts.text + page.view.steps.timeline.text + str(page.view._title.cget("text"))
    assert "敏感" in said
    assert "王样甲" not in said
    assert "13912345678" not in said
    page.edit()
    assert page.drawer.form["raised_by"].get() == "王样甲"


def test_very_long_words_are_shown_whole_and_scroll_by_keyboard(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    kept = a_matter(zhang, content="路坏了。" * 1250)
    page = opened()
    page.open(kept)
    page.update()
    canvas = page.view.facts.canvas
    press(canvas, "<End>")
    assert canvas.yview()[1] == 1.0
    press(canvas, "<Home>")
    assert canvas.yview()[0] == 0.0
    assert "路坏了。" * 1250 in page.view.facts.text


def test_a_matter_in_sight_that_is_taken_back_closes(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    page = opened()
    kept = a_matter(zhang)
    page.open(kept)
    press(page, "<Control-z>")
    wait_until(page.shell, lambda: not page.is_open)
    assert "已经不在了" in page.shell.noticed


def test_what_is_typed_for_a_matter_that_is_undone_becomes_a_new_one(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    page = opened()
    page.open(a_matter(zhang))
    page.edit()
    press(page.shell.root, "<Control-z>")
    wait_until(page.shell, lambda: not page.is_open)
    page.drawer.form["content"].set("路又坏了")
    page.drawer.submit()
    assert [row.content for row in Matter.select()] == ["路又坏了"]


def test_a_matter_that_never_was_is_deleted_and_had_back(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    page = opened()
    page.open(a_matter(zhang, StepKind.ASSIGN))
    page.view.delete.invoke()
    assert not page.is_open
    assert "已删除 MQ20260001" in page.shell.noticed
    press(page, "<Control-z>")
    assert Matter.get().number == "MQ20260001"


def test_typed_words_are_not_given_up_unasked(
    zhang: Official, opened: Callable[[], MatterPage], answers: Answers
) -> None:
    a_matter(zhang)
    page = opened()
    page.add()
    type_in(page.drawer.form["official"], "张样一")
    answers.say("取消")
    page.open(Matter.get())
    assert page.has_drawer
    assert not page.is_open
    assert page.holds_typing()


def test_esc_goes_back_to_the_list_with_the_cursor_on_the_matter(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    a_matter(zhang, due=day(12, 1))
    kept = a_matter(zhang, due=day(12, 31))
    page = opened()
    page.open(kept)
    press(page.view.steps.timeline.canvas, "<Escape>")
    assert page.list.table.current == kept.id
    assert page.focus_get() is page.list.table.sheet
