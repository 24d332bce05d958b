"""今日要办 out of the database: duties that press, and activities that await an answer."""

from collections.abc import Iterator
from datetime import date

from models.activity import Activity, Participant
from models.official import Official, officials
from models.progress import progress
from models.rules.duedates import Due, pressing, spans
from models.rules.kinds import ActivityState, Role


def due(today: date, leader: Official | None = None) -> list[Due]:
    """What a secretary has to see to, the most urgent first, for all leaders or for one."""
    lines = [line for span in spans(today) for line in progress(span, today, leader)]
    found = [*pressing(lines, today), *_awaiting(today, leader)]
    return sorted(found, key=lambda entry: entry.due)


def _awaiting(today: date, leader: Official | None) -> Iterator[Due]:
    """Plans past their last day, and postponed activities without a new one."""
    unanswered = (Activity.state == ActivityState.PLANNED) & (Activity.last_day < today)
    rows = (
        Participant.select(Participant, Activity)
        .join(Activity)
        .where((Participant.role == Role.LEADER) & (unanswered | (Activity.state == ActivityState.POSTPONED)))
        .order_by(Activity.id)
    )
    names = {official.id: official.name for official in ([leader] if leader else officials())}
    for row in rows:
        if row.official_id in names:
            activity = row.activity
            place = activity.place or None
            yield Due(
                names[row.official_id], "awaiting", place, activity.last_day, "awaiting", activity.number
            )
