"""The sheet offices keep today: one row a household, leader, township and village beside it."""

import re
from collections.abc import Iterable
from datetime import date

from models.exchange.office import NEW, SAME, Office
from models.exchange.official_rows import enter_official
from models.exchange.places import HOUSEHOLD, TOWNSHIP, VILLAGE, find_place, known_place
from models.exchange.point_rows import PointRows
from models.exchange.recognising import Found
from models.exchange.typed_rows import Refusal, Row

_CARRIED = ("leaders", "title", "unit", "liaison", "liaison_phone", "county", "township", "village")
_PERSONAL = ("title", "unit", "liaison", "liaison_phone")
_YEAR = re.compile(r"(\d{4})\s*年")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "000123456789" + "0123456789")


def plan_arrangement(
    office: Office, points: PointRows, found: Found, rows: list[Row], start: date | None
) -> None:
    """Enter everybody and every point the sheet names, held from `start` or the year of its title."""
    first_day = start.isoformat() if start else title_year(found)
    carried = _carry_down(rows)
    if carried:
        where = f"工作表“{found.sheet.name}”第 {carried[0]} 行等 {len(carried)} 行"
        office.notes.append(f"{where}没有写领导，按上一行的领导导入。")
    points.note_addresses(row for row in rows if "name" in row.given)
    for row in rows:
        try:
            _plan_row(office, points, row, first_day)
        except Refusal as refusal:
            row.refusals.append(refusal)


def title_year(found: Found) -> str | None:
    """1 January of the year in the title above the heads, or in the sheet's name."""
    titles = [str(cell) for cells in found.sheet.rows[: found.head_row - 1] for cell in cells[:1]]
    for text in (*titles, found.sheet.name):
        year = _YEAR.search(text.translate(_NUMERALS))
        if year and "填报" not in text and "时间" not in text:
            return f"{year[1]}-01-01"
    return None


def _plan_row(office: Office, points: PointRows, row: Row, first_day: str | None) -> None:
    if "leaders" not in row.given:
        raise Refusal("领导姓名", "", "领导姓名必填")
    names = row.given["leaders"]
    personal = {name: row.given[name] for name in _PERSONAL if name in row.given and len(names) == 1}
    leaders = [_leader(office, row, name, personal) for name in names]
    parent = 0
    for kind in (TOWNSHIP, VILLAGE):
        if kind in row.given:
            parent = _place(office, row, kind, parent)
            points.claim(row, leaders, parent, first_day)
    if "name" in row.given:
        points.enter(office, row, HOUSEHOLD, leaders, first_day)


def _leader(office: Office, row: Row, name: str, personal: dict[str, str]) -> int:
    """The leader's id; somebody unknown becomes a leadership member."""
    is_new = office.official(name) is None
    given = {**personal, "is_member": True} if is_new else personal
    enter_official(office, row, name, given)
    return office.officials_named("领导姓名", [name])[0]


def _place(office: Office, row: Row, kind: str, parent: int) -> int:
    name, county = row.given[kind], row.given.get("county", "")
    known = known_place(office, kind, name, county, parent)
    row.outcome = max(row.outcome, SAME if known else NEW)
    return known or find_place(office, kind, name, county, parent)


def _carry_down(rows: Iterable[Row]) -> list[int]:
    """Give rows without a leader what the row above says; their numbers."""
    above: Row | None = None
    carried = []
    for row in rows:
        if above is not None and "leaders" not in row.given and "name" in row.given:
            row.given.update(
                {
                    name: above.given[name]
                    for name in _CARRIED
                    if name in above.given and name not in row.given
                }
            )
            carried.append(row.number)
        elif above is not None and row.given.get("leaders") == above.given.get("leaders"):
            row.given.update(
                {
                    name: above.given[name]
                    for name in _CARRIED
                    if name in above.given and name not in row.given
                }
            )
        above = row
    return carried
