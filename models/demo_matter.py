"""演示数据: what people asked for, from each leader and year a dozen matters at all stages."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import NamedTuple

from models.base import database
from models.demo_matter_words import PEOPLE, SETTLED_AFTER, STAGES, STEP_WORDS, SUBJECTS, Stage, Subject
from models.holiday import exceptions
from models.matter import Matter, MatterStep
from models.rules.kinds import ActivityKind, MatterKind, MatterState, Satisfaction, StepKind
from models.rules.matter import Step
from models.rules.matter_course import Reached, reached
from models.rules.workdays import workday_after
from models.setting import value
from models.storage.bulk import insert_rows, next_id

_MATTER = (
    *("id", "number", "kind", "registered_on", "official_id", "contact_point_id", "activity_id"),
    *("raised_by", "phone", "content", "category", "unit", "person", "due", "state", "result"),
    *("told_on", "closed_on", "satisfaction", "in_charge", "sensitive"),
)
_TRIPS = """
SELECT participant.official_id, activity.kind, activity.id, first_day, target.contact_point_id
FROM activity JOIN participant ON participant.activity_id = activity.id
LEFT JOIN target ON target.activity_id = activity.id AND outcome = 'met'
LEFT JOIN contact_point ON contact_point.id = target.contact_point_id
WHERE state = 'done' AND (activity.kind = 'hearing' OR contact_point.kind = 'household')
"""
_HOUSEHOLDS = """
SELECT official_id, contact_point.id, name, phone FROM contact_point
JOIN assignment ON contact_point_id = contact_point.id WHERE kind = 'household'
"""
_SAID = (*[Satisfaction.SATISFIED] * 7, Satisfaction.FAIRLY, Satisfaction.DISSATISFIED)
_OPEN = Reached(MatterState.OPEN)


class Told(NamedTuple):
    """One matter: to whom and when it was told, at which activity if any, by which household; its steps."""

    stage: Stage
    subject: Subject
    official: int
    day: date
    activity: int | None
    household: int
    steps: Sequence[Step]


def fill_matters(dice: Random, today: date, years: int) -> None:
    """A dozen matters a leader and year: of past years done, of this one also late, near and just begun."""
    found = sorted(_told(dice, today, years), key=lambda one: one.day)
    due, people = _deadlines(), {row[1]: row[2:] for row in database.execute_sql(_HOUSEHOLDS)}
    first, serial = next_id(Matter), Counter[int]()
    rows, steps = [], []
    for number, one in enumerate(found, start=first):
        serial[one.day.year] += 1
        code = f"MQ{one.day.year}{serial[one.day.year]:04d}"
        rows.append((number, code, *_values(dice, one, people[one.household], due(one.day))))
        steps += [(number, step.kind, step.day.isoformat(), step.words) for step in one.steps]
    insert_rows(Matter, _MATTER, rows)
    insert_rows(MatterStep, ("matter_id", "kind", "day", "words"), steps)


def _told(dice: Random, today: date, years: int) -> Iterator[Told]:
    trips, near, workday = _trips(), _near_days(today), _workdays()
    households = defaultdict(list)
    for official, point, *_ in database.execute_sql(_HOUSEHOLDS):
        households[official].append(point)
    for year in range(today.year - years + 1, today.year + 1):
        latest = _latest(year, today)
        for place, (official, points) in enumerate(sorted(households.items())):
            for stage in _stages(place, over=year < today.year):
                there = trips[official, year, stage.kind == MatterKind.PETITION] if stage.from_trip else ()
                trip = [one for one in there if one[0] <= latest]
                day, activity, point = dice.choice(trip) if trip else (None, None, None)
                day = day or _day(dice, stage, latest, today, near)
                subject = dice.choice(SUBJECTS[stage.kind])
                steps = tuple(_steps(dice, stage.steps, subject, day, today, workday))
                yield Told(stage, subject, official, day, activity, point or dice.choice(points), steps)


def _stages(place: int, *, over: bool) -> Iterator[Stage]:
    """The stages of a leader's matters: the first has all that are under way, each other one of them."""
    under_way = [stage for stage in STAGES if stage.is_under_way]
    for stage in STAGES:
        stays = not over and (place == 0 or stage == under_way[place % len(under_way)])
        yield stage if stays or not stage.is_under_way else stage.to_its_end()


def _latest(year: int, today: date) -> date:
    """The last day of the year on which something may have begun that is settled by now, if there is one."""
    return max(date(year, 1, 1), min(date(year, 12, 31), today - timedelta(SETTLED_AFTER)))


def _day(dice: Random, stage: Stage, latest: date, today: date, near: Sequence[date]) -> date:
    """When it was registered: as long ago as the stage says, or any day of the year until the latest."""
    first = date(latest.year, 1, 1)
    if stage.ago is None:
        return first + timedelta(dice.randrange((latest - first).days + 1))
    day = dice.choice(near) if stage.is_near else today - timedelta(dice.randint(*stage.ago))
    return max(first, day)


def _steps(
    dice: Random,
    course: Sequence[tuple[StepKind, int]],
    subject: Subject,
    day: date,
    today: date,
    workday: Callable[[date], date],
) -> Iterator[Step]:
    for kind, days in course:
        day = workday(day + timedelta(days + dice.getrandbits(1)))
        if day > today:
            return
        yield Step(kind, day, _words(kind, subject))


@cache
def _words(kind: StepKind, subject: Subject) -> str:
    return STEP_WORDS[kind].format(unit=subject.unit, reply=subject.reply)


def _values(dice: Random, one: Told, who: tuple[str, str], due: date) -> tuple[object, ...]:
    now, subject = reached(one.steps, _OPEN), one.subject
    answered = any(step.kind == StepKind.REPLY for step in one.steps)
    return (
        *(one.stage.kind, one.day.isoformat(), one.official, one.household, one.activity, *who),
        *(f"示例：{subject.content}", subject.category, subject.unit, dice.choice(PEOPLE)),
        *(due.isoformat(), now.state, subject.reply if answered else ""),
        *(_text(now.told_on), _text(now.closed_on), dice.choice(_SAID) if now.told_on else ""),
        *(one.stage.in_charge, one.stage.sensitive),
    )


def _trips() -> dict[tuple[int, int, bool], list[tuple[date, int, int | None]]]:
    """Households met and hearings held: by leader, year and whether it was a hearing."""
    found = defaultdict(list)
    for official, kind, activity, first, point in database.execute_sql(_TRIPS):
        day = date.fromisoformat(first)
        found[official, day.year, kind == ActivityKind.HEARING].append((day, activity, point))
    return found


def _near_days(today: date) -> list[date]:
    """The days of registration whose deadline is today or a few days off; today if there are none."""
    due = _deadlines()
    days = [today - timedelta(ago) for ago in range(60)]
    return [day for day in days if today <= due(day) <= today + timedelta(3)] or [today]


def _deadlines() -> Callable[[date], date]:
    count, off = int(value("matter_workdays")), exceptions()
    return cache(lambda day: workday_after(day, count, off))


def _workdays() -> Callable[[date], date]:
    off = exceptions()
    return cache(lambda day: workday_after(day - timedelta(1), 1, off))


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
