"""The sheet 领导: an official is known by the name."""

from collections.abc import Iterable
from typing import Any

from models.exchange.office import NEW, Office, key
from models.exchange.typed_rows import Refusal, Row


def plan_officials(office: Office, rows: Iterable[Row]) -> None:
    """Enter every row's official into the office; a name that comes twice is refused the second time."""
    seen: dict[str, int] = {}
    for row in rows:
        name = row.given.get("name")
        if name is None:
            row.refusals.append(Refusal("姓名", "", "姓名必填"))
        elif key(name) in seen:
            row.refusals.append(Refusal("姓名", name, f"与第 {seen[key(name)]} 行是同一姓名"))
        else:
            seen[key(name)] = row.number
            enter_official(office, row, name, row.given)
            _check_time(office, name, row)


def enter_official(office: Office, row: Row, name: str, given: dict[str, Any]) -> None:
    """Make or change the official of that name; the row is told what came of it."""
    known = office.official(name)
    if known is not None:
        office.change(row, office.officials, known, _without_name(given))
        return
    office.learn_official(office.officials.add(_values(office, name, given)), name)
    row.outcome = NEW


def _without_name(given: dict[str, Any]) -> dict[str, Any]:
    """Another spelling of the same name is no change."""
    return {field: value for field, value in given.items() if field != "name"}


def _values(office: Office, name: str, given: dict[str, Any]) -> list[Any]:
    defaults = {"is_member": False, "office_from": None, "office_to": None}
    values = defaults | given | {"name": name, "name_key": key(name)}
    if "rank" not in values:
        values["rank"] = 1 + max((row[3] for row in office.officials.rows.values()), default=0)
    return [values.get(column, "") for column in office.officials.columns[1:]]


def _check_time(office: Office, name: str, row: Row) -> None:
    number = office.official(name) or 0
    first, last = office.officials.rows[number][-2:]
    if first and last and last < first:
        office.officials.doubtful.add(number)
        row.refusals.append(Refusal("任职止", last, "任职止早于任职起"))
