"""The page 联系点 of a small office: two leaders, one with all his points, the other with none."""

from collections.abc import Callable
from datetime import date
from typing import Any

from gui.pages.contact_point import ContactPointPage
from gui.window import Window
from models.assignment import Assignment, assign
from models.contact_point import ContactPoint, place_of, save_point
from models.official import Official, save_official
from models.rules.kinds import PointKind
from models.writing import Topic, writing

JANUARY = date(2026, 1, 1)


def a_member(name: str, rank: int) -> Official:
    return save_official(Official(name=name, rank=rank, is_member=True, title="副市长"))


def give(leader: Official, kind: PointKind, name: str, village: str = "") -> Assignment:
    township = "" if kind is PointKind.TOWNSHIP else "沙石镇"
    with writing("试验", Topic.CONTACT_POINT):
        parent = place_of("章贡区", township, village)
        point = save_point(ContactPoint(kind=kind, name=name, county="章贡区", parent=parent))
        return assign(leader, point, JANUARY)


def points_page(open_window: Callable[..., Window]) -> ContactPointPage:
    """Two leaders: the first with one township, one village and ten households, the second with nothing."""
    first = a_member("张样一", 1)
    a_member("李样二", 2)
    give(first, PointKind.TOWNSHIP, "沙石镇")
    give(first, PointKind.VILLAGE, "沙石村")
    for number in range(10):
        give(first, PointKind.HOUSEHOLD, f"刘样{number}", "沙石村")
    page: Any = open_window(ContactPointPage).page
    assert isinstance(page, ContactPointPage)
    return page
