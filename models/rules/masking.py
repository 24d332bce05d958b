"""Names and numbers of people that are not for everybody: what is left to be seen of them."""

import re
from collections.abc import Iterable

_SEPARATORS = re.compile(r"\s*[、，,；;/]\s*")
_GAP = r"[-‐–—－.·\ \u00a0\u3000]?"
# What may stand inside any text, in digits of either width. Groups of digits are as people write them.
_NUMBERS = re.compile(
    rf"""(?=[\d+＋(（])(?<!\d)(?:
      \d{{17}}[\dXxＸｘ] | \d{{15}}  # identity numbers, below in groups from the year of birth on
    | \d{{6}}{_GAP}(?:19|20|１９|２０)\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{3}}[\dXxＸｘ]
    | (?:[+＋]?(?:00|００)?(?:86|８６){_GAP})?[1１]  # mobile numbers, and the code of the country
      (?:\d{{2}}{_GAP}\d{{4}}{_GAP}\d{{4}} | \d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}
      | \d{{2}}{_GAP}\d{{3}}{_GAP}\d{{5}})
    | [(（]?[0０]\d{{2,3}}[)）]?[-—－\ ]?\d{{7,8}}  # landlines
    )(?!\d)""",
    re.VERBOSE,
)
_NO_DIGIT = re.compile(r"[^\dXxＸｘ]")
_COUNTRY = re.compile(r"(?:00|００)?(?:86|８６)(?=[1１]\d{10}$)")


def masked(text: str) -> str:
    """A text with the middle of every telephone and identity number in it starred out: 138****1234."""
    return _NUMBERS.sub(lambda found: _starred(_COUNTRY.sub("", _NO_DIGIT.sub("", found[0]))), text)


def masked_phone(phone: str) -> str:
    """The content of a telephone field, starred out whatever its form."""
    return re.sub(r"\d{5,}", lambda found: _starred(found[0]), masked(phone))


def masked_name(names: str) -> str:
    """张××, of several people each so: 张××、李××; 等5人 stays."""
    return "、".join(_initial(name) for name in _SEPARATORS.split(names.strip()))


def without_names(text: str, names: Iterable[str]) -> str:
    """A text with these names masked wherever they stand; a single character is no name."""
    for name in names:
        if len(name) > 1:
            text = text.replace(name, masked_name(name))
    return text


def _initial(name: str) -> str:
    who, etc, rest = name.partition("等")
    return f"{who[:1]}××{etc}{rest}" if who else name


def _starred(number: str) -> str:
    head, tail = (3, 4) if len(number) >= 11 else (1, 2)
    return number[:head] + "*" * min(4, len(number) - head - tail) + number[-tail:]
