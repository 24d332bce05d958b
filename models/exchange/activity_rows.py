"""The sheet 活动: an activity is known by 编号, else by leader, kind, start, half and targets."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from models.exchange.activity_people import People
from models.exchange.activity_targets import Targets
from models.exchange.numbers import Numbers
from models.exchange.office import CHANGED, NEW, SAME, Office
from models.exchange.typed_rows import Refusal, Row
from models.rules.calendar import chinese_date
from models.rules.kinds import ActivityState, Half
from models.rules.names import name_key

DONE, AM, PM = ActivityState.DONE.value, Half.AM.value, Half.PM.value
_NEEDED = {"leaders": "领导", "kind": "类别", "first_day": "开始日期", "state": "状态"}
_PLAIN = (
    *("kind", "first_day", "first_half", "last_day", "last_half"),
    *("place", "purpose", "state", "heard", "reply", "entered_on"),
)


class Said(NamedTuple):
    """What a row says, in the order of the sheet's columns."""

    number: str | None
    leaders: tuple[str, ...] | None
    kind: str | None
    first_day: str | None
    first_half: str | None
    last_day: str | None
    last_half: str | None
    place: str | None
    purpose: str | None
    state: str | None
    targets: tuple[str, ...] | None
    not_met: tuple[str, ...] | None
    stand_ins: tuple[str, ...] | None
    companions: tuple[str, ...] | None
    heard: str | None
    reply: str | None
    entered_on: str | None


Identity = tuple[frozenset[int], str, str, str, frozenset[int]]


class ActivityRows:
    """Enters the rows of all 活动 sheets of one import into the office."""

    def __init__(self, office: Office, rows: Sequence[Row], today: date) -> None:
        self.office, self.rows, self.today = office, rows, today.isoformat()
        self.table = office.table("activity")
        self.people, self.targets = People(office), Targets(office)
        self.by_number = {name_key(row[1]): number for number, row in self.table.rows.items()}
        self.known_leaders: dict[tuple[str, ...], list[int]] = {}
        self.seen: dict[int, Row] = {}
        self.alike: dict[Identity, list[int]] | None = None
        given = [row.values[0] for row in rows]
        if None in given:
            taken = [row[1] for row in self.table.rows.values()]
            self.numbers = Numbers("HD", taken + [number for number in given if number])
            self.alike = defaultdict(list)
            for number in self.table.rows:
                self.alike[self._identity(number)].append(number)

    def plan(self) -> None:
        """Enter every row. Numbers left blank are given in the order of the rows."""
        for row in self.rows:
            try:
                self._plan(row)
            except Refusal as refusal:
                row.refusals.append(refusal)

    def _plan(self, row: Row) -> None:
        said = Said._make(row.values)
        leaders = self._leaders(said.leaders) if said.leaders else None
        known = self._numbered(said.number) if said.number else self._alike(said, leaders)
        if known is None:
            self._add(row, said, leaders)
        elif known not in self.seen:
            self.seen[known] = row
            self._change(row, known, leaders)
        elif row.values[1:] != self.seen[known].values[1:]:
            raise Refusal("领导", "、".join(said.leaders or ()), f"与第 {self.seen[known].number} 行重复")

    def _leaders(self, names: tuple[str, ...]) -> list[int]:
        """The ids of the leaders; whole cells are remembered, since few differ."""
        found = self.known_leaders.get(names)
        if found is None:
            found = self.known_leaders[names] = self.office.officials_named("领导", names)
        return found

    def _numbered(self, number: str) -> int | None:
        known = self.by_number.get(name_key(number))
        if known in self.seen:
            raise Refusal("编号", number, f"与第 {self.seen[known].number} 行编号相同")
        return known

    def _alike(self, said: Said, leaders: list[int] | None) -> int | None:
        if leaders is None or not said.kind or not said.first_day or self.alike is None:
            return None
        met, not_met = self.targets.chosen(said.targets, said.not_met, leaders, said.first_day)
        when = said.first_day, said.first_half or AM
        identity = (frozenset(leaders), said.kind, *when, frozenset(met + not_met))
        found = self.alike.get(identity, [])
        return next((each for each in found if each not in self.seen), found[0] if found else None)

    def _add(self, row: Row, said: Said, leaders: list[int] | None) -> None:
        if leaders is None or not said.kind or not said.first_day or not said.state:
            _refuse_blanks(row)
            return
        first_day, last_day = said.first_day, said.last_day or said.first_day
        first_half, last_half = said.first_half or AM, said.last_half or PM
        self._check(first_day, first_half, last_day, last_half, said.state)
        chosen = self.targets.chosen(said.targets, said.not_met, leaders, first_day)
        people = self.people.chosen(leaders, said.stand_ins, said.companions)
        number = self.table.add(
            (
                said.number or self.numbers.give(first_day),
                *(said.kind, first_day, first_half, last_day, last_half),
                *(said.place or "", said.purpose or "", said.state),
                *(said.heard or "", said.reply or "", said.entered_on or self.today),
                *("", "", "", None),  # what 活动补充 tells
            )
        )
        self.people.add(number, people)
        self.targets.add(number, chosen, said.state)
        row.outcome = NEW
        self._remember(row, number)

    def _remember(self, row: Row, number: int) -> None:
        self.seen[number] = row
        self.by_number[name_key(self.table.rows[number][1])] = number
        if self.alike is not None:
            self.alike[self._identity(number)].append(number)

    def _change(self, row: Row, number: int, leaders: list[int] | None) -> None:
        given, old_state = row.given, self.table.value(number, "state")
        changed = self.table.update(number, self._values(number, given))
        _, _, _, first_day, first_half, last_day, last_half, _, _, state, *_ = self.table.rows[number]
        self._check(first_day, first_half, last_day, last_half, state)
        changed |= self.people.change(number, given, leaders)
        leaders = leaders or self.people.leaders(number)
        changed |= self.targets.change(number, row, leaders, first_day, old_state, state)
        row.outcome = CHANGED if changed else SAME

    def _values(self, number: int, given: Mapping[str, Any]) -> dict[str, Any]:
        """What the row gives; the blank end of an activity of one day moves along with that day."""
        values = {name: given[name] for name in _PLAIN if name in given}
        if self.table.value(number, "first_day") == self.table.value(number, "last_day"):
            values.setdefault("last_day", given.get("first_day", self.table.value(number, "last_day")))
        return values

    def _check(self, first_day: str, first_half: str, last_day: str, last_half: str, state: str) -> None:
        if (last_day, last_half) < (first_day, first_half):
            raise Refusal("结束日期", last_day, "结束早于开始")
        if state == DONE and last_day > self.today:
            day = chinese_date(date.fromisoformat(last_day))
            raise Refusal("状态", "完成", f"{day}还没有到，不能是“完成”")

    def _identity(self, number: int) -> Identity:
        row = self.table.rows[number]
        leaders = frozenset(self.people.leaders(number))
        return leaders, row[2], row[3], row[4], frozenset(self.targets.points(number))


def _refuse_blanks(row: Row) -> None:
    """Name what is missing, unless it was given and is refused already."""
    named = {refusal.column for refusal in row.refusals}
    for name, head in _NEEDED.items():
        if name not in row.given and head not in named:
            raise Refusal(head, "", f"{head}必填")
