"""在岗情况 as a grid of half-days, a day or a week of them, with what it adds up to in words. No Tk."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from gui.look.palette import Tone, signed
from gui.state.cards import Line
from gui.state.finding import Filter
from gui.state.grid import GridCell, GridColumn, GridRow, GridSection
from gui.state.month import WEEKDAYS
from gui.state.on_duty_spells import Shown, Spell, spells
from gui.state.on_duty_words import box
from models import terms
from models.on_duty_board import Board
from models.rules import on_duty_board as rules
from models.rules.calendar import chinese_date, day_in, days_between, month_day, weekday_name
from models.rules.kinds import Half
from models.rules.on_duty_board import Seat, acting_half_days
from models.rules.unfilled import Unfilled, unfilled

_WORKED, _OFF, _WHOLE = 46, 41, 200
NOT_IN_OFFICE = GridCell(("—",), Tone.SOFT)


class View(StrEnum):
    """How many days are seen."""

    DAY = "日"
    WEEK = "周"


class Whom(StrEnum):
    """Which lines are listed."""

    ALL = "全部人员"
    CHANGED = "有变动的"
    UNFILLED = "缺岗与冲突的"


def days_shown(view: View, day: date) -> tuple[date, date]:
    """The first and the last day seen: of a week Monday and Sunday."""
    if view == View.DAY:
        return day, day
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def turned(view: View, day: date, step: int) -> date:
    """The same day so many days or weeks on."""
    return day + timedelta(step if view == View.DAY else 7 * step)


def title(view: View, day: date) -> str:
    """The days seen in words: 2026年11月25日 星期三, 2026年11月23日 星期一 至 29日 星期日."""
    first, last = days_shown(view, day)
    begin = f"{chinese_date(first)} {weekday_name(first)}"
    if view == View.DAY:
        return begin
    end = f"{last.day}日" if first.month == last.month else day_in(last, first.year)
    return f"{begin} 至 {end} {weekday_name(last)}"


def grid(known: Shown, typed: str, whom: Whom, today: date) -> list[GridSection]:
    """Leaders in rank order, then the posts of departments: those a filter means, under the days shown."""
    days = days_between(known.board.first, known.board.last)
    columns = [
        column for day in days for column in _columns(day, today, known.is_workday(day), alone=len(days) == 1)
    ]
    lines = [line for line in known.board.lines if _is_meant(line, known, Filter(typed), whom)]
    made = [[_row(line, known) for line in lines if bool(line.seat.post) is post] for post in (False, True)]
    sections = zip(("领导", "部门岗位"), made, strict=True)
    return [GridSection(title, columns, rows) for title, rows in sections if rows]


def findings(board: Board) -> list[Unfilled]:
    """缺岗与冲突 that touch the days of the board, in time order, each once."""
    return unfilled(board.lines, board.whereabouts)


def finding_lines(
    found: Sequence[Unfilled], board: Board, go: Callable[[Unfilled], object]
) -> Iterator[Line]:
    """The same for a card: who and when, below it what is so. `go` is what a click does."""
    names = {number: row.name for number, row in board.people.items()}
    for one in found:
        said = signed(Tone.LATE, one.what(names))
        yield Line(one.who(names), one.when, Tone.SOFT, run=partial(go, one), below=(said, Tone.LATE))


def acting_days(board: Board) -> list[tuple[str, float]]:
    """Who acted on how many of the board's days, halves as .5, the most first."""
    counted = acting_half_days(board.lines)
    ranked = [(row.name, counted[number] / 2) for number, row in board.people.items() if number in counted]
    return sorted(ranked, key=lambda one: -one[1])


def acting_lines(counted: Sequence[tuple[str, float]]) -> list[Line]:
    """The same for a card, with bars that compare them."""
    most = counted[0][1] if counted else 1.0
    return [Line(name, f"{days:g} 天", share=days / most) for name, days in counted]


def summary(known: Shown, found: Sequence[Unfilled]) -> str:
    """外出 2 人    下乡 3 人    代行 1 人    缺岗与冲突 1 处, of the days shown; nothing of nobody."""
    lines = known.board.lines
    if not lines:
        return ""
    away = {line.seat.official for line in lines if any(one.standing.away for one in line.away)}
    out = {line.seat.official for line in lines if line.out}
    counted = (("外出", len(away), "人"), ("下乡", len(out), "人"), ("代行", len(known.acting), "人"))
    said = [f"{word} {count} {unit}" for word, count, unit in counted if count]
    said += [f"缺岗与冲突 {len(found)} 处"] if found else []
    return "    ".join(said) or "全部在岗"


def _is_meant(line: rules.Line, known: Shown, typed: Filter, whom: Whom) -> bool:
    if not typed.finds((known.name(line.seat.official), line.seat.name or "")):
        return False
    if whom == Whom.UNFILLED:
        return any(one.standing.clash or one.standing.acting is None for one in line.away)
    return whom == Whom.ALL or bool(line.away or line.out or _others(line.seat, known))


def _others(seat: Seat, known: Shown) -> bool:
    return any(other.official != seat.official for other, _ in known.acting.get(seat.official, ()))


def _columns(day: date, today: date, worked: bool, *, alone: bool) -> Iterator[GridColumn]:
    for half in Half:
        word = terms.label(half)
        if alone:
            yield GridColumn((word,), _WHOLE)
        else:
            width, stretch = (_WORKED, 1.0) if worked else (_OFF, 0.3)
            yield GridColumn((word, word[:1]), width, stretch, _head(day, today, worked))


def _head(day: date, today: date, worked: bool) -> str:
    """今天 25日; 周六 28日 休 of a day off; the month where it begins, if there is room."""
    name = "今天" if day == today else f"周{WEEKDAYS[day.weekday()]}"
    number = month_day(day) if day.day == 1 and worked else f"{day.day}日"
    return f"{name} {number}" + ("" if worked else " 休")


def _row(line: rules.Line, known: Shown) -> GridRow:
    post = f"  {line.seat.name}" if line.seat.name else ""
    return GridRow(line.seat, known.name(line.seat.official) + post, partial(_cells, line, known))


def _cells(line: rules.Line, known: Shown) -> list[GridCell]:
    return [_cell(spell, known) for spell in spells(line, known)]


def _cell(spell: Spell | None, known: Shown) -> GridCell:
    if spell is None:
        return NOT_IN_OFFICE
    forms, tone = box(spell, known)
    return GridCell(forms, tone, about=spell, span=spell.halves)
