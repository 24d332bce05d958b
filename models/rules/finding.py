"""What is meant by what one types: characters inside a text, or the pinyin its characters begin with."""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import cache
from itertools import compress, repeat
from operator import contains
from typing import NamedTuple

from models.rules.names import name_key

BETWEEN = "\0"  # stands in no text that anybody typed
_READING = "(?:[a-z0-9]+/)*"  # one reading of a character, passing over others
_NEXT = f"(?:[a-z0-9/]*+'{_READING})?"


class Fit(IntEnum):
    """Where in a text a word was found; higher is better."""

    NOWHERE = 0
    INSIDE = 1
    BEGINNING = 2
    WHOLE = 3


class Word(NamedTuple):
    """One word typed: its key, and what finds it in spelled texts (None if it is no pinyin)."""

    key: str
    pinyin: re.Pattern[str] | None


def words(typed: str) -> tuple[Word, ...]:
    """The words typed, with blanks of any width between them; what is found has all of them."""
    keys = (search_key(word) for word in typed.split())
    return tuple(Word(key, _pattern(key)) for key in dict.fromkeys(keys) if key)


def search_key(text: str) -> str:
    """The text as it is compared: without blanks, full-width as half-width, capitals as small letters."""
    return name_key(text).casefold()


def search_keys(texts: Sequence[str]) -> list[str]:
    """The keys of many texts, made in one go: that is several times faster."""
    plain = (text.replace(BETWEEN, "") for text in texts)
    return search_key(BETWEEN.join(plain)).split(BETWEEN) if texts else []


def spelled(key: str, readings: Callable[[str], str]) -> str:
    """A text key in pinyin, for `fit`: each character begins with ', its readings stand between /.

    Letters and digits are read as they stand; signs are passed over.
    """
    return "".join(f"'{readings(character)}" for character in key if character.isalnum())


def fit(word: Word, key: str, spelling: str) -> Fit:
    """Where the word stands in a text, by its characters or else by its pinyin."""
    if word.key in key:
        return _by_characters(word, key)
    match = word.pinyin.search(spelling) if word.pinyin else None
    return _by_pinyin(match) if match else Fit.NOWHERE


def fits(word: Word, keys: Sequence[str], spellings: Sequence[str]) -> bytes:
    """How the word fits each of many texts."""
    found = bytearray(having(word, keys))
    for place in compress(range(len(keys)), bytes(found)):
        found[place] = _by_characters(word, keys[place])
    if word.pinyin:
        for place, match in enumerate(map(word.pinyin.search, spellings)):
            if match and not found[place]:
                found[place] = _by_pinyin(match)
    return bytes(found)


def having(word: Word, keys: Sequence[str]) -> bytes:
    """For each of very many text keys 1 if the word's characters stand in it, else 0."""
    return bytes(map(contains, keys, repeat(word.key)))


def shortened(text: str, sought: Iterable[Word], most: int) -> str:
    """A text in one line of at most `most` characters, cut so that the first word found in it is seen."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    keys = [search_key(character) for character in line]
    start = min((place for word in sought if (place := _begin(word.key, keys)) >= 0), default=0)
    first = max(0, min(start - most // 3, len(line) - most + 1))
    head, tail = "…" if first else "", "…" if first + most - 1 < len(line) else ""
    return head + line[first + bool(first) : first + most - bool(tail)] + tail


def _by_characters(word: Word, key: str) -> Fit:
    if not key.startswith(word.key):
        return Fit.INSIDE
    return Fit.WHOLE if len(key) == len(word.key) else Fit.BEGINNING


def _by_pinyin(match: re.Match[str]) -> Fit:
    if match.start():
        return Fit.INSIDE
    return Fit.BEGINNING if match.string.find("'", match.end()) >= 0 else Fit.WHOLE


def _begin(sought: str, keys: Sequence[str]) -> int:
    """The place of the character at which the word begins, -1 if it is nowhere; blanks have empty keys."""
    offset = "".join(keys).find(sought)
    if offset < 0:
        return -1
    place = passed = 0
    while passed + len(keys[place]) <= offset:
        passed += len(keys[place])
        place += 1
    return place


@cache
def _pattern(key: str) -> re.Pattern[str] | None:
    """Each letter goes on in the same syllable or begins the next one: hsc, hengsc, hengshancun."""
    if not (key.isascii() and key.isalnum()):
        return None
    return re.compile(f"'{_READING}" + _NEXT.join(key))
