"""干部: leaders and department staff alike, in rank order."""

from collections.abc import Iterable
from datetime import date
from itertools import starmap

from peewee import BooleanField, CharField, DateField, IntegerField, TextField

from models.base import Table, database
from models.rules.names import name_key
from models.rules.pairing import Pair, stored_away, stored_pair
from models.rules.problem import Fault, Problem
from models.rules.tenure import displaced, stranded
from models.writing import Topic, writing


class Official(Table):
    """A person of the office; only leadership members 班子成员 owe anything."""

    name = CharField()
    name_key = CharField(unique=True)
    rank = IntegerField()
    title = CharField(default="")
    unit = CharField(default="")
    duties = TextField(default="")
    is_member = BooleanField(default=False)
    liaison = CharField(default="")
    liaison_phone = CharField(default="")
    office_from = DateField(null=True)
    office_to = DateField(null=True)

    def is_in_office(self, day: date) -> bool:
        """Whether he is in office that day."""
        first, last = in_office(self)
        return first <= day <= last


def leaders() -> list[Official]:
    """The leadership members 班子成员 in rank order, never alphabetical."""
    return list(Official.select().where(Official.is_member).order_by(Official.rank, Official.id))


def officials() -> list[Official]:
    """Everybody in rank order."""
    return list(Official.select().order_by(Official.rank, Official.id))


def find_official(name: str) -> Official:
    """The official of that name, inner spaces and width aside. Raises Problem if there is none."""
    found = Official.get_or_none(Official.name_key == name_key(name))
    if found is None:
        raise Problem(f"没有名叫“{name}”的干部。")
    return found


def in_office(official: Official) -> tuple[date, date]:
    """The first and the last day in office, as far as they are known."""
    return official.office_from or date.min, official.office_to or date.max


def next_rank() -> int:
    """The rank after the last one."""
    return 1 + max((official.rank for official in Official.select(Official.rank)), default=0)


def save_official(official: Official) -> Official:
    """Keep a new or changed official. Raises Problem with every complaint, and then changes nothing."""
    official.name_key = name_key(official.name)
    complaints = tuple(_complaints(official))
    if complaints:
        raise Problem(*complaints)
    with writing(f"保存干部 {official.name}", Topic.OFFICIAL):
        official.save()
    return official


def reorder(ids: Iterable[int]) -> None:
    """Give the officials of these ids the ranks 1, 2, 3 … in this order."""
    with writing("调整排名", Topic.OFFICIAL):
        for rank, number in enumerate(ids, start=1):
            Official.update(rank=rank).where(Official.id == number).execute()


def _complaints(official: Official) -> Iterable[str]:
    if not official.name_key:
        yield "请填写姓名。"
    twin = Official.get_or_none(Official.name_key == official.name_key)
    if twin is not None and twin.id != official.id:
        yield f"已经有一位“{twin.name}”。"
    if _ends_before_start(official.office_from, official.office_to):
        yield "任职止早于任职起。"
    elif official.id:
        yield from (fault.words for fault in (*_stranded(official), *_displaced(official)))


def _ends_before_start(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and last < first


def _stranded(official: Official) -> Iterable[Fault]:
    """What he is entered for outside of these days in office."""
    sql = "SELECT official_id, first_day, first_half, last_day, last_half FROM absence WHERE official_id = ?"
    absences = starmap(stored_away, database.execute_sql(sql, (official.id,)).fetchall())
    pairs = (pair for pair in _pairs() if official.id in (pair.a, pair.b))
    return stranded(in_office(official), absences, pairs)


def _displaced(official: Official) -> Iterable[Fault]:
    """What keeps him from becoming a leadership member, or from being one no more."""
    known = {row.id: row for row in officials()}
    if official.id not in known or known[official.id].is_member == official.is_member:
        return ()
    members = {number for number, row in known.items() if row.is_member} ^ {official.id}
    return displaced(official.id, _pairs(), members, {number: row.name for number, row in known.items()})


def _pairs() -> list[Pair]:
    sql = "SELECT a_id, b_id, first_day, last_day, post FROM pairing ORDER BY id"
    return list(starmap(stored_pair, database.execute_sql(sql).fetchall()))
