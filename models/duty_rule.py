"""履职要求: what is owed, as data. The defaults come from the plan (models.storage puts them in)."""

from peewee import CharField, DateField, FloatField, IntegerField

from models.base import Table


class DutyRule(Table):
    """One duty for the time it is valid; `kinds` holds ActivityKind values separated by commas."""

    code = CharField()
    name = CharField()
    kinds = CharField()
    unit = CharField()
    quota = FloatField()
    period = CharField()
    months = IntegerField(null=True)
    per = CharField()
    source = CharField(default="")
    valid_from = DateField(null=True)
    valid_to = DateField(null=True)
