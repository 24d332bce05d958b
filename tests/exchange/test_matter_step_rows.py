"""The sheet 事项步骤: what was done about a matter; how far it is follows from that."""

from typing import Any

import pytest

from models.matter import Matter, add_step
from models.rules.kinds import StepKind
from models.rules.matter import Step
from tests.exchange.rows import OFFICE, TODAY, bring_in, counts, plan, refused, stored
from tests.exchange.test_matter_rows import matters, row

pytestmark = pytest.mark.usefixtures("office")

NUMBER = "MQ20260001"
ASSIGN, URGE, REPLY, TELL, CLOSE, REOPEN = (
    (kind, f"2026-3-{day}", words)
    for kind, day, words in (
        ("交办", 3, "请交通局办理"),
        ("催办", 5, None),
        ("答复", 9, "已修好"),
        ("告知群众", 10, None),
        ("销号", 12, None),
        ("重新打开", 20, "又坏了"),
    )
)
WHOLE = (ASSIGN, URGE, REPLY, TELL, CLOSE)
REACHED = "SELECT state, result, told_on, closed_on FROM matter"


@pytest.fixture(autouse=True)
def _people(office: object) -> None:
    bring_in(OFFICE)


def steps(*told: tuple[Any, ...], number: str = NUMBER) -> dict[str, list[list[Any]]]:
    return {"事项步骤": [["编号", "事项", "日期", "内容"], *([number, *one] for one in told)]}


def a_matter(**more: Any) -> dict[str, list[list[Any]]]:
    return matters(row(编号=NUMBER, **more))


def kept() -> list[tuple[Any, ...]]:
    return stored("SELECT kind, day, words FROM matter_step ORDER BY day, id")


def test_steps_are_kept_and_the_state_follows_and_the_same_rows_again_change_nothing() -> None:
    sheets = {**a_matter(), **steps(*reversed(WHOLE))}
    assert counts(bring_in(sheets)) == (6, 0, 0, 0)
    assert kept() == [
        ("assign", "2026-03-03", "请交通局办理"),
        ("urge", "2026-03-05", ""),
        ("reply", "2026-03-09", "已修好"),
        ("tell", "2026-03-10", ""),
        ("close", "2026-03-12", ""),
    ]
    assert stored(REACHED) == [("closed", "已修好", "2026-03-10", "2026-03-12")]
    assert counts(bring_in(sheets)) == (0, 0, 6, 0)


def test_steps_of_a_later_file_go_on_from_those_there() -> None:
    bring_in({**a_matter(), **steps(*WHOLE)})
    assert counts(bring_in(steps(REOPEN, ("回访", "2026-3-21")))) == (2, 0, 0, 0)
    assert stored(REACHED) == [("in_hand", "已修好", None, None)]


def test_what_the_form_entered_is_known_and_steps_may_be_mixed() -> None:
    bring_in(a_matter())
    add_step(Matter.get(), Step(StepKind.ASSIGN, TODAY.replace(month=3, day=3), "请交通局办理"), TODAY)
    assert counts(bring_in(steps(ASSIGN, REPLY))) == (1, 0, 1, 0)
    add_step(Matter.get(), Step(StepKind.TELL, TODAY), TODAY)
    assert stored(REACHED) == [("answered", "已修好", "2026-11-22", None)]


def test_a_correction_changes_the_step_of_that_day_and_another_line_is_another_step() -> None:
    bring_in({**a_matter(), **steps(ASSIGN, URGE, REPLY)})
    assert counts(bring_in(steps(("答复", "2026-3-9", "已修好，请放心")))) == (0, 1, 0, 0)
    assert stored(REACHED)[0][:2] == ("answered", "已修好，请放心")
    twice = steps(("交办", "2026-3-3", "请水利局配合"), ASSIGN, ("答复", "2026-3-9"))
    assert counts(bring_in(twice)) == (1, 0, 2, 0)
    assert counts(bring_in(twice)) == (0, 0, 3, 0)
    assert [words for _, _, words in kept()] == ["请交通局办理", "请水利局配合", "", "已修好，请放心"]


def test_the_result_of_the_sheet_stands_before_the_words_of_a_reply() -> None:
    bring_in({**a_matter(办理结果="路已修好"), **steps(REPLY)})
    assert stored(REACHED)[0][:2] == ("answered", "路已修好")
    bring_in(steps(TELL))
    assert stored(REACHED)[0][:2] == ("answered", "路已修好")


def test_a_matter_that_came_without_steps_goes_on_by_steps() -> None:
    bring_in(a_matter(状态="已办结", 告知日期="2026-3-10"))
    bring_in(steps(("回访", "2026-3-11")))
    assert stored(REACHED) == [("answered", "", "2026-03-10", None)]
    bring_in(steps(CLOSE))
    assert stored(REACHED) == [("closed", "", "2026-03-10", "2026-03-12")]


