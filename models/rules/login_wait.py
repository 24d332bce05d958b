"""How long to wait after wrong passwords: five tries, then 1, 2, 4 … 30 minutes.

Only the time counts that the PC has run since, which no setting of its clock makes longer or shorter.
"""

FREE_TRIES = 5
_MOST_MINUTES = 30


def wait_seconds(failed: int) -> int:
    """The whole wait after so many wrong tries in a row."""
    if failed < FREE_TRIES:
        return 0
    return 60 * min(_MOST_MINUTES, 1 << min(failed - FREE_TRIES, 5))


def left_seconds(failed: int, at: float, now: float, *, same_run: bool) -> float:
    """What is left of the wait; `at` of the last try and `now` are seconds since the PC was switched on.

    If it was switched on again since, it waits from there.
    """
    run = now - at if same_run else now
    return max(0.0, wait_seconds(failed) - max(0.0, run))


def wait_words(seconds: float) -> str:
    """Minutes, rounded up; the last one in seconds."""
    return f"{-int(-seconds // 60)} 分钟" if seconds > 60 else f"{max(1, -int(-seconds // 1))} 秒"
