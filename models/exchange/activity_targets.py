"""Whom an activity is to, and what became of each."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from models.exchange.office import CHANGED, Office
from models.exchange.target_finder import TargetFinder
from models.exchange.typed_rows import Refusal, Row
from models.rules.kinds import ActivityState, Manner, Outcome

NOT_MET, HOME = Outcome.NOT_MET.value, Manner.HOME.value
USUAL = {
    ActivityState.PLANNED.value: Outcome.PLANNED.value,
    ActivityState.DONE.value: Outcome.MET.value,
    ActivityState.POSTPONED.value: Outcome.PLANNED.value,
    ActivityState.CANCELLED.value: Outcome.CANCELLED.value,
}
"""What 走访对象 means in an activity of each state."""

Names = Sequence[str] | None
Chosen = tuple[list[int], list[int]]
"""Points of 走访对象 and points of 未遇对象."""


class Targets:
    """The targets of activities, those there now and those to come."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.table = office.table("target")
        self.finder = TargetFinder(office)
        self._index: dict[int, dict[int, int]] | None = None
        self._unnamed: list[tuple[Row, int, int]] = []

    @property
    def _of(self) -> dict[int, dict[int, int]]:
        """Activity → point → target; made when first asked for, since most imports only add."""
        if self._index is None:
            self._index = defaultdict(dict)
            for number, row in self.table.rows.items():
                if row[2] is not None:
                    self._index[row[1]][row[2]] = number
        return self._index

    def points(self, activity: int) -> list[int]:
        return list(self._of[activity])

    def target(self, activity: int, point: int) -> int | None:
        return self._of[activity].get(point)

    def chosen(self, met_names: Names, not_met_names: Names, leaders: Sequence[int], day: str) -> Chosen:
        """The points of these names. Raises Refusal for unknown ones and for one on both lists."""
        met = self.finder.find("走访对象", met_names, leaders, day) if met_names else []
        if not not_met_names:
            return (list(dict.fromkeys(met)) if len(met) > 1 else met), []
        not_met = self.finder.find("未遇对象", not_met_names, leaders, day)
        for name, point in zip(not_met_names, not_met, strict=True):
            if point in met:
                raise Refusal("未遇对象", name, "同时写在走访对象和未遇对象中")
        return list(dict.fromkeys(met)), list(dict.fromkeys(not_met))

    def add(self, activity: int, chosen: Chosen, state: str) -> None:
        for point in chosen[0]:
            self.put(activity, point, USUAL[state])
        for point in chosen[1]:
            self.put(activity, point, NOT_MET)

    def put(self, activity: int, point: int, outcome: str) -> int:
        """A new target; its number."""
        number = self.table.add((activity, point, "", outcome, HOME, "", "", "", ""))
        if self._index is not None:
            self._index[activity][point] = number
        return number

    def change(
        self,
        activity: int,
        row: Row,
        leaders: Sequence[int],
        day: str,
        before: str,
        state: str,
    ) -> bool:
        """Make the lists the row gives those of the activity; a blank one keeps its targets."""
        given = row.given
        met, not_met = self.chosen(given.get("targets"), given.get("not_met"), leaders, day)
        self._note_unnamed(activity, met + not_met, row)
        for point, number in self._of[activity].items():
            was = self.table.value(number, "outcome")
            wanted = NOT_MET if point in not_met else was
            if point not in not_met and (was == USUAL[before] or (was == NOT_MET and point in met)):
                wanted = USUAL[state]
            self.office.change(row, self.table, number, {"outcome": wanted})
        fresh = [[point for point in points if point not in self._of[activity]] for points in (met, not_met)]
        self.add(activity, (fresh[0], fresh[1]), state)
        return any(fresh)

    def drop_unnamed(self, kept: Container[int]) -> None:
        """Take out what the lists given no longer name; `kept` are the targets that 走访明细 names."""
        for row, activity, point in self._unnamed:
            if self._of[activity][point] not in kept:
                self.table.remove(self._of[activity].pop(point))
                row.outcome = CHANGED

    def _note_unnamed(self, activity: int, named: Iterable[int], row: Row) -> None:
        """Note what the lists given leave out; the details of the same file may still name it."""
        kept = set(named)
        self._unnamed.extend(
            (row, activity, point)
            for point, number in self._of[activity].items()
            if point not in kept
            and ("not_met" if self.table.value(number, "outcome") == NOT_MET else "targets") in row.given
        )
