"""Who is here, 下乡, away or acting in each half-day of a year, of 500 leaders, out of the database.

The seconds are those of the processor, against the fifth of a second in which nobody notices to wait.
"""

import time
from collections.abc import Iterator
from statistics import median

from models.on_duty_board import on_duty_board
from models.rules.calendar import year_of
from tests.benchmarks._demo_office import LEADERS, TODAY, demo_office

ROUNDS = 7
WANTED = 0.200  # seconds


def rows() -> Iterator[tuple[str, str, str, float, float]]:
    """What, ours, the seconds allowed, their ratio, and the most it may be."""
    with demo_office():
        ours = median(_seconds() for _ in range(ROUNDS))
    what = f"一年 {LEADERS} 位领导的在岗情况"
    yield what, f"{ours * 1000:.0f} ms", f"{WANTED * 1000:.0f} ms", ours / WANTED, 1.0


def _seconds() -> float:
    year = year_of(TODAY)
    begin = time.process_time()
    board = on_duty_board(year.first, year.last)
    taken = time.process_time() - begin
    if len(board.lines) < LEADERS or not any(line.away for line in board.lines):
        raise AssertionError("hardly anybody is on the board")
    return taken
