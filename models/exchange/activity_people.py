"""Who an activity is for, who went instead, who came along."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from models.exchange.office import Office
from models.exchange.typed_rows import Refusal
from models.rules.kinds import Role

LEADER, STAND_IN, COMPANION = (role.value for role in Role)
Person = tuple[int | None, str, str]
"""Official id or None, name of a stranger, role."""


class People:
    """The participants of activities, those there now and those to come."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.table = office.table("participant")
        self._index: dict[int, list[int]] | None = None

    @property
    def _of(self) -> dict[int, list[int]]:
        """Activity → participants; made when first asked for, since most imports only add."""
        if self._index is None:
            self._index = defaultdict(list)
            for number, row in self.table.rows.items():
                self._index[row[1]].append(number)
        return self._index

    def chosen(
        self, leaders: Sequence[int], stand_ins: Sequence[str] | None, companions: Sequence[str] | None
    ) -> list[Person]:
        """Everybody named. Raises Refusal for a stand-in nobody knows."""
        people: list[Person] = [(leader, "", LEADER) for leader in leaders]
        if stand_ins:
            people += self._stand_ins(stand_ins, leaders)
        if companions:
            people += self._companions(companions)
        return people

    def add(self, activity: int, people: Sequence[Person]) -> None:
        for person in people:
            number = self.table.add((activity, *person))
            if self._index is not None:
                self._index[activity].append(number)

    def leaders(self, activity: int) -> list[int]:
        rows = (self.table.rows[number] for number in self._of[activity])
        return [row[2] for row in rows if row[4] == LEADER]

    def change(self, activity: int, given: Mapping[str, Any], leaders: Sequence[int] | None) -> bool:
        """Make the roles the row names hold exactly those it names; whether that changed anything."""
        changed = False
        if leaders is not None:
            changed |= self._replace(activity, LEADER, [(leader, "", LEADER) for leader in leaders])
        if "stand_ins" in given:
            now = self.leaders(activity)
            changed |= self._replace(activity, STAND_IN, self._stand_ins(given["stand_ins"], now))
        if "companions" in given:
            changed |= self._replace(activity, COMPANION, self._companions(given["companions"]))
        return changed

    def _replace(self, activity: int, role: str, wanted: Sequence[Person]) -> bool:
        rows = self.table.rows
        present = {
            tuple(rows[number][2:]): number for number in self._of[activity] if rows[number][4] == role
        }
        missing = [person for person in wanted if person not in present]
        surplus = [number for person, number in present.items() if person not in wanted]
        for number in surplus:
            self.table.remove(number)
            self._of[activity].remove(number)
        self.add(activity, missing)
        return bool(missing or surplus)

    def _stand_ins(self, names: Sequence[str], leaders: Sequence[int]) -> list[Person]:
        found = self.office.officials_named("代为前往", names)
        for number in found:
            if number in leaders:
                name = self.office.officials.value(number, "name")
                raise Refusal("代为前往", name, "代为前往的人不能是领导本人")
        return [(number, "", STAND_IN) for number in found]

    def _companions(self, names: Sequence[str]) -> list[Person]:
        known = ((self.office.official(name), name) for name in names)
        people = [(number, "" if number else name, COMPANION) for number, name in known]
        return list(dict.fromkeys(people))
