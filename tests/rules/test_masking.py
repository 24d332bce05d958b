"""What is left to be seen of names and numbers that are not for everybody."""

import pytest

from models.rules.masking import masked, masked_name, masked_phone, without_names


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13812341234", "138****1234"),
        ("电话138 1234 1234,下午打", "电话138****1234,下午打"),
        ("138-1234-1234", "138****1234"),
        ("0797-8391000", "079****1000"),
        ("身份证362101199001011234", "身份证362****1234"),
        ("身份证36210119900101123X。", "身份证362****123X。"),
        ("１３８１２３４１２３４", "１３８****１２３４"),
        ("+8613812341234", "138****1234"),
        ("+86 138 1234 1234", "138****1234"),
        ("0086-138-1234-1234", "138****1234"),
        ("＋８６１３８１２３４１２３４", "１３８****１２３４"),
        ("1381 234 1234", "138****1234"),
        ("138.123.41234", "138****1234"),
        ("（0797）8391000", "079****1000"),
        ("身份证362101 19900101 123X", "身份证362****123X"),
        ("身份证362101-1990-01-01-1234", "身份证362****1234"),
        ("２０２６年第１期", "２０２６年第１期"),
        ("2026-11-25至2026-11-30", "2026-11-25至2026-11-30"),
        ("1-3 2026-11-25 8:00", "1-3 2026-11-25 8:00"),
        ("补助12000000元", "补助12000000元"),
        ("1组13号", "1组13号"),
        ("2026年3月5日", "2026年3月5日"),
    ],
)
def test_numbers_of_people_are_starred_out_wherever_they_stand(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812341234", "138****1234"),
        ("+8613812341234", "138****1234"),
        ("8391000", "8****00"),
        ("8391000、13812341234", "8****00、138****1234"),
        ("", ""),
        ("无", "无"),
    ],
)
def test_a_phone_of_any_form_is_starred_out(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("张样一", "张××"),
        ("王　宏", "王××"),
        ("王样甲、欧阳样等5人", "王××、欧××等5人"),
        ("阿卜杜拉·样例", "阿××"),
        ("", ""),
        ("𠅤样", "𠅤××"),
    ],
)
def test_a_name_to_be_kept_secret_shows_its_surname_alone(names: str, shown: str) -> None:
    assert masked_name(names) == shown


def test_names_are_masked_wherever_they_stand_in_a_text() -> None:
    assert without_names("王样甲说王样甲家的路坏了", ["王样甲", "李样乙"]) == "王××说王××家的路坏了"
    assert without_names("甲说路坏了", ["甲", ""]) == "甲说路坏了"
