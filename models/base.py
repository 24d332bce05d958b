"""The one database, unopened until models.storage opens it, and the base of every table."""

from collections.abc import Callable, Iterable
from typing import Any, Self

from peewee import AutoField, Model
from playhouse.sqlcipher_ext import SqlCipherDatabase

from models.rules.problem import Problem

GONE = "没有保存：用到的干部、联系点、活动、外出或AB角已经不在了，可能刚才被撤销。"


class Ledger(SqlCipherDatabase):
    """Tells whoever guards the file before each save begins and after it is over."""

    begun: Callable[[], object]
    ended: Callable[[], object]

    def begin(self, lock_type: str | None = None) -> None:
        self.begun()
        super().begin(lock_type)

    def commit(self) -> None:
        super().commit()
        self.ended()

    def rollback(self) -> None:
        try:
            super().rollback()
        finally:
            self.ended()


database: Any = Ledger(None)


class Table(Model):
    """A table as models.storage's steps created it; constraints live there, in the schema.

    A row may be gone while a form still shows it, taken back by an undo: what reads or changes it raises
    Problem, so that nothing is said to be saved that was not.
    """

    id = AutoField()

    @classmethod
    def get_by_id(cls, pk: int) -> Self:
        row: Self | None = cls.get_or_none(cls.id == pk)
        if row is None:
            raise Problem(GONE)
        return row

    @classmethod
    def insist_on(cls, ids: Iterable[int]) -> None:
        """Raise Problem unless there is a row of each of these ids."""
        wanted = set(ids)
        if wanted and cls.select().where(cls.id.in_(wanted)).count() < len(wanted):
            raise Problem(GONE)

    def save(self, *args: Any, **options: Any) -> int:
        rows = int(super().save(*args, **options))
        if not rows:
            raise Problem(GONE)
        return rows

    class Meta:
        database = database
        legacy_table_names = False
