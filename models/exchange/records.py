"""The office's records as rows of the workbook's sheets: what the import would have to be told."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from models.exchange.activity_people import COMPANION, LEADER, STAND_IN
from models.exchange.activity_targets import HOME, NOT_MET, USUAL
from models.exchange.explanation_rows import Duties, explained_point
from models.exchange.office import Office
from models.exchange.pairing_rows import MUTUAL
from models.exchange.places import TOWNSHIP, VILLAGE
from models.exchange.target_finder import TargetFinder
from models.exchange.typed_rows import Refusal
from models.setting import ALWAYS, KNOWN

Record = dict[str, Any]

_KINDS = {kind: place for place, kind in enumerate((TOWNSHIP, VILLAGE))}


def officials(office: Office, only: int | None) -> Iterator[Record]:
    """Everybody in rank order; or one, and after him the bare names of those his other rows speak of."""
    rows = sorted(office.officials.dicts(), key=lambda row: (row["rank"], row["id"]))
    yield from (row for row in rows if only in (None, row["id"]))
    if only is not None:
        spoken_of = _spoken_of(office, only) - {only}
        yield from ({"name": row["name"]} for row in rows if row["id"] in spoken_of)


def _spoken_of(office: Office, only: int) -> set[int | None]:
    """The officials in one leader's activities and pairs: a blank cell leaves all else of them as it is."""
    trips = Trips(office)
    people = {number for row in trips.chosen(only) for number in trips.officials(row["id"])}
    pairs = (row for row in office.table("pairing").dicts() if only in (row["a_id"], row["b_id"]))
    return people | {row[side] for row in pairs for side in ("a_id", "b_id")}


def points(office: Office, only: int | None) -> Iterator[Record]:
    """One row for each assignment by leader and kind.

    Also, without a leader, in a full export the points nobody was ever given, in one leader's workbook those
    that are only spoken of in his matters.
    """
    rank = {row[0]: row[3] for row in office.officials.rows.values()}
    held = [row for row in office.assignments.dicts() if only in (None, row["official_id"])]
    kinds = {number: _KINDS.get(row[1], len(_KINDS)) for number, row in office.points.rows.items()}
    given = {row["contact_point_id"] for row in held}
    others = set(kinds) if only is None else _points_of_matters(office, only)
    for number in sorted(others - given, key=lambda each: (kinds[each], each)):
        yield _point(office, number)
    held.sort(key=lambda row: (rank[row["official_id"]], kinds[row["contact_point_id"]], row["id"]))
    for row in held:
        leader = office.officials.value(row["official_id"], "name")
        yield _point(office, row["contact_point_id"]) | row | {"leaders": [leader]}


def _points_of_matters(office: Office, only: int) -> set[int]:
    rows = (row for row in office.table("matter").dicts() if row["official_id"] == only)
    return {row["contact_point_id"] for row in rows if row["contact_point_id"]}


def activities(office: Office, only: int | None) -> Iterator[Record]:
    """Every activity, or one leader's, in the order of days."""
    trips = Trips(office)
    for row in trips.chosen(only):
        yield {**row, **trips.people(row["id"]), **trips.lists(row)}


def details(office: Office, only: int | None) -> Iterator[Record]:
    """Each target of which there is more to say than 走访对象 and 未遇对象 can."""
    trips = Trips(office)
    for activity in trips.chosen(only):
        for target in trips.targets[activity["id"]]:
            if trips.needs_detail(activity, target):
                name = trips.name(activity, target["contact_point_id"]) or trips.full_name(target)
                yield {**target, "number": activity["number"], "target": name}


def pairings(office: Office, only: int | None) -> Iterator[Record]:
    """Every pair, or those of one official: his partner's row does not tell that he is a leader too."""
    everybody = {row["id"]: row for row in office.officials.dicts()}
    for row in office.table("pairing").dicts():
        if only in (None, row["a_id"], row["b_id"]):
            both = {each: everybody[row[f"{each}_id"]] for each in ("a", "b")}
            is_told = only is None and all(one["is_member"] for one in both.values())
            post = row["post"] or ("" if is_told else MUTUAL)
            yield {**row, **{each: one["name"] for each, one in both.items()}, "post": post}


def absences(office: Office, only: int | None) -> Iterator[Record]:
    """Every time away, or one official's."""
    for row in office.table("absence").dicts():
        if only in (None, row["official_id"]):
            yield {**row, "official": office.officials.value(row["official_id"], "name")}


def returns(office: Office, only: int | None) -> Iterator[Record]:
    """Each absence whose return was entered."""
    return (row for row in absences(office, only) if row["returned_on"])


def holidays(office: Office, only: int | None) -> Iterator[Record]:
    """The office's own days; a leader has none."""
    if only is None:
        yield from sorted(office.table("holiday").dicts(), key=lambda row: row["day"])


