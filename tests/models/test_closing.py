"""季度归档: pages and choices of a closed quarter stay, what comes later is told apart, nothing is locked."""

from dataclasses import replace
from datetime import date

import pytest

from models.activity import read_entry, save_activity
from models.closing import (
    Closing,
    Pages,
    choices_of,
    close_quarter,
    closing_of,
    closings,
    find_kept,
    kept_prints,
    later,
    open_again,
    pdf_of,
)
from models.contact_point import save_point
from models.effect import foresee
from models.explanation import explain
from models.matter import MatterEntry, add_step, save_matter
from models.official import Official
from models.print_log import PrintLog, log_print
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import DutyState, Later, MatterKind, StepKind
from models.rules.matter import Step
from models.rules.problem import Problem
from models.setting import change_settings
from models.undo import last_action, undo
from tests.models.made_up import a_household, a_leader, a_visit, day

Q3 = period("2026Q3")
TODAY = day(10, 12)


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


def a_print(form: str = "quarter_result", data: bytes = b"%PDF-1.5 \x00\xff") -> Pages:
    number = log_print("季度走访情况表", "", full=False, pages=0, destination="归档")
    return Pages(number, form, Q3, "季度走访情况表_2026Q3", 2, data)


def closed(*prints: Pages) -> Closing:
    return close_quarter(Q3, prints, TODAY)


def test_a_kept_print_comes_back_byte_for_byte_and_is_no_longer_unfinished(zhang: Official) -> None:
    closing = closed(a_print())
    kept = find_kept("quarter_result", Q3)
    assert kept is not None
    assert pdf_of(kept) == b"%PDF-1.5 \x00\xff"
    assert [row.name for row in kept_prints(closing)] == ["季度走访情况表_2026Q3"]
    assert PrintLog.get_by_id(kept.print_log_id).pages == 2
    assert find_kept("coverage", Q3) is None


def test_a_quarter_is_closed_after_its_last_day_and_only_once(zhang: Official) -> None:
    with pytest.raises(Problem, match="9月30日才结束"):
        close_quarter(Q3, [], date(2026, 9, 30))
    closed()
    with pytest.raises(Problem, match="已于"):
        closed()
    assert len(closings()) == 1


def test_a_closed_quarter_is_counted_as_it_was_whatever_the_office_chooses_later(zhang: Official) -> None:
    before = choices_of(Q3)
    closed()
    change_settings({"stand_in_counts": "1", "pro_rata": "0", "risk_share": "1/4"})
    assert choices_of(Q3) == before
    assert choices_of(period("2026Q4")).stand_in_counts
    assert choices_of(period("2026")).stand_in_counts


def test_the_counting_engine_is_given_the_choices_of_the_closing(zhang: Official) -> None:
    other = a_leader("李样二")
    save_activity(a_visit(zhang, day(8, 5), stand_ins=[other.id]), TODAY)
    save_activity(replace(a_visit(zhang, day(8, 6)), kind="hearing"), TODAY)  # type: ignore[arg-type]
    closed()
    before = [(line.rule, line.done) for line in progress(Q3, TODAY)]
    change_settings({"stand_in_counts": "1"})
    assert [(line.rule, line.done) for line in progress(Q3, TODAY)] == before


def test_what_is_entered_changed_or_taken_away_later_is_told_apart(zhang: Official) -> None:
    house = a_household("王样甲")
    first = save_activity(a_visit(zhang, day(7, 1), house), TODAY)
    gone = save_activity(a_visit(zhang, day(7, 2), house), TODAY)
    save_activity(a_visit(zhang, day(7, 3), house), TODAY)
    closing = closed()
    assert later(closing, Q3) == []
    save_activity(replace(read_entry(first), heard="后来补记"), TODAY)
    save_activity(replace(read_entry(gone), first_day=day(10, 2), last_day=day(10, 2)), TODAY)
    new = save_activity(a_visit(zhang, day(9, 1), house), TODAY)
    told = {entry.number: (entry.later, entry.words) for entry in later(closing, Q3)}
    assert told == {
        first.number: (Later.CHANGED, "张样一 7月1日 走访（完成） 王样甲"),
        new.number: (Later.ADDED, "张样一 9月1日 走访（完成） 王样甲"),
        gone.number: (Later.GONE, "张样一 7月2日 走访（完成） 王样甲"),
    }


def test_a_name_written_otherwise_changes_no_entry(zhang: Official) -> None:
    house = a_household("王样甲")
    save_activity(a_visit(zhang, day(7, 1), house), TODAY)
    closing = closed()
    house.name = "王样家"
    save_point(house)
    assert later(closing, Q3) == []


def test_matters_and_reasons_belong_to_the_quarter_and_a_step_of_the_next_one_does_not(
    zhang: Official,
) -> None:
    matter = save_matter(MatterEntry(MatterKind.OPINION, day(9, 1), zhang.id, "修路"), TODAY)
    closing = closed()
    add_step(matter, Step(StepKind.ASSIGN, day(10, 9), "交办"), TODAY)
    assert later(closing, Q3) == []
    secret = MatterEntry(
        MatterKind.PETITION,
        day(9, 2),
        zhang.id,
        "内情",
        sensitive=True,
        contact_point=a_household("王样甲").id,
    )
    save_matter(secret, TODAY)
    late = next(line for line in progress(Q3, TODAY) if line.state == DutyState.LATE)
    explain(late, "防汛", TODAY)
    words = [entry.words for entry in later(closing, Q3)]
    assert words == ["张样一 9月2日 信访事项 敏感事项", "张样一 写明原因：防汛"]


def test_an_opened_quarter_keeps_its_old_pages_and_may_be_closed_anew(zhang: Official) -> None:
    first = closed(a_print())
    with pytest.raises(Problem, match="原因"):
        open_again(first, " ")
    open_again(first, "漏登走访")
    assert closing_of(Q3) is None
    assert find_kept("quarter_result", Q3) is None
    assert len(kept_prints(first)) == 1
    second = closed(a_print(data=b"%PDF-new"))
    kept = find_kept("quarter_result", Q3)
    assert kept is not None
    assert kept.closing_id == second.id
    with pytest.raises(Problem, match="已经撤销"):
        open_again(first, "再来")


def test_one_undo_takes_a_closing_back_and_the_log_keeps_its_prints(zhang: Official) -> None:
    closed(a_print())
    action = last_action()
    assert action is not None
    assert action.label == "归档2026年第三季度"
    undo(action)
    assert closings() == []
    assert PrintLog.select().count() == 1


def test_a_print_too_large_to_be_kept_closes_nothing(
    zhang: Official, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.closing.LARGEST", 4)
    with pytest.raises(Problem, match="太大"):
        closed(a_print())
    assert closings() == []


def test_who_writes_into_a_closed_quarter_is_told_before(zhang: Official) -> None:
    closed()
    said = foresee(a_visit(zhang, day(9, 1)), TODAY).reasons
    assert any("2026年第三季度已归档" in text for text in said)
    assert not any("已归档" in text for text in foresee(a_visit(zhang, day(10, 1)), TODAY).reasons)
