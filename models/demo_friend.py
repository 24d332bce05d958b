"""演示数据: whom each leader made friends with among the people."""

from datetime import date, timedelta
from random import Random

from models.base import database
from models.friend import Friend
from models.rules.kinds import Sex
from models.storage.bulk import insert_rows

_COLUMNS = (
    *("official_id", "name", "name_key", "sex", "address", "standing", "phone"),
    *("met_on", "met_at", "contact"),
)
_STANDINGS = (("老党员", "梅"), ("种养大户", "兰"), ("村民小组长", "竹"), ("退休教师", "菊"))
_SURNAMES = "单区查仇任华尹江"
_CONTACT = ("逢圩日通电话（示例）", "每季度见一次面，听他说村里的事（示例）", "有事发短信（示例）")
_VILLAGES = """
SELECT official_id, name FROM contact_point
JOIN assignment ON contact_point_id = contact_point.id WHERE kind = 'village' ORDER BY assignment.id
"""


def fill_friends(dice: Random, first: date, today: date) -> None:
    """A few friends of each leader in the village he holds, met since the first day."""
    rows = [
        _friend(dice, official, village, place, first + timedelta(dice.randrange((today - first).days + 1)))
        for official, village in database.execute_sql(_VILLAGES).fetchall()
        for place in range(len(_STANDINGS))
    ]
    insert_rows(Friend, _COLUMNS, rows)


def _friend(dice: Random, official: int, village: str, place: int, met: date) -> tuple[object, ...]:
    standing, sign = _STANDINGS[place]
    name = f"{dice.choice(_SURNAMES)}样{sign}"
    home = f"{village}{dice.randint(1, 8)}组"
    phone = f"138{dice.randrange(10**8):08d}"
    sex = dice.choice(list(Sex)).value
    return (official, name, name, sex, home, standing, phone, met.isoformat(), village, dice.choice(_CONTACT))
