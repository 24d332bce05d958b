"""The sheets 外出 and 外出补充: an absence is known by the official, the first day and its half."""

from collections.abc import Iterable
from datetime import date

from models.exchange.afterwards import absences, in_office, names
from models.exchange.checking import check_in_turn, refuse
from models.exchange.further_rows import enter_all, need
from models.exchange.office import NEW, SAME, Office
from models.exchange.typed_rows import Refusal, Row
from models.rules.absence import faults, return_complaints
from models.rules.kinds import Half
from models.rules.pairing import Away
from models.rules.problem import Fault

_IDENTITY = ("official_id", "first_day", "first_half")
_DEFAULTS = {"last_day": None, "last_half": Half.PM.value, "returned_on": None}
_ALWAYS = (date.min, date.max)


def plan_absences(office: Office, rows: Iterable[Row], today: date) -> dict[int, Row]:
    """Enter every row, then refuse the new and changed ones that cannot be; the rows by their absences' ids.

    A return entered that no longer fits the days is forgotten.
    """
    table = office.table("absence")
    entered = enter_all(table, rows, lambda row: _resolve(office, row), _IDENTITY, _DEFAULTS)
    people, serving = names(office), in_office(office)

    def wrong(meant: Away, others: Iterable[Away]) -> Iterable[Fault]:
        who = meant.official
        return faults(meant, others, serving.get(who, _ALWAYS), people[who])

    known = absences(office)
    check_in_turn(table, entered, known, lambda away: (away.official,), wrong)
    for number in known.keys() & entered.keys():
        returned = table.value(number, "returned_on")
        if returned and any(return_complaints(known[number], date.fromisoformat(returned), today)):
            table.update(number, {"returned_on": None})
    return entered


def plan_returns(office: Office, rows: Iterable[Row], today: date) -> None:
    """Enter the days of return; the absence is one of the office or of the same file."""
    table = office.table("absence")
    there = {tuple(row[name] for name in _IDENTITY) for row in table.dicts()}

    def resolve(row: Row) -> None:
        _resolve(office, row)
        need(row, {"returned_on": "返岗日期"})
        if tuple(row.given[name] for name in _IDENTITY) not in there:
            raise Refusal("开始日期", row.given["first_day"], "没有登记从这时开始的外出")

    known = absences(office)
    for number, row in enter_all(table, rows, resolve, _IDENTITY, {}).items():
        if number >= table.first_new:
            row.outcome = NEW
        if row.outcome != SAME and number in known:
            wrong = return_complaints(known[number], date.fromisoformat(row.given["returned_on"]), today)
            refuse(row, "absence", (Fault("returned_on", words) for words in wrong))


def _resolve(office: Office, row: Row) -> None:
    need(row, {"official": "姓名", "first_day": "开始日期"})
    row.given["official_id"] = office.officials_named("姓名", [row.given["official"]])[0]
    row.given.setdefault("first_half", Half.AM.value)
