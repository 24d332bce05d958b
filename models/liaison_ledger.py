"""“连心”台账: what a leader's yearly book tells beside what the counting engine counts."""

from collections import defaultdict
from collections.abc import Sequence

from models.activity import Activity, Participant, Target
from models.matter import Matter, MatterStep
from models.official import Official
from models.rules.calendar import Period
from models.rules.kinds import ActivityKind, ActivityState, Outcome, Role
from models.rules.matter import Step


def visits_of(official: Official, year: Period) -> list[Activity]:
    """The visits done in a year that were the leader's own to make, whoever went, by day."""
    rows = (
        Activity.select()
        .join(Participant)
        .where(
            (Activity.kind == ActivityKind.VISIT)
            & (Activity.state == ActivityState.DONE)
            & Activity.first_day.between(year.first, year.last)
            & (Participant.official == official)
            & (Participant.role == Role.LEADER)
        )
    )
    return list(rows.order_by(Activity.first_day, Activity.first_half, Activity.id))


def met_by_visit(visits: Sequence[Activity]) -> dict[int, list[Target]]:
    """Who was met at each of these visits, as entered."""
    ids = [visit.id for visit in visits]
    rows = Target.select().where(Target.activity.in_(ids) & (Target.outcome == Outcome.MET))
    found: dict[int, list[Target]] = defaultdict(list)
    for row in rows.order_by(Target.id):
        found[row.activity_id].append(row)
    return found


def matters_of(official: Official, year: Period) -> list[Matter]:
    """His matters registered in a year, and older ones not closed before it, as they were registered."""
    still_open = Matter.closed_on.is_null() | (Matter.closed_on >= year.first)
    rows = Matter.select().where(
        (Matter.official == official) & (Matter.registered_on <= year.last) & still_open
    )
    return list(rows.order_by(Matter.registered_on, Matter.id))


def steps_by_matter(matters: Sequence[Matter]) -> dict[int, list[Step]]:
    """The steps of each of these matters in the order of days, those of one day as entered."""
    rows = MatterStep.select().where(MatterStep.matter.in_([matter.id for matter in matters]))
    found: dict[int, list[Step]] = defaultdict(list)
    for row in rows.order_by(MatterStep.day, MatterStep.id):
        found[row.matter_id].append(row.step)
    return found
