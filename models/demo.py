"""演示数据: an office of plainly made-up people in real places, the same for the same seed."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from models.activity import Activity, Participant, Target
from models.assignment import Assignment
from models.contact_point import ContactPoint
from models.demo_away import Span, fill_absences, fill_pairings
from models.demo_department import fill_department
from models.demo_friend import fill_friends
from models.demo_matter import fill_matters
from models.demo_words import Told, brought, told
from models.division import Division, divisions
from models.official import Official
from models.resting import resting_collector
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner, Outcome, PointKind, Role
from models.rules.names import name_key
from models.rules.problem import Problem
from models.storage.bulk import insert_rows, next_id
from models.writing import Topic, writing

HOUSEHOLDS = 10
_YEARS = range(1, 101)
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁"
_NUMERALS = "一二三四五六七八九十"
_TITLES = ("市长", "常务副市长", *["副市长"] * 5, "市政府党组成员", "秘书长")
_CATEGORIES = ("一般户", "低保户", "五保户", "脱贫户")
_WISHES = (
    "反映村口道路雨天积水，希望修排水沟",
    "希望了解合作医疗报销手续",
    "饮水管道老化，盼早日更换",
    "想学脐橙防病技术",
    "反映电压不稳",
    "",
    "",
)
_YEARLY = (
    *[ActivityKind.VISIT] * 9,
    *[ActivityKind.HEARING] * 4,
    *[ActivityKind.FIELDWORK] * 14,
    *[ActivityKind.REPORT] * 2,
    ActivityKind.POINT_MEETING,
)
_TOPICS = (
    *(Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.ACTIVITY, Topic.PAIRING, Topic.ABSENCE),
    *(Topic.MATTER, Topic.FRIEND),
)
_SPAN = {ActivityKind.FIELDWORK: 3}

_POINT_COLUMNS = (
    *("id", "kind", "name", "name_key", "county", "parent_id"),
    *("address", "phone", "people", "category", "market_days", "note"),
)
_ACTIVITY_COLUMNS = (
    *("id", "number", "kind", "first_day", "first_half", "last_day", "last_half"),
    *("place", "purpose", "state", "heard", "reply", "entered_on", "venue", "form", "title"),
)

Row = tuple[object, ...]


def fill_with_demo(today: date, leaders: int = 9, years: int = 1, seed: int = 1) -> None:
    """Fill an empty database with that many leaders and years of activities up to and around `today`.

    Raises Problem if anybody is in the database already, or for a number no office has.
    """
    if leaders < 1 or years not in _YEARS:
        raise Problem(f"演示数据至少要有 1 位领导，年数在 {_YEARS[0]} 到 {_YEARS[-1]} 之间。")
    if Official.select().exists():
        raise Problem("这个数据文件夹里已经有数据，演示数据只能放进空的文件夹。")
    dice = Random(seed)
    with resting_collector(), writing("生成演示数据", *_TOPICS):
        first_leader = next_id(Official)
        _insert_leaders(dice, leaders)
        everybody, first_year = range(first_leader, first_leader + leaders), today.year - years + 1
        held = _insert_points(dice, everybody, first_year)
        busy = _insert_activities(dice, held, today, years)
        fill_pairings(everybody, first_year)
        fill_absences(dice, everybody, busy, today, years)
        fill_department(leaders + 1, first_year, today)
        fill_matters(dice, today, years)
        fill_friends(dice, date(first_year, 1, 1), today)


def _insert_leaders(dice: Random, count: int) -> None:
    columns = ("name", "name_key", "rank", "title", "unit", "duties", "is_member", "liaison", "liaison_phone")
    rows = []
    for place in range(count):
        name = _name(dice, place)
        title = _TITLES[min(place, len(_TITLES) - 1)] if place < len(_TITLES) else "党组成员"
        liaison = _name(dice, dice.randrange(10))
        phone = f"0797-8{place:03d}000"
        rows.append((name, name, place + 1, title, "市政府", "", True, liaison, phone))
    insert_rows(Official, columns, rows)


def _name(dice: Random, place: int) -> str:
    """A name nobody bears: surname, 样, and a number in words."""
    tens, ones = divmod(place, 10)
    return f"{dice.choice(_SURNAMES)}样{_NUMERALS[ones]}" + (_number_word(tens) if tens else "")


def _number_word(number: int) -> str:
    return "".join(_NUMERALS[int(digit) - 1] if digit != "0" else "零" for digit in str(number))


def _insert_points(dice: Random, leaders: range, year: int) -> list[tuple[int, list[int], str]]:
    """Points and assignments; of each leader his id, the ids of his points, and his township's name."""
    places = dice.sample(divisions(), len(leaders)) if len(leaders) <= len(divisions()) else None
    if places is None:
        raise Problem(f"演示数据最多 {len(divisions())} 位领导。")
    points: list[Row] = []
    held = []
    towns: dict[tuple[str, str], int] = {}
    number = next_id(ContactPoint)
    for leader, place in zip(leaders, places, strict=True):
        town = towns.get(place[:2])
        fresh = list(_points_at(dice, place, number, town))
        towns.setdefault(place[:2], number)
        points += fresh
        ids = [int(str(row[0])) for row in fresh]
        held.append((leader, ids if town is None else [town, *ids], place.township))
        number += len(fresh)
    insert_rows(ContactPoint, _POINT_COLUMNS, points)
    start = date(year, 1, 1).isoformat()
    rows = [(leader, point, start, f"示例〔{year}〕1号") for leader, ids, _ in held for point in ids]
    insert_rows(Assignment, ("official_id", "contact_point_id", "first_day", "document"), rows)
    return held


