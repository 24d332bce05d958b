"""Which contact point a name in 走访对象 means: one of those the activity's leaders hold or have held."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from models.exchange.office import Office, key
from models.exchange.typed_rows import Refusal

_WITH_ADDRESS = re.compile(r"(.+?)\((.+)\)")


class TargetFinder:
    """Looks names up among the points of leaders, as the office will be once its points are entered."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._named: dict[int, dict[str, list[int]]] = defaultdict(dict)
        for _, leader, point, *_ in office.assignments.rows.values():
            named = self._named[leader].setdefault(office.points.rows[point][3], [])
            if point not in named:
                named.append(point)

    def find(self, column: str, names: Iterable[str], leaders: Sequence[int], day: str) -> list[int]:
        """The points of these names. Raises Refusal for the first that is unknown or may be several."""
        usual = self._named[leaders[0]] if len(leaders) == 1 else {}
        found = []
        for name in names:
            points = usual.get(key(name), ())
            found.append(points[0] if len(points) == 1 else self._find(column, name, leaders, day))
        return found

    def _find(self, column: str, name: str, leaders: Sequence[int], day: str) -> int:
        found = self._candidates(name, leaders)
        if len(found) > 1:
            found = [point for point in found if self._is_held(point, leaders, day)] or found
        if len(found) == 1:
            return found[0]
        if found:
            raise Refusal(column, name, f"有几个联系点叫“{name}”，请写成 名称(地址)")
        raise Refusal(column, name, f"领导没有名叫“{name}”的联系点")

    def _candidates(self, name: str, leaders: Sequence[int]) -> list[int]:
        wanted = key(name)
        found = self._among(wanted, leaders)
        with_address = None if found else _WITH_ADDRESS.fullmatch(wanted)
        if with_address:
            near = self._among(with_address[1], leaders)
            found = [
                each for each in near if key(self._office.points.value(each, "address")) == with_address[2]
            ]
        return found

    def _among(self, wanted: str, leaders: Sequence[int]) -> list[int]:
        return list(
            dict.fromkeys(point for leader in leaders for point in self._named[leader].get(wanted, ()))
        )

    def _is_held(self, point: int, leaders: Sequence[int], day: str) -> bool:
        table = self._office.assignments
        rows = (table.rows[number] for number in self._office.held[point])
        return any(row[1] in leaders and row[3] <= day and (row[4] is None or day <= row[4]) for row in rows)
