"""From a file to the database: all of it or nothing, as one action."""

import csv
from datetime import date
from pathlib import Path

import pytest

from models.exchange.importing import apply_import, plan_import
from models.official import Official, save_official
from models.rules.problem import Problem
from models.writing import Topic, drain_topics
from tests.exchange.books import save_book
from tests.exchange.rows import LEADERS, OFFICE, TODAY, bring_in, counts, plan, stored

pytestmark = pytest.mark.usefixtures("office")


def test_a_file_is_imported_and_again_without_any_change(tmp_path: Path) -> None:
    path = save_book(tmp_path / "样办公室.xlsx", OFFICE)
    first = plan_import(path, TODAY)
    assert counts(first) == (7, 0, 0, 0)
    assert stored("SELECT 1 FROM official") == []
    apply_import(first)
    assert counts(plan_import(path, TODAY)) == (0, 0, 7, 0)


def test_an_import_is_one_action_of_the_history() -> None:
    bring_in(OFFICE)
    assert stored("SELECT DISTINCT action, label FROM change") == [(1, "导入 表.xlsx")]
    assert {row[0] for row in stored("SELECT subject FROM change")} == {
        *("official", "contact_point", "assignment"),
    }


def test_changes_are_recorded_with_what_stood_there_before() -> None:
    bring_in(OFFICE)
    bring_in({"领导": [["姓名", "职务"], ["张样一", "市长"]]})
    ((old, new),) = stored("SELECT old, new FROM change WHERE old IS NOT NULL")
    assert '"title":""' in old
    assert '"title":"市长"' in new


def test_topics_go_out_only_when_something_was_written() -> None:
    bring_in(OFFICE)
    assert Topic.OFFICIAL in drain_topics()
    bring_in(OFFICE)
    assert drain_topics() == set()


def test_a_plan_with_refused_rows_cannot_be_applied() -> None:
    made = plan({"领导": [*LEADERS, ["张样一", "是"]]})
    with pytest.raises(Problem, match="什么都没有改动"):
        apply_import(made)
    assert stored("SELECT 1 FROM official") == []


def test_a_plan_is_made_anew_when_something_was_saved_meanwhile() -> None:
    made = plan(OFFICE)
    save_official(Official(name="钱样九", rank=1))
    with pytest.raises(Problem, match="重新预览"):
        apply_import(made)
    assert len(stored("SELECT 1 FROM official")) == 1


def test_planning_twice_gives_the_same_plan(tmp_path: Path) -> None:
    path = save_book(tmp_path / "样.xlsx", OFFICE)
    assert plan_import(path, TODAY).as_json() == plan_import(path, TODAY).as_json()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_is_imported_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "领导名单.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([["姓名", "班子成员", "任职起"], ["张样一", "是", "2024年1月1日"]])
    apply_import(plan_import(path, TODAY))
    assert stored("SELECT name, is_member, office_from FROM official") == [("张样一", 1, "2024-01-01")]


def test_an_error_or_a_formula_never_computed_refuses_its_row(tmp_path: Path) -> None:
    path = save_book(tmp_path / "样.xlsx", {"领导": [["姓名", "职务", "旁注"], ["张样一", "=A1", "=A2"]]})
    (found,) = plan_import(path, TODAY).refused
    assert (found.row, found.column) == (2, "职务")
    assert "计算结果" in found.reason


def test_reading_and_planning_tell_their_progress(tmp_path: Path) -> None:
    shares: list[float] = []
    plan_import(save_book(tmp_path / "样.xlsx", OFFICE), TODAY, date(2026, 1, 1), shares.append)
    assert shares == sorted(shares)
