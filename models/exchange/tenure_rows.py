"""任职起 and 任职止 of the sheet 领导, held against what the officials are entered for."""

from collections.abc import Iterable

from models.exchange.afterwards import absences, in_office, pairs
from models.exchange.checking import refuse
from models.exchange.office import Office
from models.exchange.typed_rows import Row
from models.rules.tenure import stranded

_TIMES = ("office_from", "office_to")


def check_tenure(office: Office, rows: Iterable[Row]) -> None:
    """Refuse the rows that change somebody's time in office so that an absence or pairing lies outside."""
    changed = {}
    for row in rows:
        number = office.official(row.given.get("name", ""))
        if number is not None and not row.refusals and office.officials.changes(number, _TIMES):
            changed[number] = row
    if changed:
        _check(office, changed)


def _check(office: Office, changed: dict[int, Row]) -> None:
    serving = in_office(office)
    away, paired = list(absences(office).values()), list(pairs(office).values())
    for number, row in changed.items():
        his = (one for one in away if one.official == number)
        pairings = (pair for pair in paired if number in (pair.a, pair.b))
        refuse(row, "official", stranded(serving[number], his, pairings))
