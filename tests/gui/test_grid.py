"""The grid's cursor, widths and heights, and the points of a chart, without a window."""

from gui.look.palette import Tone
from gui.state.grid import (
    LABEL,
    Grid,
    GridCell,
    GridColumn,
    GridRow,
    GridSection,
    Widths,
    bands,
    edges,
    fitting,
    over_heads,
    spanned,
)
from gui.state.trend import month_start, scaled, trend
from models.rules.kinds import ActivityKind
from tests.rules.small_office import activity, day, duty, line


def cell(about: object = "x", span: int = 1) -> GridCell:
    return GridCell(("✓ 2月9日", "✓"), Tone.DONE, about=about, span=span)


def section(*rows: GridRow, columns: int = 3) -> GridSection:
    return GridSection("领导", [GridColumn(("一",), 30)] * columns, rows)


def row(key: str, *cells: GridCell | None, about: object = None) -> GridRow:
    return GridRow(key, key, lambda: cells, about=about)


def a_grid() -> Grid:
    grid = Grid()
    grid.fill(
        [
            section(row("甲", cell(1), None, cell(3), about="甲"), row("乙", None, None, None)),
            section(row("丙", cell(4, span=3))),
        ]
    )
    return grid


def test_the_cursor_begins_at_the_first_place_and_moves_over_gaps() -> None:
    grid = a_grid()
    assert (grid.row, grid.cell, grid.current) == (0, LABEL, "甲")
    grid.sideways(1)
    grid.sideways(1)
    assert (grid.cell, grid.current) == (2, 3)
    grid.sideways(1)
    assert grid.current == 3


def test_it_passes_rows_without_places_and_finds_the_nearest_one() -> None:
    grid = a_grid()
    grid.sideways(999)
    grid.up_or_down(1)
    assert (grid.row, grid.current) == (2, 4)
    grid.up_or_down(1)
    assert grid.row == 2
    grid.up_or_down(-1)
    assert (grid.row, grid.current) == (0, 3)  # back in its column, through a wide cell


def test_it_cannot_be_where_nothing_is() -> None:
    grid = a_grid()
    assert not grid.go(0, 1)
    assert not grid.go(1, 0)
    assert not grid.go(9, 0)
    assert grid.go(0, 2)


def test_it_stays_on_its_row_when_the_grid_is_filled_anew() -> None:
    grid = a_grid()
    grid.go(2, 0)
    grid.fill([section(row("丙", cell(5)), row("甲", cell(1)))])
    assert (grid.row, grid.current) == (0, 5)
    grid.fill([section(row("丁", cell(6)))])
    assert grid.current == 6
    grid.fill([])
    assert grid.current is None
    grid.sideways(1)
    grid.up_or_down(1)
    assert grid.current is None


def test_in_a_row_whose_cells_are_joined_it_stays_in_its_column() -> None:
    grid = Grid()
    grid.fill([section(row("甲", cell(1), cell(2), cell(3)), row("乙", cell(4, span=2), cell(5)))])
    grid.go(0, 1)
    grid.up_or_down(1)
    assert grid.current == 4
    grid.fill([section(row("乙", cell(6), cell(7), cell(8)))])
    assert grid.current == 7
    grid.fill([section(row("乙", cell(9, span=3)))])
    assert grid.current == 9


def test_rows_lie_below_the_heads_of_their_section() -> None:
    over = GridSection("领导", [GridColumn(("一",), 30, over="走访村")], [row("甲", cell())])
    found = bands([over, section(row("乙", cell()))], head=20, over=10, step=30, gap=5)
    assert [(band.top, band.bottom, band.row) for band in found] == [
        (0, 30, -1),
        (30, 60, 0),
        (65, 85, -1),
        (85, 115, 1),
    ]


def test_columns_fill_the_room_and_notes_take_some_only_where_there_are_any() -> None:
    plain = section(row("甲", cell(), cell(), cell()))
    assert edges(plain, Widths(90, 60), 1.0, 300)[-2:] == [300, 300]
    noted = plain._replace(note="家庭情况")
    assert edges(noted, Widths(90, 60), 1.0, 300)[-2] < 240


def test_a_wide_cell_takes_the_columns_it_spans() -> None:
    assert spanned(row("甲", cell(span=2), cell())) == [(0, 0, 2), (1, 2, 3)]


def test_heads_in_common_are_said_once() -> None:
    columns = [GridColumn(("一",), 30, over=over) for over in ("走访村", "走访村", "", "听诉")]
    assert over_heads(GridSection("", columns, [])) == [("走访村", 0, 2), ("听诉", 3, 4)]


def test_the_longest_form_that_fits_is_shown() -> None:
    assert fitting(("未走访", "缺", ""), 2, len) == "缺"
    assert fitting(("未走访", "缺"), 9, len) == "未走访"


# --- the chart


def test_the_chart_s_axis_is_round_and_holds_everything() -> None:
    trips = [activity(ActivityKind.FIELDWORK, "03-01", "2026-05-16")]
    found = line(duty("fieldwork_days"), "2026", *trips, today="2026-11-25")
    drawn = trend(found, [(day("06-30"), 77.0)], [(day("2025-12-31"), 36.0)])
    assert (drawn.top, drawn.marks) == (80, [0, 20, 40, 60, 80])
    assert drawn.target[-1] == (1.0, 0.75)
    assert drawn.this_year[-1][1] <= 1
    assert drawn.last_year[-1] == (1.0, 0.45)


def test_a_year_without_days_draws_no_line_for_last_year() -> None:
    found = line(duty("fieldwork_days"), "2026", today="2026-01-01")
    drawn = trend(found, [(day("01-01"), 0.0)], [(day("2025-12-31"), 0.0)])
    assert drawn.last_year == []
    assert drawn.this_year[-1] == (1 / 365, 0.0)


def test_points_lie_in_their_box_with_the_year_s_first_at_the_left() -> None:
    assert scaled([(0, 0), (1, 1)], (10, 20, 110, 70)) == [(10, 70), (110, 20)]
    assert month_start(1) == 0
    assert month_start(12) > 0.9
