"""Import: a file → what it would change, shown before anything is written; then all of it or nothing."""

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from models.base import database
from models.exchange.arriving import Arriving
from models.exchange.office import CHANGED, NEW, SAME, Office, Takeover, gather
from models.exchange.planning import plan_sheets
from models.exchange.reading import Cancelled, Progress, read_workbook
from models.exchange.sorting import Refused, sort_sheets
from models.exchange.typed_rows import Row
from models.resting import resting_collector
from models.rules.problem import Problem
from models.storage.automatic import safety_copy
from models.storage.backups import IMPORT
from models.storage.bulk import room_for_many
from models.writing import Topic, writing

_SHOWN = 200
_READING = 0.7
"""The share of the work that reading is, as progress is told."""


@dataclass(slots=True)
class ImportPlan:
    """What importing a file would do: how many rows are new, changed, the same or refused, and what is said.

    `takeovers` are assignments that end because somebody else takes a point over.
    """

    name: str
    new: int
    changed: int
    same: int
    refused: list[Refused]
    notes: list[str]
    takeovers: list[Takeover]
    office: Office = field(repr=False)
    stamp: tuple[Any, ...] = field(repr=False)

    @property
    def rows(self) -> int:
        """How many data rows the file holds; each is new, changed, the same or refused."""
        return self.new + self.changed + self.same + len(self.refused)

    def as_json(self) -> dict[str, Any]:
        """The plan as `import --json` prints it."""
        counts = {"rows": self.rows, "new": self.new, "changed": self.changed, "same": self.same}
        refused = [{name: getattr(each, name) for name in Refused.__slots__} for each in self.refused]
        return {**counts, "refused": refused}

    def summary(self) -> list[str]:
        """The plan in lines for people: the counts, who takes over what, remarks, and the refused rows."""
        counts = f"新增 {self.new} 行，更改 {self.changed} 行，相同 {self.same} 行"
        total = f"“{self.name}”共 {self.rows} 行：{counts}，不能导入 {len(self.refused)} 行。"
        lines = [total, *self.notes, *map(str, self.takeovers)]
        if self.refused:
            lines += map(str, self.refused[:_SHOWN])
            if len(self.refused) > _SHOWN:
                lines.append(f"……另有 {len(self.refused) - _SHOWN} 行不能导入。")
            lines.append("有不能导入的行，什么都没有改动。请改正后再导入。")
        return lines


def plan_import(
    path: Path,
    today: date,
    start: date | None = None,
    progress: Progress = lambda _share: None,
    cancelled: Cancelled = lambda: False,
) -> ImportPlan:
    """What importing the file would do; nothing is written.

    `today` is the day after which nothing can be done yet; `start` is when assignments begin that name no
    day. Raises Problem if the file is no workbook, is empty, or reading was cancelled.
    """
    with _many_values():
        sheets = read_workbook(path, lambda share: progress(share * _READING), cancelled)
        return plan_sheets_read(path.name, sheets, today, start)


def plan_sheets_read(name: str, sheets: Sequence[Arriving], today: date, start: date | None) -> ImportPlan:
    """The plan for sheets read, on the database's thread. Raises Problem if they hold not one row."""
    with _many_values():
        sorted_sheets = sort_sheets(name, sheets)
        office = gather()
        rows = plan_sheets(office, sorted_sheets.typed, today, start)
    sorted_sheets.check_sum(len(rows))
    refused = sorted_sheets.refused + [_refused(row) for row in rows if row.refusals]
    if not rows and not refused:
        raise Problem(f"“{name}”里只有表头，没有可以导入的行。请先填写再导入。")
    counts = Counter(row.outcome for row in rows if not row.refusals)
    notes = [*sorted_sheets.notes, *sorted_sheets.strange_notes(), *office.notes]
    numbers = counts[NEW], counts[CHANGED], counts[SAME]
    return ImportPlan(name, *numbers, sorted(refused, key=_place), notes, office.takeovers, office, _stamp())


def apply_import(plan: ImportPlan) -> None:
    """Write the plan, all of it or nothing, as one action of the history.

    Raises Problem if rows were refused, or if anything was changed since the plan was made.
    """
    if plan.refused:
        raise Problem(f"有 {len(plan.refused)} 行不能导入，什么都没有改动。请改正后再导入。")
    if plan.stamp != _stamp():
        raise Problem("预览之后数据有了改动，请重新预览再导入。")
    if not plan.new and not plan.changed:
        return
    safety_copy(IMPORT)
    with _many_values(), room_for_many(), writing(f"导入 {plan.name}", *_TOPICS):
        for kept in plan.office.kept():
            kept.write()


_TOPICS = (
    *(Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.ACTIVITY, Topic.PAIRING, Topic.ABSENCE),
    *(Topic.HOLIDAY, Topic.DUTY_RULE, Topic.SETTING, Topic.EXPLANATION, Topic.MATTER, Topic.FRIEND),
)


def _refused(row: Row) -> Refused:
    """One line for a row: its first complaint, the others after it."""
    first, *others = row.refusals
    also = "".join(f"；{other.column}：{other.reason}" for other in others if other.column != first.column)
    return Refused(row.sheet, row.number, first.column, first.value[:200], first.reason + also)


def _place(refused: Refused) -> tuple[str, int]:
    return refused.sheet, refused.row


def _stamp() -> tuple[Any, ...]:
    """Changes with every write."""
    history = database.execute_sql("SELECT COALESCE(MAX(id), 0) FROM change").fetchone()
    numbers = database.execute_sql("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()
    return tuple(history) + tuple(numbers)


@contextmanager
def _many_values() -> Iterator[None]:
    """What came stays until the import is over: the collector neither runs nor looks through it later."""
    with resting_collector():
        yield
        gc.freeze()
