"""The sheet 基层朋友: each friend once with a leader, namesakes told apart by where they live."""

from typing import Any

import pytest

from tests.exchange.rows import LEADERS, bring_in, counts, plan, refused, stored

pytestmark = pytest.mark.usefixtures("office")

HEADS = ["领导", "姓名", "性别", "住址", "身份", "联系电话", "结识日期", "结识地点", "联系情况"]
FULL = [
    *("张样一", "赵样甲", "男", "东样村1组", "种养大户", "13900000001", "2026-3-5", "东样村", "逢圩日通电话"),
]


@pytest.fixture(autouse=True)
def _people(office: object) -> None:
    bring_in({"领导": LEADERS})


def friends(*rows: list[Any]) -> dict[str, list[list[Any]]]:
    return {"基层朋友": [HEADS, *rows]}


def homes() -> list[tuple[Any, ...]]:
    return stored("SELECT name, address, standing FROM friend ORDER BY id")


def test_every_column_is_kept_and_the_same_row_again_changes_nothing() -> None:
    assert counts(bring_in(friends(FULL))) == (1, 0, 0, 0)
    columns = "official_id, name, name_key, sex, address, standing, phone, met_on, met_at, contact"
    assert stored(f"SELECT {columns} FROM friend") == [
        (
            *(1, "赵样甲", "赵样甲", "male", "东样村1组", "种养大户", "13900000001"),
            *("2026-03-05", "东样村", "逢圩日通电话"),
        )
    ]
    assert counts(bring_in(friends(FULL))) == (0, 0, 1, 0)
    assert counts(bring_in(friends(["张样一", "赵　样甲"]))) == (0, 0, 1, 0)


def test_one_without_an_address_is_the_only_one_of_that_name_and_may_get_one() -> None:
    bring_in(friends(["张样一", "赵样甲"], ["李样二", "赵样甲"]))
    assert counts(bring_in(friends(["张样一", "赵样甲", None, "1组"]))) == (0, 1, 0, 0)
    assert counts(bring_in(friends(["张样一", "赵样甲", None, None, "党员"]))) == (0, 1, 0, 0)
    assert homes() == [("赵样甲", "1组", "党员"), ("赵样甲", "", "")]


def test_namesakes_are_told_apart_by_their_addresses() -> None:
    both = friends(["张样一", "赵样甲", None, "1组"], ["张样一", "赵样甲", None, "2组"], ["张样一", "赵样甲"])
    assert counts(bring_in(both)) == (3, 0, 0, 0)
    assert counts(bring_in(both)) == (0, 0, 3, 0)
    assert counts(bring_in(friends(["张样一", "赵样甲", None, None, "党员"]))) == (0, 1, 0, 0)
    assert homes()[2] == ("赵样甲", "", "党员")


def test_which_of_several_is_meant_must_be_said() -> None:
    bring_in(friends(["张样一", "赵样甲", None, "1组"], ["张样一", "赵样甲", None, "2组"]))
    found = refused(plan(friends(["张样一", "赵样甲"])))
    assert (found.column, found.reason) == ("住址", "有几位叫“赵样甲”的朋友，请填写住址")
    one = friends(["张样一", "赵样甲", None, "2组"], ["张样一", "赵样甲"])
    assert counts(plan(one)) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (["无此样", "赵样甲"], "领导", "没有名叫“无此样”的干部"),
        ([None, "赵样甲"], "领导", "领导必填"),
        (["张样一", None, "男"], "姓名", "姓名必填"),
        (["张样一", "赵样甲", "不详"], "性别", "之一"),
        (["张样一", "赵样甲", None, None, None, None, "2026-11-23"], "结识日期", "还没有到"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(row: list[Any], column: str, reason: str) -> None:
    found = refused(plan(friends(row)))
    assert (found.sheet, found.row, found.column) == ("基层朋友", 2, column)
    assert reason in found.reason


def test_a_friend_twice_in_one_file_is_refused() -> None:
    found = refused(plan(friends(FULL, FULL)))
    assert (found.row, found.column, found.reason) == (3, "姓名", "与第 2 行重复")
