"""圩日 as offices write them: which days they are, and what is said where nobody can tell."""

from datetime import date

import pytest

from models.rules.market_days import complaint, is_market_day, understood

THIRDS = [1, 4, 7, 11, 14, 17, 21, 24, 27]
FIFTHS = [1, 6, 11, 16, 21, 26]
TENS = [5, 10, 15, 20, 25, 30]


def moon_days(pattern: str) -> list[int]:
    """The days of a lunar month of 30 that are market days, the solar day being one that never is."""
    return [number for number in range(1, 31) if is_market_day(pattern, date(2026, 3, 9), number)]


def sun_days(pattern: str) -> list[int]:
    """The days of March that are market days, the lunar day being one that never is."""
    return [number for number in range(1, 32) if is_market_day(pattern, date(2026, 3, number), 9)]


@pytest.mark.parametrize(
    ("pattern", "days"),
    [
        ("农历147", THIRDS),
        ("农历1、4、7", THIRDS),
        ("农历一、四、七", THIRDS),
        ("农历　一四七", THIRDS),
        ("一四七", THIRDS),
        ("逢一、四、七", THIRDS),
        ("农历逢1、4、7日", THIRDS),
        ("每月农历一、四、七为圩日", THIRDS),
        ("每逢农历一、四、七（赶圩）", THIRDS),
        ("每旬一、四、七", THIRDS),
        ("阴历１－４－７", THIRDS),
        ("农历16", FIFTHS),
        ("农历1、6", FIFTHS),
        ("一六", FIFTHS),
        ("农历一、六日赶圩", FIFTHS),
        ("逢五逢十", TENS),
        ("逢五、十", TENS),
        ("五十", TENS),
        ("农历510", TENS),
        ("农历初一、十五", [1, 15]),
        ("初三、十三、廿三", [3, 13, 23]),
        ("二十、三十、廿九", [20, 29, 30]),
        ("农历单日", [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29]),
    ],
)
def test_chinese_digits_and_those_after_nongli_are_days_of_the_lunar_month(
    pattern: str, days: list[int]
) -> None:
    assert moon_days(pattern) == days
    assert not complaint(pattern)
    assert understood(pattern).startswith("农历每月")


@pytest.mark.parametrize(
    ("pattern", "days"),
    [
        ("3、6、9", [3, 6, 9, 13, 16, 19, 23, 26, 29]),
        ("公历3、6、9", [3, 6, 9, 13, 16, 19, 23, 26, 29]),
        ("公历三六九", [3, 6, 9, 13, 16, 19, 23, 26, 29]),
        ("369", [3, 6, 9, 13, 16, 19, 23, 26, 29]),
        ("3,6,9号", [3, 6, 9, 13, 16, 19, 23, 26, 29]),
        ("每月5日、10日", TENS),
        ("公历15", [15]),
        ("阳历1、15、28", [1, 11, 15, 21, 28, 31]),
        ("双日", list(range(2, 31, 2))),
        ("单日圩", list(range(1, 32, 2))),
    ],
)
def test_arabic_digits_and_those_after_gongli_are_days_of_the_solar_month(
    pattern: str, days: list[int]
) -> None:
    assert sun_days(pattern) == days
    assert not complaint(pattern)
    assert understood(pattern).startswith("公历每月")


@pytest.mark.parametrize("pattern", ["每日", "每天", "每日圩"])
def test_every_day_may_be_market_day(pattern: str) -> None:
    assert moon_days(pattern) == list(range(1, 31))
    assert understood(pattern) == "每天都是圩日"


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "三天一圩",
            "五日一墟",
            "每周六",
            "星期日",
            "逢场",
            "无",
            "—",
            "农历",
            "逢",
            "、",
            "123",
            "32",
            "农历农",
        ),
        *("一、4、7", "农历一四七、公历3", "159", "二二", "双休日", "十一二"),
    ],
)
def test_what_cannot_be_read_is_no_market_day_and_is_told(pattern: str) -> None:
    assert moon_days(pattern) == sun_days(pattern) == []
    assert understood(pattern) == ""
    assert f"看不懂“{pattern}”" in complaint(pattern)


@pytest.mark.parametrize("pattern", ["", "  "])
def test_nothing_written_is_nothing_to_complain_of(pattern: str) -> None:
    assert moon_days(pattern) == []
    assert complaint(pattern) == ""


def test_a_day_without_a_lunar_number_is_no_lunar_market_day() -> None:
    assert not is_market_day("逢五逢十", date(2150, 1, 5), 0)


def test_how_it_was_understood_is_said_in_words() -> None:
    assert understood("农历147") == "农历每月尾数为 1、4、7 的日子"
    assert understood("初一、十五") == "农历每月1、15 日"
    assert understood("逢五逢十") == "农历每月尾数为 5、10 的日子"
