"""The sheet 活动: an activity is known by 编号, else by leader, kind, start, half and targets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from models.exchange.activity_people import People
from models.exchange.activity_targets import Targets
from models.exchange.numbers import Numbers
from models.exchange.office import CHANGED, NEW, SAME, Office, key
from models.exchange.typed_rows import Refusal, Row
from models.rules.calendar import chinese_date
from models.rules.kinds import ActivityState, Half

DONE, AM, PM = ActivityState.DONE.value, Half.AM.value, Half.PM.value
_NEEDED = {"leaders": "领导", "kind": "类别", "first_day": "开始日期", "state": "状态"}
_PLAIN = (
    *("kind", "first_day", "first_half", "last_day", "last_half"),
    *("place", "purpose", "state", "heard", "reply"),
)
Identity = tuple[frozenset[int], str, str, str, frozenset[int]]


class ActivityRows:
    """Enters the rows of all 活动 sheets of one import into the office."""

    def __init__(self, office: Office, rows: Sequence[Row], today: date) -> None:
        self.office, self.rows, self.today = office, rows, today.isoformat()
        self.table = office.table("activity")
        self.people, self.targets = People(office), Targets(office)
        self.by_number = {key(row[1]): number for number, row in self.table.rows.items()}
        given = (row.given["number"] for row in rows if "number" in row.given)
        self.numbers = Numbers([*(row[1] for row in self.table.rows.values()), *given])
        self.seen: dict[int, Row] = {}
        self.alike: dict[Identity, list[int]] | None = None
        if any("number" not in row.given for row in rows):
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
        given = row.given
        leaders = self.office.officials_named("领导", given["leaders"]) if "leaders" in given else None
        known = self._numbered(row) if "number" in given else self._alike(row, leaders)
        if known is None:
            self._add(row, leaders)
        elif known in self.seen and not self._says_the_same(row, known, leaders):
            raise Refusal("领导", "、".join(given["leaders"]), f"与第 {self.seen[known].number} 行重复")
        elif known not in self.seen:
            self.seen[known] = row
            self._change(row, known, leaders)

    def _numbered(self, row: Row) -> int | None:
        number = row.given["number"]
        known = self.by_number.get(key(number))
        if known in self.seen:
            raise Refusal("编号", number, f"与第 {self.seen[known].number} 行编号相同")
        return known

    def _alike(self, row: Row, leaders: list[int] | None) -> int | None:
        given = row.given
        if leaders is None or "kind" not in given or "first_day" not in given or self.alike is None:
            return None
        points = self.targets.named(given, leaders, given["first_day"])
        identity = (
            *(frozenset(leaders), given["kind"], given["first_day"], given.get("first_half", AM)),
            frozenset(points),
        )
        found = self.alike.get(identity, [])
        return next((each for each in found if each not in self.seen), found[0] if found else None)

    def _says_the_same(self, row: Row, known: int, leaders: list[int] | None) -> bool:
        """Whether the row repeats an earlier one word for word."""
        before = {**self.seen[known].given, "number": None}
        return leaders is not None and {**row.given, "number": None} == before

    def _add(self, row: Row, leaders: list[int] | None) -> None:
        given = row.given
        missing = [head for name, head in _NEEDED.items() if name not in given]
        if missing or leaders is None:
            if row.refusals:
                return
            raise Refusal(missing[0], "", f"{missing[0]}必填")
        first_day, state = given["first_day"], given["state"]
        first_half, last_half = given.get("first_half", AM), given.get("last_half", PM)
        last_day = given.get("last_day", first_day)
        self._check(first_day, first_half, last_day, last_half, state)
        chosen = self.targets.chosen(given, leaders, first_day)
        people = self.people.chosen(given, leaders)
        number = self.table.add(
            (
                given.get("number") or self.numbers.give(first_day),
                *(given["kind"], first_day, first_half, last_day, last_half),
                *(given.get("place", ""), given.get("purpose", ""), state),
                *(given.get("heard", ""), given.get("reply", ""), self.today),
            )
        )
        self.people.add(number, people)
        self.targets.add(number, chosen, state)
        row.outcome = NEW
        self._remember(row, number)

    def _remember(self, row: Row, number: int) -> None:
        self.seen[number] = row
        self.by_number[key(self.table.rows[number][1])] = number
        if self.alike is not None:
            self.alike[self._identity(number)].append(number)

    def _change(self, row: Row, number: int, leaders: list[int] | None) -> None:
        given, old_state = row.given, self.table.value(number, "state")
        changed = self.table.update(number, {name: given[name] for name in _PLAIN if name in given})
        _, _, _, first_day, first_half, last_day, last_half, _, _, state, *_ = self.table.rows[number]
        self._check(first_day, first_half, last_day, last_half, state)
        changed |= self.people.change(number, given, leaders)
        leaders = leaders or self.people.leaders(number)
        changed |= self.targets.change(number, given, leaders, first_day, old_state, state)
        row.outcome = CHANGED if changed else SAME

    def _check(self, first_day: str, first_half: str, last_day: str, last_half: str, state: str) -> None:
        if (last_day, last_half) < (first_day, first_half):
            raise Refusal("结束日期", last_day, "结束早于开始")
        if state == DONE and last_day > self.today:
            day = chinese_date(date.fromisoformat(last_day))
            raise Refusal("状态", "完成", f"{day}还没有到,不能是“完成”")

    def _identity(self, number: int) -> Identity:
        row = self.table.rows[number]
        leaders = frozenset(self.people.leaders(number))
        return leaders, row[2], row[3], row[4], frozenset(self.targets.points(number))


def number_finder(office: Office) -> Mapping[str, int]:
    """The activities by their 编号, those just entered among them."""
    rows: Iterable[tuple[int, list[Any]]] = office.table("activity").rows.items()
    return {key(row[1]): number for number, row in rows}
