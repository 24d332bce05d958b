"""Finding by name, by part of a name, or by the first letters of its pinyin (zyy = 张样一)."""

from collections.abc import Iterable
from functools import cache

from models.rules.names import name_key


def found(typed: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts is meant by what was typed; nothing typed means all."""
    key = name_key(typed).casefold()
    if not key:
        return True
    return any(
        key in name_key(text).casefold() or (key.isascii() and key in initials(text)) for text in texts
    )


@cache
def initials(text: str) -> str:
    """The first letters of the pinyin of each character; what is no Chinese stays."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(name_key(text), style=Style.FIRST_LETTER)).casefold()
