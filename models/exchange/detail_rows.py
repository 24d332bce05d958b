"""The sheet 走访明细: what happened with each target of an activity, known by 编号 and 走访对象."""

import re
from collections.abc import Iterable

from models.exchange.activity_rows import ActivityRows
from models.exchange.office import NEW, Office, key
from models.exchange.typed_rows import Refusal, Row

_PLAIN = ("outcome", "manner", "reason", "heard", "reply", "services")
_WITH_ADDRESS = re.compile(r"(.+?)\((.+)\)")


def plan_details(office: Office, activities: ActivityRows, rows: Iterable[Row]) -> None:
    """Enter every row's details; a target the activity does not list yet joins it."""
    by_number = office.numbered("activity")
    seen: dict[int, int] = {}
    for row in rows:
        try:
            target = _target(office, activities, by_number.get(key(row.given.get("number", ""))), row)
            if target in seen:
                raise Refusal("走访对象", row.given["target"], f"与第 {seen[target]} 行重复")
            seen[target] = row.number
            _enter(office, row, target)
        except Refusal as refusal:
            row.refusals.append(refusal)
    activities.targets.drop_unnamed(seen)


def _enter(office: Office, row: Row, target: int) -> None:
    table = office.table("target")
    office.change(row, table, target, {name: row.given[name] for name in _PLAIN if name in row.given})
    if target >= table.first_new:
        row.outcome = NEW


def _target(office: Office, activities: ActivityRows, activity: int | None, row: Row) -> int:
    if activity is None:
        raise Refusal("编号", row.given.get("number", ""), "没有这个编号的活动")
    if "target" not in row.given:
        raise Refusal("走访对象", "", "走访对象必填")
    point = _point(office, activities, activity, row.given["target"])
    known = activities.targets.target(activity, point)
    return known or activities.targets.put(activity, point, row.given.get("outcome", "planned"))


def _point(office: Office, activities: ActivityRows, activity: int, name: str) -> int:
    """The activity's own target of that name, else a point of its leaders, else the only one of that name."""
    own = [point for point in activities.targets.points(activity) if _is_called(office, point, name)]
    if len(own) == 1:
        return own[0]
    leaders = activities.people.leaders(activity)
    day = str(office.table("activity").value(activity, "first_day"))
    try:
        return activities.targets.finder.find("走访对象", [name], leaders, day)[0]
    except Refusal:
        anywhere = [point for point in office.points.rows if _is_called(office, point, name)]
        if len(anywhere) != 1:
            raise
        return anywhere[0]


def _is_called(office: Office, point: int, name: str) -> bool:
    row, wanted = office.points.rows[point], key(name)
    if row[3] == wanted:
        return True
    with_address = _WITH_ADDRESS.fullmatch(wanted)
    return with_address is not None and (row[3], key(row[6])) == (with_address[1], with_address[2])
