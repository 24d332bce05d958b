"""走访表: which rows the visit sheet of a leader's quarter has, in which order and under which numbers.

The printed 季度走访安排表 and the entry of the signed one both go by this page.
"""

from collections.abc import Iterable
from typing import NamedTuple

from models.contact_point import ContactPoint
from models.rules.calendar import Period
from models.rules.counting import Progress
from models.rules.facts import Rule
from models.rules.kinds import ActivityKind, Unit


class SheetRow(NamedTuple):
    """One row: about a contact point, or about a duty of the quarter that is owed without one."""

    number: int
    about: ContactPoint | Progress


def sheet_rows(points: Iterable[ContactPoint], lines: Iterable[Progress], quarter: Period) -> list[SheetRow]:
    """The rows for a leader's points and the duties he owes: township, village, households, then 下访听诉."""
    held = sorted(points, key=lambda point: point.kind_order)
    alone = [line for line in lines if _is_owed_alone(line, quarter)]
    subjects: list[ContactPoint | Progress] = [*held, *alone]
    return [SheetRow(number, about) for number, about in enumerate(subjects, start=1)]


def duty_word(rule: Rule) -> str:
    """The 类别 of a row that is about a duty without points."""
    return "听诉" if rule.kinds == {ActivityKind.HEARING} else "其他"


def _is_owed_alone(line: Progress, quarter: Period) -> bool:
    return line.subject_id is None and line.period == quarter and line.unit == Unit.TIMES
