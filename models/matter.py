"""民情事项: what people asked for, from who raised it to its closing, step by step (plan items 1 and 4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import BooleanField, CharField, DateField, ForeignKeyField, TextField

from models.activity import Activity
from models.base import Table
from models.contact_point import ContactPoint
from models.holiday import exceptions
from models.numbering import next_number
from models.official import Official
from models.rules.kinds import MatterKind, MatterState, StepKind
from models.rules.matter import Step, lacking, step_complaints
from models.rules.matter_course import Days, Reached, day_faults, reached
from models.rules.problem import Problem
from models.rules.workdays import workday_after
from models.setting import value
from models.terms import label
from models.writing import Topic, writing


class Matter(Table):
    """One matter; `number` is its 编号 in its year, `due` the last day it should be answered on."""

    official_id: int
    contact_point_id: int | None
    activity_id: int | None

    number = CharField(unique=True)
    kind = CharField()
    registered_on = DateField()
    official = ForeignKeyField(Official, backref="matters")
    contact_point = ForeignKeyField(ContactPoint, null=True, backref="matters")
    activity = ForeignKeyField(Activity, null=True, backref="matters")
    raised_by = CharField(default="")
    phone = CharField(default="")
    content = TextField()
    category = CharField(default="")
    unit = CharField(default="")
    person = CharField(default="")
    due = DateField(null=True)
    state = CharField(default=MatterState.OPEN)
    result = TextField(default="")
    told_on = DateField(null=True)
    closed_on = DateField(null=True)
    satisfaction = CharField(default="")
    in_charge = BooleanField(default=False)
    sensitive = BooleanField(default=False)


class MatterStep(Table):
    """One step of a matter."""

    matter_id: int

    matter = ForeignKeyField(Matter, backref="steps")
    kind = CharField()
    day = DateField()
    words = TextField(default="")

    @property
    def step(self) -> Step:
        """The same as the rules know it."""
        return Step(StepKind(self.kind), self.day, self.words)


@dataclass(slots=True)
class MatterEntry:
    """A matter as typed in a form; `id` is None for a new one, whose `number` is then given."""

    kind: MatterKind
    registered_on: date
    official: int
    content: str
    contact_point: int | None = None
    activity: int | None = None
    raised_by: str = ""
    phone: str = ""
    category: str = ""
    unit: str = ""
    person: str = ""
    due: date | None = None
    in_charge: bool = False
    sensitive: bool = False
    id: int | None = None


_TYPED = ("kind", "registered_on", "official", "contact_point", "activity", "due", "in_charge", "sensitive")
_TEXTS = ("raised_by", "phone", "content", "category", "unit", "person")


def save_matter(typed: MatterEntry, today: date) -> Matter:
    """Keep a new or changed matter. Raises Problem with every complaint, and then changes nothing.

    A new one gets the next number of its year and, without a deadline, that of the office's working days.
    """
    complaints = tuple(_complaints(typed, today))
    if complaints:
        raise Problem(*complaints)
    Official.insist_on([typed.official])
    ContactPoint.insist_on([typed.contact_point] if typed.contact_point else [])
    Activity.insist_on([typed.activity] if typed.activity else [])
    with writing("修改民情事项" if typed.id else "登记民情事项", Topic.MATTER):
        row = Matter.get_by_id(typed.id) if typed.id else Matter()
        for name in _TYPED:
            setattr(row, name, getattr(typed, name))
        for name in _TEXTS:
            setattr(row, name, getattr(typed, name).strip())
        row.number = row.number or next_number(Matter, f"MQ{typed.registered_on.year}")
        row.due = typed.due or default_due(typed.registered_on)
        row.save()
    return row


def read_matter(matter: Matter) -> MatterEntry:
    """The matter as a form shows it, so that it can be changed and saved again."""
    return MatterEntry(
        kind=MatterKind(matter.kind),
        registered_on=matter.registered_on,
        official=matter.official_id,
        contact_point=matter.contact_point_id,
        activity=matter.activity_id,
        **{name: getattr(matter, name) for name in _TEXTS},
        due=matter.due,
        in_charge=matter.in_charge,
        sensitive=matter.sensitive,
        id=matter.id,
    )


def find_matter(number: str | None) -> Matter:
    """The matter of that 编号. Raises Problem if it is gone."""
    found = Matter.get_or_none(Matter.number == number)
    return Matter.get_by_id(found.id if found else 0)


def add_step(matter: Matter, step: Step, today: date, satisfaction: str = "") -> Matter:
    """Enter what was done about a matter; its state follows. `satisfaction` is what was said on telling.

    Raises Problem with what the rules say: also with all that is lacking before it may be closed.
    """
    kept = Matter.get_by_id(matter.id)
    meant = step._replace(words=step.words.strip())
    complaints = tuple(_step_complaints(kept, meant, today))
    if complaints:
        raise Problem(*complaints)
    with writing(f"{label(step.kind)} {kept.number}", Topic.MATTER):
        MatterStep.create(matter=kept, **meant._asdict())
        _follow(kept, meant, satisfaction)
        kept.save()
    return kept


def assign_matter(matter: Matter, step: Step, unit: str, person: str, today: date) -> Matter:
    """Enter in one action that it was assigned, and to whom: 交办. Raises Problem as `add_step` does."""
    kept = Matter.get_by_id(matter.id)
    with writing(f"{label(step.kind)} {kept.number}", Topic.MATTER):
        kept.unit, kept.person = unit.strip(), person.strip()
        kept.save()
        return add_step(kept, step, today)


def delete_matter(matter: Matter) -> None:
    """Take back a matter that never was, with all its steps. The history keeps it."""
    kept = Matter.get_by_id(matter.id)
    with writing(f"删除民情事项 {kept.number}", Topic.MATTER):
        for row in MatterStep.select().where(MatterStep.matter == kept):
            row.delete_instance()
        kept.delete_instance()


def steps_of(matter: Matter) -> list[Step]:
    """Its steps in the order of days, those of one day as entered."""
    rows = MatterStep.select().where(MatterStep.matter == matter).order_by(MatterStep.day, MatterStep.id)
    return [row.step for row in rows]


def lacking_of(matter: Matter, steps: Sequence[Step]) -> list[str]:
    """What has to be done before it may be closed, by what the office chose about 领导包案."""
    acts, state = value("personal_acts") == "1", MatterState(matter.state)
    charged = {"in_charge": bool(matter.in_charge), "personal_acts": acts}
    return list(lacking(steps, **charged, state=state, told_on=matter.told_on))


def default_due(registered_on: date) -> date:
    """The deadline of a matter for which none was set: so many working days after it was registered."""
    return workday_after(registered_on, int(value("matter_workdays")), exceptions())


def _follow(matter: Matter, step: Step, satisfaction: str) -> None:
    """Bring the matter's own columns up to its steps, of which this one came last."""
    start = Reached(MatterState(matter.state), matter.told_on, matter.closed_on)
    matter.state, matter.told_on, matter.closed_on = reached(steps_of(matter), start)
    matter.satisfaction = satisfaction or matter.satisfaction
    if step.kind == StepKind.REPLY:
        matter.result = step.words


def _step_complaints(matter: Matter, step: Step, today: date) -> Iterator[str]:
    before, state = steps_of(matter), MatterState(matter.state)
    if step in before:
        yield "这一步已经登记过。"
    yield from step_complaints(step.kind, step.day, before, matter.registered_on, today, state)
    if step.kind == StepKind.CLOSE:
        yield from lacking_of(matter, before)


def _complaints(typed: MatterEntry, today: date) -> Iterator[str]:
    if not typed.content.strip():
        yield "请填写内容。"
    kept = Matter.get_by_id(typed.id) if typed.id else Matter()
    steps = steps_of(kept) if typed.id else []
    days = Days(typed.registered_on, typed.due, kept.told_on, kept.closed_on)
    yield from (fault.words for fault in day_faults(days, steps, today))