def _points_at(dice: Random, place: Division, number: int, town: int | None) -> Iterator[Row]:
    if town is None:
        market = dice.choice(("农历147", "农历258", "农历369"))
        yield _point(number, PointKind.TOWNSHIP, place.township, place.county, None, market=market)
        town, number = number, number + 1
    yield _point(number, PointKind.VILLAGE, place.village, place.county, town)
    for extra in range(HOUSEHOLDS):
        yield (
            number + 1 + extra,
            PointKind.HOUSEHOLD.value,
            name := _name(dice, extra),
            name_key(name),
            place.county,
            number,
            f"{dice.randint(1, 8)}组{dice.randint(1, 99)}号",
            f"139{dice.randrange(10**8):08d}",
            dice.randint(1, 8),
            dice.choice(_CATEGORIES),
            "",
            "",
        )


def _point(number: int, kind: PointKind, name: str, county: str, parent: int | None, market: str = "") -> Row:
    return (number, kind.value, name, name_key(name), county, parent, "", "", None, "", market, "")


def _insert_activities(
    dice: Random, held: list[tuple[int, list[int], str]], today: date, years: int
) -> dict[int, list[Span]]:
    """When each leader is out, by his id."""
    words = Random(dice.random())
    busy: dict[int, list[Span]] = defaultdict(list)
    activities: list[Row] = []
    people: list[Row] = []
    targets: list[Row] = []
    number = next_id(Activity)
    for year in range(today.year - years + 1, today.year + 1):
        serial = 0
        for leader, points, place in held:
            for kind in _YEARLY:
                serial += 1
                day = date(year, 1, 1) + timedelta(dice.randrange(360))
                code, said = f"HD{year}{serial:04d}", told(words, kind, place)
                activities.append(_activity(dice, number, code, kind, day, today, said))
                busy[leader].append((str(activities[-1][3]), str(activities[-1][5])))
                people.append((number, leader, "", Role.LEADER.value))
                if kind == ActivityKind.VISIT:
                    services = brought(words) if activities[-1][9] == ActivityState.DONE else ""
                    targets += _targets(dice, number, points, day <= today, services)
                number += 1
    _insert_all(activities, people, targets)
    return busy


def _insert_all(activities: list[Row], people: list[Row], targets: list[Row]) -> None:
    insert_rows(Activity, _ACTIVITY_COLUMNS, activities)
    insert_rows(Participant, ("activity_id", "official_id", "name", "role"), people)
    columns = ("activity_id", "contact_point_id", "person", "outcome", "manner", "reason", "heard", "reply")
    insert_rows(Target, (*columns, "services"), targets)


def _activity(
    dice: Random, number: int, code: str, kind: ActivityKind, day: date, today: date, said: Told
) -> Row:
    last = day + timedelta(dice.randrange(_SPAN.get(kind, 1)))
    past = last <= today
    state = dice.choices(
        (ActivityState.DONE, ActivityState.CANCELLED, ActivityState.PLANNED),
        (90, 6, 4) if past else (0, 0, 1),
    )[0]
    whole = kind not in (ActivityKind.VISIT, ActivityKind.HEARING)
    heard, reply = (said.heard, said.reply) if state == ActivityState.DONE else ("", "")
    return (
        number,
        code,
        kind.value,
        day.isoformat(),
        Half.AM.value,
        last.isoformat(),
        (Half.PM if whole else Half.AM).value,
        *(said.place, said.purpose, state.value, heard, reply),
        min(day, today).isoformat(),
        *(said.venue, said.form, said.title),
    )


def _targets(dice: Random, number: int, points: list[int], past: bool, services: str) -> Iterator[Row]:
    """Township, village and a few households, nearly all of them met if the day is past."""
    for point in (*points[:2], *dice.sample(points[2:], 3)):
        met = dice.random() < 0.95
        outcome = (Outcome.MET if met else Outcome.NOT_MET) if past else Outcome.PLANNED
        heard = dice.choice(_WISHES) if past and met else ""
        reason = "" if met or not past else "外出务工"
        there = services if past and met and point not in points[:2] else ""
        yield (number, point, "", outcome.value, Manner.HOME.value, reason, heard, "", there)
