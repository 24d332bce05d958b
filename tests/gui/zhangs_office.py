"""An office for the pages: one leader with a township, a village in it and ten households there."""

from models.activity import Activity, save_activity
from models.assignment import assign
from models.contact_point import ContactPoint
from models.official import Official
from models.progress import progress
from models.rules.calendar import period
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

TODAY = day(11, 22)
NAMES = [f"王样{numeral}" for numeral in "一二三四五六七八九十"]


def zhangs_office() -> Official:
    leader = a_leader("张样一")
    for point in points():
        assign(leader, point, day(1, 1))
    return leader


def points() -> list[ContactPoint]:
    township = a_township()
    village = a_village(township=township)
    return [township, village, *(a_household(name, village) for name in NAMES)]


def kept(leader: Official, **more: object) -> Activity:
    township = ContactPoint.get(ContactPoint.kind == "township")
    return save_activity(a_visit(leader, day(11, 20), township, **more), TODAY)


def done(rule: str, span: str) -> list[float]:
    return [
        line.done for line in progress(period(span), TODAY) if line.rule == rule and line.leader == "张样一"
    ]


def figures() -> dict[tuple[str, str | None], tuple[float, int]]:
    lines = [line for span in ("2026Q4", "2026") for line in progress(period(span), TODAY)]
    return {(line.rule, line.subject): (line.done, line.owed) for line in lines}
