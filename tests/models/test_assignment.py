"""Who keeps contact with what, from when to when: a takeover never rewrites what was."""

import pytest

from models.activity import save_activity
from models.assignment import Assignment, assign, assignments_on, end_assignment, history
from models.progress import progress
from models.rules.calendar import period
from models.rules.problem import Problem
from models.writing import Topic, drain_topics
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

pytestmark = pytest.mark.usefixtures("office")


def test_a_point_under_a_new_leader_ends_with_the_old_one_the_day_before() -> None:
    zhang, li, household = a_leader("张样一"), a_leader("李样二"), a_household()
    assign(zhang, household, day(1, 1))
    assign(li, household, day(7, 1), document="样办〔2026〕3号")
    held = [(row.official.name, row.first_day, row.last_day, row.document) for row in history(household)]
    assert held == [
        ("张样一", day(1, 1), day(6, 30), ""),
        ("李样二", day(7, 1), None, "样办〔2026〕3号"),
    ]
    assert Topic.CONTACT_POINT in drain_topics()


def test_a_takeover_counts_from_its_first_day_and_keeps_last_quarter_as_it_was() -> None:
    zhang, li, village = a_leader("张样一"), a_leader("李样二"), a_village()
    assign(zhang, village, day(1, 1))
    save_activity(a_visit(zhang, day(5, 20), village), today=day(5, 20))
    before = villages("2026Q2")
    assign(li, village, day(7, 1))
    assert villages("2026Q2") == before == [("张样一", 1, 1)]
    assert villages("2026Q3") == [("李样二", 1, 0)]


def villages(span: str) -> list[tuple[str, int, float]]:
    rows = progress(period(span), day(8, 1))
    return [(row.leader, row.owed, row.done) for row in rows if row.rule == "village_visit"]


def test_what_a_leader_holds_on_a_day_comes_township_first() -> None:
    leader, township = a_leader(), a_township()
    for point in (a_household("王样甲"), a_village(), township, a_household("王样乙")):
        assign(leader, point, day(1, 1))
    end_assignment(assignments_on(leader, day(1, 1))[3], day(3, 31))
    assert held_on(leader, 2, 1) == ["样样镇", "样样村", "王样甲", "王样乙"]
    assert held_on(leader, 4, 1) == ["样样镇", "样样村", "王样甲"]
    assert assignments_on(leader, day(12, 31, 2025)) == []


def held_on(leader, month: int, date_: int) -> list[str]:
    return [row.contact_point.name for row in assignments_on(leader, day(month, date_))]


def test_who_holds_a_point_already_is_not_given_it_again() -> None:
    leader, household = a_leader(), a_household()
    assign(leader, household, day(1, 1))
    with pytest.raises(Problem, match="张样一自2026年1月1日起已联系王样甲"):
        assign(leader, household, day(7, 1))
    assert len(history(household)) == 1


def test_nobody_takes_over_before_a_later_holder_began() -> None:
    zhang, li, household = a_leader("张样一"), a_leader("李样二"), a_household()
    assign(zhang, household, day(7, 1))
    for first in (day(6, 1), day(7, 1)):
        with pytest.raises(Problem, match="张样一自2026年7月1日起联系王样甲"):
            assign(li, household, first)
    assert [row.official.name for row in history(household)] == ["张样一"]


def test_a_point_that_ended_may_be_taken_up_again() -> None:
    leader, household = a_leader(), a_household()
    end_assignment(assign(leader, household, day(1, 1)), day(3, 31))
    assign(leader, household, day(9, 1))
    assert [(row.first_day, row.last_day) for row in history(household)] == [
        (day(1, 1), day(3, 31)),
        (day(9, 1), None),
    ]


def test_an_assignment_does_not_end_before_it_begins() -> None:
    held = assign(a_leader(), a_household(), day(3, 5))
    with pytest.raises(Problem, match="早于起始日期"):
        end_assignment(held, day(3, 4))
    end_assignment(held, day(3, 5))
    assert Assignment.get().last_day == day(3, 5)


def test_both_ends_are_days_of_holding() -> None:
    held = Assignment(first_day=day(3, 5), last_day=day(3, 7))
    assert [held.covers(day(3, number)) for number in (4, 5, 7, 8)] == [False, True, True, False]
