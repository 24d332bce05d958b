"""Steps of a matter in the window: one key each, to its close and back."""

from collections.abc import Callable

import pytest

from gui.pages.matter import MatterPage
from gui.window import Window
from models.assignment import assign
from models.matter import Matter, steps_of
from models.matter_correction import step_rows
from models.official import Official
from models.rules.kinds import MatterState, StepKind
from models.writing import Topic, writing
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.matter_office import column, opener, taken
from tests.models.made_up import a_household, a_leader, day
from tests.models.matters import TODAY, a_matter, stepped


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


@pytest.fixture
def opened(open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Callable[[], MatterPage]:
    return opener(open_window, monkeypatch)


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


def test_a_matter_that_came_closed_without_steps_is_opened_again(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    kept = a_matter(zhang)
    with writing("样", Topic.MATTER):
        kept.state, kept.told_on, kept.closed_on = MatterState.CLOSED, day(11, 10), day(11, 12)
        kept.save()
    page = opened()
    page.open(kept)
    assert list(page.view.steps.buttons) == [StepKind.REVISIT, StepKind.REOPEN]
    taken(page, StepKind.REOPEN, "又坏了")
    assert page.view.steps.lacking == "▲ 销号前：还没有答复。\n▲ 销号前：还没有告知群众。"


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


def test_a_step_is_corrected_and_the_last_one_taken_back_from_the_menu(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    page = opened()
    kept = stepped(a_matter(zhang, StepKind.ASSIGN), StepKind.REPLY, on=day(11, 12))
    page.open(kept)
    page.view.steps._mend["更正步骤…"]()
    form = page.drawer.form
    assert form["day"].get() == day(11, 12)
    form["step"].set(step_rows(kept)[0].id)
    form["step"].changed()
    assert (form["day"].get(), form["words"].get()) == (day(11, 9), "assign了")
    form.set({"step": step_rows(kept)[1].id, "day": day(11, 13), "words": "改过的答复"})
    page.drawer.submit()
    assert "已更正" in page.shell.noticed
    assert Matter.get_by_id(kept.id).result == "改过的答复"
    page.view.steps._mend["取消最近一步"]()
    assert [step.kind for step in steps_of(kept)] == [StepKind.ASSIGN]
    press(page, "<Control-z>")
    wait_until(page.shell, lambda: len(steps_of(kept)) == 2)


def test_a_revisit_asks_how_content_they_are(zhang: Official, opened: Callable[[], MatterPage]) -> None:
    page = opened()
    kept = a_matter(zhang, StepKind.REPLY, StepKind.TELL)
    page.open(kept)
    taken(page, StepKind.REVISIT, "上门回访", satisfaction="fairly")
    assert Matter.get_by_id(kept.id).satisfaction == "fairly"


def test_words_typed_about_a_step_are_not_lost_by_looking_at_another(
    zhang: Official, opened: Callable[[], MatterPage], answers: Answers
) -> None:
    page = opened()
    kept = stepped(a_matter(zhang, StepKind.ASSIGN), StepKind.REPLY, on=day(11, 12))
    page.open(kept)
    page.view.steps._mend["更正步骤…"]()
    form, (assign, reply) = page.drawer.form, step_rows(kept)
    form["words"].set("改到一半")
    answers.say("取消")
    form["step"].set(assign.id)
    form["step"].changed()
    assert (form["step"].get(), form["words"].get()) == (reply.id, "改到一半")


def test_what_a_step_taken_back_says_of_satisfaction_is_told(
    zhang: Official, opened: Callable[[], MatterPage]
) -> None:
    page = opened()
    kept = a_matter(zhang, StepKind.REPLY)
    page.open(kept)
    taken(page, StepKind.TELL, "电话告知", satisfaction="satisfied")
    page.view.steps._mend["取消最近一步"]()
    assert "满意度一并清空" in page.shell.noticed
