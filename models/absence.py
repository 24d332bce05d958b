"""外出: when somebody is away, in halves of days. An absence without a last day is still open."""

from peewee import CharField, DateField, ForeignKeyField, TextField

from models.base import Table
from models.official import Official
from models.rules.kinds import Half


class Absence(Table):
    """One time away, from one half-day to another."""

    official_id: int
    official = ForeignKeyField(Official, backref="absences")
    first_day = DateField()
    first_half = CharField(default=Half.AM)
    last_day = DateField(null=True)
    last_half = CharField(default=Half.PM)
    reason = CharField(default="")
    place = CharField(default="")
    approver = CharField(default="")
    told_on = CharField(default="")
    handover = TextField(default="")
