"""The grid of a visit sheet, without a window: where keys lead, what repeats, what is read from it."""

import pytest

from gui.state.activity_ticks import Mark
from gui.state.batch_grid import BatchGrid, Cell, is_ditto
from models.batch_sheet import Batch, BatchRow, BatchSheet, SheetProblem
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, Half, Manner, Outcome
from tests.models.made_up import day

Q1 = period("2026Q1")
VISIT, HEARING = ActivityKind.VISIT, ActivityKind.HEARING


def a_grid(*kinds: ActivityKind | None) -> BatchGrid:
    """Rows of these kinds, three households if none are named."""
    rows = [
        BatchRow(number, kind, "户", f"王样{number}", point=number if kind == VISIT else None)
        for number, kind in enumerate(kinds or (VISIT, VISIT, VISIT), start=1)
    ]
    grid = BatchGrid(Q1)
    grid.show(BatchSheet(Batch(1, Q1), "张样一", rows))
    return grid


def typed(grid: BatchGrid, text: str) -> None:
    grid.write(text)
    grid.settle()


def test_a_day_is_written_out_and_means_that_somebody_was_met() -> None:
    grid = a_grid()
    typed(grid, "2.9下")
    line = grid.lines[0]
    assert (line.day, line.text(Cell.OUTCOME)) == ("2月9日下午", "见到")
    (entry,) = grid.entries()
    assert (entry.written.day, entry.written.half, entry.outcome) == (day(2, 9), Half.PM, Outcome.MET)


def test_enter_leads_through_a_row_in_use_and_over_an_empty_one() -> None:
    grid = a_grid()
    grid.forward()
    assert (grid.at, grid.cell) == (1, Cell.DAY)
    typed(grid, "2.9")
    stations = []
    for _ in range(4):
        grid.forward()
        stations.append((grid.at, grid.cell))
    assert stations == [(1, Cell.OUTCOME), (1, Cell.SAID), (1, Cell.REPLY), (2, Cell.DAY)]


def test_who_was_not_met_has_a_reason_and_no_reply() -> None:
    grid = a_grid()
    typed(grid, "2.9")
    grid.forward()
    grid.say(Mark.NOT_MET)
    grid.forward()
    typed(grid, "外出务工")
    grid.forward()
    assert (grid.at, grid.cell) == (1, Cell.DAY)
    (entry,) = grid.entries()
    assert (entry.outcome, entry.reason, entry.heard) == (Outcome.NOT_MET, "外出务工", "")


def test_what_was_heard_and_why_nobody_was_met_are_kept_apart_while_one_changes_ones_mind() -> None:
    grid = a_grid()
    typed(grid, "2.9")
    grid.go_to(0, Cell.SAID)
    typed(grid, "盼修路")
    grid.say(Mark.NOT_MET)
    assert grid.lines[0].text(Cell.SAID) == ""
    typed(grid, "住院")
    grid.say(Mark.MET)
    assert grid.lines[0].text(Cell.SAID) == "盼修路"


@pytest.mark.parametrize("mark", [Mark.MET, Mark.NOT_MET, Mark.PHONE])
def test_an_outcome_without_a_day_takes_the_day_above(mark: Mark) -> None:
    grid = a_grid()
    typed(grid, "2.9上")
    grid.go_to(2, Cell.OUTCOME)
    grid.say(mark)
    assert grid.lines[2].day == "2月9日上午"
    assert [entry.number for entry in grid.entries()] == [1, 3]
    assert (grid.entries()[1].manner == Manner.PHONE) is (mark == Mark.PHONE)


def test_a_day_alone_is_in_the_month_above() -> None:
    grid = a_grid()
    typed(grid, "2.9")
    grid.down(2)
    typed(grid, "11")
    assert grid.lines[2].day == "2月11日"


def test_a_cell_repeats_the_nearest_filled_one_above() -> None:
    grid = a_grid()
    typed(grid, "2.9")
    grid.go_to(0, Cell.REPLY)
    typed(grid, "已转办")
    grid.go_to(2, Cell.DAY)
    grid.repeat()
    grid.go_to(2, Cell.REPLY)
    grid.repeat()
    assert (grid.lines[2].day, grid.lines[2].reply, grid.lines[1].is_filled) == ("2月9日", "已转办", False)


