"""Where matters come from: what was heard at a visit or a hearing, as a matter to be registered."""

from datetime import date

from models.activity import Activity, Participant, Target
from models.assignment import Assignment
from models.contact_point import ContactPoint
from models.matter import MatterEntry
from models.rules.kinds import ActivityKind, MatterKind, PointKind, Role


def heard_at(activity: Activity, point: ContactPoint | None, today: date) -> MatterEntry:
    """The matter that what was heard there would be, of the whole activity or at one of its points."""
    target = (
        Target.get_or_none((Target.activity == activity) & (Target.contact_point == point)) if point else None
    )
    home = point if point is not None and point.kind == PointKind.HOUSEHOLD else None
    is_hearing = activity.kind == ActivityKind.HEARING
    return MatterEntry(
        kind=MatterKind.PETITION if is_hearing else MatterKind.OPINION,
        registered_on=min(activity.last_day, today),
        official=_leader(activity, point),
        content=target.heard if target and target.heard else activity.heard,
        contact_point=point.id if point else None,
        activity=activity.id,
        raised_by=home.name if home else "",
        phone=home.phone if home else "",
    )


def _leader(activity: Activity, point: ContactPoint | None) -> int:
    """Of several leaders the one who keeps contact with the point, else the first."""
    people = Participant.select().where(
        (Participant.activity == activity) & (Participant.role == Role.LEADER)
    )
    leaders = [person.official_id or 0 for person in people.order_by(Participant.id)]
    held = Assignment.select().where(Assignment.contact_point == point) if point else ()
    holders = {row.official_id for row in held if row.covers(activity.first_day)}
    return next((leader for leader in leaders if leader in holders), leaders[0])
