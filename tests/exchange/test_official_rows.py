"""The sheet 领导."""

from datetime import date
from pathlib import Path

import pytest

from tests.exchange.rows import LEADERS, bring_in, counts, plan, refused, stored

pytestmark = pytest.mark.usefixtures("office")
HEADS = ["排名", "姓名", "职务", "单位", "班子成员", "联络员电话", "任职起", "任职止"]


def test_every_column_is_kept() -> None:
    row = [3, "张样一", "副市长", "市政府", "是", 13996393640, date(2024, 1, 1), "2026.12.31"]
    bring_in({"领导": [HEADS, row]})
    assert stored(
        "SELECT rank, name, title, unit, is_member, liaison_phone, office_from, office_to FROM official"
    ) == [(3, "张样一", "副市长", "市政府", 1, "13996393640", "2024-01-01", "2026-12-31")]


def test_who_is_not_said_to_be_a_member_is_none_and_comes_last() -> None:
    bring_in({"领导": [["排名", "姓名"], [7, "张样一"], [None, "李样二"]]})
    assert stored("SELECT name, rank, is_member FROM official") == [("张样一", 7, 0), ("李样二", 8, 0)]


def test_the_same_rows_again_change_nothing() -> None:
    assert counts(bring_in({"领导": LEADERS})) == (3, 0, 0, 0)
    assert counts(bring_in({"领导": LEADERS})) == (0, 0, 3, 0)


def test_a_padded_name_is_the_same_person_and_keeps_its_first_spelling() -> None:
    bring_in({"领导": [["姓名"], ["郝样"]]})
    assert counts(bring_in({"领导": [["姓名"], ["郝　样 "]]})) == (0, 0, 1, 0)
    assert stored("SELECT name FROM official") == [("郝样",)]


def test_a_blank_cell_keeps_the_old_value_and_a_filled_one_changes_it() -> None:
    bring_in({"领导": [["姓名", "职务", "单位"], ["张样一", "副市长", "市政府"]]})
    assert counts(bring_in({"领导": [["姓名", "职务", "单位"], ["张样一", "市长", None]]})) == (0, 1, 0, 0)
    assert stored("SELECT title, unit FROM official") == [("市长", "市政府")]


def test_a_missing_row_deletes_nobody() -> None:
    bring_in({"领导": LEADERS})
    bring_in({"领导": LEADERS[:2]})
    assert len(stored("SELECT 1 FROM official")) == 3


def test_a_name_that_comes_twice_is_refused_the_second_time() -> None:
    made = plan({"领导": [["姓名"], ["张样一"], ["张 样一"]]})
    assert counts(made) == (1, 0, 0, 1)
    assert (refused(made).row, refused(made).column) == (3, "姓名")


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("联络员电话", "1.39E+10", "Excel 损坏"),
        ("任职起", "2026-2-30", "没有这一天"),
        ("排名", "第一", "整数"),
        ("职务", "长" * 201, "最多 200 个字"),
        ("班子成员", "也许", "是或否"),
        ("姓名", None, "姓名必填"),
    ],
)
def test_a_bad_cell_is_refused_with_its_place(column: str, value: object, why: str) -> None:
    row: list[object] = [None] * len(HEADS)
    row[HEADS.index("姓名")], row[HEADS.index("职务")] = "张样一", "市长"
    row[HEADS.index(column)] = value
    found = refused(plan({"领导": [HEADS, row]}))
    assert (found.sheet, found.row, found.column) == ("领导", 2, column)
    assert found.value == ("" if value is None else str(value)[:200])
    assert why in found.reason


def test_one_row_is_refused_once_however_much_is_wrong_with_it() -> None:
    made = plan({"领导": [HEADS, ["甲", "张样一", None, None, "也许", None, "2026-2-30"]]})
    assert counts(made) == (0, 0, 0, 1)
    assert refused(made).column == "排名"
    assert "班子成员" in refused(made).reason
    assert "没有这一天" in refused(made).reason


def test_leaving_before_coming_is_refused() -> None:
    made = plan({"领导": [["姓名", "任职起", "任职止"], ["张样一", "2026-5-1", "2026-4-30"]]})
    assert "早于" in refused(made).reason


def test_nothing_is_written_when_anything_is_refused(office: Path) -> None:
    made = plan({"领导": [["姓名", "任职起"], ["张样一", "2026-2-30"], ["李样二", None]]})
    assert counts(made) == (1, 0, 0, 1)
    assert stored("SELECT 1 FROM official") == []
