"""The sheet 联系点: a point is known by kind, county, parents and name, a household also by its address."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.exchange.assignment_rows import Claim
from models.exchange.office import NEW, Office, key
from models.exchange.places import HOUSEHOLD, TOWNSHIP, VILLAGE, add_point, known_place, parent_of
from models.exchange.typed_rows import Refusal, Row

_OWN = ("address", "phone", "people", "category", "market_days", "note")
_ORDER = {TOWNSHIP: 0, VILLAGE: 1, HOUSEHOLD: 2}
NAMESAKES = "同村有同名的户，请填写地址加以区分"


@dataclass(slots=True)
class PointRows:
    """What the rows of one import have said so far of points and who holds them."""

    claims: list[Claim] = field(default_factory=list)
    _told: dict[int, list[Row]] = field(default_factory=lambda: defaultdict(list))
    _addresses: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))

    def plan(self, office: Office, rows: Iterable[Row], implied: str | None) -> None:
        """Enter every row's point and note who claims it; townships first, since villages lie in them."""
        ready = [row for row in rows if self._is_whole(row)]
        self.note_addresses(ready)
        for row in sorted(ready, key=lambda row: _ORDER[row.given["kind"]]):
            try:
                leaders = office.officials_named("领导", row.given.get("leaders", ()))
            except Refusal as refusal:
                row.refusals.append(refusal)
                leaders = []
            try:
                self.enter(office, row, row.given["kind"], leaders, implied)
            except Refusal as refusal:
                row.refusals.append(refusal)

    def note_addresses(self, rows: Iterable[Row]) -> None:
        """Remember under which addresses each name comes, before the first household is entered."""
        for row in rows:
            self._addresses[_identity(row)].add(key(row.given.get("address", "")))

    def enter(self, office: Office, row: Row, kind: str, leaders: Sequence[int], implied: str | None) -> None:
        """Enter the row's point of that kind; every leader claims it."""
        parent = parent_of(office, kind, row.given)
        point = self._known(office, row, kind, parent, leaders)
        own = {name: row.given[name] for name in _OWN if name in row.given}
        if point:
            self._refuse_twin(office, row, point, leaders)
            office.change(row, office.points, point, own)
        else:
            point = add_point(office, kind, row.given["name"], row.given.get("county", ""), parent, own)
        if point >= office.points.first_new and point not in self._told:
            row.outcome = NEW
        self._told[point].append(row)
        self.claim(row, leaders, point, implied)

    def claim(self, row: Row, leaders: Sequence[int], point: int, implied: str | None) -> None:
        """Note that these leaders hold the point as the row says."""
        day, last, document = (row.given.get(name) for name in ("first_day", "last_day", "document"))
        self.claims.extend(Claim(row, leader, point, day, last, document, implied) for leader in leaders)

    def _known(self, office: Office, row: Row, kind: str, parent: int, leaders: Sequence[int]) -> int:
        name, county = row.given["name"], row.given.get("county", "")
        if kind != HOUSEHOLD:
            return known_place(office, kind, name, county, parent)
        county = county or (str(office.points.value(parent, "county")) if parent else "")
        return self._household(
            office, row, office.point_ids[HOUSEHOLD, key(county), parent, key(name)], leaders
        )

    def _household(self, office: Office, row: Row, namesakes: list[int], leaders: Sequence[int]) -> int:
        address = key(row.given.get("address", ""))
        if not address:
            if len(namesakes) > 1:
                raise Refusal("地址", "", NAMESAKES)
            return namesakes[0] if namesakes else 0
        by_address = {key(office.points.value(each, "address")): each for each in namesakes}
        if address in by_address or "" in by_address:
            return by_address.get(address) or by_address[""]
        moved = len(namesakes) == 1 and len(self._addresses[_identity(row)]) == 1
        return namesakes[0] if moved and _holds(office, leaders, namesakes[0]) else 0

    def _refuse_twin(self, office: Office, row: Row, point: int, leaders: Sequence[int]) -> None:
        """Refuse a second row for the point that may be another household, or says again what was said."""
        for other in self._told.get(point, ()):
            same_start = row.given.get("first_day") == other.given.get("first_day")
            if not same_start:
                continue
            named = row.given.get("leaders", ()), other.given.get("leaders", ())
            shared = {key(name) for name in named[0]} & {key(name) for name in named[1]} or not all(named)
            addressed = "address" in row.given and "address" in other.given
            if office.points.value(point, "kind") == HOUSEHOLD and not addressed:
                raise Refusal("地址", "", f"{NAMESAKES}（第 {other.number} 行也是“{row.given['name']}”）")
            if shared and leaders:
                raise Refusal("名称", row.given["name"], f"与第 {other.number} 行重复")

    @staticmethod
    def _is_whole(row: Row) -> bool:
        for name, head in (("kind", "类别"), ("name", "名称")):
            if name not in row.given:
                if not any(refusal.column == head for refusal in row.refusals):
                    row.refusals.append(Refusal(head, "", f"{head}必填"))
                return False
        return True


def _identity(row: Row) -> tuple[str, ...]:
    names = ("kind", "county", "township", "village", "name")
    return tuple(key(str(row.given.get(name, HOUSEHOLD if name == "kind" else ""))) for name in names)


def _holds(office: Office, leaders: Sequence[int], point: int) -> bool:
    held = office.held.get(point, ())
    return any(office.assignments.value(number, "official_id") in leaders for number in held)
