"""Finding a contact point by kind, county, township, village and name, and making what is not there yet."""

from collections.abc import Mapping
from typing import Any

from models.exchange.office import Office, key
from models.exchange.typed_rows import Refusal
from models.rules.kinds import PointKind

TOWNSHIP, VILLAGE, HOUSEHOLD = (kind.value for kind in PointKind)
_PARENTS = {TOWNSHIP: (), VILLAGE: (TOWNSHIP,), HOUSEHOLD: (TOWNSHIP, VILLAGE)}


def parent_of(office: Office, kind: str, given: Mapping[str, Any]) -> int:
    """What a point of that kind lies in by its 所属乡镇 and 所属村, made if need be; 0 if none is named."""
    parent = 0
    for above in _PARENTS[kind]:
        name = given.get(above)
        if name:
            parent = find_place(office, above, name, given.get("county", ""), parent)
    return parent


def find_place(office: Office, kind: str, name: str, county: str, parent: int) -> int:
    """The township or village of that name, made if need be."""
    found = known_place(office, kind, name, county, parent)
    return found or add_point(office, kind, name, county, parent, {})


def known_place(office: Office, kind: str, name: str, county: str, parent: int) -> int:
    """The township or village of that name, 0 if there is none.

    Where county or township is blank, the only one of that name is meant. Raises Refusal if there are more.
    """
    county = county or _county(office, parent)
    exact = office.point_ids[kind, key(county), parent, key(name)]
    if exact:
        return exact[0]
    if county and (parent or kind == TOWNSHIP):
        return 0
    near = [each for each in office.points_named(kind, name) if _may_be(office, each, county, parent)]
    if len(near) > 1:
        raise Refusal("县(市、区)", "", f"有几个“{name}”，请填写县(市、区)和所属乡镇")
    return near[0] if near else 0


def add_point(
    office: Office, kind: str, name: str, county: str, parent: int, given: Mapping[str, Any]
) -> int:
    """A new point."""
    defaults = {"people": None}
    fixed = {
        "kind": kind,
        "name": name,
        "name_key": key(name),
        "county": county or _county(office, parent),
        "parent_id": parent or None,
    }
    values = {**defaults, **given, **fixed}
    number = office.points.add(values.get(column, "") for column in office.points.columns[1:])
    office.learn_point(number)
    return number


def _may_be(office: Office, point: int, county: str, parent: int) -> bool:
    row = office.points.rows[point]
    return (not county or key(row[4]) == key(county)) and (not parent or row[5] == parent)


def _county(office: Office, point: int) -> str:
    return str(office.points.value(point, "county")) if point else ""
