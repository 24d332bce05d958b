"""AB角 in words: the lines of the list of pairings. No Tk."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from gui.look.palette import Tone, signed
from gui.state.finding import Filter
from models.pairing import Pairing
from models.rules.calendar import chinese_date

VALID, ALL = "valid", "all"
SPANS = {VALID: "现行和将来的", ALL: "全部"}


class Row(NamedTuple):
    """One line of the list."""

    pairing: Pairing
    today: date

    @property
    def post(self) -> tuple[str, Tone]:
        """What they are paired for; of leaders that they act for each other."""
        if self.pairing.is_of_leaders:
            return " · ".join(filter(None, ("互为AB角", self.pairing.post))), Tone.PLAIN
        return self.pairing.post or "—", Tone.PLAIN

    @property
    def when(self) -> str:
        """2026年1月1日起; both days where it ends."""
        first, last = self.pairing.first_day, self.pairing.last_day
        begin = f"{chinese_date(first)}起" if first else ""
        end = f"至{chinese_date(last)}" if last else ""
        return (begin if not end else begin[:-1] + end) or "—"

    @property
    def state(self) -> tuple[str, Tone]:
        """✓ 现行, ○ 未开始, — 已终止; ▲ where one of the two is not in office."""
        first, last = self.pairing.first_day, self.pairing.last_day
        if last and last < self.today:
            return "已终止", Tone.SOFT
        if first and first > self.today:
            return signed(Tone.NOT_DUE, "未开始"), Tone.NOT_DUE
        gone = [one.name for one in (self.pairing.a, self.pairing.b) if not one.is_in_office(self.today)]
        if gone:
            return signed(Tone.NEAR, f"{'、'.join(gone)}不在任"), Tone.NEAR
        return signed(Tone.DONE, "现行"), Tone.DONE


def rows(pairings: Iterable[Pairing], span: str, typed: str, today: date) -> list[Row]:
    """The lines that are meant: those not ended yet, or all; leaders' pairs before those of posts."""
    meant = Filter(typed)
    found = [
        Row(one, today)
        for one in pairings
        if (span == ALL or one.last_day is None or one.last_day >= today)
        and meant.finds((one.a.name, one.b.name, one.post))
    ]
    return sorted(found, key=lambda row: not row.pairing.is_of_leaders)


def context(pairings: Iterable[Pairing], today: date) -> str:
    """现行 4 对，部门岗位 3 个."""
    valid = [one for one in pairings if one.pair.holds(today)]
    leaders = sum(one.is_of_leaders for one in valid)
    posts = len(valid) - leaders
    return f"领导AB角 {leaders} 对" + (f"    部门岗位 {posts} 个" if posts else "")
