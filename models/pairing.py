"""AB角: who stands in for whom, for which post, and what is not taken over (plan item 7)."""

from collections.abc import Iterator
from datetime import date, timedelta

from peewee import CharField, DateField, ForeignKeyField, TextField

from models.base import Table
from models.official import Official, in_office, officials
from models.rules.chains import complaints, is_of_leaders
from models.rules.pairing import Pair
from models.rules.problem import Problem
from models.writing import Topic, writing

_ORDER = (Official.rank, Official.id)


class Pairing(Table):
    """One pair for the time it is valid: two leaders act for each other, in a post B acts for A."""

    a_id: int
    b_id: int
    a = ForeignKeyField(Official, backref="pairings_as_a")
    b = ForeignKeyField(Official, backref="pairings_as_b")
    post = CharField(default="")
    first_day = DateField(null=True)
    last_day = DateField(null=True)
    document = CharField(default="")
    excluded = TextField(default="")

    @property
    def pair(self) -> Pair:
        """The same as the rules know it."""
        return Pair(self.a_id, self.b_id, self.first_day, self.last_day, self.post)

    @property
    def is_of_leaders(self) -> bool:
        """Whether the two act for each other: see models.rules.chains."""
        return is_of_leaders(self.pair, [one.id for one in (self.a, self.b) if one.is_member])


def pairings() -> list[Pairing]:
    """All pairings there are or were, by the rank of A and then by time."""
    deputy = Official.alias()
    return list(
        Pairing.select(Pairing, Official, deputy)
        .join(Official, on=Pairing.a)
        .switch(Pairing)
        .join(deputy, on=Pairing.b)
        .order_by(*_ORDER, Pairing.post, Pairing.first_day, Pairing.id)
    )


def save_pairing(pairing: Pairing) -> Pairing:
    """Keep a new or changed pairing. Raises Problem with every complaint, and then changes nothing."""
    _check(pairing, pairings())
    with writing("修改AB角" if pairing.id else "登记AB角", Topic.PAIRING):
        pairing.save()
    return pairing


def replace_pairing(old: Pairing, new: Pairing, day: date) -> Pairing:
    """Let a new pairing hold from a day on, as long as the old one would have; that ends the day before.

    The history keeps both. Raises Problem with every complaint: also if the old one does not hold on that
    day and the one before.
    """
    ended, before = Pairing.get_by_id(old.id), day - timedelta(1)
    if not (ended.pair.holds(day) and ended.pair.holds(before)):
        raise Problem("更换日期要在原来这一对的期间以内，并且晚于它的第一天。")
    new.first_day, new.last_day, ended.last_day = day, ended.last_day, before
    _check(ended, pairings())
    _check(new, [ended if row.id == old.id else row for row in pairings()])
    with writing("更换AB角", Topic.PAIRING):
        ended.save()
        new.save()
    return new


def end_pairing(pairing: Pairing, last_day: date) -> None:
    """Let a pairing end with a day, which still belongs to it. Raises Problem for a day before its first."""
    ended = Pairing.get_by_id(pairing.id)
    ended.last_day = last_day
    _check(ended, pairings())
    with writing("终止AB角", Topic.PAIRING):
        ended.save()


def delete_pairing(pairing: Pairing) -> None:
    """Take back a pairing that never was. The history keeps it."""
    with writing("删除AB角", Topic.PAIRING):
        Pairing.get_by_id(pairing.id).delete_instance()


def _check(meant: Pairing, among: list[Pairing]) -> None:
    Official.insist_on((meant.a_id, meant.b_id))
    found = tuple(_complaints(meant, among))
    if found:
        raise Problem(*found)


def _complaints(meant: Pairing, among: list[Pairing]) -> Iterator[str]:
    everybody = officials()
    others = [row.pair for row in among if row.id != meant.id]
    members = {row.id for row in everybody if row.is_member}
    office = {row.id: in_office(row) for row in everybody}
    yield from complaints(meant.pair, others, members, office, {row.id: row.name for row in everybody})
