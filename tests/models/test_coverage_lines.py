"""The grids of 履职总览 hold every line of the engine, for any office."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from random import Random

from hypothesis import given, note
from hypothesis import strategies as st

from models.coverage import (
    LeaderCoverage,
    leader_coverage,
    office_coverage,
)
from models.official import Official, leaders
from models.progress import progress
from models.rules.calendar import period, year_of
from models.rules.counting import Progress
from models.rules.coverage import Box
from models.rules.coverage_grids import spans_of
from models.rules.kinds import PeriodKind
from tests.models.made_up import day
from tests.models.recorded_office import recorded, some_offices, with_each_assignment_once
from tests.rules.random_offices import random_case

TODAY = day(11, 25)
YEAR = period("2026")


@some_offices
@given(chance=st.randoms(use_true_random=False))
def test_all_leaders_grid_holds_every_line_of_the_engine_once(office: Path, chance: Random) -> None:
    case = with_each_assignment_once(random_case(chance))
    note(str(case))
    with recorded(case.office):
        found = office_coverage(case.period, case.today)
        boxes = [box for row in found.rows for box in row.boxes if box]
        assert_the_lines_of(boxes, spans_in(found.period), case.today)


@some_offices
@given(chance=st.randoms(use_true_random=False))
def test_one_leader_s_year_holds_every_line_of_his(office: Path, chance: Random) -> None:
    case = with_each_assignment_once(random_case(chance))
    note(str(case))
    year = year_of(case.period.first)
    with recorded(case.office):
        for leader in leaders():
            found = leader_coverage(leader, year, case.today)
            boxes = [box for section in found.sections for row in section.rows for box in row.boxes if box]
            assert_the_lines_of(boxes, spans_in(year), case.today, leader)
            assert_times_add_up(found)


def spans_in(span: object) -> list:
    return spans_of(span, PeriodKind)  # type: ignore[arg-type]


def assert_the_lines_of(
    boxes: Iterable[Box], spans: Iterable, today: date, leader: Official | None = None
) -> None:
    """Each line stands in the grid, but those that owe nothing beside one of the same duty that does."""
    shown = {line for box in boxes for line in box.lines}
    wanted = [line for span in spans for line in progress(span, today, leader)]
    assert shown <= set(wanted)
    about = {key(line) for line in shown if line.owed}
    assert {line for line in wanted if line not in shown} <= {
        line for line in wanted if not line.owed and key(line) in about
    }


def key(line: Progress) -> tuple:
    return line.official, line.rule, line.subject_id, line.period


def assert_times_add_up(found: LeaderCoverage) -> None:
    """The boxes of the times together name what the engine counted and arranged, no activity twice."""
    for section in found.sections:
        for row in section.rows:
            boxes = [box for box in row.boxes if box and box.time]
            for line in {line for box in boxes for line in box.lines}:
                named = [number for box in boxes for number in box.numbers]
                assert len(named) == len(set(named))
                assert set(line.counted) <= set(named) <= {*line.counted, *line.arranged}
