"""An office's own words for titles and columns, as they are typed."""

import pytest

from models.rules.own_words import are_own_words, own_words


def test_words_stand_for_words_parted_by_semicolons_or_lines() -> None:
    typed = "责任单位 = 承办单位；满意度＝;民情事项台账=群众诉求台账\n"
    assert own_words(typed) == {"责任单位": "承办单位", "满意度": "", "民情事项台账": "群众诉求台账"}
    assert own_words("") == {}


@pytest.mark.parametrize("text", ["", "甲=乙", "甲=乙；丙=", "甲＝乙；；"])
def test_what_says_a_word_for_a_word_is_understood(text: str) -> None:
    assert are_own_words(text)


@pytest.mark.parametrize("text", ["甲", "甲=乙；丙", "=乙", "甲=乙=丙"])
def test_what_does_not_is_refused(text: str) -> None:
    assert not are_own_words(text)
