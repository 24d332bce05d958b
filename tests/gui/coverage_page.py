"""The coverage page of a small office, and how a test finds its boxes."""

from collections.abc import Callable
from datetime import date

import pytest

from gui.page import Page
from gui.pages.coverage import CoveragePage
from gui.state.coverage import Seen
from gui.window import Window
from models.official import Official
from models.rules.calendar import Period, period
from tests.gui.driving import wait_until
from tests.gui.zhangs_office import TODAY, kept, zhangs_office
from tests.models.made_up import a_leader

YEAR, Q2, Q3, Q4 = (period(text) for text in ("2026", "2026Q2", "2026Q3", "2026Q4"))


class Visited(Page):
    """Stands where 走访登记 stands, and remembers what it was sent."""

    title, icon = "走访登记", "gear"
    about: object = None

    def come(self, about: object) -> None:
        self.about = about


class Printed(Visited):
    """Stands where 打印中心 stands."""

    title = "打印中心"


def zhang_and_li() -> Official:
    """张样一, who has made one visit, beside 李样二, who has no points."""
    leader = zhangs_office()
    kept(leader)
    a_leader("李样二")
    return leader


def opener(
    open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., CoveragePage]:
    """What opens the page on a day, with all its boxes drawn."""

    def open_(today: date = TODAY) -> CoveragePage:
        monkeypatch.setattr(Window, "today", lambda _: today)
        window = open_window(CoveragePage, Visited, Printed)
        wait_until(window, window.page.office.cells.shown)
        return window.page

    return open_


def window(page: CoveragePage) -> Window:
    found: Window = page.shell  # type: ignore[assignment]
    return found


def office_box(page: CoveragePage, name: str, rule: str, span: Period) -> Seen:
    """Put the cursor on the box of a leader's duty."""
    state = page.office.cells.grid_state
    place = next(at for at, row in enumerate(state.rows) if row.label == name)
    for at, cell in enumerate(state.rows[place].cells):
        seen = cell.about if cell else None
        if isinstance(seen, Seen) and (seen.rule.code, seen.box.lines[0].period) == (rule, span):
            page.office.cells.go(place, at)
            return seen
    raise AssertionError(f"no box of {rule}")


def leader_box(page: CoveragePage, key: tuple[str, str | None], at: int = 0) -> Seen:
    """Put the cursor on a box of the leader's year, by the duty and the point."""
    state = page.leader.cells.grid_state
    for place, row in enumerate(state.rows):
        seen = next((cell.about for cell in row.cells if cell), None)
        if isinstance(seen, Seen) and (seen.rule.code, seen.box.lines[0].subject) == key:
            page.leader.cells.go(place, at)
            return page.leader.cells.current
    raise AssertionError(f"no row of {key}")


def open_year(page: CoveragePage, leader: Official) -> None:
    page.open_leader(leader.id)
    page.update()
