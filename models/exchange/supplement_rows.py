"""The sheets 活动补充 and 事项补充: what a record says beyond its own sheet, known by 编号."""

from collections.abc import Iterable, Iterator, Sequence

from models.exchange.office import NEW, Office, key
from models.exchange.typed_rows import Refusal, Row

_OF_ACTIVITY = ("venue", "form", "title", "answered_on")
_OF_MATTER = ("phone", "category", "person", "in_charge", "sensitive", "activity_id")
NOUNS = {"activity": "活动", "matter": "民情事项"}


def plan_supplements(office: Office, rows: Iterable[Row]) -> None:
    """Enter 活动补充; the activity is one of the office or of the same file."""
    _enter(office, "activity", list(numbered_rows(office, "activity", rows)), _OF_ACTIVITY)


def plan_matter_supplements(office: Office, rows: Iterable[Row]) -> None:
    """Enter 事项补充; the matter and the activity it came from are of the office or of the same file."""
    said = list(numbered_rows(office, "matter", rows))
    activities = office.numbered("activity") if any("source" in row.given for _, row in said) else {}
    for _, row in said:
        source = row.given.get("source")
        if source and key(source) not in activities:
            row.refusals.append(Refusal("来源活动", source, "没有这个编号的活动"))
        elif source:
            row.given["activity_id"] = activities[key(source)]
    _enter(office, "matter", said, _OF_MATTER)


def numbered_rows(office: Office, table: str, rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """The rows and the records their 编号 names; those that name none are refused."""
    by_number = office.numbered(table)
    for row in rows:
        number = row.given.get("number", "")
        known = by_number.get(key(number))
        if known is None:
            row.refusals.append(Refusal("编号", number, f"没有这个编号的{NOUNS[table]}"))
        else:
            yield known, row


def _enter(office: Office, name: str, rows: Iterable[tuple[int, Row]], fields: Sequence[str]) -> None:
    table = office.table(name)
    seen: dict[int, int] = {}
    for record, row in rows:
        if record in seen:
            row.refusals.append(Refusal("编号", row.given["number"], f"与第 {seen[record]} 行重复"))
            continue
        seen[record] = row.number
        office.change(row, table, record, {field: row.given[field] for field in fields if field in row.given})
        if record >= table.first_new:
            row.outcome = NEW
