"""When an activity may be kept as it was typed."""

from datetime import date

import pytest

from models.rules.entry import complaints, is_late_entry
from models.rules.kinds import ActivityState, Half

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("first", "first_half", "last", "last_half", "state"),
    [
        ((2026, 3, 5), Half.AM, (2026, 3, 5), Half.AM, ActivityState.DONE),
        ((2026, 3, 5), Half.AM, (2026, 3, 5), Half.PM, ActivityState.DONE),
        ((2026, 3, 4), Half.PM, (2026, 3, 5), Half.AM, ActivityState.DONE),
        ((2026, 3, 9), Half.AM, (2026, 3, 9), Half.PM, ActivityState.PLANNED),
        ((2026, 3, 9), Half.AM, (2026, 3, 9), Half.PM, ActivityState.POSTPONED),
    ],
)
def test_this_may_be_kept(first, first_half, last, last_half, state) -> None:
    assert list(complaints(date(*first), first_half, date(*last), last_half, state, TODAY)) == []


@pytest.mark.parametrize(
    ("first", "first_half", "last", "last_half"),
    [((2026, 3, 5), Half.AM, (2026, 3, 4), Half.PM), ((2026, 3, 4), Half.PM, (2026, 3, 4), Half.AM)],
)
def test_nothing_ends_before_it_starts(first, first_half, last, last_half) -> None:
    found = list(complaints(date(*first), first_half, date(*last), last_half, ActivityState.DONE, TODAY))
    assert found == ["结束时间早于开始时间。"]


@pytest.mark.parametrize(("first", "last"), [((2026, 3, 6), (2026, 3, 6)), ((2026, 3, 5), (2026, 3, 6))])
def test_nothing_is_done_on_a_day_still_to_come(first, last) -> None:
    found = list(complaints(date(*first), Half.AM, date(*last), Half.PM, ActivityState.DONE, TODAY))
    assert len(found) == 1
    assert "2026年3月6日还没有到" in found[0]


@pytest.mark.parametrize(
    ("last", "entered", "late"),
    [
        (date(2026, 3, 31), date(2026, 3, 31), False),
        (date(2026, 3, 31), date(2026, 4, 1), True),
        (date(2025, 12, 31), date(2026, 1, 1), True),
        (date(2026, 6, 1), date(2026, 2, 1), False),
    ],
)
def test_an_entry_is_late_once_its_quarter_is_over(last: date, entered: date, late: bool) -> None:
    assert is_late_entry(last, entered) is late
