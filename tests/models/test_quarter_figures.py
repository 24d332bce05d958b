"""A quarter's figures: its own duties, the year's up to its end, and what is lacking with the reason."""

import pytest

from models.activity import save_activity
from models.assignment import assign
from models.explanation import explain
from models.official import Official
from models.progress import progress
from models.quarter_figures import quarter_figures
from models.rules.calendar import period
from models.rules.kinds import ActivityKind
from tests.models.made_up import a_household, a_leader, a_village, a_visit, day

TODAY = day(11, 25)
Q2, Q3 = period("2026Q2"), period("2026Q3")


@pytest.fixture
def zhang(office: object) -> Official:
    """张样一 with a village and a household; he went to both in August, and to the household in October."""
    leader, village = a_leader("张样一"), a_village()
    house = a_household("王样甲", village)
    assign(leader, village, day(1, 1))
    assign(leader, house, day(1, 1))
    save_activity(a_visit(leader, day(8, 5), village, house), TODAY)
    save_activity(a_visit(leader, day(10, 5), house), TODAY)
    return leader


def test_the_quarters_own_duties_are_what_the_engine_says_of_it(zhang: Official) -> None:
    found = quarter_figures(Q3, TODAY)
    own = {figure.rule.code: (figure.owed, figure.done, figure.missing) for figure in found.own}
    assert own == {"village_visit": (1, 1, 0), "hearing": (1, 0, 1)}
    assert found.own[0].share == 1
    assert [(one.name, tuple(score)) for one, score in found.scores] == [("张样一", (1, 2, 1))]


def test_the_years_duties_are_told_up_to_the_quarters_end_and_no_further(zhang: Official) -> None:
    def to_date(quarter: str) -> dict[str, float]:
        return {one.rule.code: one.done for one in quarter_figures(period(quarter), TODAY).to_date}

    assert to_date("2026Q2")["household_visit"] == 0
    assert to_date("2026Q3") == {"household_visit": 1, "fieldwork_days": 1, "report": 0, "point_meeting": 0}
    assert to_date("2026Q4")["household_visit"] == 2
    owed = {one.rule.code: one.owed for one in quarter_figures(Q2, TODAY).to_date}
    assert owed == {line.rule: line.owed for line in progress(period("2026"), TODAY)}


def test_what_is_lacking_says_towards_whom_and_why(zhang: Official) -> None:
    (late,) = (line for line in progress(Q2, TODAY) if line.rule == "village_visit")
    explain(late, "防汛", TODAY)
    lacking = quarter_figures(Q2, TODAY).lacking
    assert [(one.rule.code, one.line.subject, one.reason) for one in lacking] == [
        ("village_visit", "样样村", "防汛"),
        ("hearing", None, ""),
    ]


def test_what_one_does_beyond_his_duty_helps_nobody_else(zhang: Official) -> None:
    li = a_leader("李样二")
    for month in (7, 8):
        save_activity(a_visit(zhang, day(month, 9), kind=ActivityKind.HEARING, targets=()), TODAY)
    hearing = next(one for one in quarter_figures(Q3, TODAY).own if one.rule.code == "hearing")
    assert (hearing.owed, hearing.done) == (2, 1)
    mine = next(one for one in quarter_figures(Q3, TODAY, li).own if one.rule.code == "hearing")
    assert (mine.owed, mine.done) == (1, 0)
