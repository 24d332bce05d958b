"""The sheet 事项步骤: a step is known by 编号, what it was and its day; several of one day by their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from models.exchange.further_rows import need
from models.exchange.office import NEW, Office
from models.exchange.supplement_rows import numbered_rows
from models.exchange.typed_rows import Refusal, Row
from models.rules.calendar import chinese_date
from models.rules.kinds import StepKind
from models.rules.matter import Step


class StepRows:
    """Enters the rows of 事项步骤. `fresh` are the rows of new and changed steps, by the steps' ids."""

    def __init__(self, office: Office, rows: Iterable[Row], today: date) -> None:
        self.office, self.today = office, today
        self.table = office.table("matter_step")
        self.fresh: dict[int, Row] = {}
        self._rows = rows
        self._of: dict[int, list[int]] = defaultdict(list)
        for number, row in self.table.rows.items():
            self._of[row[1]].append(number)

    def plan(self) -> None:
        """Enter every row; a blank 内容 keeps what is there."""
        alike: dict[tuple[int, str, str], list[Row]] = defaultdict(list)
        for matter, row in numbered_rows(self.office, "matter", self._rows):
            try:
                self._check(matter, row)
            except Refusal as refusal:
                row.refusals.append(refusal)
            else:
                alike[matter, row.given["kind"], row.given["day"]].append(row)
        new = [
            (row, matter)
            for (matter, kind, day), rows in alike.items()
            for row in self._entered(matter, kind, day, _once(rows))
        ]
        for row, matter in sorted(new, key=lambda each: each[0].number):  # of one day the order counts
            self._add(matter, row)

    def of(self, matter: int) -> dict[int, Step]:
        """A matter's steps as they will be, by their ids, in the order of days."""
        rows = sorted(
            (self.table.rows[number] for number in self._of[matter]), key=lambda row: (row[3], row[0])
        )
        return {row[0]: Step(StepKind(row[2]), date.fromisoformat(row[3]), row[4]) for row in rows}

    def matters(self) -> list[int]:
        """The matters with new or changed steps."""
        return list(dict.fromkeys(self.table.value(number, "matter_id") for number in self.fresh))

    def _check(self, matter: int, row: Row) -> None:
        need(row, {"kind": "事项", "day": "日期"})
        day = date.fromisoformat(row.given["day"])
        registered = date.fromisoformat(self.office.table("matter").value(matter, "registered_on"))
        if day > self.today:
            raise Refusal("日期", day, f"{chinese_date(day)}还没有到")
        if day < registered:
            raise Refusal("日期", day, f"早于登记日期{chinese_date(registered)}")

    def _entered(self, matter: int, kind: str, day: str, rows: Sequence[Row]) -> Iterator[Row]:
        """A row that says what a step says is that step; each other changes one that is left.

        Those for which none is left are new, and come back.
        """
        left = [number for number in self._of[matter] if self.table.rows[number][2:4] == [kind, day]]
        others = []
        for row in rows:
            same = [
                number for number in left if self.table.value(number, "words") == row.given.get("words", "")
            ]
            if same:
                left.remove(same[0])
            else:
                others.append(row)
        for row in others:
            if left:
                self._change(left.pop(0), row)
            else:
                yield row

    def _change(self, number: int, row: Row) -> None:
        if "words" in row.given:
            self.office.change(row, self.table, number, {"words": row.given["words"]})
            self.fresh[number] = row

    def _add(self, matter: int, row: Row) -> None:
        number = self.table.add((matter, row.given["kind"], row.given["day"], row.given.get("words", "")))
        self._of[matter].append(number)
        self.fresh[number] = row
        row.outcome = NEW


def _once(rows: Iterable[Row]) -> list[Row]:
    """The rows of steps of one kind and day, those refused that say the same again."""
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row.given.get("words", ""), row)
        if first is not row:
            row.refusals.append(Refusal("编号", row.given["number"], f"与第 {first.number} 行重复"))
    return list(seen.values())
