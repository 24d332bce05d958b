"""What the database holds is counted as design/counting.md says."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from hypothesis import given, note, settings
from hypothesis import strategies as st

from models.activity import ActivityEntry, TargetEntry, save_activity
from models.assignment import Assignment
from models.official import Official, leaders, save_official
from models.progress import effect, progress
from models.rules.calendar import half_of, period, quarter_of, year_of
from models.rules.counting import Progress
from models.rules.kinds import ActivityKind
from models.writing import writing
from tests.models.made_up import a_household, a_leader, a_visit
from tests.models.recorded_office import recorded, some_offices, with_each_assignment_once
from tests.rules.counting_twin import expected
from tests.rules.random_offices import a_trip, random_case
from tests.rules.test_counting_twin import as_compared, sorted_lines
from tests.rules.written_office import Trip


@settings(some_offices, max_examples=120)
@given(chance=st.randoms(use_true_random=False))
def test_a_recorded_office_is_counted_as_the_plain_twin_counts_it(office: Path, chance: Random) -> None:
    case = with_each_assignment_once(random_case(chance))
    note(str(case))
    with recorded(case.office) as kept:
        found = progress(case.period, case.today)
        assert as_compared(found) == sorted_lines(expected(kept, case.period, case.today))
        for leader in leaders():
            own = progress(case.period, case.today, leader)
            assert own == [line for line in found if line.official == leader.id]


@some_offices
@given(chance=st.randoms(use_true_random=False))
def test_what_is_foretold_before_saving_is_what_saving_does(office: Path, chance: Random) -> None:
    case = with_each_assignment_once(random_case(chance))
    typed = as_typed(a_trip(chance, 0, case.period))
    note(f"{case} {typed}")
    with recorded(replace(case.office, trips=case.office.trips[1:])):
        before = lines_about(typed, case.today)
        foretold = effect([typed], case.today)
        save_activity(typed, date.max)
        after = lines_about(typed, case.today)
        for old, new in foretold:
            assert figures(old) == figures(before.pop(key(new), None)) != figures(new)
            assert figures(new) == figures(after.pop(key(new)))
        assert {name: figures(line) for name, line in after.items()} == {
            name: figures(line) for name, line in before.items()
        }


def as_typed(trip: Trip) -> ActivityEntry:
    """The trip as a form would hand it over; nobody goes instead of himself."""
    return ActivityEntry(
        kind=trip.kind,
        first_day=trip.first_day,
        first_half=trip.first_half,
        last_day=trip.last_day,
        last_half=trip.last_half,
        leaders=trip.leaders,
        stand_ins=[number for number in trip.stand_ins if number not in trip.leaders],
        state=trip.state,
        targets=[TargetEntry(target.point, target.outcome, target.manner) for target in trip.targets],
    )


def lines_about(typed: ActivityEntry, today: date) -> dict[tuple, Progress]:
    """Every line of those who take part, in the quarters, halves and years of its first and last day."""
    people = {*typed.leaders, *typed.stand_ins}
    days = (typed.first_day, typed.last_day)
    spans = {span(day) for span in (quarter_of, half_of, year_of) for day in days}
    rows = (line for span in spans for line in progress(span, today))
    return {key(line): line for line in rows if line.official in people}


def key(line: Progress) -> tuple:
    return line.period, line.official, line.rule, line.subject_id


def figures(line: Progress | None) -> tuple | None:
    return line and (line.owed, line.done, line.planned, line.state)


def test_who_is_no_member_of_the_leadership_owes_nothing(office: Path) -> None:
    leader, staff = a_leader("张样一"), save_official(Official(name="李样二", rank=2))
    with writing("样"):
        Assignment.create(official=staff, contact_point=a_household(), first_day=date(2026, 1, 1))
    rows = progress(period("2026"), date(2026, 3, 5))
    assert {row.leader for row in rows} == {"张样一"}
    assert progress(period("2026"), date(2026, 3, 5), staff) == []
    assert progress(period("2026"), date(2026, 3, 5), leader) == rows


def test_a_companion_earns_nothing_by_going_along(office: Path) -> None:
    zhang, _ = a_leader("张样一"), a_leader("李样二")
    hearing = {"kind": ActivityKind.HEARING, "companions": ["李样二"]}
    save_activity(a_visit(zhang, date(2026, 3, 5), **hearing), date(2026, 3, 5))
    rows = progress(period("2026"), date(2026, 3, 5)) + progress(period("2026Q1"), date(2026, 3, 5))
    assert {(row.leader, row.rule) for row in rows if row.done} == {
        ("张样一", "hearing"),
        ("张样一", "fieldwork_days"),
    }