def rules(office: Office, only: int | None) -> Iterator[Record]:
    """What the office owes; a leader alone has no rules."""
    if only is None:
        yield from office.table("duty_rule").dicts()


def settings(office: Office, only: int | None) -> Iterator[Record]:
    """What the office chose; a leader chooses nothing."""
    for row in office.table("setting").dicts() if only is None else ():
        known = KNOWN.get(row["key"])
        text = {"1": "是", "0": "否"}.get(row["value"]) if known and known.form == "yes_no" else row["value"]
        since = None if row["valid_from"] == ALWAYS.isoformat() else row["valid_from"]
        yield {"key": known.name if known else row["key"], "value": text, "valid_from": since}


def supplements(office: Office, only: int | None) -> Iterator[Record]:
    """Each activity that says more of itself than the sheet 活动 has room for."""
    trips = Trips(office)
    said = ("venue", "form", "title", "answered_on")
    return (row for row in trips.chosen(only) if any(row[name] for name in said))


def explanations(office: Office, only: int | None) -> Iterator[Record]:
    """Every reason, or those of one leader."""
    duties = Duties(office)
    for row in office.table("explanation").dicts():
        who, point = row["official_id"], row["contact_point_id"]
        if only in (None, who):
            yield {
                **row,
                "official": office.officials.value(who, "name"),
                "rule": duties.name(row["rule"]),
                "point": explained_point(office, who, row["period"], point) if point else "",
            }


class Trips:
    """Activities with their people and targets, and the names by which an import finds each target."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.finder = TargetFinder(office)
        self._people: dict[int, list[Record]] = defaultdict(list)
        for row in office.table("participant").dicts():
            self._people[row["activity_id"]].append(row)
        self.targets: dict[int, list[Record]] = defaultdict(list)
        for row in office.table("target").dicts():
            if row["contact_point_id"] is not None:
                self.targets[row["activity_id"]].append(row)

    def chosen(self, only: int | None) -> list[Record]:
        """The activities, or those for one leader, in the order of days."""
        every = self.office.table("activity").dicts()
        rows = [row for row in every if only is None or only in self._leaders(row)]
        return sorted(rows, key=lambda row: (row["first_day"], row["first_half"], row["id"]))

    def officials(self, activity: int) -> list[int | None]:
        """Who took part in whatever role, None for strangers."""
        return [row["official_id"] for row in self._people[activity]]

    def people(self, activity: int) -> Record:
        """The names in each role."""
        roles: dict[str, list[str]] = defaultdict(list)
        for row in self._people[activity]:
            number = row["official_id"]
            roles[row["role"]].append(self.office.officials.value(number, "name") if number else row["name"])
        return {"leaders": roles[LEADER], "stand_ins": roles[STAND_IN], "companions": roles[COMPANION]}

    def lists(self, activity: Record) -> Record:
        """走访对象 and 未遇对象, as far as names can tell them."""
        met: list[str] = []
        not_met: list[str] = []
        for target in self.targets[activity["id"]]:
            name = self.name(activity, target["contact_point_id"])
            if name:
                (not_met if target["outcome"] == NOT_MET else met).append(name)
        return {"targets": met, "not_met": not_met}

    def name(self, activity: Record, point: int) -> str:
        """The name that an import takes for this point, "" if there is none."""
        row = self.office.points.rows[point]
        for name in (row[2], f"{row[2]}({row[6]})"):
            try:
                if self.finder.find("", [name], self._leaders(activity), activity["first_day"]) == [point]:
                    return str(name)
            except Refusal:
                continue
        return ""

    def full_name(self, target: Record) -> str:
        """The name of a point that none of the leaders holds."""
        row = self.office.points.rows[target["contact_point_id"]]
        alone = len(self.office.points_named(row[1], row[2])) == 1
        return str(row[2]) if alone else f"{row[2]}({row[6]})"

    def needs_detail(self, activity: Record, target: Record) -> bool:
        """Whether the lists of the activity leave anything of the target unsaid."""
        usual = target["outcome"] in (NOT_MET, USUAL[activity["state"]]) and target["manner"] == HOME
        said = any(target[name] for name in ("reason", "heard", "reply", "services"))
        return not usual or said or not self.name(activity, target["contact_point_id"])

    def _leaders(self, activity: Record) -> list[int]:
        return [row["official_id"] for row in self._people[activity["id"]] if row["role"] == LEADER]


def _point(office: Office, number: int) -> Record:
    """A point with the names of what it lies in."""
    row = dict(zip(office.points.columns, office.points.rows[number], strict=True))
    above, parent = {}, row["parent_id"]
    while parent:
        kind, name = office.points.rows[parent][1:3]
        above[kind] = name
        parent = office.points.value(parent, "parent_id")
    return {**row, **above}