def test_a_reason_is_not_repeated_as_what_was_heard() -> None:
    grid = a_grid()
    typed(grid, "2.9")
    grid.say(Mark.MET)
    grid.cell = Cell.OUTCOME
    grid.say(Mark.NOT_MET)
    grid.cell = Cell.SAID
    typed(grid, "住院")
    grid.go_to(1, Cell.DAY)
    grid.repeat()
    grid.go_to(1, Cell.SAID)
    grid.repeat()
    assert grid.lines[1].heard == ""


def test_taking_the_day_away_takes_the_usual_outcome_away_but_no_words() -> None:
    grid = a_grid()
    typed(grid, "2.9")
    typed(grid, "")
    assert not grid.lines[0].is_filled
    typed(grid, "2.9")
    grid.go_to(0, Cell.SAID)
    typed(grid, "盼修路")
    grid.go_to(0, Cell.DAY)
    typed(grid, "")
    with pytest.raises(SheetProblem, match="第 1 行：请填写日期"):
        grid.entries()


def test_an_unreadable_day_stays_as_typed_and_is_said_at_its_row() -> None:
    grid = a_grid()
    typed(grid, "4.1")
    assert (grid.lines[0].day, grid.wrong) == ("4.1", {1: "4月1日不在2026年第一季度内。"})
    with pytest.raises(SheetProblem) as found:
        grid.entries()
    assert found.value.rows == grid.wrong
    typed(grid, "3.1")
    assert grid.wrong == {}


def test_a_row_can_be_emptied() -> None:
    grid = a_grid()
    typed(grid, "2.9")
    grid.empty_row()
    assert grid.filled == []


def test_a_hearing_knows_no_outcome_and_a_duty_of_several_kinds_is_passed_over() -> None:
    grid = a_grid(VISIT, None, HEARING)
    grid.down(1)
    assert grid.at == 2
    typed(grid, "3.2")
    assert grid.lines[2].text(Cell.OUTCOME) == "已开展"
    grid.forward()
    assert grid.cell == Cell.SAID
    assert grid.across(-1)
    assert grid.cell == Cell.DAY


def test_tab_goes_over_the_ends_of_rows_and_stops_at_those_of_the_sheet() -> None:
    grid = a_grid()
    assert not grid.across(-1)
    assert [grid.across(1) for _ in range(12)] == [True] * 11 + [False]
    assert (grid.at, grid.cell) == (2, Cell.REPLY)


def test_what_was_typed_stays_when_the_sheet_is_read_again() -> None:
    grid = a_grid()
    grid.down(2)
    typed(grid, "2.9")
    rows = [BatchRow(1, VISIT, "户", "新样户", point=9), *(line.row for line in grid.lines)]
    renumbered = [
        BatchRow(place, VISIT, "户", row.name, point=row.point) for place, row in enumerate(rows, 1)
    ]
    grid.show(BatchSheet(Batch(1, Q1), "张样一", renumbered))
    assert [line.day for line in grid.lines] == ["", "", "", "2月9日"]
    assert grid.entries()[0].number == 4


def test_marks_for_ditto_are_those_one_writes_by_hand_or_types() -> None:
    assert all(map(is_ditto, '"″”〃'))
    assert not is_ditto("")
    assert not is_ditto("2")


def test_when_rows_move_the_cursor_the_text_and_the_complaint_stay_with_their_household() -> None:
    grid = a_grid()
    grid.go_to(1, Cell.DAY)
    typed(grid, "31.31")
    assert set(grid.wrong) == {2}
    rows = [
        BatchRow(1, HEARING, "", "下访听诉"),
        BatchRow(2, VISIT, "户", "王样1", point=1),
        BatchRow(3, VISIT, "户", "王样改名", point=2),
    ]
    grid.show(BatchSheet(Batch(1, Q1), "张样一", rows))
    assert (grid.at, grid.lines[2].day, set(grid.wrong)) == (2, "31.31", {3})
