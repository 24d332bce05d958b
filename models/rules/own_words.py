"""表册用语: an office's own words for titles and columns of its forms that no source prescribes."""

import re

_BETWEEN, _EQUALS = re.compile("[；;\n]"), re.compile("[=＝]")


def own_words(text: str) -> dict[str, str]:
    """What stands for which word: 责任单位=承办单位；满意度= in a setting; parts of another form left out."""
    pairs = (_EQUALS.split(part) for part in _BETWEEN.split(text))
    return {pair[0].strip(): pair[1].strip() for pair in pairs if len(pair) == 2 and pair[0].strip()}


def are_own_words(text: str) -> bool:
    """Whether every part of the text says what stands for which word."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    return all(len(pair := _EQUALS.split(part)) == 2 and pair[0].strip() for part in parts)
