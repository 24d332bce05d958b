"""What stands on the work list of a day."""

from datetime import date

import pytest

from models.activity import save_activity
from models.assignment import assign
from models.due import due
from models.explanation import explain
from models.official import Official
from models.progress import progress
from models.rules.calendar import period
from models.rules.due import Group
from models.rules.kinds import ActivityKind, ActivityState, StepKind
from tests.models.made_up import a_leader, a_township, a_visit, day
from tests.models.matters import TODAY, a_matter

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def zhang() -> Official:
    """A leader in office from 1 January 2026, with one township."""
    leader = a_leader("张样一", office_from=day(1, 1))
    assign(leader, a_township(), day(1, 1))
    return leader


def matters(today: date, leader: Official | None = None) -> list[tuple[str | None, str, date, Group]]:
    found = [entry for entry in due(today, leader) if entry.what == "matter"]
    return [(entry.subject, entry.state, entry.due, entry.group(today)) for entry in found]


def listed(today: date, leader: Official | None = None) -> list[tuple[str, str | None, str, date]]:
    return [(entry.what, entry.subject, entry.state, entry.due) for entry in due(today, leader)]


def test_a_quarters_duties_are_listed_all_quarter_and_a_years_when_they_press(zhang: Official) -> None:
    assert listed(day(1, 5)) == [
        ("township_visit", "样样镇", "open", day(3, 31)),
        ("hearing", None, "open", day(3, 31)),
    ]
    assert {what for what, _, state, _ in listed(day(9, 5)) if state == "at_risk"} == {
        *("township_visit", "hearing", "fieldwork_days", "report", "point_meeting")
    }


def test_what_was_missed_stays_for_one_quarter_and_comes_first(zhang: Official) -> None:
    late = [("township_visit", "样样镇", "late", day(3, 31)), ("hearing", None, "late", day(3, 31))]
    assert listed(day(4, 1))[:2] == late
    assert late[0] not in listed(day(7, 1))


def test_only_lateness_is_explained_away(zhang: Official) -> None:
    for line in progress(period("2026Q1"), day(4, 1)):
        explain(line, "防汛", day(4, 1))
    assert [state for _, _, state, _ in listed(day(3, 5))] == ["at_risk", "at_risk"]
    assert "late" not in {state for _, _, state, _ in listed(day(4, 1))}


def test_a_year_that_was_missed_stays_for_the_first_quarter(zhang: Official) -> None:
    years = ("fieldwork_days", None, "late", day(12, 31))
    assert years in listed(day(3, 31, 2027))
    assert years not in listed(day(4, 1, 2027))


def test_done_and_arranged_duties_are_off_the_list(zhang: Official) -> None:
    save_activity(a_visit(zhang, day(1, 5), kind=ActivityKind.HEARING), day(1, 5))
    township = zhang.assignments[0].contact_point
    plan = a_visit(zhang, day(2, 5), township, state=ActivityState.PLANNED)
    save_activity(plan, day(1, 5))
    assert listed(day(1, 6)) == []


def test_a_plan_past_its_day_and_one_put_off_await_an_answer(zhang: Official) -> None:
    plan = a_visit(zhang, day(1, 5), place="样样镇", state=ActivityState.PLANNED)
    put_off = a_visit(zhang, day(2, 5), state=ActivityState.POSTPONED)
    numbers = [save_activity(typed, day(1, 1)).number for typed in (plan, put_off)]
    assert [entry.number for entry in due(day(1, 5)) if entry.what == "awaiting"] == numbers[1:]
    awaiting = [entry for entry in due(day(1, 6)) if entry.what == "awaiting"]
    assert [(entry.leader, entry.state, entry.subject, entry.number) for entry in awaiting] == [
        ("张样一", "awaiting", "样样镇", numbers[0]),
        ("张样一", "awaiting", None, numbers[1]),
    ]


def test_one_leaders_list_is_his_own(zhang: Official) -> None:
    li = a_leader("李样二", office_from=day(1, 1))
    assert {entry.leader for entry in due(day(1, 5))} == {"张样一", "李样二"}
    assert {entry.leader for entry in due(day(1, 5), li)} == {"李样二"}


def test_matters_that_are_not_closed_join_the_list_by_their_deadlines(zhang: Official) -> None:
    for content, last in (("路坏了", day(11, 20)), ("水不通", day(11, 27)), ("灯不亮", day(12, 31))):
        a_matter(zhang, content=content, due=last)
    a_matter(zhang, StepKind.REPLY, content="已答复", due=day(11, 20))
    a_matter(zhang, StepKind.REPLY, StepKind.TELL, StepKind.CLOSE, content="已销号")
    assert matters(TODAY) == [
        ("路坏了", "late", day(11, 20), Group.LATE),
        ("已答复", "awaiting", day(11, 20), Group.AWAITING),
        ("水不通", "at_risk", day(11, 27), Group.THIS_WEEK),
        ("灯不亮", "open", day(12, 31), Group.THIS_QUARTER),
    ]
    assert {entry.number for entry in due(TODAY) if entry.what == "matter"} == {
        f"MQ2026000{number}" for number in range(1, 5)
    }


def test_of_a_matter_no_number_and_of_a_sensitive_one_nothing_is_told(zhang: Official) -> None:
    a_matter(zhang, content="电话13912345678，" + "路坏了" * 20)
    a_matter(zhang, content="王样甲家的路坏了", raised_by="王样甲", sensitive=True)
    assert [subject for subject, *_ in matters(TODAY)] == ["电话139****5678，路坏了路坏了路坏了…", "敏感事项"]


def test_one_leaders_matters_are_his_own(zhang: Official) -> None:
    li = a_leader("李样二")
    a_matter(zhang, content="路坏了")
    a_matter(li, content="水不通")
    assert [subject for subject, *_ in matters(TODAY, li)] == ["水不通"]
