"""外出: when somebody is away, in halves of days. An absence without a last day is still open."""

from datetime import date

from peewee import CharField, DateField, ForeignKeyField, TextField

from models.base import Table, database
from models.official import Official
from models.rules.kinds import Half
from models.rules.pairing import Away, half_day


class Absence(Table):
    """One time away, from one half-day to another.

    `approver` allowed it, also where A and B are both away; `told_on` is when and how the partner was told;
    `handover` has a line for each thing handed over; `returned_on` is the day its return was entered for.
    """

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
    returned_on = DateField(null=True)

    @property
    def first(self) -> int:
        """The number of its first half-day."""
        return half_day(self.first_day, Half(self.first_half))

    @property
    def last(self) -> int | None:
        """The number of its last half-day, None while it is open."""
        return half_day(self.last_day, Half(self.last_half)) if self.last_day else None

    @property
    def away(self) -> Away:
        """The same as the rules know it."""
        return Away(self.official_id, self.first, self.last)

    def covers(self, day: date) -> bool:
        """Whether he is away in some part of that day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def aways(without: int | None = None) -> list[Away]:
    """All absences as the rules know them, in time order, except this one, by id. Thousands take no time."""
    sql = """
SELECT official_id, first_day, first_half, last_day, last_half FROM absence WHERE id != ? ORDER BY first_day
"""
    return [_away(*row) for row in database.execute_sql(sql, (without or 0,))]


def absences_between(first: date, last: date) -> list[Absence]:
    """The absences that touch these days, with their officials, in time order."""
    return list(
        Absence.select(Absence, Official)
        .join(Official)
        .where((Absence.first_day <= last) & (Absence.last_day.is_null() | (Absence.last_day >= first)))
        .order_by(Absence.first_day, Absence.first_half.asc(), Official.rank)
    )


def absences_open(today: date) -> list[Absence]:
    """Those running or to come, and those that are over without the return of what was handed over."""
    running = Absence.last_day.is_null() | (Absence.last_day >= today)
    unreturned = (Absence.handover != "") & Absence.returned_on.is_null()
    query = Absence.select(Absence, Official).join(Official).where(running | unreturned)
    return list(query.order_by(Absence.first_day, Absence.first_half.asc(), Official.rank))


def absences_ever() -> list[Absence]:
    """All there are, with their officials, in time order."""
    return absences_between(date.min, date.max)


def absences_of(official: int) -> list[Absence]:
    """All of one official's, in time order."""
    return list(Absence.select().where(Absence.official == official).order_by(Absence.first_day))


def _away(official: int, first_day: str, first_half: str, last_day: str | None, last_half: str) -> Away:
    last = half_day(date.fromisoformat(last_day), Half(last_half)) if last_day else None
    return Away(official, half_day(date.fromisoformat(first_day), Half(first_half)), last)
