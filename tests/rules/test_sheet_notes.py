"""What the pen wrote: short days within the sheet's quarter, and which rows were one trip."""

from datetime import date

import pytest

from models.rules.calendar import period
from models.rules.kinds import ActivityKind, Half
from models.rules.problem import Problem
from models.rules.sheet_notes import Note, Trip, Written, trips, written_day
from tests.models.made_up import day

Q1 = period("2026Q1")
Q4 = period("2026Q4")
AM, PM = Half.AM, Half.PM
MARCH_5 = day(3, 5)
TOWN, VILLAGE, OTHER_VILLAGE, OTHER_TOWN = 1, 2, 3, 4


@pytest.mark.parametrize(
    ("text", "meant", "half"),
    [
        ("3.5", day(3, 5), None),
        ("3-5", day(3, 5), None),
        ("3/5", day(3, 5), None),
        ("３。５", day(3, 5), None),
        ("305", day(3, 5), None),
        ("0305", day(3, 5), None),
        ("3月5日", day(3, 5), None),
        ("2026-3-5", day(3, 5), None),
        ("9", day(2, 9), None),
        ("9号", day(2, 9), None),
        ("3.5上", day(3, 5), AM),
        ("3.5 下午", day(3, 5), PM),
        ("305s", day(3, 5), AM),
        ("9x", day(2, 9), PM),
        ("3.5P", day(3, 5), PM),
        ("3月5日上午", day(3, 5), AM),
    ],
)
def test_a_day_may_be_written_shortly(text: str, meant: date, half: Half | None) -> None:
    assert written_day(text, Q1, day(2, 11)) == Written(meant, half)


def test_nothing_written_is_no_day() -> None:
    assert written_day("  ", Q1, None) is None


def test_four_digits_hold_a_month_of_two() -> None:
    assert written_day("1205", Q4, None) == Written(day(12, 5), None)


@pytest.mark.parametrize(
    ("text", "above", "said"),
    [
        ("5", None, "看不懂日期“5”，请写成 1.5"),
        ("昨天下", day(2, 1), "看不懂"),
        ("2.30", None, "看不懂"),
        ("4.1", None, "4月1日不在2026年第一季度内。"),
        ("2025-3-5", None, "不在2026年第一季度内"),
    ],
)
def test_what_is_no_day_of_the_quarter_is_refused(text: str, above: date | None, said: str) -> None:
    with pytest.raises(Problem, match=said):
        written_day(text, Q1, above)


def a_note(
    number: int,
    place: int = VILLAGE,
    when: date = MARCH_5,
    half: Half | None = None,
    *,
    is_township: bool = False,
) -> Note:
    within = {VILLAGE: (VILLAGE, TOWN), OTHER_VILLAGE: (OTHER_VILLAGE, TOWN)}.get(place, ())
    return Note(number, ActivityKind.VISIT, Written(when, half), place, within, is_township)


def a_town(number: int = 1, place: int = TOWN, half: Half | None = None) -> Note:
    return a_note(number, place, half=half, is_township=True)


def numbers(found: list[Trip]) -> list[list[int]]:
    return [[note.number for note in trip.notes] for trip in found]


def test_rows_of_one_day_and_village_are_one_trip_and_the_township_joins_it() -> None:
    assert numbers(trips([a_note(3), a_note(4), a_town(1), a_note(2)])) == [[1, 2, 3, 4]]


def test_other_days_half_days_and_villages_are_other_trips_in_the_order_of_days() -> None:
    notes = [
        a_note(3, when=day(3, 9)),
        a_note(4, half=PM),
        a_note(5, half=AM),
        a_note(6, OTHER_VILLAGE, half=AM),
        a_note(7, half=AM),
    ]
    assert numbers(trips(notes)) == [[5, 7], [6], [4], [3]]


def test_a_row_without_a_half_day_joins_the_trip_of_its_day_and_village() -> None:
    (trip,) = trips([a_note(3), a_note(4, half=PM), a_town(1)])
    assert (numbers([trip]), trip.half) == ([[1, 3, 4]], PM)


def test_a_township_alone_or_another_one_makes_its_own_trip() -> None:
    assert numbers(trips([a_town(1, OTHER_TOWN), a_note(3)])) == [[1], [3]]
    assert numbers(trips([a_town(1)])) == [[1]]


def test_a_hearing_is_no_part_of_a_visit() -> None:
    hearing = Note(9, ActivityKind.HEARING, Written(day(3, 5), None))
    assert numbers(trips([hearing, a_note(3, place=0)])) == [[3], [9]]
