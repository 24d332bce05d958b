"""走访日历, the weeks of a month: bars over days, lines for what meets, counts for what has no room."""

from datetime import date

from gui.look.palette import Tone
from gui.state.calendar_items import Item
from gui.state.calendar_month import Bar, Week, weeks
from gui.state.month_boxes import Measures, MonthBoxes

TODAY = date(2026, 11, 25)


def nov(day: int) -> date:
    return date(2026, 11, day)


def chip(day: int, last: int | None = None, key: int = 0) -> Item:
    return Item(("activity", key or day), nov(day), nov(last or day), "○ 样样镇", Tone.NOT_DUE)


def week_of(day: int, *items: Item, lanes: int = 3) -> Week:
    found = weeks(items, TODAY, lanes)
    return next(week for week in found if nov(day) in week.days)


def places(week: Week) -> list[tuple[int, int, int, int]]:
    return [(bar.item.key[1], bar.lane, bar.first, bar.last) for bar in week.bars]


def test_an_item_of_several_days_is_one_bar_and_is_cut_at_the_weeks_end() -> None:
    item = chip(20, 23)
    first, second = week_of(20, item), week_of(23, item)
    assert first.bars == [Bar(item, 0, 4, 6, begins=True, ends=False)]
    assert second.bars == [Bar(item, 0, 0, 0, begins=False, ends=True)]


def test_bars_that_meet_go_on_lines_of_their_own_and_a_line_is_used_again_after() -> None:
    week = week_of(16, chip(16, 18, 1), chip(17, 19, 2), chip(19, 20, 3))
    assert places(week) == [(1, 0, 0, 2), (2, 1, 1, 3), (3, 0, 3, 4)]
    assert week.hidden == {}


def test_what_has_no_room_is_counted_and_the_last_line_gives_way_to_the_count() -> None:
    week = week_of(16, chip(16, 20, 1), chip(16, 17, 2), chip(17, key=3), lanes=2)
    assert week.hidden == {1: 2}
    assert places(week) == [(1, 0, 0, 4), (2, 1, 0, 0)]


def test_a_bar_interrupted_by_counts_is_drawn_in_pieces() -> None:
    long, full = chip(16, 20, 1), [chip(18, key=number) for number in (2, 3)]
    week = week_of(16, chip(16, 20, 9), long, *full, lanes=2)
    assert [(first, last) for key, _, first, last in places(week) if key == 1] == [(0, 1), (3, 4)]
    assert week.hidden == {2: 3}
    pieces = [bar for bar in week.bars if bar.item is long]
    assert [(bar.begins, bar.ends) for bar in pieces] == [(True, False), (False, True)]


def test_with_a_single_line_a_day_of_several_shows_only_how_many() -> None:
    week = week_of(16, chip(16, key=1), chip(16, key=2), lanes=1)
    assert (places(week), week.hidden) == ([], {0: 2})


def test_days_and_bars_are_found_where_they_are_drawn() -> None:
    item = chip(20, 23)
    boxes = MonthBoxes(Measures(700, 620, 20, 20, 20), weeks([item], TODAY, 3), 3)
    left, top, right, bottom = boxes.day(nov(25)) or (0, 0, 0, 0)
    assert (left, right - left, bottom - top) == (200, 100, 100)
    assert boxes.day_at(left + 1, top + 1) == nov(25)
    assert boxes.day_at(5, 5) is None
    box = boxes.bar(3, boxes.weeks[3].bars[0])
    found = boxes.bar_at(box[0] + 2, box[1] + 2)
    assert found is not None
    assert found.item is item
