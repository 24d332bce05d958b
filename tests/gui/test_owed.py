"""The few words that tell what a leader owes."""

from gui.look.palette import Tone
from gui.state.owed import brief, own_duties, share, summary
from models.rules.calendar import Period, period
from models.rules.counting import Progress
from models.rules.kinds import DutyState, Unit

QUARTER, YEAR = period("2026Q4"), period("2026")


def line(
    state: DutyState,
    done: float = 0,
    owed: int = 1,
    point: int | None = 7,
    span: Period = QUARTER,
    code: str = "x",
) -> Progress:
    return Progress(
        *(1, "张样一", code, "虎山乡" if point else None, point, span, Unit.TIMES, owed, done),
        *(0, 0, state, None, ()),
    )


def test_the_most_pressing_state_stands_for_all() -> None:
    lines = [line(DutyState.DONE, 1), line(DutyState.SCHEDULED), line(DutyState.AT_RISK)]
    assert summary(lines) == ("▲ 临近 1/3", Tone.NEAR)
    assert summary([*lines, line(DutyState.LATE)]) == ("● 逾期 1/4", Tone.LATE)


def test_in_a_narrow_place_the_sign_stands_for_the_state() -> None:
    assert brief([line(DutyState.DONE, 1), line(DutyState.AT_RISK)]) == "▲ 1/2"
    assert brief([line(DutyState.NOT_OWED, owed=0)]) == "—"


def test_what_is_not_owed_is_not_spoken_of() -> None:
    assert summary([line(DutyState.NOT_OWED, owed=0)]) == ("—", Tone.SOFT)
    assert summary([line(DutyState.DONE, 1), line(DutyState.NOT_OWED, owed=0)]) == ("✓ 已完成 1/1", Tone.DONE)


def test_a_yearly_share_says_that_it_is_of_the_year() -> None:
    assert share([line(DutyState.AT_RISK, 1, 2, span=YEAR)]) == ("▲ 年1/2", Tone.NEAR)
    assert share([line(DutyState.DONE, 1)]) == ("✓ 1/1", Tone.DONE)
    assert share([]) == ("—", Tone.SOFT)


def test_a_share_has_its_sign_even_where_nothing_is_owed_and_is_of_the_rule_that_asks() -> None:
    nothing = line(DutyState.NOT_OWED, 1, 0)
    assert share([nothing]) == ("— 1/0", Tone.SOFT)
    assert share([nothing, line(DutyState.DONE, 1)]) == ("✓ 1/1", Tone.DONE)


def test_only_duties_without_a_point_are_the_leaders_own() -> None:
    lines = [line(DutyState.OPEN), line(DutyState.OPEN, point=None, code="hearing")]
    assert own_duties(lines, {"hearing": "下访听诉", "x": "走访"}) == "下访听诉 0/1次"
