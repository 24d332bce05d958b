"""履职活动: one calendar item for every duty. A visit's day and the day it was entered are apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from peewee import CharField, DateField, ForeignKeyField, TextField

from models.base import Table
from models.contact_point import ContactPoint
from models.numbering import next_number
from models.official import Official
from models.rules import entry
from models.rules.entry import is_late_entry
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner, Outcome, Role
from models.rules.names import name_key
from models.rules.problem import Problem
from models.writing import Topic, writing


class Activity(Table):
    """When, where, what for and in which state; `number` is the 编号 that stays with it for ever.

    `entered_on` is the day it was first written down, `answered_on` the day a plan was said to be done.
    """

    number = CharField(unique=True)
    kind = CharField()
    first_day = DateField()
    first_half = CharField(default=Half.AM)
    last_day = DateField()
    last_half = CharField(default=Half.PM)
    place = CharField(default="")
    purpose = CharField(default="")
    state = CharField(default=ActivityState.PLANNED)
    heard = TextField(default="")
    reply = TextField(default="")
    entered_on = DateField(default=date.today)
    venue = CharField(default="")
    form = CharField(default="")
    title = CharField(default="")
    answered_on = DateField(null=True)

    @property
    def is_late(self) -> bool:
        """Whether it, or what became of the plan it was, was entered after its quarter's end: 补登."""
        return is_late_entry(self.last_day, self.answered_on or self.entered_on)


class Participant(Table):
    """A leader it is for, a stand-in who went instead, or a companion; only companions may be strangers."""

    activity_id: int
    official_id: int | None

    activity = ForeignKeyField(Activity, backref="participants")
    official = ForeignKeyField(Official, null=True, backref="participations")
    name = CharField(default="")
    role = CharField()


class Target(Table):
    """One contact point or person of an activity and what became of it."""

    activity_id: int
    contact_point_id: int | None

    activity = ForeignKeyField(Activity, backref="targets")
    contact_point = ForeignKeyField(ContactPoint, null=True, backref="targets")
    person = CharField(default="")
    outcome = CharField(default=Outcome.PLANNED)
    manner = CharField(default=Manner.HOME)
    reason = CharField(default="")
    heard = TextField(default="")
    reply = TextField(default="")
    services = CharField(default="")


@dataclass(slots=True)
class TargetEntry:
    """One target as typed: the contact point's id and what became of it there."""

    point: int
    outcome: Outcome
    manner: Manner = Manner.HOME
    reason: str = ""
    heard: str = ""
    reply: str = ""
    services: str = ""


@dataclass(slots=True)
class ActivityEntry:
    """A whole activity as typed in a form. `id` is None for a new one; leaders and stand-ins are ids.

    `is_day_known`: False where the day is only the last possible one, and still to be said by the user.
    """

    kind: ActivityKind
    first_day: date
    last_day: date
    leaders: Sequence[int]
    state: ActivityState
    first_half: Half = Half.AM
    last_half: Half = Half.PM
    place: str = ""
    purpose: str = ""
    heard: str = ""
    reply: str = ""
    venue: str = ""
    form: str = ""
    title: str = ""
    stand_ins: Sequence[int] = ()
    companions: Sequence[str] = ()
    targets: Sequence[TargetEntry] = field(default_factory=list)
    id: int | None = None
    is_day_known: bool = True

    @property
    def goers(self) -> Sequence[int]:
        """Who goes: the stand-ins where there are any, else the leaders."""
        return self.stand_ins or self.leaders


def save_activity(typed: ActivityEntry, today: date) -> Activity:
    """Keep a new or changed activity with its people and targets, all or nothing.

    Raises Problem with every complaint. A new one gets the next number of its year.
    """
    complaints = tuple(_complaints(typed, today))
    if complaints:
        raise Problem(*complaints)
    Official.insist_on([*typed.leaders, *typed.stand_ins])
    ContactPoint.insist_on(target.point for target in typed.targets)
    with writing("登记活动" if typed.id is None else "修改活动", Topic.ACTIVITY):
        activity = _kept(typed, today)
        _replace_people(activity, typed)
        _replace_targets(activity, typed.targets)
    return activity


