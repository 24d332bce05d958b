"""Who is away and who acts then, out of the database: the one answer that every page, plan and paper uses."""

from collections.abc import Container, Mapping
from typing import NamedTuple

from models.absence import aways
from models.official import in_office, officials
from models.pairing import pairings
from models.rules.chains import known_whereabouts
from models.rules.names import name_key
from models.rules.pairing import Whereabouts
from models.setting import value


def whereabouts(without: int | None = None) -> Whereabouts:
    """All pairings and absences known (`without` one of these, by id), and who acts where no partner can.

    Two leadership members stand in for each other whatever post the pairing names.
    """
    everybody = {row.id: row for row in officials()}
    members = {number for number, row in everybody.items() if row.is_member}
    fallback = name_key(value("fallback_official"))
    return known_whereabouts(
        pairings=[row.pair for row in pairings()],
        members=members,
        absences=aways(without),
        office={number: in_office(row) for number, row in everybody.items()},
        fallback=next((number for number, row in everybody.items() if row.name_key == fallback), None),
    )


class Presence(NamedTuple):
    """Who is away and who acts, who of all is a leadership member, and everybody's name."""

    there: Whereabouts
    members: Container[int]
    names: Mapping[int, str]


def presence() -> Presence:
    """All of it as it is now."""
    everybody = officials()
    members = {row.id for row in everybody if row.is_member}
    return Presence(whereabouts(), members, {row.id: row.name for row in everybody})
