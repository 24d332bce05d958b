"""The office as the import finds it and as it will leave it. Nothing here writes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from models.absence import Absence
from models.activity import Activity, Participant, Target
from models.assignment import Assignment
from models.contact_point import ContactPoint
from models.duty_rule import DutyRule
from models.exchange.kept import Kept
from models.exchange.typed_rows import Refusal, Row
from models.explanation import Explanation
from models.friend import Friend
from models.holiday import Holiday
from models.matter import Matter, MatterStep
from models.official import Official
from models.pairing import Pairing
from models.rules.calendar import chinese_date
from models.rules.names import name_key
from models.setting import Setting

SAME, CHANGED, NEW = range(3)

key = lru_cache(maxsize=1 << 17)(name_key)
"""`name_key`, remembering: an import asks for the same names over and over."""

PointKey = tuple[str, str, int, str]


@dataclass(slots=True)
class Takeover:
    """A point that passes from one assignment to the next: the old one ends with `last_day`."""

    point: str
    old: str
    last_day: str
    new: str

    def __str__(self) -> str:
        day = chinese_date(date.fromisoformat(self.last_day))
        return f"联系点“{self.point}”：{self.old}到{day}为止，之后由{self.new}联系。"


@dataclass(slots=True)
class Office:
    """Every table the workbook speaks of, and where to find its rows by what people call them."""

    officials: Kept
    points: Kept
    assignments: Kept
    takeovers: list[Takeover] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _official_ids: dict[str, int] = field(default_factory=dict)
    _points_named: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    point_ids: dict[PointKey, list[int]] = field(default_factory=lambda: defaultdict(list))
    held: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    tables: dict[str, Kept] = field(default_factory=dict)

    _said: list[tuple[Row, Kept, int]] = field(default_factory=list)

    def change(self, row: Row, table: Kept, number: int, given: Mapping[str, Any]) -> None:
        """Let a row of the file change what the table holds under `number`; the last row has the last word.

        Rows may contradict each other, so whether this one changed anything is known only by `settle`.
        """
        if table.update(number, given):
            self._said.append((row, table, number))

    def settle(self) -> None:
        """Call changed the rows whose values made a difference to the database."""
        for row, table, number in self._said:
            if number in table.changed:
                row.outcome = max(row.outcome, CHANGED)

    def official(self, name: str) -> int | None:
        return self._official_ids.get(key(name))

    def officials_named(self, column: str, names: Iterable[str]) -> list[int]:
        """The ids of known officials. Raises Refusal for the first that nobody knows."""
        found = []
        for name in names:
            number = self._official_ids.get(key(name))
            if number is None:
                raise Refusal(column, name, f"没有名叫“{name}”的干部")
            found.append(number)
        return list(dict.fromkeys(found)) if len(found) > 1 else found

    def learn_official(self, number: int, name: str) -> None:
        self._official_ids[key(name)] = number

    def learn_point(self, number: int) -> None:
        row = self.points.rows[number]
        self.point_ids[self.point_key(number)].append(number)
        self._points_named[row[1], row[3]].append(number)

    def point_key(self, number: int) -> PointKey:
        row = self.points.rows[number]
        return row[1], key(row[4]), row[5] or 0, row[3]

    def points_named(self, kind: str, name: str) -> list[int]:
        """All points of that kind and name, wherever they lie."""
        return self._points_named[kind, key(name)]

    def learn_assignment(self, number: int) -> None:
        self.held[self.assignments.value(number, "contact_point_id")].append(number)

    def table(self, name: str) -> Kept:
        """A further table, read when first asked for."""
        if name not in self.tables:
            self.tables[name] = _FURTHER[name]()
        return self.tables[name]

    def numbered(self, name: str) -> dict[str, int]:
        """The rows of a further table by the key of their 编号, those just entered among them."""
        table = self.table(name)
        return {key(table.value(number, "number")): number for number in table.rows}

    def kept(self) -> list[Kept]:
        """Every table read, those first that others refer to."""
        further = [self.tables[name] for name in _FURTHER if name in self.tables]
        return [self.officials, self.points, self.assignments, *further]


def gather() -> Office:
    """The office as the database has it now."""
    office = Office(
        Kept(Official, _OFFICIAL),
        Kept(ContactPoint, _POINT),
        Kept(Assignment, _ASSIGNMENT, "ORDER BY first_day"),
    )
    for number, row in office.officials.rows.items():
        office.learn_official(number, row[1])
    for number in office.points.rows:
        office.learn_point(number)
    for number in office.assignments.rows:
        office.learn_assignment(number)
    return office


_OFFICIAL = (
    *("id", "name", "name_key", "rank", "title", "unit", "duties", "is_member"),
    *("liaison", "liaison_phone", "office_from", "office_to"),
)
_POINT = (
    *("id", "kind", "name", "name_key", "county", "parent_id"),
    *("address", "phone", "people", "category", "market_days", "note"),
)
_ASSIGNMENT = ("id", "official_id", "contact_point_id", "first_day", "last_day", "document")
_ACTIVITY = (
    *("id", "number", "kind", "first_day", "first_half", "last_day", "last_half"),
    *("place", "purpose", "state", "heard", "reply", "entered_on", "venue", "form", "title"),
    "answered_on",
)
_TARGET = (
    *("id", "activity_id", "contact_point_id", "person", "outcome"),
    *("manner", "reason", "heard", "reply", "services"),
)
_MATTER = (
    *("id", "number", "kind", "registered_on", "official_id", "contact_point_id", "activity_id"),
    *("raised_by", "phone", "content", "category", "unit", "person", "due", "state", "result"),
    *("told_on", "closed_on", "satisfaction", "in_charge", "sensitive"),
)
_FRIEND = (
    *("id", "official_id", "name", "name_key", "sex", "address", "standing", "phone"),
    *("met_on", "met_at", "contact"),
)
_ABSENCE = (
    *("id", "official_id", "first_day", "first_half", "last_day", "last_half"),
    *("reason", "place", "approver", "told_on", "handover", "returned_on"),
)
_RULE = (
    *("id", "code", "name", "kinds", "unit", "quota", "period"),
    *("months", "per", "source", "valid_from", "valid_to"),
)
_EXPLANATION = ("id", "official_id", "rule", "contact_point_id", "period", "reason", "day")
_FURTHER: dict[str, Callable[[], Kept]] = {
    "activity": lambda: Kept(Activity, _ACTIVITY),
    "participant": lambda: Kept(Participant, ("id", "activity_id", "official_id", "name", "role")),
    "target": lambda: Kept(Target, _TARGET),
    "matter": lambda: Kept(Matter, _MATTER),
    "matter_step": lambda: Kept(MatterStep, ("id", "matter_id", "kind", "day", "words"), "ORDER BY day, id"),
    "friend": lambda: Kept(Friend, _FRIEND),
    "pairing": lambda: Kept(
        Pairing, ("id", "a_id", "b_id", "post", "first_day", "last_day", "document", "excluded")
    ),
    "absence": lambda: Kept(Absence, _ABSENCE),
    "holiday": lambda: Kept(Holiday, ("id", "day", "kind", "name")),
    "duty_rule": lambda: Kept(DutyRule, _RULE),
    "setting": lambda: Kept(Setting, ("id", "key", "value", "valid_from")),
    "explanation": lambda: Kept(Explanation, _EXPLANATION),
}
