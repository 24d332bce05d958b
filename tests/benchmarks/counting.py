"""Progress of 500 leaders against the same rows counted by a bare loop over one query, and how both grow.

The office is an ordinary one: some targets not met or only telephoned, some trips a stand-in went on, some
households that changed hands. The yardstick keeps the same done figures out of the same rows, half-days as
sets; it knows no shares of a period, no plans, no states, no choices, and not which activities it counted.
"""

import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from random import Random

from models.activity import Activity, Participant, Target
from models.assignment import Assignment
from models.base import database
from models.contact_point import ContactPoint
from models.official import Official
from models.progress import progress
from models.rules.calendar import period
from models.rules.counting import Progress
from models.storage import close_database, open_database
from models.storage.bulk import insert_rows
from models.writing import writing

ROOT = Path(__file__).parents[2]
LEADERS, MORE_LEADERS = 500, 5000
POINTS = 12
YEARS = range(2022, 2027)
A_YEAR = 100  # activities a leader
ROUNDS = 5
WANTED, WANTED_GROWTH = 1.5, 1.3
TODAY = date(2026, 12, 31)
KINDS = ("visit",) * 40 + ("hearing",) * 10 + ("fieldwork",) * 44 + ("report",) * 4 + ("point_meeting",) * 2

Figures = dict[tuple[int, str, int | None], float]


def rows() -> list[tuple[str, str, str, float, float]]:
    """What, ours, the yardstick, their ratio, and the ratio wanted at most."""
    ours, bare = _of_office(LEADERS, YEARS)
    few, _ = _of_office(LEADERS, YEARS[-1:])
    many, _ = _of_office(MORE_LEADERS, YEARS[-1:])
    a_few, a_many = few / LEADERS, many / MORE_LEADERS
    what = f"{LEADERS} 位领导 5 年的进度（每年 {LEADERS * A_YEAR} 条活动）"
    grown = f"每位领导的进度：{MORE_LEADERS} 位时对 {LEADERS} 位时"
    return [
        (what, f"{ours * 1000:.0f} ms", f"{bare * 1000:.0f} ms", ours / bare, WANTED),
        (grown, f"{a_many * 1e6:.0f} µs", f"{a_few * 1e6:.0f} µs", a_many / a_few, WANTED_GROWTH),
    ]


def _of_office(leaders: int, years: range) -> tuple[float, float]:
    """Processor seconds of ours and of the bare loop over these years, in a process of their own."""
    with tempfile.TemporaryDirectory() as folder:
        open_database(Path(folder))
        try:
            _fill(leaders, years)
        finally:
            close_database()
        command = [sys.executable, "-m", "tests.benchmarks.counting", folder, str(years[0]), str(years[-1])]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    ours, bare = done.stdout.split()
    return float(ours), float(bare)


def _measure(folder: str, first: str, last: str) -> tuple[float, float]:
    """The best of some rounds each, after both have given the same figures."""
    years = range(int(first), int(last) + 1)
    open_database(Path(folder))
    try:
        if _figures(_ours(years)) != _bare(years):
            raise AssertionError("the yardstick counts something else")
        rounds = [(_seconds(_ours, years), _seconds(_bare, years)) for _ in range(ROUNDS)]
    finally:
        close_database()
    return min(pair[0] for pair in rounds), min(pair[1] for pair in rounds)


def _seconds(count: Callable[[range], object], years: range) -> float:
    begin = time.process_time()
    count(years)
    return time.process_time() - begin


# --- the two ways


def _ours(years: range) -> list[list[Progress]]:
    return [progress(period(str(year)), TODAY) for year in years]


def _figures(found: list[list[Progress]]) -> list[Figures]:
    return [
        {(line.official, line.rule, line.subject_id): line.done for line in lines if line.done}
        for lines in found
    ]


def _bare(years: range) -> list[Figures]:
    found: dict[int, Figures] = {year: Counter() for year in years}
    half_days: dict[int, dict[int, set[int]]] = {year: defaultdict(set) for year in years}
    held = {(who, point): (first, last) for who, point, first, last in database.execute_sql(_HELD)}
    seen = 0
    for row in database.execute_sql(_ONE_QUERY):
        number, kind, first, first_half, last, last_half, leader, stand_in, point, met = row
        year = int(first[:4])
        if number != seen:
            seen = number
            if kind not in ("report", "point_meeting"):
                begin = 2 * date.fromisoformat(first).toordinal() + (first_half == "pm")
                end = 2 * date.fromisoformat(last).toordinal() + (last_half == "pm")
                half_days[year][stand_in or leader].update(range(begin, end + 1))
            elif stand_in is None:
                found[year][leader, kind, None] += 1
        if met and stand_in is None:
            since, until = held.get((leader, point), ("9", ""))
            if since <= first <= until:
                found[year][leader, "household_visit", point] += 1
    for year, people in half_days.items():
        found[year] |= {
            (leader, "fieldwork_days", None): len(halves) / 2 for leader, halves in people.items()
        }
    return list(found.values())


