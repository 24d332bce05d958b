"""The page 走访日历 of a small office between two neighbours, and how a test acts on it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gui.page import Page
from gui.pages.calendar import CalendarPage
from gui.window import Window
from models.absence import Absence
from models.activity import Activity, save_activity
from models.official import Official
from models.rules.kinds import ActivityState, Half
from models.writing import Topic, writing
from tests.models.made_up import a_visit, day

TODAY = day(11, 25)
FRIDAY, SATURDAY, MONDAY = day(11, 27), day(11, 28), day(11, 30)


class _Neighbour(Page):
    """Another page of the program, that remembers what it was asked to open."""

    icon = "gear"

    def build(self) -> None:
        self.about: Any = None

    def come(self, about: Any) -> None:
        self.about = about


class ActivityNeighbour(_Neighbour):
    title = "走访登记"


class MattersNeighbour(_Neighbour):
    title = "民情事项"


class PrintNeighbour(_Neighbour):
    title = "打印中心"


def calendar_page(
    open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch, today: date = TODAY
) -> CalendarPage:
    """The page in a window, laid out, on that day."""
    monkeypatch.setattr(Window, "today", lambda _: today)
    page: CalendarPage = open_window(CalendarPage, ActivityNeighbour, PrintNeighbour).page
    page.update()
    return page


def plan(leader: Official, when: date, **more: object) -> Activity:
    """A planned visit in the morning at 样样镇."""
    morning = {"state": ActivityState.PLANNED, "last_half": Half.AM, "place": "样样镇"}
    return save_activity(a_visit(leader, when, **(morning | more)), TODAY)


def absent(who: Official, first: date, last: date) -> None:
    with writing("外出", Topic.ABSENCE):
        Absence.create(official=who, first_day=first, last_day=last, reason="学习")


def asked(page: CalendarPage) -> Any:
    """What the page gone to was asked to open."""
    return page.shell.page.about


def middle(page: CalendarPage, when: date) -> dict[str, int]:
    left, _, right, bottom = page.month.boxes.day(when) or (0, 0, 0, 0)
    return {"x": (left + right) // 2, "y": bottom - 6}


def drag(page: CalendarPage, activity: Activity, to: date, *, let_go: bool = True) -> None:
    """Take hold of an activity and pull it to another day."""
    page.update()
    left, top, _, bottom = page.month.box_of(("activity", activity.id))
    page.month.event_generate("<Button-1>", x=left + 8, y=(top + bottom) // 2)
    page.month.event_generate("<B1-Motion>", x=left + 20, y=bottom + 10)
    page.month.event_generate("<B1-Motion>", **middle(page, to))
    page.update()
    if let_go:
        page.month.event_generate("<ButtonRelease-1>", **middle(page, to))
        page.update()


def choose(page: CalendarPage, leader: Official) -> None:
    page.bar.leader.set(leader.id)
    page._leader_chosen()
    page.update()
