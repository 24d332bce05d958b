"""A fifth of any noun gone since the last backup is asked about; small numbers and growth are not."""

import pytest

from models.rules.sudden_loss import said, sudden_losses


@pytest.mark.parametrize(
    ("before", "now", "lost"),
    [
        ({}, {"official": 9}, {}),
        ({"contact_point": 1560}, {"contact_point": 1248}, {"contact_point": 312}),
        ({"contact_point": 1560}, {"contact_point": 1249}, {}),
        ({"contact_point": 1560}, {}, {"contact_point": 1560}),
        ({"activity": 9}, {"activity": 0}, {}),
        ({"activity": 10}, {"activity": 8}, {"activity": 2}),
        ({"activity": 10}, {"activity": 500}, {}),
        ({"change": 5000, "duty_rule": 50}, {}, {}),
    ],
)
def test_a_fifth_or_more_is_a_sudden_loss(
    before: dict[str, int], now: dict[str, int], lost: dict[str, int]
) -> None:
    assert sudden_losses(before, now) == lost


def test_counts_are_said_as_a_secretary_says_them() -> None:
    assert said({"official": 9, "activity": 40, "matter": 0, "change": 7}) == "9 位干部、40 条履职活动"
    assert said({}) == "没有记录"
