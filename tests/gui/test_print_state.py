from datetime import date

import pytest

from gui.state.print_choice import Span, days_of, first_quarter, quarters, told
from gui.state.print_job import Printer, first_choice, on_sheet
from gui.state.print_range import copies, named, page_ranges
from gui.state.print_strip import Fit, Strip
from models.rules.calendar import period
from models.rules.problem import Problem

A4 = (595.28, 841.89)


def _strip(pages: int = 5, factor: float = 1.0) -> Strip:
    strip = Strip(factor, 12)
    strip.resize(800, 600)
    strip.show([A4] * pages)
    return strip


def test_a_page_is_as_wide_as_its_view_and_life_size_is_96_dots_an_inch() -> None:
    strip = _strip()
    assert strip.places()[0].wide == 800 - 2 * 12
    strip.set_zoom(1.0)
    assert strip.places()[0][3:] == (794, 1123)


def test_on_a_screen_scaled_to_150_percent_life_size_has_half_as_many_pixels_again() -> None:
    strip = _strip(factor=1.5)
    strip.set_zoom(1.0)
    assert strip.places()[0].wide == 1191


def test_a_whole_page_fits_into_the_view() -> None:
    strip = _strip()
    strip.set_zoom(Fit.PAGE)
    assert strip.places()[0].high <= 600 - 2 * 12
    strip.resize(300, 600)
    assert strip.places()[0].wide == 300 - 2 * 12


def test_turning_goes_from_head_to_head_and_stops_at_both_ends() -> None:
    strip = _strip()
    strip.go_to(2)
    assert strip.page == 2
    assert strip.places()[0][:1] + strip.places()[0][2:3] == (2, 12)
    strip.go_to(99)
    assert strip.page == 4
    strip.go_to(-1)
    assert (strip.page, strip.y) == (0, 0)


def test_only_pages_in_sight_have_places() -> None:
    strip = _strip(1000)
    strip.go_to(500)
    assert [place.page for place in strip.places()] == [500]


def test_the_last_of_small_pages_is_reached_although_several_are_in_sight() -> None:
    strip = _strip(7)
    strip.set_zoom(0.5)
    strip.go_to(6)
    assert strip.page == 6


def test_zooming_keeps_the_spot_one_looks_at() -> None:
    strip = _strip()
    strip.go_to(3)
    strip.zoom_by(2)
    strip.zoom_by(-2)
    assert strip.page == 3


def test_zoom_steps_meet_life_size_and_stop_at_50_and_300_percent() -> None:
    strip = _strip()
    strip.set_zoom(0.9)
    strip.zoom_by(1)
    assert strip.scale == 1.0
    strip.zoom_by(20)
    assert strip.scale == 3.0
    strip.zoom_by(-20)
    strip.zoom_by(-20)
    assert strip.scale == 0.5


def test_pages_of_the_same_shapes_are_read_on_at_the_same_place_others_from_the_beginning() -> None:
    strip = _strip()
    strip.go_to(3)
    strip.show([A4] * 5)
    assert strip.page == 3
    strip.show([A4] * 4)
    assert strip.page == 0


def test_nothing_to_show_is_no_trouble() -> None:
    strip = _strip(0)
    strip.zoom_by(1)
    strip.go_to(3)
    assert (strip.places(), strip.page) == ([], 0)


@pytest.mark.parametrize("text", ["1-3,5", "１－３，５", "1至3、5", " 第1-3页, 5 "])
def test_page_ranges_are_read_as_people_type_them(text: str) -> None:
    assert page_ranges(text, 9) == ((1, 3), (5, 5))


def test_no_range_is_every_page_and_no_page_is_printed_twice() -> None:
    assert page_ranges(" ", 9) == ()
    assert named((), 3) == [1, 2, 3]
    assert named(((1, 2), (2, 3)), 9) == [1, 2, 3]


@pytest.mark.parametrize("text", ["0-2", "3-1", "8-12", "abc", "1--3"])
def test_ranges_that_are_not_there_are_refused_in_words(text: str) -> None:
    with pytest.raises(Problem, match="页码范围"):
        page_ranges(text, 9)


def test_nobody_prints_no_copies_or_a_thousand() -> None:
    assert copies(None) == 1
    for number in (0, 1000):
        with pytest.raises(Problem, match="份数"):
            copies(number)


def test_results_open_on_the_quarter_just_ended_while_it_is_being_settled_plans_never() -> None:
    assert first_quarter("quarter_result", date(2026, 10, 20)) == period("2026Q3")
    assert first_quarter("quarter_result", date(2026, 10, 21)) == period("2026Q4")
    assert first_quarter("quarter_plan", date(2026, 10, 1)) == period("2026Q4")


def test_the_coming_quarter_and_five_years_back_are_offered() -> None:
    offered = quarters(date(2026, 11, 22))
    assert [str(quarter) for quarter in offered[:3]] == ["2027Q1", "2026Q4", "2026Q3"]
    assert str(offered[-1]) == "2021Q4"


def test_a_day_stands_for_itself_or_for_its_week_from_monday_to_sunday() -> None:
    assert days_of(date(2026, 11, 29), Span.DAY).title == days_of(date(2026, 11, 29), None).title
    assert days_of(date(2026, 11, 29), Span.WEEK).title == "2026年11月23日至2026年11月29日"


def test_the_log_tells_the_choice_and_why_numbers_were_not_masked() -> None:
    assert told(["2026年第四季度", "", "张样一"], "") == "2026年第四季度 · 张样一"
    assert told(["张样一"], "核对") == "张样一 · 完整号码：核对"


def test_the_printer_used_last_comes_first_if_it_is_still_there() -> None:
    found = [Printer("甲"), Printer("乙", preferred=True), Printer("丙", stopped=True)]
    assert first_choice(found, "丙") == "丙"
    assert first_choice(found, "丁") == "乙"
    assert first_choice(found[:1], None) == "甲"
    assert found[2].words == "丙（已停用或脱机）"


def test_a_page_across_lies_on_an_upright_sheet_with_its_head_at_the_binding_edge() -> None:
    assert on_sheet(842, 595) == (595, 842, 3)
    assert on_sheet(595, 842) == (595, 842, 0)
