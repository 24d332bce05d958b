"""写明原因: a missed duty is explained once, and the explanation can be changed or taken back."""

import pytest

from models.assignment import assign
from models.explanation import (
    Explanation,
    explain,
    explanations,
    find_explanation,
    withdraw_explanation,
)
from models.official import Official
from models.progress import progress
from models.rules.calendar import period
from models.rules.counting import Progress
from models.rules.problem import Problem
from tests.models.made_up import a_leader, a_township, day

pytestmark = pytest.mark.usefixtures("office")
TODAY = day(4, 2)


@pytest.fixture
def zhang() -> Official:
    leader = a_leader("张样一", office_from=day(1, 1))
    assign(leader, a_township(), day(1, 1))
    return leader


def line(rule: str, span: str = "2026Q1") -> Progress:
    return next(line for line in progress(period(span), TODAY) if line.rule == rule)


def test_a_late_duty_is_explained(zhang: Official) -> None:
    explain(line("township_visit"), " 防汛 ", TODAY)
    assert explanations() == {line("township_visit").about: "防汛"}
    assert find_explanation(line("hearing")) is None


def test_a_duty_of_the_leader_alone_is_explained_too(zhang: Official) -> None:
    explain(line("hearing"), "住院", TODAY)
    assert explanations() == {(zhang.id, "hearing", None, "2026Q1"): "住院"}


def test_a_second_reason_takes_the_place_of_the_first(zhang: Official) -> None:
    explain(line("hearing"), "住院", TODAY)
    explain(line("hearing"), "住院手术", day(4, 5))
    assert [(row.reason, row.day) for row in Explanation.select()] == [("住院手术", day(4, 5))]


def test_a_reason_taken_back_is_gone(zhang: Official) -> None:
    explain(line("hearing"), "住院", TODAY)
    withdraw_explanation(line("hearing"))
    withdraw_explanation(line("hearing"))
    assert explanations() == {}


def test_nothing_is_kept_without_words_or_for_what_is_not_late(zhang: Official) -> None:
    with pytest.raises(Problem, match="请填写原因"):
        explain(line("hearing"), "  ", TODAY)
    with pytest.raises(Problem, match="只有逾期"):
        explain(line("hearing", "2026Q2"), "住院", TODAY)
    assert explanations() == {}
