"""A signed visit sheet typed in the real window by the keyboard alone."""

from collections.abc import Callable
from typing import Any

import pytest

from gui.pages.activity import ActivityPage
from gui.pages.print_center import PrintCenterPage
from gui.window import Window
from models.activity import Activity, read_entry, save_activity, targets_of
from models.batch_sheet import Batch
from models.contact_point import ContactPoint
from models.official import Official
from models.rules.calendar import period
from tests.gui.driving import Answers, press, wait_until
from tests.gui.zhangs_office import NAMES, done
from tests.models.made_up import a_leader, a_visit, day

TODAY = day(1, 9, 2027)
Q4 = period("2026Q4")
TWO_MINUTES_OF_KEYS = 120 * 3  # at three keys a second
_KEYSYMS = {".": "period", '"': "quotedbl"}


class Keyboard:
    """Presses keys on whatever has the keyboard, and counts them."""

    def __init__(self, page: ActivityPage) -> None:
        self._page = page
        self.pressed = 0

    def type(self, text: str) -> None:
        """A key for each character; Chinese takes two on average (pinyin with its choice)."""
        for character in text:
            if character.isascii():
                self.key(f"Key-{_KEYSYMS.get(character, character)}")
            else:
                self._focused().insert("insert", character)
                self._focused().event_generate("<KeyRelease>", keysym="space", when="now")
                self.pressed += 2

    def key(self, keys: str, times: int = 1) -> None:
        for _ in range(times):
            focused = self._focused()
            focused.event_generate(f"<{keys}>", when="now")
            if keys.startswith("Key-"):
                focused.event_generate(f"<KeyRelease-{keys.removeprefix('Key-')}>", when="now")
            self._page.update()
            self.pressed += 1

    def _focused(self) -> Any:
        return self._page.nametowidget(self._page.tk.call("focus"))


@pytest.fixture
def page(open_activities: Callable[..., ActivityPage]) -> ActivityPage:
    return open_activities(TODAY, PrintCenterPage)


@pytest.fixture
def keyboard(page: ActivityPage) -> Keyboard:
    page.list.table.sheet.focus_force()
    page.update()
    return Keyboard(page)


def cells(page: ActivityPage, number: int) -> list[str]:
    """What is typed in a row: day, outcome, heard or reason, reply."""
    return page.batch.rows.rows.shown()[number - 1][3:]


def test_ten_households_are_entered_by_keyboard_alone_within_two_minutes_of_keys(
    page: ActivityPage, keyboard: Keyboard
) -> None:
    """Two days; two households said something, one was away; saved at once, and taken back at once."""
    keyboard.key("Control-b")
    keyboard.key("Down", 2)  # past township and village
    keyboard.type("11.9")
    for _ in range(4):
        keyboard.key("Down")
        keyboard.type('"')
    keyboard.key("Return", 2)
    keyboard.type("盼修村口水渠")
    keyboard.key("Return")
    keyboard.type("已转水利局")
    keyboard.key("Return")
    keyboard.type("12.3")
    keyboard.key("Return")
    keyboard.type("2")
    keyboard.key("Return")
    keyboard.type("1")
    keyboard.key("Return")
    for _ in range(3):
        keyboard.type('"')
        keyboard.key("Down")
    keyboard.type('"')
    keyboard.key("Return", 2)
    keyboard.type("想学脐橙防病")
    keyboard.key("Control-s")
    assert keyboard.pressed < TWO_MINUTES_OF_KEYS / 3
    _assert_entered(page)
    keyboard.key("Control-z")
    assert Activity.select().count() == 0


