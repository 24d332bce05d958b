"""履职活动: one calendar item for every duty. A visit's day and the day it was entered are apart."""

from datetime import date

from peewee import CharField, DateField, ForeignKeyField, TextField

from models.base import Table
from models.contact_point import ContactPoint
from models.official import Official
from models.rules.kinds import ActivityState, Half, Manner, Outcome


class Activity(Table):
    """When, where, what for and in which state; `number` is the 编号 that stays with it for ever."""

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
