"""What the entry of a visit sheet says: what is recorded already, what saving will do, what was done."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gui.look.palette import Tone, signed
from gui.state.batch_grid import Line
from models import terms
from models.activity import Activity, ActivityEntry
from models.batch_sheet import BatchRow, BatchSheet, Recorded
from models.batch_steps import BatchStep, Way
from models.effect import Effect
from models.rules.calendar import Period, month_day, quarter_to_open, quarters_until
from models.rules.entry import awaits_answer
from models.rules.kinds import ActivityState, Half, Manner, Outcome

_QUARTERS_BACK = 8
_DOES = {Way.NEW: "新登记", Way.ANSWER: "完成计划 ", Way.ADD: "并入 "}
_MOST = 4


def recorded_cell(row: BatchRow) -> tuple[str, Tone]:
    """✓ 2月9日 HD20260012, a plan with its own sign; of several activities the days alone; "" for none."""
    said = [_recorded(row, each) for each in row.records]
    if len(said) == 1:
        ((text, tone),) = said
        return f"{text} {row.records[0].number}", tone
    tones = [tone for _, tone in said]
    tone = Tone.DONE if Tone.DONE in tones else tones[0] if tones else Tone.PLAIN
    return "；".join(text for text, _ in said), tone


def quarters(today: date) -> dict[Period, str]:
    """The quarters to choose from, the one to open on first."""
    offered = dict.fromkeys([quarter_to_open(today), *quarters_until(today, _QUARTERS_BACK)])
    return {span: span.title for span in offered}


def steps_words(steps: Sequence[BatchStep]) -> str:
    """2月9日 样样村 7个对象：新登记；3月5日上午 ……：完成计划 HD20260012; of many trips the first few."""
    rest = f"；等 {len(steps)} 次" if len(steps) > _MOST else ""
    return "；".join(map(_step_words, steps[:_MOST])) + rest


def lost_words(lines: Sequence[Line]) -> str:
    """Which rows that were filled in are on the sheet no more."""
    names = "、".join(" ".join(filter(None, (line.row.name, line.day))) for line in lines[:_MOST])
    more = f"等 {len(lines)} 行" if len(lines) > _MOST else ""
    return f"刚才的改动使这些行不在表上了，填的内容没有保存：{names}{more}。"


def effect_words(seen: Effect) -> str:
    """走访联系户 +7 次、下基层调研 +1 天: what would be done more of each duty."""
    more: dict[str, float] = {}
    units = {}
    for old, new in seen.lines:
        more[new.rule] = more.get(new.rule, 0) + new.done - (old.done if old else 0)
        units[new.rule] = terms.label(new.unit)
    said = [f"{seen.duties.get(rule, rule)} {more[rule]:+g} {units[rule]}" for rule in more if more[rule]]
    return "、".join(said)


def plans_left(sheet: BatchSheet, steps: Sequence[BatchStep], today: date) -> list[str]:
    """Plans gone by for what was visited on another day: they still want an answer of their own."""
    answered = {step.number for step in steps}
    rows = [sheet.row(number) for step in steps for number in step.rows]
    left = {
        known.number: known.entry.first_day
        for row in rows
        for known in row.records
        if awaits_answer(known.entry.state, known.entry.last_day, today)
    }
    return [
        f"原计划 {month_day(day)}的 {number} 仍列在“待确认”，请另行答复。"
        for number, day in left.items()
        if number not in answered
    ]


def saved_words(kept: Iterable[Activity], steps: Mapping[str, int]) -> str:
    """已保存 3 次活动（新登记 2、完成计划 1），其中补登 2 次。按 Ctrl+Z 撤销。"""
    rows = list(kept)
    late = sum(row.is_late for row in rows)
    ways = "、".join(f"{word} {count}" for word, count in steps.items() if count)
    marked = f"，其中 {late} 次标“补登”" if late else ""
    return f"已保存 {len(rows)} 次活动（{ways}）{marked}。按 Ctrl+Z 可撤销整张表。"


def ways_counted(steps: Iterable[BatchStep]) -> dict[str, int]:
    """How often each of 新登记, 完成计划, 并入已有."""
    words = {Way.NEW: "新登记", Way.ANSWER: "完成计划", Way.ADD: "并入已有记录"}
    ways = [step.way for step in steps]
    return {word: ways.count(way) for way, word in words.items()}


def _step_words(step: BatchStep) -> str:
    entry = step.entry
    day = f"{month_day(entry.first_day)}{_half(entry)}"
    what = f"{entry.place or terms.label(entry.kind)}"
    count = f" {len(step.rows)}个对象" if entry.targets else ""
    beside = f"（同日另有 {step.beside}）" if step.beside else ""
    return f"{day} {what}{count}：{_DOES[step.way]}{step.number}{beside}"


def _half(entry: ActivityEntry) -> str:
    whole = (entry.first_half, entry.last_half) == (Half.AM, Half.PM)
    return "" if whole else terms.label(entry.first_half)


def _recorded(row: BatchRow, known: Recorded) -> tuple[str, Tone]:
    entry = known.entry
    day = month_day(entry.first_day)
    if entry.state == ActivityState.PLANNED:
        return signed(Tone.PLANNED, f"计划 {day}"), Tone.PLANNED
    target = next((each for each in entry.targets if each.point == row.point), None)
    if target is not None and target.outcome == Outcome.NOT_MET:
        return signed(Tone.NEAR, f"{day}未遇"), Tone.NEAR
    if target is not None and target.manner == Manner.PHONE:
        return signed(Tone.NEAR, f"{day}电话"), Tone.NEAR
    return signed(Tone.DONE, day), Tone.DONE
