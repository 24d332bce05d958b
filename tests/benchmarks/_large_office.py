"""A city's office after five years: 500 leaders, 6,000 contact points, 250,000 activities.

Each has words of its own: texts are put together by dice from many pieces, some rare, some common.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from random import Random

from models.activity import Activity, Participant, Target
from models.assignment import Assignment
from models.contact_point import ContactPoint
from models.official import Official
from models.rules.names import name_key
from models.storage import close_database, open_database
from models.storage.bulk import insert_rows
from models.writing import Topic, writing

LEADERS, A_LEADER = 500, 12  # points: a township, a village, ten households
YEARS, A_YEAR = range(2022, 2027), 100  # activities a leader
ACTIVITIES = LEADERS * A_YEAR * len(YEARS)
TODAY = date(2026, 12, 31)
_KINDS = ("visit",) * 40 + ("hearing",) * 10 + ("fieldwork",) * 44 + ("report",) * 4 + ("point_meeting",) * 2
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁单区"
_HILLS = "横长青白黄石龙凤金银上下东西南北大小新老清云天富平安高竹松梅兰"
_WATERS = "山水坑坪塘田岭溪江湾桥背头口坳墩围排洲湖"
_WHAT = (
    *("村口道路积水", "饮水管道老化", "电压不稳", "合作医疗报销", "脐橙黄龙病", "路灯不亮", "小孩上学太远"),
    *("桥面破损", "水渠堵塞", "低保没有续上", "手机没有信号", "垃圾没人清运", "危房要改造", "想学养蜂"),
)
_WISH = ("希望早日修好", "盼镇里派人来看", "请帮助解决", "愿意先出工出力", "问今年能不能安排", "不急但请记着")
_ANSWERED = ("已转水利局", "已告知政策", "当场答复", "镇里下周派人", "列入明年计划", "请村里先垫付")


def make(folder: Path, a_leader: int = A_LEADER) -> None:
    """Fill an empty folder with the office; a leader has so many points."""
    open_database(folder)
    try:
        with writing("样", Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.ACTIVITY):
            _insert_people_and_points(Random(1), a_leader)
            _insert_activities(Random(2), a_leader)
    finally:
        close_database()


def _insert_people_and_points(dice: Random, a_leader: int) -> None:
    columns = ("id", "name", "name_key", "rank", "title", "unit", "duties", "is_member", "liaison")
    names = [f"{_person(dice)}{_number(leader)}" for leader in range(LEADERS)]
    rows = ((n, name, name, n, "副市长", "样市政府", "", 1, "", "") for n, name in enumerate(names, 1))
    insert_rows(Official, (*columns, "liaison_phone"), rows)
    columns = ("id", "kind", "name", "name_key", "county", "parent_id", "address", "phone", "category")
    points = chain.from_iterable(_points(dice, leader, a_leader) for leader in range(LEADERS))
    insert_rows(ContactPoint, (*columns, "market_days", "note"), points)
    columns = ("official_id", "contact_point_id", "first_day", "document")
    held = ((1 + n // a_leader, 1 + n, f"{YEARS[0]}-01-01", "") for n in range(LEADERS * a_leader))
    insert_rows(Assignment, columns, held)


def _points(dice: Random, leader: int, a_leader: int) -> Iterator[tuple[object, ...]]:
    first = 1 + leader * a_leader
    county = f"{_HILLS[leader % 18]}样县"
    town, village = (f"{_place(dice)}{_number(leader)}{end}" for end in "镇村")
    yield (first, "township", town, town, county, None, "", "", "", "农历147", "")
    yield (first + 1, "village", village, village, county, first, "", "", "", "", "")
    for home in range(2, a_leader):
        name = f"{_person(dice)}{_number(home)}"
        address = f"{dice.randint(1, 9)}组{home}号"
        phone = f"139{dice.randrange(10**8):08d}"
        note = f"{dice.choice(_WHAT)}，{dice.choice(_WISH)}"
        where = (county, first + 1, address)
        yield (first + home, "household", name, name_key(name), *where, phone, "脱贫户", "", note)


def _insert_activities(dice: Random, a_leader: int) -> None:
    numbers = range(1, 1 + ACTIVITIES)
    columns = ("id", "number", "kind", "first_day", "first_half", "last_day", "last_half", "place", "purpose")
    rows = (_activity(dice, number) for number in numbers)
    insert_rows(Activity, (*columns, "state", "heard", "reply", "entered_on"), rows)
    people = ((number, _leader(number), "", "leader") for number in numbers)
    insert_rows(Participant, ("activity_id", "official_id", "name", "role"), people)
    columns = ("activity_id", "contact_point_id", "outcome", "manner", "person", "reason", "heard", "reply")
    visits = (number for number in numbers if _kind(number) == "visit")
    targets = chain.from_iterable(_targets(dice, number, a_leader) for number in visits)
    insert_rows(Target, (*columns, "services"), targets)


def _activity(dice: Random, number: int) -> tuple[object, ...]:
    year = YEARS[(number - 1) // (LEADERS * A_YEAR)]
    day = (date(year, 1, 1) + timedelta(dice.randrange(360))).isoformat()
    state = "done" if dice.random() < 0.9 else "cancelled"
    serial = 1 + (number - 1) % (LEADERS * A_YEAR)
    place = f"{_HILLS[_leader(number) % 18]}样县{_number(_leader(number) % 100)}镇"
    said = (_heard(dice), _reply(dice)) if number % 3 else ("", "")
    days = (day, "am", day, "pm")
    return (
        *(number, f"HD{year}{serial:04d}", _kind(number), *days, place, f"看望{_place(dice)}群众"),
        *(state, *said, day),
    )


def _targets(dice: Random, number: int, a_leader: int) -> Iterator[tuple[object, ...]]:
    first = 1 + (_leader(number) - 1) * a_leader
    for home in dice.sample(range(a_leader), 2):
        yield (number, first + home, "met", "home", "", "", _heard(dice), "", "")


def _heard(dice: Random) -> str:
    """反映长坑组饮水管道老化，希望早日修好，电话未留."""
    return f"反映{_place(dice)}组{dice.choice(_WHAT)}，{dice.choice(_WISH)}，涉及{dice.randint(2, 99)}户"


def _reply(dice: Random) -> str:
    return f"{dice.choice(_ANSWERED)}，由{_person(dice)}{_number(dice.randrange(99))}跟踪办理"


def _leader(number: int) -> int:
    return 1 + number % LEADERS


def _kind(number: int) -> str:
    return _KINDS[number // LEADERS % A_YEAR]


def _place(dice: Random) -> str:
    return dice.choice(_HILLS) + dice.choice(_WATERS)


def _person(dice: Random) -> str:
    return dice.choice(_SURNAMES) + "样"


def _number(number: int) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))
