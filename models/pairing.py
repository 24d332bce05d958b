"""AB角: who stands in for whom, for which post, and what is not taken over (plan item 7)."""

from datetime import date

from peewee import CharField, DateField, ForeignKeyField, TextField

from models.absence import Absence
from models.base import Table
from models.official import Official, officials
from models.rules.names import name_key
from models.rules.pairing import Away, Pair, Whereabouts
from models.setting import value


class Pairing(Table):
    """One pair for the time it is valid."""

    a_id: int
    b_id: int
    a = ForeignKeyField(Official, backref="pairings_as_a")
    b = ForeignKeyField(Official, backref="pairings_as_b")
    post = CharField(default="")
    first_day = DateField(null=True)
    last_day = DateField(null=True)
    document = CharField(default="")
    excluded = TextField(default="")


def whereabouts() -> Whereabouts:
    """All pairings of leaders and all absences known, and who acts where no partner can.

    Two leadership members stand in for each other whatever post the pairing names.
    """
    everybody = {row.id: row for row in officials()}
    members = {number for number, row in everybody.items() if row.is_member}
    fallback = name_key(value("fallback_official"))
    return Whereabouts(
        pairs=[
            Pair(row.a_id, row.b_id, row.first_day, row.last_day)
            for row in Pairing.select().order_by(Pairing.id)
            if {row.a_id, row.b_id} <= members
        ],
        absences=[
            Away(row.official_id, row.first, row.last) for row in Absence.select().order_by(Absence.first_day)
        ],
        in_office={
            number: (row.office_from or date.min, row.office_to or date.max)
            for number, row in everybody.items()
        },
        fallback=next((number for number, row in everybody.items() if row.name_key == fallback), None),
    )
