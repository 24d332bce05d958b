"""节假日: the office's own days off and make-up workdays; they override the shipped table."""

from peewee import CharField, DateField

from models.base import Table


class Holiday(Table):
    day = DateField(unique=True)
    kind = CharField()
    name = CharField(default="")
