"""The sheet 基层朋友: a friend is known by the leader, the name and, among namesakes, the address."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from models.exchange.further_rows import need
from models.exchange.office import NEW, Office, key
from models.exchange.typed_rows import Refusal, Row
from models.rules.calendar import chinese_date

Whose = tuple[int, str]
"""The leader and the key of the friend's name."""


def plan_friends(office: Office, rows: Iterable[Row], today: date) -> None:
    """Enter every row; one without an address means the only friend of that name, and gives one to him."""
    friends = _Friends(office)
    ready = []
    for row in rows:
        try:
            _resolve(office, row, today)
            friends.note(row)
            ready.append(row)
        except Refusal as refusal:
            row.refusals.append(refusal)
    for row in ready:
        try:
            friends.enter(row)
        except Refusal as refusal:
            row.refusals.append(refusal)


class _Friends:
    """The friends there, and those that the rows name."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.table = office.table("friend")
        self.homes: dict[Whose, dict[str, int]] = defaultdict(dict)
        self.named: dict[tuple[Whose, str], Row] = {}
        for number, row in self.table.rows.items():
            self.homes[row[1], row[3]][row[5]] = number

    def note(self, row: Row) -> None:
        """Remember whom a row names. Raises Refusal for one named before."""
        who, home = _whose(row), row.given.get("address", "")
        first = self.named.setdefault((who, home), row)
        if first is not row:
            raise Refusal("姓名", row.given["name"], f"与第 {first.number} 行重复")

    def enter(self, row: Row) -> None:
        """Change or add the friend a row means, once all rows are noted."""
        given = row.given
        known = self._known(_whose(row), given.get("address", ""), row)
        if known is not None:
            values = {name: value for name, value in given.items() if name != "name"}
            self.office.change(row, self.table, known, values)
            return
        values = {"met_on": None, **given}
        self.table.add(values.get(column, "") for column in self.table.columns[1:])
        row.outcome = NEW

    def _known(self, who: Whose, home: str, row: Row) -> int | None:
        homes = self.homes[who]
        if home in homes:
            return homes[home]
        free = {each: number for each, number in homes.items() if (who, each) not in self.named}
        if home:
            return homes.pop("") if "" in free else None
        if len(free) > 1:
            raise Refusal("住址", "", f"有几位叫“{row.given['name']}”的朋友，请填写住址")
        return next(iter(free.values()), None)


def _resolve(office: Office, row: Row, today: date) -> None:
    need(row, {"official": "领导", "name": "姓名"})
    given = row.given
    given["official_id"] = office.officials_named("领导", [given["official"]])[0]
    given["name_key"] = key(given["name"])
    met = given.get("met_on")
    if met and met > today.isoformat():
        raise Refusal("结识日期", met, f"{chinese_date(date.fromisoformat(met))}还没有到")


def _whose(row: Row) -> Whose:
    return row.given["official_id"], row.given["name_key"]
