"""演示数据: a few people of the office, no leaders, whose posts somebody else fills while they are away."""

from datetime import date, timedelta

from models.absence import Absence
from models.official import Official
from models.pairing import Pairing
from models.rules.kinds import Half
from models.storage.bulk import insert_rows, next_id

_PEOPLE = (("何样甲", "办公室副主任"), ("吕样乙", "机要秘书"), ("施样丙", "出纳"))
_POSTS = (("办公室机要", "吕样乙", "何样甲"), ("财务出纳", "施样丙", "吕样乙"))
_HANDOVER = "现金日记账：锁在保险柜，已核对\n待报销单据：三张，请在周五前付款"


def fill_department(rank: int, year: int, today: date) -> None:
    """People from that rank on, their posts since the first of that year; one of them is away today."""
    first = next_id(Official)
    columns = ("name", "name_key", "rank", "title", "unit", "duties", "is_member", "liaison", "liaison_phone")
    people = (
        (name, name, rank + place, title, "市政府办公室", "", False, "", "")
        for place, (name, title) in enumerate(_PEOPLE)
    )
    insert_rows(Official, columns, people)
    known = {name: first + place for place, (name, _) in enumerate(_PEOPLE)}
    posts = [(known[a], known[b], post, f"{year}-01-01", f"示例〔{year}〕3号", "") for post, a, b in _POSTS]
    insert_rows(Pairing, ("a_id", "b_id", "post", "first_day", "document", "excluded"), posts)
    days = {"first_day": today, "last_day": today + timedelta(1), "first_half": Half.AM, "last_half": Half.PM}
    words = {"reason": "休假", "approver": "示例审批人", "told_on": today.isoformat(), "handover": _HANDOVER}
    Absence.create(official=known["施样丙"], **days, **words)
