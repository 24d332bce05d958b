"""按表补登: a signed visit sheet entered as a whole, its rows as printed, all in one write."""

from collections.abc import Mapping, Sequence
from datetime import date

from models import terms
from models.activity import Activity, ActivityEntry, activities_between, read_entry, save_activity
from models.assignment import held_between
from models.batch_sheet import Batch, BatchRow, BatchSheet, Recorded, RowEntry
from models.batch_steps import batch_steps
from models.contact_point import ContactPoint, points_of
from models.official import Official
from models.progress import progress, rules
from models.rules.calendar import Period
from models.rules.facts import Rule
from models.rules.kinds import ActivityKind, ActivityState, Outcome, PointKind
from models.rules.problem import Problem
from models.visit_sheet import SheetRow, duty_word, sheet_rows
from models.writing import Topic, writing


def read_sheet(batch: Batch, today: date) -> BatchSheet:
    """The rows of the printed sheet in its order and under its numbers, with what is recorded of each."""
    leader, quarter = Official.get_by_id(batch.leader), batch.quarter
    held = held_between(quarter.first, quarter.last, leader).get(leader.id, [])
    points = {point.id: point for point in points_of(held)}
    lines = progress(quarter, today, leader)
    listed = sheet_rows([points[number] for number in held], lines, quarter)
    recorded, duties = _recorded(leader, quarter), {rule.code: rule for rule in rules()}
    rows = [_row(row, recorded, duties) for row in listed]
    return BatchSheet(batch, leader.name, rows, recorded)


def save_batch(batch: Batch, typed: Sequence[RowEntry], today: date) -> list[Activity]:
    """Keep everything written on the sheet, all or nothing, as one action.

    Raises SheetProblem with a complaint for each row that will not do, Problem if nothing was written.
    """
    if not typed:
        raise Problem("表上还没有填写。")
    sheet = read_sheet(batch, today)
    steps = batch_steps(sheet, typed, today)
    with writing(f"按表补登 {sheet.leader} {batch.quarter.title}", Topic.ACTIVITY):
        return [save_activity(step.entry, today) for step in steps]


def _row(row: SheetRow, recorded: Sequence[Recorded], duties: Mapping[str, Rule]) -> BatchRow:
    if isinstance(row.about, ContactPoint):
        return _point_row(row.number, row.about, recorded)
    return _duty_row(row.number, duties[row.about.rule], recorded)


def _point_row(number: int, point: ContactPoint, recorded: Sequence[Recorded]) -> BatchRow:
    return BatchRow(
        number=number,
        kind=ActivityKind.VISIT,
        label=terms.label(PointKind(point.kind)),
        name=point.name,
        point=point.id,
        place=point.destination(),
        where=point.address,
        within=tuple(place.id for place in point.lies_in()),
        records=[each for each in recorded if _is_about(each.entry, point.id)],
    )


def _duty_row(number: int, rule: Rule, recorded: Sequence[Recorded]) -> BatchRow:
    return BatchRow(
        number=number,
        kind=next(iter(rule.kinds)) if len(rule.kinds) == 1 else None,
        label=duty_word(rule),
        name=rule.name,
        records=[each for each in recorded if each.entry.kind in rule.kinds],
    )


def _is_about(entry: ActivityEntry, point: int) -> bool:
    return entry.kind == ActivityKind.VISIT and any(
        target.point == point and target.outcome != Outcome.CANCELLED for target in entry.targets
    )


def _recorded(leader: Official, quarter: Period) -> list[Recorded]:
    """The leader's own activities that touch the quarter and are done or planned, the earliest first."""
    rows = activities_between(quarter.first, quarter.last, leader)
    found = [Recorded(row.number, read_entry(row)) for row in reversed(rows)]
    states = (ActivityState.DONE, ActivityState.PLANNED)
    return [each for each in found if leader.id in each.entry.leaders and each.entry.state in states]
