"""联系点: townships, villages and households. They exist apart from who is assigned to them."""

from collections.abc import Collection, Iterator, Sequence

from peewee import CharField, ForeignKeyField, IntegerField, TextField

from models.base import Table
from models.rules.kinds import PointKind
from models.rules.names import name_key
from models.rules.problem import Problem
from models.writing import Topic, writing

OF_A_LEADER = {PointKind.TOWNSHIP: 1, PointKind.VILLAGE: 1, PointKind.HOUSEHOLD: 10}
"""How many points of each kind a leader keeps contact with (plan item 1)."""

_ORDER = {kind: place for place, kind in enumerate(PointKind)}


class ContactPoint(Table):
    """A village's parent is its township, a household's its village, as far as they are known."""

    parent_id: int | None

    kind = CharField()
    name = CharField()
    name_key = CharField()
    county = CharField(default="")
    parent = ForeignKeyField("self", null=True, backref="children")
    address = CharField(default="")
    phone = CharField(default="")
    people = IntegerField(null=True)
    category = CharField(default="")
    market_days = CharField(default="")
    note = TextField(default="")

    @property
    def kind_order(self) -> int:
        return _ORDER[PointKind(self.kind)]

    def above(self, kind: PointKind) -> str:
        """The name of the township or village it lies in, "" if that is not known."""
        return next((point.name for point in self.lies_in() if point.kind == kind), "")

    def lies_in(self) -> "Iterator[ContactPoint]":
        """Its village and township as far as they are known, the innermost first."""
        point = self.parent
        while point is not None:
            yield point
            point = point.parent

    def destination(self) -> str:
        """Where a trip to it goes, in words: a household's village, a place itself."""
        names = [point.name for point in self.lies_in()]
        return "".join(reversed(names if self.kind == PointKind.HOUSEHOLD else [self.name, *names]))


def points_of(ids: Sequence[int]) -> list[ContactPoint]:
    """The points of these ids, in no order."""
    return list(ContactPoint.select().where(ContactPoint.id.in_(list(ids))))


def destinations(ids: Collection[int]) -> dict[int, str]:
    """Where a trip to each of these points goes, in words; read at once, however many they are."""
    rows = {row.id: row for row in ContactPoint.select()} if ids else {}
    for row in rows.values():
        row.parent = rows.get(row.parent_id or 0)
    return {number: rows[number].destination() for number in ids}


def place_of(county: str, township: str = "", village: str = "") -> ContactPoint | None:
    """The point of the innermost place named, made if need be; None if only the county is known."""
    place = None
    for kind, name in ((PointKind.TOWNSHIP, township), (PointKind.VILLAGE, village)):
        if name:
            place = find_point(kind, name, county, place) or _create(kind, name, county, place)
    return place


def find_point(kind: PointKind, name: str, county: str, parent: ContactPoint | None) -> ContactPoint | None:
    """The first point of that kind, name and place."""
    return next(iter(namesakes(kind, name, county, parent)), None)


def namesakes(kind: PointKind, name: str, county: str, parent: ContactPoint | None) -> list[ContactPoint]:
    """Points of one kind, name and place: several only of households, told apart by their addresses."""
    rows = ContactPoint.select().where(
        (ContactPoint.kind == kind)
        & (ContactPoint.name_key == name_key(name))
        & (ContactPoint.county == county)
    )
    return [row for row in rows if row.parent_id == (parent.id if parent else None)]


def save_point(point: ContactPoint) -> ContactPoint:
    """Keep a new or changed point. Raises Problem with every complaint, and then changes nothing."""
    point.name_key = name_key(point.name)
    complaints = tuple(_complaints(point))
    if complaints:
        raise Problem(*complaints)
    with writing(f"保存联系点 {point.name}", Topic.CONTACT_POINT):
        point.save()
    return point


def _create(kind: PointKind, name: str, county: str, parent: ContactPoint | None) -> ContactPoint:
    return save_point(ContactPoint(kind=kind, name=name, county=county, parent=parent))


def _complaints(point: ContactPoint) -> Iterator[str]:
    if not point.name_key:
        yield "请填写名称。"
    if point.people is not None and point.people < 0:
        yield "人口不能小于 0。"
    yield from _out_of_order(point)
    twins = [
        twin
        for twin in namesakes(PointKind(point.kind), point.name, point.county, point.parent)
        if twin.id != point.id
    ]
    if any(_same(twin, point) for twin in twins):
        yield f"已经有“{point.name}”。同村同名的户请写明不同的地址。"


def _out_of_order(point: ContactPoint) -> Iterator[str]:
    """Townships hold villages, villages households: so nothing can ever lie inside itself."""
    above = point.parent
    if above is not None and (above == point or above.kind_order >= point.kind_order):
        yield f"“{point.name}”不能放在“{above.name}”里，请核对类别和所属。"
    inside = ContactPoint.select().where(ContactPoint.parent == point.id) if point.id else ()
    astray = next((child.name for child in inside if child.kind_order <= point.kind_order), None)
    if astray is not None:
        yield f"“{point.name}”里还有“{astray}”，不能改变类别。"


def _same(one: ContactPoint, other: ContactPoint) -> bool:
    apart = one.kind == PointKind.HOUSEHOLD and one.address and other.address
    return not apart or name_key(one.address) == name_key(other.address)
