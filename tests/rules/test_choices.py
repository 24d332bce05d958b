"""How the office counts where the plan is silent."""

from fractions import Fraction

import pytest

from models.rules.choices import Choices, choices


def test_without_settings_the_plan_is_read_plainly() -> None:
    assert choices({}) == Choices(
        visits_are_fieldwork=True,
        hearings_are_fieldwork=True,
        weekends_count=True,
        stand_in_counts=False,
        pro_rata=True,
        risk_share=Fraction(2, 3),
    )


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("visits_are_fieldwork", "0", False),
        ("hearings_are_fieldwork", "0", False),
        ("weekends_count", "0", False),
        ("stand_in_counts", "1", True),
        ("pro_rata", "0", False),
        ("risk_share", "1/2", Fraction(1, 2)),
    ],
)
def test_each_setting_changes_its_own_choice_and_no_other(key: str, text: str, value: object) -> None:
    chosen, plain = choices({key: text}), Choices()
    differing = {
        name for name in Choices.__dataclass_fields__ if getattr(chosen, name) != getattr(plain, name)
    }
    assert differing == {key}
    assert getattr(chosen, key) == value


def test_a_third_stays_a_third() -> None:
    assert choices({"risk_share": "2/3"}).risk_share * 90 == 60


def test_settings_that_are_no_counting_choices_are_left_alone() -> None:
    assert choices({"office_name": "样样市人民政府"}) == Choices()
