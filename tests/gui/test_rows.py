from datetime import date
from pathlib import Path

from gui.state.month import Month
from gui.state.remembered import Remembered, fitting
from gui.state.rows import Rows, as_text, shared_widths
from gui.state.typed_choice import matches


def _rows(count: int, seen: int = 10) -> Rows:
    rows = Rows()
    rows.seen = seen
    rows.fill(range(count), lambda item: item)
    return rows


def test_only_the_rows_in_sight_are_visible() -> None:
    rows = _rows(50_000)
    rows.scroll_to(49_999)
    assert rows.visible == range(49_990, 50_000)


def test_the_cursor_stays_in_sight_and_inside_the_list() -> None:
    rows = _rows(30)
    rows.move_to(25)
    assert rows.top == 16
    rows.move_to(-3)
    assert (rows.cursor, rows.top) == (0, 0)


def test_after_a_refresh_the_cursor_is_on_the_same_item() -> None:
    rows = _rows(5)
    rows.move_to(3)
    rows.fill([9, 3, 1], lambda item: item)
    assert rows.current == 3
    assert rows.picked == {1}


def test_an_item_that_went_away_takes_the_cursor_with_it() -> None:
    rows = _rows(5)
    rows.move_to(3)
    rows.fill([1, 2], lambda item: item)
    assert rows.current is None


def test_the_next_row_after_one_that_went_away_is_the_one_in_its_place() -> None:
    rows = _rows(5)
    assert rows.beside(1) == 0
    rows.move_to(3)
    assert rows.beside(1) == 4
    rows.fill([0, 1, 2, 4], lambda item: item)
    assert rows.beside(1) == 3
    assert rows.beside(-1) == 2


def test_a_stretch_of_rows_is_picked_from_where_one_began() -> None:
    rows = _rows(10)
    rows.move_to(6)
    rows.extend_to(4)
    assert rows.chosen() == [4, 5, 6]
    rows.toggle(5)
    assert rows.chosen() == [4, 6]
    rows.pick_all()
    assert len(rows.chosen()) == 10


def test_a_cell_never_breaks_the_lines_excel_reads() -> None:
    assert as_text([["甲\n乙", "丙"], ["1", "2"]]) == "甲 乙\t丙\n1\t2"


def test_text_on_the_clipboard_starts_no_formula_in_excel() -> None:
    assert as_text([["=1+1", "-5", "—"], ["\t@SUM(A1)", "甲", ""]]) == "'=1+1\t-5\t—\n'@SUM(A1)\t甲\t"


def test_columns_fill_their_room_exactly() -> None:
    assert sum(shared_widths([100, 200], [0, 1], 500)) == 500
    assert shared_widths([100, 200], [0, 1], 500) == [100, 400]
    assert sum(shared_widths([300, 300, 300], [1, 1, 1], 400)) == 400


def test_a_month_always_fills_six_weeks_from_a_monday() -> None:
    for month in range(1, 13):
        days = Month(date(2026, month, 1)).days
        assert len(days) == 42
        assert days[0].weekday() == 0


def test_the_last_of_a_month_moves_to_the_last_of_a_shorter_one() -> None:
    assert Month(date(2026, 1, 31)).by_months(1).day == date(2026, 2, 28)
    assert Month(date(2026, 3, 1)).by_days(-1).title == "2026年2月"


def test_typing_finds_the_middle_of_a_name_but_its_beginning_first() -> None:
    assert matches("天", ["银天乡", "天九镇", "麻双乡"]) == ["天九镇", "银天乡"]
    assert matches("", ["甲", "乙"]) == ["甲", "乙"]


def test_the_first_letters_of_its_pinyin_find_a_name_too() -> None:
    assert matches("zyy", ["李样二", "张样一", "周样"]) == ["张样一"]
    assert matches("zh", ["李样二", "张样一", "周样"]) == ["张样一", "周样"]


def test_the_window_forgets_nothing_but_a_broken_memory(tmp_path: Path) -> None:
    memory = Remembered(tmp_path)
    memory.set("geometry", "900x600+0+0")
    memory.save()
    assert Remembered(tmp_path).get("geometry") == "900x600+0+0"
    (tmp_path / "window.json").write_text("{broken", encoding="utf-8")
    assert Remembered(tmp_path).get("geometry") is None


def test_a_place_off_the_screen_is_not_remembered() -> None:
    assert fitting("900x600+10+10", 1366, 768) == "900x600+10+10"
    for lost in ("900x600+3000+0", "2000x600+0+0", "nonsense", None, "900x600-5+0"):
        assert fitting(lost, 1366, 768) is None
