"""The sheet 民情事项: a matter is known by 编号, else by leader, kind, day of registration and content."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any

from models.exchange.afterwards import days_off, setting
from models.exchange.further_rows import need
from models.exchange.numbers import Numbers
from models.exchange.office import NEW, Office, key
from models.exchange.point_names import ALL_KINDS, Meant, points_called
from models.exchange.typed_rows import Refusal, Row
from models.rules.kinds import MatterState
from models.rules.workdays import workday_after

_NEEDED = {"kind": "类别", "registered_on": "登记日期", "official": "领导", "content": "内容"}
_IDENTITY = ("official_id", "kind", "registered_on", "content")
_DEFAULTS = {
    **dict.fromkeys(("contact_point_id", "activity_id", "told_on", "closed_on")),
    **dict.fromkeys(("in_charge", "sensitive"), False),
    "state": MatterState.OPEN.value,
}


class MatterRows:
    """Enters the rows of 民情事项. `entered` are those that stand, by their matters' ids.

    `was` is how far the matters were that the office had before.
    """

    def __init__(self, office: Office, rows: Iterable[Row]) -> None:
        self.office, self.rows = office, list(rows)
        self.table = office.table("matter")
        self.entered: dict[int, Row] = {}
        self.was: dict[int, str] = {}
        self._usual_due = _deadlines(office)
        self._by_number = office.numbered("matter")
        given = [number for row in self.rows if (number := row.given.get("number"))]
        self._numbers = Numbers("MQ", [*(row[1] for row in self.table.rows.values()), *given])
        self._alike: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        if len(given) < len(self.rows):
            for number in self.table.rows:
                self._alike[self._identity(number)].append(number)

    def plan(self) -> None:
        """Enter every row. Numbers left blank are given in the order of the rows."""
        for row in self.rows:
            try:
                self._plan(row)
            except Refusal as refusal:
                row.refusals.append(refusal)

    def _plan(self, row: Row) -> None:
        given = row.given
        if "official" in given:
            given["official_id"] = self.office.officials_named("领导", [given["official"]])[0]
        known = self._numbered(given["number"]) if "number" in given else self._same(row)
        if known is None:
            self._add(row)
        elif known not in self.entered:
            self._find_point(row, known)
            self.entered[known], self.was[known] = row, self.table.value(known, "state")
            values = {name: value for name, value in given.items() if name != "number"}
            self.office.change(row, self.table, known, values)
        elif row.values[1:] != self.entered[known].values[1:]:
            raise Refusal("内容", given["content"], f"与第 {self.entered[known].number} 行重复")

    def _numbered(self, number: str) -> int | None:
        known = self._by_number.get(key(number))
        if known in self.entered:
            raise Refusal("编号", number, f"与第 {self.entered[known].number} 行编号相同")
        return known

    def _same(self, row: Row) -> int | None:
        """The matter a row without 编号 means; of several the first that no other row has named."""
        found = self._alike.get(tuple(row.given.get(name) for name in _IDENTITY), [])
        return next((each for each in found if each not in self.entered), found[0] if found else None)

    def _add(self, row: Row) -> None:
        given = row.given
        need(row, _NEEDED)
        self._find_point(row, None)
        given.setdefault("number", self._numbers.give(given["registered_on"]))
        given.setdefault("due", self._usual_due(given["registered_on"]))
        values = {**_DEFAULTS, **given}
        number = self.table.add(values.get(column, "") for column in self.table.columns[1:])
        row.outcome = NEW
        self.entered[number] = row
        self._by_number[key(given["number"])] = number
        self._alike[self._identity(number)].append(number)

    def _find_point(self, row: Row, known: int | None) -> None:
        """Find the contact point among those of the leader, else among all; as the row or the matter says."""
        name = row.given.get("contact_point")
        if name is None:
            return
        leader, day = (self._told(row, known, column) for column in ("official_id", "registered_on"))
        found = points_called(self.office, Meant(leader, ALL_KINDS, day, day), name)
        if len(found) > 1:
            raise Refusal("联系点", name, f"有几个联系点叫“{name}”，请写成 名称(地址)")
        if not found:
            raise Refusal("联系点", name, f"没有名叫“{name}”的联系点")
        row.given["contact_point_id"] = found[0]

    def _told(self, row: Row, known: int | None, column: str) -> Any:
        return row.given[column] if known is None or column in row.given else self.table.value(known, column)

    def _identity(self, number: int) -> tuple[Any, ...]:
        return tuple(self.table.value(number, name) for name in _IDENTITY)


def _deadlines(office: Office) -> Callable[[str], str]:
    """The deadline of a matter registered on a day: so many of the office's working days later."""
    off = cache(lambda: days_off(office))
    count = cache(lambda: int(setting(office, "matter_workdays")))
    return cache(lambda day: workday_after(date.fromisoformat(day), count(), off()).isoformat())
