"""The sheet 逾期说明: a reason is known by leader, duty, contact point and period."""

from collections.abc import Iterable
from datetime import date

from models.exchange.further_rows import enter_all, need
from models.exchange.office import Office, key
from models.exchange.point_names import Meant, point_name, points_called
from models.exchange.typed_rows import Refusal, Row
from models.rules.calendar import period
from models.rules.kinds import Per, PeriodKind, PointKind
from models.terms import label

_IDENTITY = ("official_id", "rule", "contact_point_id", "period")
_NEEDED = {"official": "领导", "rule": "要求", "period": "期间"}


def plan_explanations(office: Office, rows: Iterable[Row], today: date) -> None:
    """Enter every row, after the duties and the points it speaks of."""
    duties = Duties(office)
    known = {tuple(row[1:5]) for row in office.table("explanation").rows.values()}

    def resolve(row: Row) -> None:
        need(row, _NEEDED)
        given = row.given
        given["official_id"] = office.officials_named("领导", [given["official"]])[0]
        given["rule"] = duties.code(given["rule"])
        duties.check_period(given["rule"], given["period"])
        given["contact_point_id"] = _point(office, duties.per(given["rule"]), row)
        if tuple(given[name] for name in _IDENTITY) not in known:
            need(row, {"reason": "原因"})

    defaults = {"day": today.isoformat()}
    enter_all(office.table("explanation"), rows, resolve, _IDENTITY, defaults)


class Duties:
    """The office's duties, as they will be, by code and by name."""

    def __init__(self, office: Office) -> None:
        rows = list(office.table("duty_rule").dicts())
        self._rows = {row["code"]: row for row in rows}
        self._named: dict[str, set[str]] = {}
        for row in rows:
            self._named.setdefault(key(row["name"]), set()).add(row["code"])

    def code(self, text: str) -> str:
        """The code of the duty of that code or name. Raises Refusal if there is none, or several."""
        if text in self._rows:
            return text
        found = self._named.get(key(text), set())
        if len(found) > 1:
            raise Refusal("要求", text, f"有几项要求叫“{text}”，请填写代码")
        if not found:
            raise Refusal("要求", text, "没有这项履职要求")
        return next(iter(found))

    def name(self, code: str) -> str:
        """What to call the duty so that `code` finds it again: its name if that is its alone."""
        name = str(self._rows[code]["name"]) if code in self._rows else code
        return name if self._named.get(key(name)) == {code} else code

    def per(self, code: str) -> Per:
        """Whether the duty is owed by the leader alone or for each point of a kind."""
        return Per(self._rows[code]["per"])

    def check_period(self, code: str, text: str) -> None:
        """Raises Refusal for a period of another kind than the duty's."""
        wanted = PeriodKind(self._rows[code]["period"])
        found = period(text).kind if "~" not in text else None
        if (found or wanted) != wanted or (not found and wanted in (PeriodKind.QUARTER, PeriodKind.YEAR)):
            raise Refusal("期间", text, f"这项要求按{label(wanted)}计")


def explained_point(office: Office, leader: int, span: str, point: int) -> str:
    """The shortest name by which an import finds the point of a reason again."""
    kind = str(office.points.value(point, "kind"))
    return point_name(office, Meant(leader, (kind,), *_ends(span)), point)


def _point(office: Office, per: Per, row: Row) -> int | None:
    name = row.given.get("point", "")
    if per == Per.LEADER:
        if name:
            raise Refusal("联系点", name, "这项要求不分联系点，请留空")
        return None
    need(row, {"point": "联系点"})
    meant = Meant(row.given["official_id"], (per.value,), *_ends(row.given["period"]))
    found = points_called(office, meant, name)
    if len(found) > 1:
        raise Refusal("联系点", name, f"有几个联系点叫“{name}”，请写成 名称(地址)")
    if not found:
        raise Refusal("联系点", name, f"没有名叫“{name}”的{label(PointKind(per.value))}")
    return found[0]


def _ends(span: str) -> tuple[str, str]:
    """The first and last day of a period, as the database keeps days."""
    if "~" in span:
        first, _, last = span.partition("~")
        return first, last
    whole = period(span)
    return whole.first.isoformat(), whole.last.isoformat()
