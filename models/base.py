"""The one database, unopened until models.storage opens it, and the base of every table."""

from peewee import AutoField, Model
from playhouse.sqlcipher_ext import SqlCipherDatabase

database = SqlCipherDatabase(None)


class Table(Model):
    """A table as models.storage's steps created it; constraints live there, in the schema."""

    id = AutoField()

    class Meta:
        database = database
        legacy_table_names = False
