"""AB角: who stands in for whom, for which post, and what is not taken over (plan item 7)."""

from peewee import CharField, DateField, ForeignKeyField, TextField

from models.base import Table
from models.official import Official


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
