"""拼音: the readings of characters. The library comes only when something is first spelled."""

import os
from functools import cache

from models.rules import finding
from models.rules.finding import search_key


def spelling(text: str) -> str:
    """The text in pinyin, as `models.rules.finding.fit` looks through it."""
    return finding.spelled(search_key(text), _readings)


@cache
def _readings(character: str) -> str:
    """dan/chan/shan: every reading of 单, since names take the rare ones; a letter or digit as it stands."""
    if character.isascii():
        return character
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # only single characters are read: loads in a quarter
    from pypinyin import Style, pinyin

    return "/".join(pinyin(character, style=Style.NORMAL, heteronym=True)[0])
