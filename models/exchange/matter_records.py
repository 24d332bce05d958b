"""民情事项 and 基层朋友 as rows of the workbook's sheets."""

from collections.abc import Iterator
from typing import Any

from models.exchange.office import Office
from models.exchange.point_names import ALL_KINDS, Meant, point_name
from models.exchange.records import Record, Trips


def matters(office: Office, only: int | None) -> Iterator[Record]:
    """Every matter, or one leader's, in the order of registration."""
    for row in _chosen(office, only):
        who, point, day = row["official_id"], row["contact_point_id"], row["registered_on"]
        name = point_name(office, Meant(who, ALL_KINDS, day, day), point) if point else ""
        yield {**row, "official": office.officials.value(who, "name"), "contact_point": name}


def supplements(office: Office, only: int | None) -> Iterator[Record]:
    """Each matter that says more of itself than the sheet 民情事项 has room for.

    A workbook of one leader names no activity of another.
    """
    there = {row["id"]: row["number"] for row in Trips(office).chosen(only)}
    for row in _chosen(office, only):
        more = {**row, "source": there.get(row["activity_id"], "")}
        if any(more[name] for name in ("phone", "category", "person", "in_charge", "sensitive", "source")):
            yield more


def steps(office: Office, only: int | None) -> Iterator[Record]:
    """The steps of each matter, in the order of days."""
    own: dict[int, list[Record]] = {}
    for row in office.table("matter_step").dicts():
        own.setdefault(row["matter_id"], []).append(row)
    for matter in _chosen(office, only):
        yield from ({**row, "number": matter["number"]} for row in own.get(matter["id"], ()))


def friends(office: Office, only: int | None) -> Iterator[Record]:
    """Every friend in the rank order of the leaders, or one leader's."""
    rank = {row["id"]: row["rank"] for row in office.officials.dicts()}
    rows = sorted(office.table("friend").dicts(), key=lambda row: (rank[row["official_id"]], row["id"]))
    for row in rows:
        if only in (None, row["official_id"]):
            yield {**row, "official": office.officials.value(row["official_id"], "name")}


def _chosen(office: Office, only: int | None) -> list[dict[str, Any]]:
    rows = [row for row in office.table("matter").dicts() if only in (None, row["official_id"])]
    return sorted(rows, key=lambda row: (row["registered_on"], row["id"]))
