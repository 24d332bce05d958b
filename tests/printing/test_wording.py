"""How names, days and numbers of people are written on paper."""

from datetime import date

import pytest

from models.rules.calendar import day_in
from models.rules.kinds import Half
from printing.wording import (
    amount,
    listed,
    one_a_line,
    plain,
    shortened,
    whole,
)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王宏", "王　宏"),
        ("张样一", "张样一"),
        ("", ""),
        ("𠅤一", "𠅤　一"),
        ("王　宏", "王　宏"),
        ("张　样一", "张样一"),
    ],
)
def test_names_of_two_characters_line_up_with_three_in_lists(name: str, shown: str) -> None:
    assert listed(name) == shown


@pytest.mark.parametrize(
    ("typed", "shown"), [("王　宏", "王宏"), ("王 宏", "王宏"), ("张样一", "张样一"), ("Ali Li", "Ali Li")]
)
def test_running_text_leaves_out_the_blanks_a_name_was_padded_with(typed: str, shown: str) -> None:
    assert plain(typed) == shown
    assert whole(typed).replace("\u2060", "") == shown


def test_several_telephone_numbers_stand_below_each_other() -> None:
    assert one_a_line("0797-8391000、0797-8391001 / 8391002") == "0797-8391000\n0797-8391001\n8391002"


def test_a_name_in_running_text_stays_on_one_line_and_reads_the_same() -> None:
    assert whole("张样一").replace("\u2060", "") == "张样一"


def test_days_are_written_short_in_their_own_year_and_without_leading_zeros() -> None:
    assert day_in(date(2026, 3, 5), 2026) == "3月5日"
    assert day_in(date(2026, 3, 5), 2026, Half.PM) == "3月5日下午"
    assert day_in(date(2025, 3, 5), 2026) == "2025年3月5日"


def test_amounts_have_halves_only_where_there_are_halves() -> None:
    assert [amount(16.5), amount(16.0), amount(0)] == ["16.5", "16", "0"]


def test_a_shortened_text_says_where_the_rest_is() -> None:
    assert shortened("修路\n通水", 60) == "修路；通水"
    assert shortened("路" * 61, 60) == "路" * 60 + "……（全文见走访记录）"
