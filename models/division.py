"""区划: Ganzhou's counties, townships and villages, from the public statistical codes."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent.parent / "assets" / "divisions.csv"


class Division(NamedTuple):
    """One village or community and where it lies."""

    county: str
    township: str
    village: str


@cache
def divisions() -> tuple[Division, ...]:
    """Every village of the table, in the order of the codes."""
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        return tuple(Division(row["county"], row["township"], row["village"]) for row in csv.DictReader(file))


def counties() -> list[str]:
    """All counties, districts and cities under Ganzhou."""
    return list(dict.fromkeys(division.county for division in divisions()))


def townships(county: str) -> list[str]:
    """The townships and streets of a county."""
    return list(dict.fromkeys(row.township for row in divisions() if row.county == county))


def villages(county: str, township: str) -> list[str]:
    """The villages and communities of a township."""
    return [row.village for row in divisions() if (row.county, row.township) == (county, township)]
