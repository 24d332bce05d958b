"""The office as it will be after the import, as the rules of AB角 and 外出 know it."""

from datetime import date

from models.exchange.office import Office
from models.holiday import exceptions
from models.rules.chains import known_whereabouts
from models.rules.kinds import DayKind
from models.rules.pairing import Away, Pair, Whereabouts, stored_away, stored_pair
from models.setting import KNOWN


def names(office: Office) -> dict[int, str]:
    """Everybody's name."""
    return {row["id"]: row["name"] for row in office.officials.dicts()}


def members(office: Office) -> set[int]:
    """The leadership members."""
    return {row["id"] for row in office.officials.dicts() if row["is_member"]}


def in_office(office: Office) -> dict[int, tuple[date, date]]:
    """Everybody's first and last day in office, as far as the file does not say what cannot be."""
    return {
        row["id"]: (_day(row["office_from"], date.min), _day(row["office_to"], date.max))
        for row in office.officials.dicts()
        if row["id"] not in office.officials.doubtful
    }


def pairs(office: Office) -> dict[int, Pair]:
    """Every pairing that will be, by its id."""
    table = office.table("pairing")
    return {
        row["id"]: stored_pair(row["a_id"], row["b_id"], row["first_day"], row["last_day"], row["post"])
        for row in table.dicts()
        if row["id"] not in table.doubtful
    }


def absences(office: Office) -> dict[int, Away]:
    """Every absence that will be, by its id."""
    table = office.table("absence")
    columns = ("official_id", "first_day", "first_half", "last_day", "last_half")
    return {
        row["id"]: stored_away(*(row[column] for column in columns))
        for row in table.dicts()
        if row["id"] not in table.doubtful
    }


def whereabouts(office: Office) -> Whereabouts:
    """Who will be away, and who will act then."""
    return known_whereabouts(
        pairings=list(pairs(office).values()),
        members=members(office),
        absences=list(absences(office).values()),
        office=in_office(office),
        fallback=office.official(setting(office, "fallback_official")),
    )


def setting(office: Office, code: str) -> str:
    """The newest value of a setting, its default if the office never chose one."""
    rows = [row for row in office.table("setting").dicts() if row["key"] == code]
    newest = max(rows, key=lambda row: row["valid_from"], default=None)
    return str(newest["value"]) if newest else KNOWN[code].default


def days_off(office: Office) -> dict[date, DayKind]:
    """The days off and make-up workdays."""
    own = {date.fromisoformat(row["day"]): DayKind(row["kind"]) for row in office.table("holiday").dicts()}
    return exceptions() | own


def _day(text: str | None, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise
