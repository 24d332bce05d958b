"""The sheet AB角: a pairing is known by both officials, the post and the start; it obeys the forms' rules."""

from collections.abc import Iterable

from models.exchange.afterwards import in_office, members, names, pairs
from models.exchange.checking import check_in_turn
from models.exchange.further_rows import enter_all, need
from models.exchange.office import Office, key
from models.exchange.typed_rows import Row
from models.rules.chains import faults, mutual_faults
from models.rules.pairing import Pair
from models.rules.problem import Fault

MUTUAL = "互为AB角"
"""What 岗位 says where two act for each other, though the workbook does not tell that both are leaders.

A workbook of one leader names the partner by name alone; a leader may have left the leadership since.
"""
_IDENTITY = ("a_id", "b_id", "post", "first_day")


def plan_pairings(office: Office, rows: Iterable[Row]) -> None:
    """Enter every row, then refuse the new and changed ones that cannot stand beside all that will be."""
    table = office.table("pairing")
    mutual: set[tuple[int, int]] = set()

    def resolve(row: Row) -> None:
        for name, head in (("a", "A角"), ("b", "B角")):
            need(row, {name: head})
            row.given[f"{name}_id"] = office.officials_named(head, [row.given[name]])[0]
        if key(row.given.get("post", "")) == key(MUTUAL):
            row.given["post"] = ""
            mutual.add((row.given["a_id"], row.given["b_id"]))

    entered = enter_all(table, rows, resolve, _IDENTITY, {"first_day": None, "last_day": None})
    leaders, serving, people = members(office), in_office(office), names(office)

    def wrong(meant: Pair, others: Iterable[Pair]) -> Iterable[Fault]:
        said = mutual_faults if (meant.a, meant.b) in mutual and not meant.post else faults
        return said(meant, others, leaders, serving, people)

    check_in_turn(table, entered, pairs(office), lambda pair: (pair.a, pair.b), wrong)