def test_steps_that_lead_to_where_a_matter_stands_are_its_history() -> None:
    bring_in(a_matter(状态="已销号", 销号日期="2026-3-12", 告知日期="2026-3-10"))
    assert refused(plan(steps(ASSIGN, REPLY))).reason == "事项已销号。要继续办理，请先重新打开"
    assert counts(bring_in(steps(*WHOLE))) == (5, 0, 0, 0)
    assert stored(REACHED) == [("closed", "已修好", "2026-03-10", "2026-03-12")]


@pytest.mark.parametrize(
    ("more", "column", "reason"),
    [
        ({"状态": "办理中"}, "状态", "与事项步骤不符，按步骤是“已销号”"),
        ({"告知日期": "2026-3-11"}, "告知日期", "与事项步骤不符，按步骤是2026年3月10日"),
        ({"状态": "已销号", "销号日期": "2026-3-11"}, "销号日期", "与事项步骤不符，按步骤是2026年3月12日"),
    ],
)
def test_a_row_that_contradicts_the_steps_is_refused(more: dict[str, Any], column: str, reason: str) -> None:
    found = refused(plan({**a_matter(**more), **steps(*WHOLE)}))
    assert (found.sheet, found.row, found.column, found.reason) == ("民情事项", 2, column, reason)
    bring_in({**a_matter(), **steps(*WHOLE)})
    found = refused(plan(a_matter(**more)))
    assert (found.column, found.reason) == (column, reason)


def test_a_day_of_closing_that_a_step_took_back_is_refused() -> None:
    told = {"状态": "办理中", "销号日期": "2026-3-12"}
    found = refused(plan({**a_matter(**told), **steps(*WHOLE, REOPEN)}))
    assert (found.column, found.reason) == ("销号日期", "状态不是“已销号”，不能有销号日期")


@pytest.mark.parametrize(
    ("told", "number", "column", "reason"),
    [
        ([ASSIGN], "MQ20269999", "编号", "没有这个编号的民情事项"),
        ([(None, "2026-3-3")], NUMBER, "事项", "事项必填"),
        ([("交办", None)], NUMBER, "日期", "日期必填"),
        ([("批示", "2026-3-3")], NUMBER, "事项", "之一"),
        ([("交办", "2026-11-23")], NUMBER, "日期", "2026年11月23日还没有到"),
        ([("交办", "2026-3-1")], NUMBER, "日期", "早于登记日期2026年3月2日"),
        ([REOPEN, ("重新打开", "2026-3-21")], NUMBER, "事项", "只有已销号的事项才能重新打开"),
        ([CLOSE, ("催办", "2026-3-15")], NUMBER, "事项", "事项已销号。要继续办理，请先重新打开"),
        ([ASSIGN, REOPEN], NUMBER, "事项", "只有已销号"),
    ],
)
def test_a_step_that_cannot_be_is_refused_with_its_place(
    told: list[tuple[Any, ...]], number: str, column: str, reason: str
) -> None:
    found = refused(plan({**a_matter(), **steps(*told, number=number)}))
    assert (found.sheet, found.row, found.column) == ("事项步骤", 1 + len(told), column)
    assert reason in found.reason
    assert not found.reason.endswith("。")


def test_a_step_that_puts_those_there_out_of_order_is_refused() -> None:
    bring_in({**a_matter(), **steps(*WHOLE)})
    assert refused(plan(steps(("销号", "2026-3-4")))).column == "事项"
    assert refused(plan(steps(("催办", "2026-3-13")))).reason.startswith("事项已销号")


def test_a_line_repeated_is_refused() -> None:
    found = refused(plan({**a_matter(), **steps(URGE, ASSIGN, URGE)}))
    assert (found.row, found.reason) == (4, "与第 2 行重复")


def test_a_matter_is_not_registered_after_its_steps() -> None:
    bring_in({**a_matter(), **steps(*WHOLE)})
    found = refused(plan(a_matter(登记日期="2026-3-4")))
    assert (found.sheet, found.column) == ("民情事项", "登记日期")
    assert "晚于已有的步骤" in found.reason
    assert counts(bring_in(a_matter(登记日期="2026-3-3"))) == (0, 1, 0, 0)


def test_words_of_steps_have_synonyms() -> None:
    told = [("转办", "2026-3-3"), ("督办", "2026-3-4"), ("回复", "2026-3-5"), ("反馈群众", "2026-3-6")]
    bring_in({**a_matter(), **steps(*told)})
    assert [kind for kind, _, _ in kept()] == ["assign", "urge", "reply", "tell"]


def test_steps_of_one_day_keep_the_order_of_the_sheet_though_two_are_of_a_kind() -> None:
    day = "2026-3-9"
    told = (("答复", day, "已修好"), ("交办", day, None), ("答复", day, None))
    bring_in({**a_matter(状态="已办结"), **steps(*told)})
    assert [kind for kind, *_ in kept()] == ["reply", "assign", "reply"]
    assert stored(REACHED)[0][0] == "answered"
