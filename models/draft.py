"""What is being typed in open forms, kept so that nothing but the last seconds goes with a power cut."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from peewee import CharField, DatabaseError, DateTimeField, TextField

from models.base import Table, database
from models.rules.problem import Problem


class Draft(Table):
    """One form: `place` says which, `title` in words; `content` is JSON. No fact yet, it has no history."""

    place = CharField(unique=True)
    title = CharField()
    at = DateTimeField()
    content = TextField()


class Typed(NamedTuple):
    """What stands in an open form that is not saved: which form, in words too, and all that is in it."""

    place: str
    title: str
    content: Mapping[str, Any]

    def as_text(self) -> str:
        """Its content as it is kept."""
        return json.dumps(self.content, ensure_ascii=False, sort_keys=True)


class KeptDraft(NamedTuple):
    """A draft as it was kept, and when."""

    typed: Typed
    at: datetime


def keep_drafts(now: list[Typed], forget: list[str]) -> bool:
    """Keep these drafts in place of what was kept of the same forms, forget those of the places named.

    False if the disk refuses or a write is under way; then nothing changed, and it may be tried again.
    """
    if database.is_closed() or database.in_transaction():
        return False
    try:
        with database.atomic("IMMEDIATE"):
            for place in [*forget, *(typed.place for typed in now)]:
                for old in Draft.select().where(Draft.place == place):
                    old.delete_instance()
            for typed in now:
                Draft.create(
                    place=typed.place,
                    title=typed.title,
                    at=datetime.now().replace(microsecond=0),
                    content=typed.as_text(),
                )
    except (DatabaseError, Problem):
        return False
    return True


def drafts() -> list[KeptDraft]:
    """All that was typed and neither saved nor given up, the latest first."""
    rows = Draft.select().order_by(Draft.at.desc(), Draft.id.desc())
    return [KeptDraft(Typed(row.place, row.title, json.loads(row.content)), row.at) for row in rows]
