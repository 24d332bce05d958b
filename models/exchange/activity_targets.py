"""Whom an activity is to, and what became of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from models.exchange.office import Office
from models.exchange.target_finder import TargetFinder
from models.exchange.typed_rows import Refusal
from models.rules.kinds import ActivityState, Manner, Outcome

NOT_MET, HOME = Outcome.NOT_MET.value, Manner.HOME.value
USUAL = {
    ActivityState.PLANNED.value: Outcome.PLANNED.value,
    ActivityState.DONE.value: Outcome.MET.value,
    ActivityState.POSTPONED.value: Outcome.PLANNED.value,
    ActivityState.CANCELLED.value: Outcome.CANCELLED.value,
}
"""What 走访对象 means in an activity of each state."""

Chosen = tuple[list[int], list[int]]
"""Points of 走访对象 and points of 未遇对象."""


class Targets:
    """The targets of activities, those there now and those to come."""

    def __init__(self, office: Office) -> None:
        self.table = office.table("target")
        self.finder = TargetFinder(office)
        self._of: dict[int, dict[int, int]] = defaultdict(dict)
        for number, row in self.table.rows.items():
            if row[2] is not None:
                self._of[row[1]][row[2]] = number

    def points(self, activity: int) -> list[int]:
        return list(self._of[activity])

    def target(self, activity: int, point: int) -> int | None:
        return self._of[activity].get(point)

    def named(self, given: Mapping[str, Any], leaders: Sequence[int], day: str) -> list[int]:
        """All points the row names."""
        met, not_met = self.chosen(given, leaders, day)
        return met + not_met

    def chosen(self, given: Mapping[str, Any], leaders: Sequence[int], day: str) -> Chosen:
        """The points the row names. Raises Refusal for unknown ones and for one on both lists."""
        met = self.finder.find("走访对象", given["targets"], leaders, day) if "targets" in given else []
        not_met = self.finder.find("未遇对象", given["not_met"], leaders, day) if "not_met" in given else []
        for place, point in enumerate(not_met):
            if point in met:
                raise Refusal("未遇对象", given["not_met"][place], "同时写在走访对象和未遇对象中")
        return list(dict.fromkeys(met)), list(dict.fromkeys(not_met))

    def add(self, activity: int, chosen: Chosen, state: str) -> None:
        for point in chosen[0]:
            self.put(activity, point, USUAL[state])
        for point in chosen[1]:
            self.put(activity, point, NOT_MET)

    def put(self, activity: int, point: int, outcome: str) -> int:
        """A new target; its number."""
        number = self.table.add((activity, point, "", outcome, HOME, "", "", "", ""))
        self._of[activity][point] = number
        return number

    def change(
        self,
        activity: int,
        given: Mapping[str, Any],
        leaders: Sequence[int],
        day: str,
        before: str,
        state: str,
    ) -> bool:
        """Make the lists the row gives those of the activity; a blank one keeps its targets."""
        met, not_met = self.chosen(given, leaders, day)
        changed = self._drop(activity, met + not_met, given)
        for point, number in self._of[activity].items():
            was = self.table.value(number, "outcome")
            wanted = NOT_MET if point in not_met else was
            if point not in not_met and (was == USUAL[before] or (was == NOT_MET and point in met)):
                wanted = USUAL[state]
            changed |= self.table.update(number, {"outcome": wanted})
        fresh = [[point for point in points if point not in self._of[activity]] for points in (met, not_met)]
        self.add(activity, (fresh[0], fresh[1]), state)
        return changed or any(fresh)

    def _drop(self, activity: int, named: Iterable[int], given: Mapping[str, Any]) -> bool:
        """Take out what the lists given no longer name."""
        kept = set(named)
        surplus = [
            point
            for point, number in self._of[activity].items()
            if point not in kept
            and ("not_met" if self.table.value(number, "outcome") == NOT_MET else "targets") in given
        ]
        for point in surplus:
            self.table.remove(self._of[activity].pop(point))
        return bool(surplus)
