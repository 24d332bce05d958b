"""Contact points as forms name them, loaded once for a whole print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.assignment import held_between
from models.contact_point import ContactPoint
from models.official import Official
from models.rules.kinds import PointKind
from models.rules.masking import masked_phone
from printing.wording import listed, one_a_line, plain, told


@dataclass(frozen=True, slots=True)
class Held:
    """The points one leader holds at some time between two days, in order."""

    points: Sequence[ContactPoint]

    def of(self, kind: PointKind) -> list[ContactPoint]:
        return [point for point in self.points if point.kind == kind]

    def names(self, kind: PointKind) -> str:
        return "、".join(plain(point.name) for point in self.of(kind))


class Points:
    """All points and who holds them between two days. `full` leaves numbers unmasked."""

    def __init__(self, first: date, last: date, *, full: bool) -> None:
        self._by_id = {point.id: point for point in ContactPoint.select()}
        self._held = held_between(first, last)
        self._full = full

    def held(self, leader: Official) -> Held:
        points = [self._by_id[number] for number in self._held.get(leader.id, ())]
        return Held(sorted(points, key=lambda point: point.kind_order))

    def known(self, number: int | None) -> ContactPoint | None:
        """The point of that id."""
        return self._by_id.get(number or 0)

    def place(self, point: ContactPoint, *, within: Sequence[ContactPoint] = ()) -> str:
        """County, township, village and address, without what `within` has told already."""
        known = {above.id for above in within}
        above = self.above(point)
        county = "" if known & {place.id for place in above} else point.county
        names = [plain(place.name) for place in above if place.id not in known]
        return self.text("".join([county, *names, point.address]))

    def phone(self, point: ContactPoint) -> str:
        return one_a_line(point.phone if self._full else masked_phone(point.phone))

    def category(self, point: ContactPoint) -> str:
        """What sort of household it is, in the office's own words."""
        return self.text(point.category)

    def text(self, text: str) -> str:
        """Free text, its numbers masked unless the print is a full one."""
        return told(text, full=self._full)

    def above(self, point: ContactPoint) -> list[ContactPoint]:
        """The township and the village it lies in, as far as they are known."""
        above: list[ContactPoint] = []
        parent = self._by_id.get(point.parent_id or 0)
        while parent is not None:
            above.insert(0, parent)
            parent = self._by_id.get(parent.parent_id or 0)
        return above


def shown(point: ContactPoint) -> str:
    """A point's name in a list: people's names padded, places as they are."""
    return listed(point.name) if point.kind == PointKind.HOUSEHOLD else plain(point.name)
