"""Five tries, then growing waits that no clock makes shorter."""

import pytest

from models.rules.login_wait import left_seconds, wait_seconds, wait_words


@pytest.mark.parametrize(
    ("failed", "minutes"),
    [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (8, 8), (9, 16), (10, 30), (11, 30), (10_000, 30)],
)
def test_the_wait_doubles_to_half_an_hour(failed: int, minutes: int) -> None:
    assert wait_seconds(failed) == minutes * 60


def test_what_the_pc_has_run_since_the_last_try_counts() -> None:
    assert left_seconds(6, at=1000, now=1030, same_run=True) == 90
    assert left_seconds(6, at=1000, now=2000, same_run=True) == 0


def test_a_pc_switched_on_again_waits_from_there() -> None:
    assert left_seconds(6, at=50_000, now=30, same_run=False) == 90
    assert left_seconds(6, at=50_000, now=200, same_run=False) == 0


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 秒"), (60, "60 秒"), (61, "2 分钟"), (1800, "30 分钟")]
)
def test_a_wait_is_told_rounded_up(seconds: float, words: str) -> None:
    assert wait_words(seconds) == words
