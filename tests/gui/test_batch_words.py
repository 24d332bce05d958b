"""What the entry of a visit sheet says in words."""

import pytest

from gui.look.palette import Tone
from gui.state.batch_words import (
    effect_words,
    plans_left,
    quarters,
    recorded_cell,
    saved_words,
    steps_words,
    ways_counted,
)
from models.activity import Activity, ActivityEntry, TargetEntry
from models.batch_sheet import Batch, BatchRow, BatchSheet, Recorded
from models.batch_steps import BatchStep, Way
from models.effect import Effect
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner, Outcome
from tests.models.made_up import day

DONE, PLANNED = ActivityState.DONE, ActivityState.PLANNED


def an_entry(state: ActivityState = DONE, **more: object) -> ActivityEntry:
    typed = {"kind": ActivityKind.VISIT, "first_day": day(2, 9), "last_day": day(2, 9), "leaders": [1]}
    return ActivityEntry(**(typed | {"state": state} | more))  # type: ignore[arg-type]


def a_row(*records: Recorded) -> BatchRow:
    return BatchRow(3, ActivityKind.VISIT, "户", "王样一", point=7, records=records)


def recorded(state: ActivityState = DONE, number: str = "HD1", **target: object) -> Recorded:
    outcome = {"outcome": Outcome.MET} | target
    return Recorded(number, an_entry(state, targets=[TargetEntry(7, **outcome)]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (a_row(), ("", Tone.PLAIN)),
        (a_row(recorded()), ("✓ 2月9日 HD1", Tone.DONE)),
        (a_row(recorded(PLANNED)), ("◆ 计划 2月9日 HD1", Tone.PLANNED)),
        (a_row(recorded(outcome=Outcome.NOT_MET)), ("▲ 2月9日未遇 HD1", Tone.NEAR)),
        (a_row(recorded(manner=Manner.PHONE)), ("▲ 2月9日电话 HD1", Tone.NEAR)),
        (a_row(recorded(PLANNED), recorded()), ("◆ 计划 2月9日；✓ 2月9日", Tone.DONE)),
    ],
)
def test_a_row_says_what_is_recorded_of_it(row: BatchRow, said: tuple[str, Tone]) -> None:
    assert recorded_cell(row) == said


def test_each_trip_says_what_becomes_of_it() -> None:
    visit = an_entry(place="样样村", targets=[TargetEntry(7, Outcome.MET)], last_half=Half.AM)
    steps = [
        BatchStep(visit, (3, 4), Way.NEW, beside="HD9"),
        BatchStep(an_entry(kind=ActivityKind.HEARING), (13,), Way.ANSWER, "HD5"),
    ]
    assert steps_words(steps) == (
        "2月9日上午 样样村 2个对象：新登记（同日另有 HD9）；2月9日 下访听诉：完成计划 HD5"
    )
    assert steps_words(steps * 3).endswith("；等 6 次")
    assert ways_counted(steps) == {"新登记": 1, "完成计划": 1, "并入已有记录": 0}


def test_nothing_more_counts_where_nothing_changes() -> None:
    assert effect_words(Effect([], [], {}, [])) == ""


def test_a_plan_gone_by_on_another_day_is_named_until_it_is_answered() -> None:
    row = a_row(recorded(PLANNED, "HD5"))
    sheet = BatchSheet(Batch(1, period("2026Q1")), "张样一", [a_row(), a_row(), row])
    fresh = BatchStep(an_entry(), (3,), Way.NEW)
    said = ["原计划 2月9日的 HD5 仍列在“待确认”，请另行答复。"]
    assert plans_left(sheet, [fresh], day(2, 12)) == said
    assert plans_left(sheet, [fresh._replace(way=Way.ANSWER, number="HD5")], day(2, 12)) == []
    assert plans_left(sheet, [fresh], day(2, 9)) == []


def test_after_saving_it_says_how_much_and_what_was_late() -> None:
    rows = [Activity(last_day=day(2, 9), entered_on=entered) for entered in (day(2, 10), day(4, 1))]
    said = saved_words(rows, {"新登记": 2, "完成计划": 0})
    assert said == "已保存 2 次活动（新登记 2），其中 1 次标“补登”。按 Ctrl+Z 可撤销整张表。"


def test_the_quarters_begin_with_the_one_still_being_filled_in() -> None:
    assert [str(span) for span in quarters(day(1, 9))][:3] == ["2025Q4", "2026Q1", "2025Q3"]
    assert [str(span) for span in quarters(day(2, 9))][:2] == ["2026Q1", "2025Q4"]
