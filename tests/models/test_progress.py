"""What the database holds is counted as design/counting.md says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from models.holiday import exceptions
from models.official import leaders
from models.progress import progress
from models.writing import writing
from tests.models.recorded_office import record
from tests.rules.counting_twin import expected
from tests.rules.random_offices import Case, random_case
from tests.rules.test_counting_twin import as_compared, sorted_lines
from tests.rules.written_office import Office


@settings(
    max_examples=120,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # to shrink one would take minutes of database
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
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


def with_each_assignment_once(case: Case) -> Case:
    """An office gives no leader the same point twice on one day; the database would refuse it."""
    once = {(held.official, held.point, held.first_day): held for held in case.office.assignments}
    return case._replace(office=replace(case.office, assignments=tuple(once.values())))


@contextmanager
def recorded(office: Office) -> Iterator[Office]:
    """The office stands in the database for the length of the block; gives it with all days off known."""
    try:
        with writing("样"):
            record(office)
            yield replace(office, holidays=exceptions())
            raise ForgottenAgain
    except ForgottenAgain:
        pass


class ForgottenAgain(Exception):
    """Rolls the office back, so that the next one finds the database empty."""
