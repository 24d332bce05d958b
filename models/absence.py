"""外出: when somebody is away, in halves of days. An absence without a last day is still open."""

from datetime import date

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


def absences_between(first: date, last: date) -> list[Absence]:
    """The absences that touch these days, with their officials, in time order."""
    return list(
        Absence.select(Absence, Official)
        .join(Official)
        .where((Absence.first_day <= last) & (Absence.last_day.is_null() | (Absence.last_day >= first)))
        .order_by(Absence.first_day, Absence.first_half.asc(), Official.rank)
    )
