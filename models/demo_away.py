"""演示数据: who stands in for whom, and when people are away: never both partners at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from models.absence import Absence
from models.pairing import Pairing
from models.rules.kinds import Half
from models.storage.bulk import insert_rows

Span = tuple[str, str]
"""First and last day, as the database keeps days."""
Row = tuple[Any, ...]

_REASONS = (("参加培训", "省委党校"), ("学习考察", "外省"), ("休假", ""), ("参加会议", "省城"))
_DAYS = (1, 2, 3, 5)
_WANTED_A_YEAR = 5
_COLUMNS = (
    *("official_id", "first_day", "first_half", "last_day", "last_half"),
    *("reason", "place", "approver", "told_on", "handover", "returned_on"),
)
_HANDOVER = (
    "在办文件：两件，拟办意见已写明\n调度会：请代为主持，材料在联络员处\n待审批事项：资金拨付一件，月底前办结"
)


def fill_pairings(leaders: Sequence[int], year: int) -> None:
    """Neighbours in rank stand in for each other since the first of that year; the last may have nobody."""
    pairs = zip(leaders[::2], leaders[1::2], strict=False)
    rows = [(a, b, "", f"{year}-01-01", f"示例〔{year}〕2号", "人事任免") for a, b in pairs]
    insert_rows(Pairing, ("a_id", "b_id", "post", "first_day", "document", "excluded"), rows)


def fill_absences(
    dice: Random, leaders: Sequence[int], busy: Mapping[int, Sequence[Span]], today: date, years: int
) -> None:
    """A few absences a year on days without activities; some of them go on today, some hand matters over."""
    away: dict[int, list[Span]] = defaultdict(list)
    rows: list[Row] = []
    for place, leader in enumerate(leaders):
        partner = leaders[place ^ 1] if place ^ 1 < len(leaders) else 0
        for span in _wanted(dice, today, years, now=place % 3 == 2):
            if _is_free(span, (*busy[leader], *away[leader], *away[partner])):
                away[leader].append(span)
                rows.append(_absence(dice, leader, span))
    insert_rows(Absence, _COLUMNS, _with_handover(rows, today))


def _wanted(dice: Random, today: date, years: int, *, now: bool) -> Iterator[Span]:
    if now:
        yield _span(today, 2)
    for year in range(today.year - years + 1, today.year + 1):
        for _ in range(_WANTED_A_YEAR):
            yield _span(date(year, 1, 5) + timedelta(dice.randrange(350)), dice.choice(_DAYS))


def _span(first: date, days: int) -> Span:
    return first.isoformat(), (first + timedelta(days - 1)).isoformat()


def _is_free(span: Span, taken: Iterable[Span]) -> bool:
    return not any(first <= span[1] and span[0] <= last for first, last in taken)


def _absence(dice: Random, leader: int, span: Span) -> Row:
    reason, place = dice.choice(_REASONS)
    days = (span[0], Half.AM.value, span[1], Half.PM.value)
    return (leader, *days, reason, place, "示例审批人", span[0])


def _with_handover(rows: Sequence[Row], today: date) -> list[Row]:
    """What is handed over, and returned: something in the one that runs or comes next and in the last two
    that are over; only the older of these has its return entered.
    """
    in_time = sorted(rows, key=lambda row: (row[1], row[0]))
    ahead = [row for row in in_time if row[3] >= today.isoformat()]
    over = [row for row in in_time if row[3] < today.isoformat()]
    handing = dict.fromkeys((*ahead[:1], *over[-1:]), (_HANDOVER, None))
    returned = {row: (_HANDOVER, _day_after(row[3])) for row in over[-2:-1]}
    return [(*row, *(handing | returned).get(row, ("", None))) for row in rows]


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat()
