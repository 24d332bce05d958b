"""履职总览 as boxes on screen: all leaders' grid, one leader's year, the ranking by pace."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from gui.look.palette import Tone
from gui.state.grid import GridCell, GridColumn, GridRow, GridSection
from gui.state.owed import TONES
from models import coverage_words as words
from models import terms
from models.coverage import LeaderCoverage, OfficeCoverage
from models.rules.calendar import Period
from models.rules.counting import Progress
from models.rules.coverage import Box
from models.rules.coverage_grids import HOUSEHOLDS, LeaderRow, Row, Section
from models.rules.facts import Rule
from models.rules.kinds import DutyState, Per, PointKind, Unit

BY_RANK, BY_PACE = "按排名排列", "按紧迫程度排列"
_SIGN_CELL, _SHARE_CELL, _DAY_CELL, _DAYS_CELL = 26, 62, 80, 88


class Seen(NamedTuple):
    """What a box on screen stands for."""

    box: Box
    rule: Rule


def office_grid(
    found: OfficeCoverage, chosen: Sequence[LeaderRow], *, by_pace: bool = False
) -> list[GridSection]:
    """The chosen leaders by duties; of a year with the place of each by how his days press."""
    if not chosen:
        return []
    paced = any(row.place for row in found.rows)
    rows = sorted(chosen, key=lambda row: row.place or len(found.rows) + 1) if by_pace else chosen
    head = [_head(column.rule, column.span, found.period) for column in found.columns]
    place = [GridColumn(("紧迫位次", "位次"), 38, 0.3)] if paced else []
    made = [
        GridRow(row.official, row.leader, partial(_office_cells, row, found, paced), about=row.official)
        for row in rows
    ]
    return [GridSection("领导", [*head, *place], made)]


def leader_grid(found: LeaderCoverage) -> list[GridSection]:
    """One leader's year: a section for the quarters, for the households, and for his own yearly duties."""
    return [_leader_section(section, found) for section in found.sections]


def pace_grid(ranking: Sequence[tuple[int, Progress]]) -> list[GridSection]:
    """Who lacks days out, the most pressing first."""
    if not ranking:
        return []
    columns = [GridColumn(("已/应",), 76), GridColumn(("每周需",), 62, 0.6)]
    return [GridSection("位次  领导", columns, [_pace_row(place, line) for place, line in ranking])]


def _office_cells(row: LeaderRow, found: OfficeCoverage, paced: bool) -> list[GridCell | None]:
    pairs = zip(row.boxes, found.columns, strict=True)
    cells = [_cell(box, column.rule) if box else None for box, column in pairs]
    return [*cells, _place_cell(row.place)] if paced else cells


def tone_of(box: Box) -> Tone:
    """How the box is meant: by its state, quiet once its lateness is explained."""
    return Tone.NOT_DUE if box.reason else TONES[box.state]


def _head(rule: Rule, span: Period, shown: Period) -> GridColumn:
    short = words.short_name(rule)
    if span != shown:
        return GridColumn((words.span_title(span), words.span_sign(span)), _SIGN_CELL, 1.0, short)
    shares = _DAYS_CELL if rule.unit == Unit.DAYS else _SHARE_CELL
    single = rule.per == Per.LEADER and rule.quota <= 1
    return GridColumn((rule.name, short), _DAY_CELL if single else shares, 1.6)


def _cell(box: Box, rule: Rule, span: int = 1) -> GridCell:
    bar = rule.unit == Unit.DAYS or len(box.lines) > 1 or (not box.time and box.lines[0].owed > 1)
    owes = box.state != DutyState.NOT_OWED
    return GridCell(
        forms=words.words(box, rule),
        tone=tone_of(box),
        about=Seen(box, rule),
        span=span,
        share=box.share if bar and owes else None,
    )


def _place_cell(place: int | None) -> GridCell:
    return GridCell((str(place) if place else "—",), Tone.PLAIN if place else Tone.SOFT)


def _leader_section(section: Section, found: LeaderCoverage) -> GridSection:
    rows = [_leader_row(at, row, section, found) for at, row in enumerate(section.rows, start=1)]
    note = "" if section.spans else "家庭情况" if section.title == HOUSEHOLDS else "说明"
    columns = [GridColumn(head, 64) for head in _heads(section)]
    return GridSection(section.title, columns, rows, note)


def _heads(section: Section) -> list[tuple[str, ...]]:
    if section.spans:
        return [(words.span_title(span), words.span_sign(span)) for span in section.spans]
    return [(words.time_title(time),) for time in range(1, section.times + 1)]


def _leader_row(at: int, row: Row, section: Section, found: LeaderCoverage) -> GridRow:
    point = row.subject or ""
    counted = section.title == HOUSEHOLDS
    return GridRow(
        (row.rule.code, row.subject_id),
        point or words.short_name(row.rule),
        partial(_leader_cells, row, section.columns),
        lead=str(at) if counted else _kind_word(row) if point else "",
        note="·".join(words.row_notes(row, found)),
    )


def _leader_cells(row: Row, columns: int) -> list[GridCell | None]:
    span = columns if len(row.boxes) < columns else 1
    return [_cell(box, row.rule, span) if box else None for box in row.boxes]


def _kind_word(row: Row) -> str:
    return terms.label(PointKind(row.rule.per.value))


def _pace_row(place: int, line: Progress) -> GridRow:
    return GridRow(
        line.official, line.leader, partial(_pace_cells, line), lead=str(place), about=line.official
    )


def _pace_cells(line: Progress) -> list[GridCell | None]:
    figure = f"{line.done:g}/{line.owed}"
    forms = (f"{terms.SIGNS[line.state]} {figure}", figure)
    pace = f"{line.per_week:.1f} {terms.label(line.unit)}" if line.per_week else "—"
    return [
        GridCell(forms, TONES[line.state], share=min(1.0, line.done / line.owed)),
        GridCell((pace,), Tone.PLAIN),
    ]