_HELD = "SELECT official_id, contact_point_id, first_day, COALESCE(last_day, '9999-12-31') FROM assignment"
_ONE_QUERY = """
SELECT activity.id, activity.kind, activity.first_day, activity.first_half, activity.last_day,
  activity.last_half, leader.official_id, stand_in.official_id, target.contact_point_id,
  target.outcome = 'met'
FROM activity
JOIN participant AS leader ON leader.activity_id = activity.id AND leader.role = 'leader'
LEFT JOIN participant AS stand_in ON stand_in.activity_id = activity.id AND stand_in.role = 'stand_in'
LEFT JOIN target ON target.activity_id = activity.id
WHERE activity.state = 'done' AND target.manner IS NOT 'phone'
ORDER BY activity.id
"""


# --- the office


def _fill(leaders: int, years: range) -> None:
    """One township, one village and ten households a leader; the last household changes hands in mid-term."""
    points = [(1 + leader * POINTS + place, place) for leader in range(leaders) for place in range(POINTS)]
    with writing("样"):
        columns = ("id", "name", "name_key", "rank", "title", "unit", "duties", "is_member")
        people = ((n, f"样{n}", f"样{n}", n, "", "", "", 1, "", "") for n in range(1, leaders + 1))
        insert_rows(Official, (*columns, "liaison", "liaison_phone"), people)
        columns = ("id", "kind", "name", "name_key", "county", "address", "phone", "category", "market_days")
        places = ((n, _kind(place), f"点{n}", f"点{n}", "", "", "", "", "", "") for n, place in points)
        insert_rows(ContactPoint, (*columns, "note"), places)
        columns = ("official_id", "contact_point_id", "first_day", "last_day", "document")
        insert_rows(Assignment, columns, _assignments(points, leaders, years))
        _fill_activities(leaders, years)


def _kind(place: int) -> str:
    return ("township", "village", *("household",) * 10)[place]


def _assignments(
    points: list[tuple[int, int]], leaders: int, years: range
) -> Iterator[tuple[int, int, str, str | None, str]]:
    start, middle = date(years[0], 1, 1).isoformat(), date(years[len(years) // 2], 7, 1)
    for number, place in points:
        leader = 1 + (number - 1) // POINTS
        if place < POINTS - 1:
            yield leader, number, start, None, ""
        else:
            yield leader, number, start, (middle - timedelta(1)).isoformat(), ""
            yield 1 + leader % leaders, number, middle.isoformat(), None, ""


def _fill_activities(leaders: int, years: range) -> None:
    dice = Random(1)
    numbers = range(1, 1 + leaders * A_YEAR * len(years))
    columns = ("id", "number", "kind", "first_day", "first_half", "last_day", "last_half", "state")
    insert_rows(
        Activity,
        (*columns, "place", "purpose", "heard", "reply", "entered_on"),
        (_activity(dice, number, leaders, years) for number in numbers),
    )
    columns = ("activity_id", "official_id", "name", "role")
    insert_rows(Participant, columns, chain.from_iterable(_people(dice, n, leaders) for n in numbers))
    columns = ("activity_id", "contact_point_id", "outcome", "manner", "person", "reason", "heard", "reply")
    visits = (number for number in numbers if KINDS[number // leaders % A_YEAR] == "visit")
    targets = chain.from_iterable(_targets(dice, number, leaders) for number in visits)
    insert_rows(Target, (*columns, "services"), targets)


def _activity(dice: Random, number: int, leaders: int, years: range) -> tuple[object, ...]:
    """The n-th activity is for leader 1 + n % leaders; nine of ten are done."""
    first = date(years[(number - 1) // (leaders * A_YEAR)], 1, 1) + timedelta(dice.randrange(360))
    kind = KINDS[number // leaders % A_YEAR]
    last = first + timedelta(dice.randrange(3) if kind == "fieldwork" else 0)
    state = "done" if dice.random() < 0.9 else "cancelled"
    days = (first.isoformat(), "am", last.isoformat(), "pm")
    return (number, f"HD{number}", kind, *days, state, "", "", "", "", first.isoformat())


def _people(dice: Random, number: int, leaders: int) -> Iterator[tuple[int, int, str, str]]:
    yield number, 1 + number % leaders, "", "leader"
    if dice.random() < 0.04:
        yield number, 1 + (number + 1) % leaders, "", "stand_in"


def _targets(dice: Random, number: int, leaders: int) -> Iterator[tuple[object, ...]]:
    """Three of the leader's ten households, nearly all of them at home and met."""
    for place in dice.sample(range(2, POINTS), 3):
        outcome = "met" if dice.random() < 0.95 else "not_met"
        manner = "home" if dice.random() < 0.97 else "phone"
        yield (number, 1 + number % leaders * POINTS + place, outcome, manner, "", "", "", "", "")


if __name__ == "__main__":
    print(*_measure(*sys.argv[1:]))
