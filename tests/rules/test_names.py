import pytest

from models.rules.names import name_key


@pytest.mark.parametrize(
    "typed",
    ["郝样", "郝　样", " 郝 样 ", "郝\u00a0样", "郝\u200b样", "\ufeff郝样", "郝\t样\n"],
)
def test_padding_does_not_make_another_name(typed: str) -> None:
    assert name_key(typed) == "郝样"


def test_full_width_letters_and_brackets_match_half_width_ones() -> None:
    assert name_key("张样（２组１号）") == name_key("张样(2组1号)")


def test_rare_characters_are_kept() -> None:
    assert name_key("周𬀩样") == "周𬀩样"


def test_different_people_stay_different() -> None:
    assert name_key("张㛃") != name_key("张洁")
