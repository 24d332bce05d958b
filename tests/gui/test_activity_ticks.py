"""Ticking contact points: marks, places taken along, and what stays while leader and day change."""

import pytest

from gui.look.palette import Tone
from gui.state.activity_ticks import Mark, Ticks
from gui.state.tick_words import words_of
from models.activity import TargetEntry
from models.contact_point import ContactPoint
from models.rules.kinds import ActivityState, Manner, Outcome, Service
from tests.models.made_up import a_household, a_township, a_village

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def points() -> list[ContactPoint]:
    township = a_township()
    village = a_village(township=township)
    return [township, village, a_household("王样甲", village, "1组2号"), a_household("王样乙", village)]


@pytest.fixture
def ticks(points: list[ContactPoint]) -> Ticks:
    ticks = Ticks()
    ticks.show(points, keep_marked=False)
    return ticks


def marks(ticks: Ticks) -> list[Mark]:
    return [row.mark for row in ticks.rows]


def test_a_household_never_ticks_its_village_by_itself(ticks: Ticks) -> None:
    ticks.tick_households()
    assert marks(ticks) == [Mark.NONE, Mark.NONE, Mark.MET, Mark.MET]
    ticks.tick_households()
    assert set(marks(ticks)) == {Mark.NONE}


def test_places_taken_along_go_again_with_the_last_household_met(ticks: Ticks) -> None:
    ticks.take_places_along(on=True)
    ticks.tick_households()
    assert set(marks(ticks)) == {Mark.MET}
    ticks.mark(ticks.rows[2], Mark.NOT_MET)
    assert marks(ticks)[:2] == [Mark.MET, Mark.MET]
    ticks.mark(ticks.rows[3], Mark.NONE)
    assert marks(ticks) == [Mark.NONE, Mark.NONE, Mark.NOT_MET, Mark.NONE]


def test_a_place_the_user_marked_himself_stays_as_he_said(ticks: Ticks) -> None:
    ticks.mark(ticks.rows[1], Mark.PHONE)
    ticks.take_places_along(on=True)
    ticks.tick_households()
    ticks.take_places_along(on=False)
    assert marks(ticks) == [Mark.NONE, Mark.PHONE, Mark.MET, Mark.MET]


def test_a_marked_row_stays_on_a_day_it_is_not_held_and_says_so(
    ticks: Ticks, points: list[ContactPoint]
) -> None:
    ticks.mark(ticks.rows[3], Mark.MET)
    ticks.show(points[:2], keep_marked=True)
    assert [(row.name, row.held) for row in ticks.rows] == [
        ("样样镇", True),
        ("样样村", True),
        ("王样乙", False),
    ]
    ticks.show(points, keep_marked=True)
    assert ticks.rows[3].held


def test_another_leaders_points_put_the_marks_aside_until_he_is_back(
    ticks: Ticks, points: list[ContactPoint]
) -> None:
    ticks.mark(ticks.rows[0], Mark.MET)
    ticks.show([], keep_marked=False)
    assert ticks.rows == []
    ticks.show(points, keep_marked=False)
    assert marks(ticks)[0] == Mark.MET


def test_the_place_of_the_trip_is_where_the_first_one_ticked_lies(ticks: Ticks) -> None:
    assert ticks.first_place() == ""
    ticks.mark(ticks.rows[2], Mark.MET)
    assert ticks.first_place() == "样样镇样样村"
    ticks.mark(ticks.rows[0], Mark.MET)
    assert ticks.first_place() == "样样镇"
    assert ticks.places() == ["样样镇", "样样镇样样村"]


@pytest.mark.parametrize(
    "entry",
    [
        TargetEntry(0, Outcome.MET, heard="盼修路", reply="已转交"),
        TargetEntry(0, Outcome.MET, Manner.MEETING, services="政策"),
        TargetEntry(0, Outcome.MET, Manner.PHONE),
        TargetEntry(0, Outcome.NOT_MET, reason="外出务工"),
        TargetEntry(0, Outcome.CANCELLED, reason="已搬迁"),
    ],
)
def test_what_was_kept_comes_back_as_it_was(points: list[ContactPoint], entry: TargetEntry) -> None:
    entry.point = points[2].id
    ticks = Ticks()
    ticks.load([entry], points)
    ticks.show(points, keep_marked=True)
    assert ticks.entries(ActivityState.DONE) == [entry]


def test_of_a_plan_the_ticked_are_intended(ticks: Ticks) -> None:
    ticks.mark(ticks.rows[0], Mark.MET)
    ticks.mark(ticks.rows[1], Mark.NOT_MET)
    assert [entry.outcome for entry in ticks.entries(ActivityState.PLANNED)] == [Outcome.PLANNED] * 2


def test_the_arrow_keys_go_round_through_the_marks(ticks: Ticks) -> None:
    row = ticks.rows[0]
    for mark in (Mark.MET, Mark.NOT_MET, Mark.PHONE, Mark.NONE):
        ticks.turn(row, 1)
        assert row.mark == mark
    ticks.turn(row, -1)
    assert row.mark == Mark.PHONE


def test_services_are_said_only_where_somebody_was_met(ticks: Ticks) -> None:
    row = ticks.rows[2]
    ticks.bring_or_not(row, Service.POLICY)
    assert row.services == ""
    ticks.mark(row, Mark.MET)
    row.heard = "路灯坏了"
    for service in (Service.POLICY, Service.HELP, Service.WARMTH, Service.WARMTH):
        ticks.bring_or_not(row, service)
    assert row.services == "送政策、送服务"
    assert words_of(row) == ("策服 路灯坏了", Tone.SOFT)
    assert ticks.entries(ActivityState.DONE)[0].services == "送政策、送服务"