def read_entry(activity: Activity) -> ActivityEntry:
    """The activity as a form shows it, so that it can be changed and saved again."""
    people = people_of(activity)
    texts = ("place", "purpose", "heard", "reply", "venue", "form", "title")
    return ActivityEntry(
        kind=ActivityKind(activity.kind),
        first_day=activity.first_day,
        first_half=Half(activity.first_half),
        last_day=activity.last_day,
        last_half=Half(activity.last_half),
        state=ActivityState(activity.state),
        **{name: getattr(activity, name) for name in texts},
        leaders=_ids(people, Role.LEADER),
        stand_ins=_ids(people, Role.STAND_IN),
        companions=[_name(person) for person in people if person.role == Role.COMPANION],
        targets=[_target_entry(row) for row in targets_of(activity) if row.contact_point_id],
        id=activity.id,
    )


def people_of(activity: Activity) -> list[Participant]:
    """Who took part, in the order entered."""
    return list(Participant.select().where(Participant.activity == activity).order_by(Participant.id))


def targets_of(activity: Activity) -> list[Target]:
    """Its targets in the order entered."""
    return list(Target.select().where(Target.activity == activity).order_by(Target.id))


def activities_between(first: date, last: date, leader: Official | None = None) -> list[Activity]:
    """Activities that touch these days, of all or of one leader who took part in them, latest first."""
    rows = Activity.select().where((Activity.first_day <= last) & (Activity.last_day >= first))
    if leader is not None:
        taking_part = Participant.select(Participant.activity).where(Participant.official == leader)
        rows = rows.where(Activity.id.in_(taking_part))
    return list(rows.order_by(Activity.first_day.desc(), Activity.id.desc()))


def twins(typed: ActivityEntry) -> list[Activity]:
    """Activities of the same kind, leader, day and place that are there already."""
    rows = (
        Activity.select()
        .join(Participant)
        .where(
            (Activity.kind == typed.kind)
            & (Activity.first_day == typed.first_day)
            & (Participant.role == Role.LEADER)
            & (Participant.official.in_(list(typed.leaders)))
            & (Activity.id != (typed.id or 0))
        )
    )
    return [row for row in rows.distinct() if name_key(row.place) == name_key(typed.place)]


def _complaints(typed: ActivityEntry, today: date) -> Iterator[str]:
    if not typed.leaders:
        yield "请选择领导。"
    yield from entry.complaints(
        typed.first_day, typed.first_half, typed.last_day, typed.last_half, typed.state, today
    )
    if set(typed.leaders) & set(typed.stand_ins):
        yield "代为前往的人不能是领导本人。"
    points = [target.point for target in typed.targets]
    if len(points) != len(set(points)):
        yield "同一走访对象填了两次。"


def _kept(typed: ActivityEntry, today: date) -> Activity:
    row = Activity.get_by_id(typed.id) if typed.id else Activity(entered_on=today)
    if typed.id and typed.state != row.state:
        row.answered_on = today if typed.state == ActivityState.DONE else None
    for name in ("kind", "first_day", "first_half", "last_day", "last_half", "state", "venue", "form"):
        setattr(row, name, getattr(typed, name))
    for name in ("place", "purpose", "heard", "reply", "title"):
        setattr(row, name, getattr(typed, name).strip())
    row.number = row.number or next_number(Activity, f"HD{typed.first_day.year}")
    row.save()
    return row


def _replace_people(activity: Activity, typed: ActivityEntry) -> None:
    for person in people_of(activity):
        person.delete_instance()
    for role, ids in ((Role.LEADER, typed.leaders), (Role.STAND_IN, typed.stand_ins)):
        for number in dict.fromkeys(ids):
            Participant.create(activity=activity, official=number, role=role)
    for name in dict.fromkeys(filter(None, (name.strip() for name in typed.companions))):
        known = Official.get_or_none(Official.name_key == name_key(name))
        Participant.create(activity=activity, official=known, name="" if known else name, role=Role.COMPANION)


def _replace_targets(activity: Activity, targets: Iterable[TargetEntry]) -> None:
    for row in targets_of(activity):
        if row.contact_point_id:
            row.delete_instance()
    for target in targets:
        Target.create(
            activity=activity,
            contact_point=target.point,
            outcome=target.outcome,
            manner=target.manner,
            reason=target.reason.strip(),
            heard=target.heard.strip(),
            reply=target.reply.strip(),
            services=target.services,
        )


def _target_entry(row: Target) -> TargetEntry:
    return TargetEntry(
        point=row.contact_point_id or 0,
        outcome=Outcome(row.outcome),
        manner=Manner(row.manner),
        reason=row.reason,
        heard=row.heard,
        reply=row.reply,
        services=row.services,
    )


def _ids(people: Iterable[Participant], role: Role) -> list[int]:
    return [person.official_id for person in people if person.role == role and person.official_id]


def _name(person: Participant) -> str:
    return person.official.name if person.official else person.name
