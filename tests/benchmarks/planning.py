"""A proposed plan for 500 leaders, out of the database, against the two seconds a secretary may wait.

The office is the demo's, with its pairs and absences: once with a whole quarter ahead, once with all of a
year still owed and two weeks left, where most of the work is looking for room.
"""

import time
from collections.abc import Iterator
from datetime import date
from statistics import median

from models.plan import propose_plan
from models.rules.calendar import period
from tests.benchmarks._demo_office import LEADERS, demo_office

ROUNDS = 3
WANTED = 2.0  # seconds
CASES = (("整个季度", "2027Q1", date(2026, 12, 31)), ("只剩两周、全年未走", "2027Q4", date(2027, 12, 15)))


def rows() -> Iterator[tuple[str, str, str, float, float]]:
    """What, ours, the seconds allowed, their ratio, and the most it may be."""
    with demo_office():
        for what, quarter, today in CASES:
            ours = median(_seconds(quarter, today) for _ in range(ROUNDS))
            text = f"拟定 {LEADERS} 位领导的计划：{what}"
            yield text, f"{ours:.2f} 秒", f"{WANTED:.2f} 秒", ours / WANTED, 1.0


def _seconds(quarter: str, today: date) -> float:
    begin = time.perf_counter()
    proposal = propose_plan(period(quarter), today)
    taken = time.perf_counter() - begin
    if len(proposal.trips) < LEADERS:
        raise AssertionError("hardly anything was proposed")
    return taken
