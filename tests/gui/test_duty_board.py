"""在岗情况 in the real window: a week of half-days by keyboard and by mouse, and what stands beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gui.forms.duty_board import DutyBoard
from gui.page import Page
from gui.state.on_duty_board import View, Whom
from gui.window import Window
from models.absence_entry import cancel_absence
from models.activity import save_activity
from models.official import Official
from models.pairing import Pairing, save_pairing
from models.rules.kinds import Half
from tests.gui.calendar_office import ActivityNeighbour, asked
from tests.gui.driving import press, type_in, wait_until
from tests.models.made_up import a_leader, a_visit, day, is_absent

TODAY = day(11, 25)


class BoardPage(Page):
    """Holds the view, and remembers which absences it opened."""

    title, icon = "AB角", "gear"

    def build(self) -> None:
        self.opened: list[int] = []
        self.board = DutyBoard(self, self.shell, self.opened.append)
        self.board.pack(fill="both", expand=True)

    def refresh(self) -> None:
        self.board.show()

    def take_keyboard(self) -> None:
        self.board.focus_cells()

    def escape(self) -> None:
        self.board.escape()


@pytest.fixture
def pair(office: object) -> tuple[Official, Official]:
    """张样一 and 李样二, who stand in for each other, above 陈样三, who has nobody."""
    zhang, li, _ = a_leader("张样一"), a_leader("李样二"), a_leader("陈样三")
    save_pairing(Pairing(a=zhang, b=li))
    return zhang, li


@pytest.fixture
def open_board(
    open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., DutyBoard]:
    """Opens the view on that day, with everything drawn."""

    def open_(today: date = TODAY) -> DutyBoard:
        monkeypatch.setattr(Window, "today", lambda _: today)
        window = open_window(BoardPage, ActivityNeighbour)
        board: DutyBoard = window.page.board
        wait_until(window, lambda: board.roomy is not None and not board.moment.is_waiting)
        return board

    return open_


def window(board: DutyBoard) -> Any:
    return board.shell


def shown(board: DutyBoard) -> dict[str, list[str]]:
    board.update()
    return {row[0]: row[1:] for row in board.cells.shown()}


def key(board: DutyBoard, keys: str) -> None:
    press(board.cells.canvas, keys)


# --- the grid


def test_the_week_says_who_is_here_away_and_acting(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    zhang, _ = pair
    is_absent(zhang, TODAY, day(11, 26), reason="学习")
    board = open_board()
    assert shown(board) == {
        "张样一": ["✓ 在岗", "▲ 外出（学习） → 李样二代行", "✓ 在岗", "休息日"],
        "李样二": ["✓ 在岗", "✓ 在岗，代 张样一", "✓ 在岗", "休息日"],
        "陈样三": ["✓ 在岗", "休息日"],
    }
    assert board.foot == "2026年11月23日 星期一 至 29日 星期日    外出 1 人    代行 1 人"


def test_enter_opens_the_absence_also_from_the_box_of_who_acts(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    absence = is_absent(pair[0], TODAY, day(11, 26))
    board = open_board()
    key(board, "<Return>")  # the cursor begins on today
    key(board, "<Down>")
    key(board, "<Return>")
    key(board, "<Left>")
    key(board, "<Return>")
    assert window(board).page.opened == [absence.id, absence.id]


def test_a_double_click_opens_and_a_click_only_puts_the_cursor(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    absence = is_absent(pair[0], TODAY, day(11, 26))
    board = open_board()
    left, top, right, bottom = board.cells._box(0, 1)
    at = {"x": (left + right) // 2, "y": (top + bottom) // 2}
    board.cells.canvas.event_generate("<Button-1>", **at)
    board.cells.canvas.event_generate("<ButtonRelease-1>", **at)
    assert board.cells.current.absence == absence
    assert window(board).page.opened == []
    board.cells.canvas.event_generate("<Button-1>", **at)
    board.update()
    assert window(board).page.opened == [absence.id]


def test_enter_on_a_trip_opens_the_activity(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    trip = save_activity(a_visit(pair[0], TODAY, place="样样镇"), TODAY)
    is_absent(pair[1], TODAY, TODAY)  # for whom he acts meanwhile
    board = open_board()
    assert shown(board)["张样一"][1] == "◆ 下乡 样样镇"
    key(board, "<Return>")
    assert asked(board) == trip


def test_the_note_at_the_pointer_says_everything_also_how_long_he_acted(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    zhang, li = pair
    is_absent(zhang, TODAY, day(11, 26), reason="学习", approver="王样五")
    is_absent(li, day(3, 2), day(3, 2), last_half=Half.AM)
    board = open_board()
    left, top, _, _ = board.cells._box(0, 1)
    board.cells.canvas.event_generate("<Motion>", x=left + 5, y=top + 5)
    assert board.cells.tip.text.split("\n") == [
        "张样一",
        "▲ 外出  11月25日至26日",
        "事由：学习",
        "批准人：王样五",
        "李样二代行",
        "今年已代行 0.5 天",
    ]


# --- other days


def test_page_keys_turn_the_week_and_home_comes_back_with_the_cursor_on_today(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    is_absent(pair[1], day(12, 1), day(12, 1))
    board = open_board()
    key(board, "<Down>")
    key(board, "<Next>")
    assert shown(board)["李样二"] == ["✓ 在岗", "▲ 张样一代行", "✓ 在岗", "休息日"]
    assert board.cells.current.seat.official == pair[1].id
    key(board, "<Prior>")
    key(board, "<Prior>")
    assert board.foot.startswith("2026年11月16日 星期一")
    key(board, "<Home>")
    assert board.day == TODAY
    assert board.cells.current.first <= 2 * TODAY.toordinal() <= board.cells.current.last


def test_a_day_can_be_looked_at_and_typed(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    is_absent(pair[0], day(12, 1), day(12, 1), last_half=Half.AM, reason="学习")
    board = open_board()
    board.bar.views[View.DAY].invoke()
    type_in(board.bar.day, "12.1")
    assert shown(board)["张样一"] == ["▲ 外出（学习） → 李样二代行", "✓ 在岗"]
    assert board.foot.startswith("2026年12月1日 星期二    外出 1 人")
    board.bar.turns["‹"].invoke()
    assert board.bar.day.get() == day(11, 30)
    type_in(board.bar.day, "11.31")
    assert board.bar.day.inner.instate(["invalid"])
    assert board.day == day(11, 30)
    board.bar.turns["今天"].invoke()
    assert not board.bar.day.inner.instate(["invalid"])


def test_what_is_written_elsewhere_is_shown_where_one_is(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    board = open_board()
    key(board, "<Next>")
    is_absent(pair[0], day(12, 2), None)
    board.show()
    assert "▲ 外出 → 李样二代行" in shown(board)["张样一"]
    key(board, "<Right>")
    spell = board.cells.current
    board.show()
    assert board.cells.current == spell
    assert board.foot.startswith("2026年11月30日")


# --- whose lines


def test_lines_are_filtered_by_pinyin_and_by_what_is_so(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    is_absent(pair[0], TODAY, TODAY)
    board = open_board()
    type_in(board.search, "cys")
    assert list(shown(board)) == ["陈样三"]
    type_in(board.search, "")
    board.bar.whom.set(Whom.CHANGED)
    board.bar.whom.changed()
    assert list(shown(board)) == ["张样一", "李样二"]
    board.bar.whom.set(Whom.UNFILLED)
    board.bar.whom.changed()
    assert shown(board) == {}
    assert "没有符合的人" in board.cells.empty


def test_an_empty_office_says_what_to_do(office: object, open_board: Callable[..., DutyBoard]) -> None:
    board = open_board()
    assert "从 Excel 导入" in board.cells.empty
    a_leader("张样一", office_to=day(6, 30))
    board.show()
    assert board.cells.empty == "这几天没有在任的班子成员。"


# --- beside the grid


def test_what_is_unfilled_stands_beside_in_words_and_a_click_goes_there_through_any_filter(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    zhang, li = pair
    is_absent(zhang, TODAY, day(11, 30))
    clash = is_absent(li, day(11, 27), day(12, 2))
    board = open_board()
    assert board.side.unfilled.texts == [("张样一、李样二", "11月27日至30日")]
    assert board.side.unfilled.below == ["● AB角都外出，无人代行"]
    type_in(board.search, "cys")
    card = board.side.unfilled
    card.sheet.event_generate("<Button-1>", x=40, y=card._top + 5)
    assert board.search.get() == ""
    assert board.cells.current.standing.clash
    assert board.cells.current.seat.official == zhang.id
    cancel_absence(clash)
    board.show()
    assert board.side.unfilled.texts == []


def test_who_acted_how_long_this_year_is_counted_a_moment_later(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    is_absent(pair[0], day(3, 2), day(3, 4), last_half=Half.AM)
    board = open_board()
    assert board.side.acting.texts == [("李样二", "2.5 天")]


def test_a_narrow_window_has_the_cards_over_the_grid_and_esc_takes_them_away(
    pair: tuple[Official, Official], open_board: Callable[..., DutyBoard]
) -> None:
    is_absent(pair[0], TODAY, TODAY)
    is_absent(pair[1], TODAY, TODAY)
    board = open_board()
    assert board.roomy
    assert not board.bar.side.winfo_manager()
    window(board).root.geometry("900x560")
    wait_until(window(board), lambda: board.roomy is False)
    assert board.bar.side.cget("text") == "● 缺岗 1"
    board.bar.side.invoke()
    board.update()
    assert board.side.winfo_ismapped()
    press(board.cells.canvas, "<Escape>")
    board.update()
    assert not board.side.winfo_ismapped()
    window(board).root.geometry("1366x768")
    wait_until(window(board), lambda: board.roomy and board.side.winfo_ismapped())
