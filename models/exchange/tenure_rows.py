"""任职起, 任职止 and 班子成员 of the sheet 领导, held against what the officials are entered for."""

from collections.abc import Iterable, Sequence

from models.exchange.afterwards import absences, in_office, members, names, pairs
from models.exchange.checking import refuse
from models.exchange.office import Office
from models.exchange.typed_rows import Row
from models.rules.tenure import displaced, stranded


def check_tenure(office: Office, rows: Iterable[Row]) -> None:
    """Refuse the rows that change time in office or membership so that an absence or pairing cannot stay."""
    changed = list(_changed(office, rows))
    _check_times(office, _those(office, changed, "office_from", "office_to"))
    _check_membership(office, _those(office, changed, "is_member"))


def _check_times(office: Office, changed: dict[int, Row]) -> None:
    if not changed:
        return
    serving, away, paired = in_office(office), absences(office).values(), pairs(office).values()
    for number, row in changed.items():
        his = (one for one in away if one.official == number)
        pairings = (pair for pair in paired if number in (pair.a, pair.b))
        refuse(row, "official", stranded(serving[number], his, pairings))


def _check_membership(office: Office, changed: dict[int, Row]) -> None:
    if not changed:
        return
    known, leaders, people = list(pairs(office).values()), members(office), names(office)
    for number, row in changed.items():
        refuse(row, "official", displaced(number, known, leaders, people))


def _changed(office: Office, rows: Iterable[Row]) -> Iterable[tuple[int, Row]]:
    """The rows not refused yet that change an official the office has, by his id."""
    for row in rows:
        number = office.official(row.given.get("name", ""))
        if number in office.officials.changed and not row.refusals:
            yield number, row


def _those(office: Office, changed: Sequence[tuple[int, Row]], *columns: str) -> dict[int, Row]:
    return {number: row for number, row in changed if office.officials.changes(number, columns)}
