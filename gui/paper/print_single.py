"""One activity or one household of the many a document may be about: what is offered, and in what words."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from gui.state.print_choice import Which
from models.activity import activities_between
from models.assignment import held_between
from models.contact_point import points_of
from models.official import Official
from models.rules.calendar import Period, chinese_date
from models.rules.kinds import ActivityKind, PointKind
from printing.documents import Wish

_BLANK = "空白表（手写用）"


class Single(NamedTuple):
    """How a document's subject is asked for; `offer` gives those of a leader in a period by number."""

    label: str
    hint: str
    every: str
    offer: Callable[[Official, Period], dict[str, str]]

    def offered(self, leader: Official | None, period: Period) -> dict[str, str]:
        """The blank form, all of them, and each of one leader."""
        return self.words | (self.offer(leader, period) if leader else {})

    @property
    def words(self) -> dict[str, str]:
        """What is there to choose where it is no single one."""
        return {Which.BLANK: _BLANK, Which.ALL: self.every}


def single_of(wishes: Sequence[Wish]) -> Single | None:
    """The one subject a document with these wishes may be about, None if there is no such choice."""
    return next((_SINGLES[wish] for wish in wishes if wish in _SINGLES), None)


def _activities(kind: ActivityKind, leader: Official, period: Period) -> dict[str, str]:
    return {
        activity.number: f"{chinese_date(activity.first_day)}  {activity.place}  {activity.number}"
        for activity in activities_between(period.first, period.last, leader)
        if activity.kind == kind
    }


def _households(leader: Official, period: Period) -> dict[str, str]:
    held = held_between(period.first, period.last, leader).get(leader.id, [])
    points = {point.id: point for point in points_of(held) if point.kind == PointKind.HOUSEHOLD}
    return {str(id_): f"{points[id_].name}  {points[id_].address}".rstrip() for id_ in held if id_ in points}


_SINGLES = {
    Wish.NUMBER: Single(
        "走访",
        "选定一位领导后，可以只印某一次走访",
        "本季度全部走访",
        partial(_activities, ActivityKind.VISIT),
    ),
    Wish.HEARING: Single(
        "下访听诉",
        "选定一位领导后，可以只印某一次下访听诉",
        "本季度全部下访听诉",
        partial(_activities, ActivityKind.HEARING),
    ),
    Wish.HOUSEHOLD: Single("联系户", "选定一位领导后，可以只印某一户", "全部联系户", _households),
}
