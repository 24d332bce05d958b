"""今日要办 out of the database: duties that press, activities that await an answer, matters not closed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from models.activity import Activity, ActivityEntry, Participant, TargetEntry
from models.activity_line import ActivityLine, lines_between
from models.explanation import explanations
from models.matter_due import matters_due
from models.official import Official, officials
from models.progress import duty_names, progress, rules
from models.rules.counting import Progress
from models.rules.due import AWAITING, MATTER, Due, pressing, spans, week_of
from models.rules.entry import state_to_offer
from models.rules.facts import Rule
from models.rules.kinds import ActivityKind, ActivityState, DutyState, Outcome, Role


class WorkList(NamedTuple):
    """What has to be seen to, and where every duty of the running periods stands."""

    entries: list[Due]
    running: list[Progress]


def due(today: date, leader: Official | None = None) -> list[Due]:
    """What a secretary has to see to, the most urgent first, for all leaders or for one.

    An explained lateness 逾期(已说明) is not on it.
    """
    return work_list(today, leader).entries


def work_list(today: date, leader: Official | None = None) -> WorkList:
    """The same, with the lines it was made of, so that nothing is counted twice."""
    explained = explanations()
    counted = {rule.period for rule in rules()}
    lines = [line for span in spans(today) if span.kind in counted for line in progress(span, today, leader)]
    unexplained = (line for line in lines if line.state != DutyState.LATE or line.about not in explained)
    found = (*pressing(unexplained, today), *_awaiting(today, leader), *matters_due(today, leader))
    entries = sorted(found, key=lambda entry: entry.due)
    return WorkList(entries, [line for line in lines if today in line.period])


def plans_among(entries: Iterable[Due]) -> list[str]:
    """The numbers of the activities among these that await an answer."""
    return [entry.number for entry in entries if entry.what == AWAITING and entry.number]


def due_names() -> dict[str, str]:
    """What entries are called by their `what`: duties by their names, matters."""
    return duty_names() | {MATTER: "民情事项"}


def week_ahead(today: date, leader: Official | None = None) -> list[ActivityLine]:
    """This week's plans that are still ahead or running, of all or of one who takes part, the next first."""
    found = lines_between(*week_of(today), leader.id if leader else None)
    return [
        line for line in reversed(found) if line.state == ActivityState.PLANNED and line.last_day >= today
    ]


def entry_for(owed: Sequence[Progress], today: date) -> ActivityEntry:
    """An activity that would meet a leader's duty, towards one point or several, to be completed in a form.

    Planned, or done if it is late: then on a day that only the user knows.
    """
    line = owed[0]
    kind = _kind(next(rule for rule in rules() if rule.code == line.rule))
    day = min(max(today, line.period.first), line.period.last)
    state = ActivityState.DONE if line.state == DutyState.LATE else _offered(kind, day, today)
    outcome = Outcome.MET if state == ActivityState.DONE else Outcome.PLANNED
    points = dict.fromkeys(each.subject_id for each in owed)
    return ActivityEntry(
        kind=kind,
        first_day=day,
        last_day=day,
        leaders=[line.official],
        state=state,
        targets=[TargetEntry(point, outcome) for point in points if point],
        is_day_known=line.state != DutyState.LATE,
    )


def _kind(rule: Rule) -> ActivityKind:
    """What one enters for the duty: fieldwork where that is among its kinds, else the first of them."""
    if ActivityKind.FIELDWORK in rule.kinds:
        return ActivityKind.FIELDWORK
    return next(kind for kind in ActivityKind if kind in rule.kinds)


def _offered(kind: ActivityKind, day: date, today: date) -> ActivityState:
    """A report is entered once it is handed in; anything else is first planned."""
    return state_to_offer(day, today) if kind == ActivityKind.REPORT else ActivityState.PLANNED


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
            activity, who = row.activity, row.official_id
            place = activity.place or None
            yield Due(names[who], AWAITING, place, activity.last_day, AWAITING, activity.number, who)
