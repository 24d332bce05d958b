"""履职总览 in lines of words: how far the work is, the pace, what a box is about."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from gui.look.palette import Tone
from gui.state.coverage import Seen
from gui.state.owed import TONES
from models import coverage_words as words
from models import terms
from models.coverage import DaysCoverage, LeaderCoverage
from models.rules.counting import About, Progress
from models.rules.coverage import score
from models.rules.kinds import DutyState, PointKind
from models.rules.pace import weeks_left
from models.service_coverage import Reached

_NAMED = 6  # points that are named in the narrow card before it says how many there are


def done_words(lines: Iterable[Progress], explained: Collection[About] = ()) -> str:
    """已完成 41 项 / 应完成 54 项, and what is late: each duty of each period and point is one 项."""
    listed = list(lines)
    done, owing, late = score(listed)
    said = sum(line.state == DutyState.LATE and line.about in explained for line in listed)
    told = f"    逾期 {late} 项" + (f"，其中已说明 {said} 项" if said else "")
    return f"已完成 {done} 项 / 应完成 {owing} 项" + (told if late else "")


def places_words(found: LeaderCoverage) -> str:
    """定南县 天九镇·横山村: where the leader's townships and villages of the year are."""
    held = [row.contact_point for row in found.points.values()]
    places = [point for point in held if point.kind != PointKind.HOUSEHOLD]
    counties = dict.fromkeys(point.county for point in places if point.county)
    names = [
        point.name
        for kind in (PointKind.TOWNSHIP, PointKind.VILLAGE)
        for point in places
        if point.kind == kind
    ]
    return " ".join(filter(None, ("、".join(counties), "·".join(dict.fromkeys(names)))))


def pace_words(line: Progress, today: date) -> list[tuple[str, Tone]]:
    """Where the days stand, what is left, the weeks left and the pace needed, line by line."""
    unit, tone = terms.label(line.unit), TONES[line.state]
    if line.state == DutyState.NOT_OWED:
        return [("本期不要求", Tone.SOFT)]
    if not line.missing:
        return [(f"✓ 已完成 {line.done:g} {unit}", tone)]
    said = [(f"{terms.SIGNS[line.state]} 还差 {line.missing:g} {unit}", tone)]
    if line.per_week is None:
        return [*said, ("期间已到最后一天" if today == line.period.last else "期间已结束", Tone.SOFT)]
    said.append((f"剩余 {weeks_left(line.period, today):.1f} 周", Tone.PLAIN))
    said.append((f"每周需 {line.per_week:.1f} {unit}", Tone.PLAIN))
    planned = [(f"已安排 {line.planned:g} {unit}", Tone.PLANNED)] if line.planned else []
    return [*said, *planned]


def kinds_words(found: DaysCoverage) -> str:
    """含走访 14 天、下访听诉 3 天: how the days divide; one half-day counts once in the total."""
    parts = [f"{terms.label(kind)} {days:g} 天" for kind, days in found.by_kind]
    return f"含{'、'.join(parts)}；同一半天只计一次" if len(parts) > 1 else "".join(parts)


def note_of(about: Any) -> str:
    """All there is to say of a box, for the note at the pointer."""
    return words.whole_words(about.box, about.rule) if isinstance(about, Seen) else ""


def detail_title(seen: Seen, *, with_leader: bool) -> str:
    """What a box is about: 横山村  第三季度."""
    first = seen.box.lines[0]
    subject = first.subject if len(seen.box.lines) == 1 and first.subject else words.short_name(seen.rule)
    span = first.period.title if with_leader else words.span_title(first.period)
    time = words.time_title(seen.box.time, seen.rule) if seen.box.time and seen.rule.quota > 1 else ""
    return "  ".join(filter(None, (first.leader if with_leader else "", subject, span, time)))


def detail_lines(seen: Seen, today: date) -> list[str]:
    """What is said of a box beside its activities: figures, pace, which points lack something, why."""
    box, unit = seen.box, terms.label(seen.rule.unit)
    said = [f"应 {box.owed} {unit}，已 {box.done:g} {unit}"]
    if len(box.lines) == 1 and box.lines[0].per_week:
        said.append(
            "，".join(text.removeprefix(f"{words.sign(box)} ") for text, _ in pace_words(box.lines[0], today))
        )
    elif box.planned:
        said[0] += f"，已安排 {box.planned:g} {unit}"
    if len(box.lines) > 1 and (lacking := words.lacking(box)):
        more = f"等{len(lacking)}个" if len(lacking) > _NAMED else ""
        said.append(f"未完成：{'、'.join(lacking[:_NAMED])}{more}")
    said += [f"他人代为前往 {box.stood_in} 次"] if box.stood_in else []
    return [*said, *([f"原因：{box.reason}"] if box.reason else [])]


def service_words(found: Sequence[Reached]) -> str:
    """送政策8、温暖3、服务5/10户: to how many of the households; nothing without households."""
    told = [f"{terms.label(one.service)[1:]}{one.households}" for one in found if one.of]
    return f"送{'、'.join(told)}/{found[0].of}户" if told else ""
