"""Who holds which point: known by point, leader and start; a new start ends what was open before it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from models.exchange.kept import Kept
from models.exchange.office import NEW, Office, Takeover
from models.exchange.typed_rows import Refusal, Row
from models.rules.calendar import chinese_date

NO_START = "新的联系安排需要起始日期，请填写，或在导入时指定（命令行 --from）"


@dataclass(slots=True)
class Claim:
    """A row's word that a leader holds a point. `implied` is the start where the row itself names none."""

    row: Row
    leader: int
    point: int
    first_day: str | None
    last_day: str | None
    document: str | None
    implied: str | None


def plan_assignments(office: Office, claims: list[Claim]) -> None:
    """Enter every claim, then let each assignment that begins newly end those still open before it."""
    stated: set[int] = set()
    for claim in claims:
        number = _entered(office, claim)
        if number and claim.last_day:
            stated.add(number)
    touched = {claim.point for claim in claims}
    for point in touched:
        _hand_over(office, point, stated)


def _entered(office: Office, claim: Claim) -> int | None:
    known = _known(office, claim)
    first_day = claim.first_day or claim.implied
    if known is None and first_day is None:
        claim.row.refusals.append(Refusal("起始日期", "", NO_START))
        return None
    if known is None:
        known = _added(office, claim, str(first_day))
        claim.row.outcome = NEW
    else:
        given = {"last_day": claim.last_day, "document": claim.document}
        said = {name: value for name, value in given.items() if value}
        office.change(claim.row, office.assignments, known, said)
    _check_time(office, known, claim.row)
    return known


def _known(office: Office, claim: Claim) -> int | None:
    """The assignment the claim means: of that start, or without one the latest that its own start lies in."""
    own = [
        number
        for number in office.held[claim.point]
        if office.assignments.value(number, "official_id") == claim.leader
    ]
    if claim.first_day:
        return next((each for each in own if _first(office, each) == claim.first_day), None)
    covering = [each for each in own if claim.implied is None or _covers(office, each, claim.implied)]
    return max(covering, key=lambda each: _first(office, each), default=None)


def _added(office: Office, claim: Claim, first_day: str) -> int:
    values = (claim.leader, claim.point, first_day, claim.last_day, claim.document or "")
    number = office.assignments.add(values)
    office.learn_assignment(number)
    return number


def _check_time(office: Office, number: int, row: Row) -> None:
    _, _, _, first, last, _ = office.assignments.rows[number]
    if last and last < first:
        row.refusals.append(Refusal("终止日期", last, "终止日期早于起始日期"))


def _hand_over(office: Office, point: int, stated: set[int]) -> None:
    """Whatever is still open when a new assignment begins ends the day before, unless its row says when."""
    table = office.assignments
    in_order = sorted(office.held[point], key=lambda each: _first(office, each))
    starts = defaultdict(list)
    for number in in_order:
        starts[_first(office, number)].append(number)
    for number in in_order:
        later = [start for start in starts if start > _first(office, number)]
        ending = min((start for start in later if _begins_newly(table, starts[start], number)), default=None)
        if ending and number not in stated and _covers(office, number, ending):
            table.update(number, {"last_day": _day_before(ending)})
            _tell(office, number, starts[ending][0])
    _tell_shared(office, point, starts)


def _begins_newly(table: Kept, numbers: list[int], other: int) -> bool:
    """What the database already holds side by side stays so; only what is new to it takes over."""
    return other >= table.first_new or any(number >= table.first_new for number in numbers)


def _tell(office: Office, old: int, new: int) -> None:
    table = office.assignments
    office.takeovers.append(
        Takeover(
            point=office.points.value(table.value(old, "contact_point_id"), "name"),
            old=office.officials.value(table.value(old, "official_id"), "name"),
            last_day=table.value(old, "last_day"),
            new=office.officials.value(table.value(new, "official_id"), "name"),
        )
    )


def _tell_shared(office: Office, point: int, starts: dict[str, list[int]]) -> None:
    for start, numbers in starts.items():
        names = [_leader_name(office, number) for number in numbers]
        if len(names) > 1 and any(number >= office.assignments.first_new for number in numbers):
            name = office.points.value(point, "name")
            day = chinese_date(date.fromisoformat(start))
            office.notes.append(f"联系点“{name}”自{day}起由{'、'.join(names)}共同联系。")


def _leader_name(office: Office, number: int) -> str:
    return str(office.officials.value(office.assignments.value(number, "official_id"), "name"))


def _first(office: Office, number: int) -> str:
    return str(office.assignments.rows[number][3])


def _covers(office: Office, number: int, day: str) -> bool:
    row = office.assignments.rows[number]
    return bool(row[3] <= day and (row[4] is None or day <= row[4]))


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat()
