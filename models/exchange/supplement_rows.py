"""The sheet 活动补充: what an activity says beyond the sheet 活动, known by 编号."""

from collections.abc import Iterable

from models.exchange.activity_rows import number_finder
from models.exchange.office import NEW, Office, key
from models.exchange.typed_rows import Refusal, Row

_PLAIN = ("venue", "form", "title", "answered_on")


def plan_supplements(office: Office, rows: Iterable[Row]) -> None:
    """Enter every row; the activity is one of the office or of the same file."""
    by_number = number_finder(office)
    table = office.table("activity")
    seen: dict[int, int] = {}
    for row in rows:
        number = row.given.get("number", "")
        activity = by_number.get(key(number))
        if activity is None:
            row.refusals.append(Refusal("编号", number, "没有这个编号的活动"))
        elif activity in seen:
            row.refusals.append(Refusal("编号", number, f"与第 {seen[activity]} 行重复"))
        else:
            seen[activity] = row.number
            office.change(
                row, table, activity, {name: row.given[name] for name in _PLAIN if name in row.given}
            )
            if activity >= table.first_new:
                row.outcome = NEW
