"""History: who changed what, when, and what stood there before. Written by models.writing alone."""

from peewee import CharField, DateTimeField, IntegerField, TextField

from models.base import Table


class Change(Table):
    """One changed or deleted row with its old and new values as JSON, or a run of new rows.

    New rows first_row…last_row carry no values: they stand in the table itself until changed later.
    """

    action = IntegerField()
    at = DateTimeField()
    who = CharField()
    label = CharField()
    subject = CharField()
    first_row = IntegerField()
    last_row = IntegerField()
    old = TextField(null=True)
    new = TextField(null=True)
    salt = CharField(default="")
    digest = CharField(default="")
    chain = CharField(default="")