def _assert_entered(page: ActivityPage) -> None:
    first, second = Activity.select().order_by(Activity.first_day)
    assert (first.first_day, second.first_day, first.place) == (day(11, 9), day(12, 3), "样样镇样样村")
    said = {row.contact_point.name: (row.outcome, row.reason or row.heard) for row in targets_of(second)}
    assert said == {
        NAMES[5]: ("not_met", "外出务工"),
        **dict.fromkeys(NAMES[6:9], ("met", "")),
        NAMES[9]: ("met", "想学脐橙防病"),
    }
    assert [row.contact_point.name for row in targets_of(first)] == NAMES[:5]
    assert (targets_of(first)[4].heard, targets_of(first)[4].reply) == ("盼修村口水渠", "已转水利局")
    assert sorted(done("household_visit", "2026")) == [0, *[1] * 9]
    assert "已保存 2 次活动（新登记 2），其中 2 次标“补登”" in page.shell.noticed
    assert cells(page, 3) == ["", "", "", ""]
    assert f"✓ 11月9日 {first.number}" in page.batch.rows.rows.shown()[2]


def test_the_effect_is_told_before_saving_and_is_what_saving_does(
    page: ActivityPage, keyboard: Keyboard
) -> None:
    keyboard.key("Control-b")
    keyboard.type("11.9")
    keyboard.key("Down", 2)
    keyboard.type('"')
    keyboard.key("Down", 10)
    keyboard.type("11.20s")
    keyboard.key("Return")
    wait_until(page.shell, lambda: "保存后计入" in page.batch.foot.text)
    said = page.batch.foot.text
    assert "走访联系乡镇(街道) +1 次、下访听诉 +1 次、走访联系户 +1 次、下基层调研 +1.5 天" in said
    assert "11月9日 样样镇样样村 2个对象：新登记；11月20日上午 下访听诉：新登记" in said
    keyboard.key("Control-s")
    assert done("hearing", "2026Q4") == [1]
    assert done("fieldwork_days", "2026") == [1.5]


def test_an_outcome_is_said_by_a_digit_and_takes_the_day_above(
    page: ActivityPage, keyboard: Keyboard
) -> None:
    keyboard.key("Control-b")
    keyboard.type("11.9x")
    keyboard.key("Return")
    keyboard.key("Down")
    keyboard.type("3")
    keyboard.key("Down")
    keyboard.type("2")
    assert [cells(page, number)[:2] for number in (1, 2, 3)] == [
        ["11月9日下午", "见到"],
        ["11月9日下午", "电话"],
        ["11月9日下午", "未遇"],
    ]
    assert "未遇原因" not in page.batch.foot.text
    keyboard.key("Return")
    assert "1 外出务工" in page.batch.foot.text


def test_what_is_recorded_already_is_seen_and_refused_at_its_row_with_everything_kept(
    page: ActivityPage, keyboard: Keyboard, zhang: Official
) -> None:
    household = ContactPoint.get(ContactPoint.name == NAMES[0])
    known = save_activity(a_visit(zhang, day(11, 9), household), TODAY)
    keyboard.key("Control-b")
    assert page.batch.rows.rows.shown()[2][2] == f"✓ 11月9日 {known.number}"
    keyboard.key("Down", 2)
    keyboard.type("11.9")
    keyboard.key("Down")
    keyboard.type("11.10")
    keyboard.key("Control-s")
    assert known.number in page.shell.noticed
    assert page.batch.rows.rows.shown()[2][2].startswith("● 11月9日已有记录")
    assert cells(page, 4)[0] == "11月10日"
    assert (page.batch.typed.at, Activity.select().count()) == (2, 1)


def test_arrows_move_inside_a_text_first_and_then_between_cells(
    page: ActivityPage, keyboard: Keyboard
) -> None:
    keyboard.key("Control-b")
    keyboard.type("11.9")
    keyboard.key("Left")
    assert page.batch.typed.cell == 0
    keyboard.key("Right", 2)
    assert page.batch.typed.cell == 1
    keyboard.key("Right")
    keyboard.key("Left", 2)
    assert page.batch.typed.cell == 0
    keyboard.key("F2")
    keyboard.key("BackSpace")
    assert page.batch.rows.editor.get() == "11月9"
    keyboard.key("Control-Delete")
    assert not page.batch.edited


