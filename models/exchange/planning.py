"""Recognised sheets → what they would change in the office; a pure decision, nothing is written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.exchange.absence_rows import plan_absences, plan_returns
from models.exchange.activity_rows import ActivityRows
from models.exchange.arrangement_rows import plan_arrangement
from models.exchange.assignment_rows import plan_assignments
from models.exchange.columns import SheetSpec
from models.exchange.detail_rows import plan_details
from models.exchange.explanation_rows import plan_explanations
from models.exchange.friend_rows import plan_friends
from models.exchange.further_rows import plan_holidays, plan_rules, plan_settings
from models.exchange.further_sheets import (
    ABSENCES,
    EXPLANATIONS,
    HOLIDAYS,
    PAIRINGS,
    RETURNS,
    RULES,
    SETTINGS,
    SUPPLEMENTS,
)
from models.exchange.matter_course import follow_steps
from models.exchange.matter_rows import MatterRows
from models.exchange.matter_sheets import FRIENDS, MATTER_SUPPLEMENTS, MATTERS, STEPS
from models.exchange.matter_step_rows import StepRows
from models.exchange.office import Office
from models.exchange.official_rows import plan_officials
from models.exchange.pairing_rows import plan_pairings
from models.exchange.point_rows import PointRows
from models.exchange.recognising import Found
from models.exchange.remarks import clash_notes, whole_day_notes
from models.exchange.sheets import ACTIVITIES, ARRANGEMENT, DETAILS, OFFICIALS, POINTS
from models.exchange.supplement_rows import plan_matter_supplements, plan_supplements
from models.exchange.tenure_rows import check_tenure
from models.exchange.typed_rows import Row, Typed

_SMALL: tuple[tuple[SheetSpec, Callable[[Office, Iterable[Row]], None]], ...] = (
    (SUPPLEMENTS, plan_supplements),
    (PAIRINGS, plan_pairings),
    (HOLIDAYS, plan_holidays),
    (RULES, plan_rules),
    (SETTINGS, plan_settings),
)


@dataclass(slots=True)
class _Rows:
    """The rows of each kind of sheet, and of each arrangement by itself."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    arrangements: list[tuple[Found, list[Row]]] = field(default_factory=list)

    def of(self, spec: SheetSpec) -> list[Row]:
        return self.rows.get(spec.name, [])


def plan_sheets(office: Office, sheets: Sequence[Typed], today: date, start: date | None) -> list[Row]:
    """Enter every row into the office, those first that others refer to; the rows with what came of each."""
    typed = _all_rows(sheets)
    plan_officials(office, typed.of(OFFICIALS))
    points = PointRows()
    points.plan(office, typed.of(POINTS), start.isoformat() if start else None)
    for found, rows in typed.arrangements:
        plan_arrangement(office, points, found, rows, start)
    plan_assignments(office, points.claims)
    if typed.of(ACTIVITIES) or typed.of(DETAILS):
        activities = ActivityRows(office, typed.of(ACTIVITIES), today)
        activities.plan()
        plan_details(office, activities, typed.of(DETAILS))
    for spec, plan in _SMALL:
        if typed.of(spec):
            plan(office, typed.of(spec))
    _plan_absences(office, typed, today)
    _plan_matters(office, typed, today)
    check_tenure(office, typed.of(OFFICIALS))
    if typed.of(EXPLANATIONS):
        plan_explanations(office, typed.of(EXPLANATIONS), today)
    office.settle()
    office.notes += whole_day_notes(typed.of(ACTIVITIES))
    return [row for rows in (*typed.rows.values(), *(rows for _, rows in typed.arrangements)) for row in rows]


def _plan_absences(office: Office, typed: _Rows, today: date) -> None:
    """外出 and what is said of it, after AB角 and the settings that say who acts."""
    if typed.of(ABSENCES):
        entered = plan_absences(office, typed.of(ABSENCES), today)
        office.notes += clash_notes(office, entered)
        office.notes += whole_day_notes([row for row in typed.of(ABSENCES) if "last_day" in row.given])
    if typed.of(RETURNS):
        plan_returns(office, typed.of(RETURNS), today)


def _plan_matters(office: Office, typed: _Rows, today: date) -> None:
    """民情事项 and what is said of them, after the activities they come from, the settings and days off."""
    if typed.of(MATTERS) or typed.of(STEPS):
        matters, steps = MatterRows(office, typed.of(MATTERS)), StepRows(office, typed.of(STEPS), today)
        matters.plan()
        steps.plan()
        follow_steps(office, matters, steps, today)
    if typed.of(MATTER_SUPPLEMENTS):
        plan_matter_supplements(office, typed.of(MATTER_SUPPLEMENTS))
    if typed.of(FRIENDS):
        plan_friends(office, typed.of(FRIENDS), today)


def _all_rows(sheets: Iterable[Typed]) -> _Rows:
    all_rows = _Rows()
    for sheet in sheets:
        rows, spec = sheet.rows(), sheet.found.spec
        if spec is ARRANGEMENT:
            all_rows.arrangements.append((sheet.found, rows))
        else:
            all_rows.rows.setdefault(spec.name, []).extend(rows)
    return all_rows
