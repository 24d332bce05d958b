"""Half-days that several activities share, and how they are named."""

from datetime import date

import pytest

from models.rules.choices import Choices
from models.rules.facts import Activity, when
from models.rules.kinds import ActivityKind, ActivityState, Half
from models.rules.overlap import overlaps, words
from tests.models.made_up import day

AM, PM = Half.AM, Half.PM
MARCH_5 = day(3, 5)


def an_outing(
    number: str = "",
    first: date = MARCH_5,
    last: date | None = None,
    halves: tuple[Half, Half] = (AM, PM),
    **more: object,
) -> Activity:
    time = when(first, halves[0], last or first, halves[1])
    activity = Activity(number, ActivityKind.FIELDWORK, ActivityState.DONE, time, (1,), (), (), on_site=True)
    return activity._replace(**more)


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (an_outing("HD1"), "3月5日"),
        (an_outing("HD1", halves=(PM, PM)), "3月5日下午"),
        (an_outing("HD1", day(3, 4), day(3, 9), (PM, AM)), "3月5日、3月6日"),
        (an_outing("HD1", day(3, 6), day(3, 9)), "3月6日"),
    ],
)
def test_the_half_days_two_trips_share_are_named(other: Activity, shared: str) -> None:
    mine = an_outing(last=day(3, 6))
    (found,) = overlaps(mine, [other], {1}, Choices())
    assert (found.number, words(found.half_days)) == ("HD1", shared)


@pytest.mark.parametrize(
    "other",
    [
        an_outing("HD1", day(3, 4)),
        an_outing("HD1", leaders=(2,)),
        an_outing("HD1", stand_ins=(2,)),
        an_outing("HD1", on_site=False),
        an_outing("HD1", state=ActivityState.PLANNED),
        an_outing("HD1", kind=ActivityKind.REPORT),
    ],
)
def test_what_counts_no_days_for_the_same_person_shares_nothing(other: Activity) -> None:
    assert overlaps(an_outing(), [other], {1, 2}, Choices()) == []


def test_a_stand_in_shares_the_half_days_he_went_on() -> None:
    other = an_outing("HD1", leaders=(2,), stand_ins=(1,))
    assert [found.number for found in overlaps(an_outing(), [other], {1, 2}, Choices())] == ["HD1"]


def test_who_owes_nothing_shares_nothing() -> None:
    assert overlaps(an_outing(), [an_outing("HD1")], set(), Choices()) == []


def test_the_offices_choices_decide_which_kinds_count_days() -> None:
    visit = an_outing("HD1", kind=ActivityKind.VISIT)
    assert overlaps(an_outing(), [visit], {1}, Choices())
    assert not overlaps(an_outing(), [visit], {1}, Choices(visits_are_fieldwork=False))
