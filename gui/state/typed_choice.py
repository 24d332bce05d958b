"""What a typed beginning may mean: for fields that offer matches while one types."""

from collections.abc import Iterable

from models.pinyin import spelling
from models.rules.finding import Fit, fit, search_key, words
from models.rules.names import name_key


def matches(typed: str, choices: Iterable[str], most: int = 50) -> list[str]:
    """The choices that hold what was typed, by their pinyin too, the best first; all for nothing typed."""
    meant = words(name_key(typed))
    if not meant:
        return list(choices)[:most]
    word = meant[0]  # without blanks there is no second
    found = {one: fit(word, search_key(one), spelling(one) if word.pinyin else "") for one in choices}
    there = [choice for choice, how in found.items() if how is not Fit.NOWHERE]
    return sorted(there, key=lambda choice: -found[choice])[:most]
