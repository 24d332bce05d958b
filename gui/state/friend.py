"""基层朋友 in words: the lines of the list. No Tk."""

from collections.abc import Iterable
from typing import NamedTuple

from gui.state.finding import Filter
from models import terms
from models.friend import Friend
from models.rules.calendar import chinese_date
from models.rules.kinds import Sex


class Row(NamedTuple):
    """One line of the list."""

    friend: Friend

    @property
    def about(self) -> str:
        """女，村民小组长."""
        sex = terms.label(Sex(self.friend.sex)) if self.friend.sex else ""
        return "，".join(filter(None, (sex, self.friend.standing))) or "—"

    @property
    def met(self) -> str:
        """2026年3月5日 天九镇."""
        day = chinese_date(self.friend.met_on) if self.friend.met_on else ""
        return " ".join(filter(None, (day, self.friend.met_at))) or "—"


def rows(friends: Iterable[Friend], typed: str) -> list[Row]:
    """The lines that a search means, in the order given."""
    meant = Filter(typed)
    return [
        Row(one)
        for one in friends
        if meant.finds((one.name, one.official.name, one.address, one.standing, one.contact))
    ]
