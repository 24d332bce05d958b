"""Settings: each value from a day on, so that a closed quarter keeps its own."""

from datetime import date
from fractions import Fraction

import pytest

from models.activity import save_activity
from models.assignment import assign
from models.official import Official
from models.progress import progress
from models.rules.calendar import period
from models.rules.choices import Choices
from models.rules.problem import Problem
from models.setting import KNOWN, Setting, change_settings, counting_choices, value, values
from models.writing import Topic, drain_topics
from tests.models.made_up import a_leader, a_village, a_visit, day

pytestmark = pytest.mark.usefixtures("office")


def test_before_anything_is_chosen_the_defaults_hold() -> None:
    assert values() == {key: known.default for key, known in KNOWN.items()}
    assert counting_choices(day(3, 5)) == Choices()


def test_a_setting_is_kept_and_replaced() -> None:
    change_settings({"office_name": "样样市人民政府"})
    change_settings({"office_name": "样样市人民政府办公室"})
    assert value("office_name") == "样样市人民政府办公室"
    assert Setting.select().count() == 1
    assert drain_topics() == {Topic.SETTING}


def test_a_choice_holds_from_its_day_on() -> None:
    change_settings({"stand_in_counts": "1", "risk_share": "1/2"}, valid_from=day(7, 1))
    change_settings({"stand_in_counts": "0"}, valid_from=day(10, 1))
    assert [counting_choices(last).stand_in_counts for last in (day(6, 30), day(7, 1), day(12, 31))] == [
        False,
        True,
        False,
    ]
    assert counting_choices(day(12, 31)).risk_share == Fraction(1, 2)
    assert value("stand_in_counts", day(6, 30)) == "0"


def test_a_closed_quarter_keeps_the_choices_it_was_counted_by() -> None:
    zhang, li, village = a_leader("张样一"), a_leader("李样二"), a_village()
    assign(zhang, village, day(1, 1))
    for when in (day(5, 20), day(8, 20)):
        save_activity(a_visit(zhang, when, village, stand_ins=[li.id]), today=day(9, 1))
    change_settings({"stand_in_counts": "1"}, valid_from=day(7, 1))
    assert [visits_done(zhang, span) for span in ("2026Q2", "2026Q3")] == [0, 1]


def visits_done(leader: Official, span: str) -> float:
    (line,) = (line for line in progress(period(span), day(9, 1), leader) if line.rule == "village_visit")
    return line.done


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("colour", "red", "没有名为“colour”的设置"),
        ("pro_rata", "是", "部分期间按比例折算.*1.*0"),
        ("risk_share", "一半", "临近提醒的期间比例"),
        ("risk_share", "0", "临近提醒的期间比例"),
        ("risk_share", "3/2", "临近提醒的期间比例"),
        ("risk_share", "1/0", "临近提醒的期间比例"),
        ("risk_share", "1e-99999999", "临近提醒的期间比例"),
        ("trips_a_week", "9" * 5000, "每周最多出行次数"),
        ("trips_a_week", "二", "每周最多出行次数"),
        ("targets_a_trip", "0", "最多走访户数"),
        ("no_meeting_months", "13", "无会月"),
    ],
)
def test_a_value_of_the_wrong_form_is_refused_and_nothing_is_kept(key: str, text: str, told: str) -> None:
    with pytest.raises(Problem, match=told):
        change_settings({"office_name": "样", key: text})
    assert Setting.select().count() == 0


def test_every_default_has_the_form_its_setting_wants() -> None:
    change_settings({key: known.default for key, known in KNOWN.items()})
    assert values() == {key: known.default for key, known in KNOWN.items()}


def test_without_a_day_a_choice_holds_always() -> None:
    change_settings({"pro_rata": "0"})
    assert not counting_choices(date(1990, 1, 1)).pro_rata