def test_esc_keeps_what_is_typed_and_ctrl_b_comes_back_to_it(
    page: ActivityPage, keyboard: Keyboard, answers: Answers
) -> None:
    keyboard.key("Control-b")
    keyboard.type("11.9")
    keyboard.key("Escape")
    assert not page.is_batch
    assert "按 Ctrl+B 接着填" in page.shell.noticed
    answers.say("取消")
    assert not page.flush()
    keyboard.key("Control-b")
    assert cells(page, 1)[0] == "11月9日"
    press(page, "<Control-z>")
    assert cells(page, 1)[0] == "11月9日"


def test_another_leader_is_shown_only_when_what_is_typed_may_go(
    page: ActivityPage, keyboard: Keyboard, answers: Answers
) -> None:
    li = a_leader("李样二")
    keyboard.key("Control-b")
    keyboard.type("11.9")
    answers.say("取消", "放弃")
    page.come(Batch(li.id, Q4))
    assert page.batch.sheet.leader == "张样一"
    assert cells(page, 1)[0] == "11.9"
    page.come(Batch(li.id, period("2026Q3")))
    assert page.context() == "李样二 2026年第三季度走访安排表    共 1 行，已填 0 行"


def test_choosing_another_quarter_asks_and_stays_if_told_to(
    page: ActivityPage, keyboard: Keyboard, answers: Answers
) -> None:
    keyboard.key("Control-b")
    keyboard.type("11.9")
    answers.say("取消")
    page.batch.quarter.set(period("2026Q3"))
    page.batch.quarter.changed()
    assert page.batch.quarter.get() == Q4
    assert cells(page, 1)[0] == "11.9"


def test_a_visit_written_elsewhere_shows_at_once_and_the_typing_stays(
    page: ActivityPage, keyboard: Keyboard, zhang: Official
) -> None:
    keyboard.key("Control-b")
    keyboard.type("11.9")
    keyboard.key("Down")
    household = ContactPoint.get(ContactPoint.name == NAMES[0])
    save_activity(a_visit(zhang, day(12, 1), household), TODAY)
    wait_until(page.shell, lambda: "✓ 12月1日" in page.batch.rows.rows.shown()[2][2])
    assert cells(page, 1)[0] == "11月9日"


def test_the_sheet_in_sight_can_be_printed(page: ActivityPage, keyboard: Keyboard) -> None:
    keyboard.key("Control-b")
    window = page.shell
    keyboard.key("Control-p")
    assert window.page.title == "打印中心"
    chosen = window.page.choices
    assert chosen.document.name == "quarter_plan"
    assert str(chosen.choice().quarter) == "2026Q4"


def test_without_leaders_the_sheet_says_what_to_do(
    open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    page = open_window(ActivityPage).page
    page.open_batch()
    assert "还没有班子成员" in page.batch.foot.text
    page.batch.keep()
    assert not Activity.select().exists()


def test_a_plan_of_that_day_is_completed_by_the_sheet(
    page: ActivityPage, keyboard: Keyboard, zhang: Official
) -> None:
    household = ContactPoint.get(ContactPoint.name == NAMES[0])
    plan = save_activity(
        a_visit(zhang, day(11, 9), household, state="planned", purpose="冬季走访"), day(11, 1)
    )
    keyboard.key("Control-b")
    assert page.batch.rows.rows.shown()[2][2] == f"◆ 计划 11月9日 {plan.number}"
    keyboard.key("Down", 2)
    keyboard.type("11.9")
    keyboard.key("Control-s")
    assert "完成计划 1" in page.shell.noticed
    entry = read_entry(Activity.get())
    assert (entry.id, entry.state, entry.purpose) == (plan.id, "done", "冬季走访")


def test_what_is_written_elsewhere_while_one_types_takes_no_letter_away(
    page: ActivityPage, keyboard: Keyboard, zhang: Official
) -> None:
    keyboard.key("Control-b")
    keyboard.type("11")
    save_activity(a_visit(zhang, day(11, 20)), TODAY)
    page.shell._hear()
    keyboard.type(".9")
    assert page.batch.rows.editor.get() == "11.9"
