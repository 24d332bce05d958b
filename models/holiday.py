"""节假日: the office's own days off and make-up workdays; they override the shipped table."""

from peewee import CharField, DateField

from models.base import Table


class Holiday(Table):
    """One exception: a day off or a day worked."""

    day = DateField(unique=True)
    kind = CharField()
    name = CharField(default="")
