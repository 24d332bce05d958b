"""The most that could be placed, by OR-Tools CP-SAT over every half-day, written from the page."""

from collections import Counter, defaultdict
from itertools import product

from ortools.sat.python import cp_model

from models.rules.kinds import PointKind
from tests.rules.plan_checker import HalfDay, Owed, Rules

HEARING = 0
Went = dict[tuple[int, HalfDay, int], cp_model.IntVar]


def most(rules: Rules, owed: list[Owed]) -> int:
    """How many of these the best plan of all places."""
    model = cp_model.CpModel()
    went: Went = {}
    for who in {each.leader for each in owed}:
        places = {rules.place_of(each.point) for each in owed if each.leader == who and each.point}
        halves = [half for half in rules.half_days if rules.may_go(who, half)]
        for half, place in product(halves, {HEARING, *places}):
            went[who, half, place] = model.new_bool_var("")
    _limit_trips(model, rules, went)
    model.maximize(sum(_placed(model, rules, owed, went)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = 20
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def _limit_trips(model: cp_model.CpModel, rules: Rules, went: Went) -> None:
    """One trip a half-day, so many a week, never both partners."""
    in_week, in_half = defaultdict(list), defaultdict(list)
    for (who, (day, half), _), var in went.items():
        in_week[who, day.isocalendar()[:2]].append(var)
        in_half[who, (day, half)].append(var)
    for variables in in_week.values():
        model.add(sum(variables) <= 2)
    for (who, half), variables in in_half.items():
        model.add(sum(variables) <= 1)
        for other in rules.partners(who, half[0]):
            model.add(sum(variables) + sum(in_half.get((other, half), ())) <= 1)


def _placed(model: cp_model.CpModel, rules: Rules, owed: list[Owed], went: Went) -> list[cp_model.IntVar]:
    """For each thing owed and each trip that could serve it, whether it does."""
    found = []
    households: dict = {}
    for each, times in Counter(owed).items():
        serving, on_day = [], defaultdict(list)
        for (who, half, place), trip in went.items():
            if who == each.leader and _serves(rules, each, place) and _held(rules, each, half):
                var = model.new_bool_var("")
                model.add(var <= trip)
                serving.append(var)
                if each.point and rules.case.kinds[each.point] == PointKind.HOUSEHOLD:
                    households.setdefault((who, half, place), (trip, []))[1].append(var)
                    on_day[half[0]].append(var)
        model.add(sum(serving) <= times)
        for variables in on_day.values():
            model.add(sum(variables) <= 1)
        found += serving
    for trip, variables in households.values():
        model.add(sum(variables) <= rules.case.targets_a_trip * trip)
    return found


def _serves(rules: Rules, each: Owed, place: int) -> bool:
    """A trip to a place serves what lies there and its township; a township may stand alone."""
    if each.point is None or place == HEARING:
        return each.point is None and place == HEARING
    if rules.case.kinds[each.point] == PointKind.TOWNSHIP:
        return rules.township_of(place) == each.point
    return rules.place_of(each.point) == place


def _held(rules: Rules, each: Owed, half: HalfDay) -> bool:
    return each.point is None or rules.holds(each.leader, each.point, half[0])
