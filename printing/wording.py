"""How names and numbers of people are written on paper."""

import re

from printing.lines import JOINER

NO_DAY = "        年    月    日"
"""A date left to the pen."""

_PADDING = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_SEPARATORS = re.compile(r"\s*[、，,；;/]\s*")
# Mobile numbers, identity numbers, landlines: what may stand inside any text. Digits of either width.
_NUMBERS = re.compile(
    r"(?<!\d)(?:\d{17}[\dXxＸｘ]|\d{15}|[1１]\d{2}[- ]?\d{4}[- ]?\d{4}|[0０]\d{2,3}[-—－ ]?\d{7,8})(?!\d)"
)


def plain(name: str) -> str:
    """A name without the blanks that somebody typed between its characters to line it up: 王宏 for 王　宏."""
    return _PADDING.sub("", name)


def listed(name: str) -> str:
    """A name in a list: two characters get a full-width space between them, to line up with three."""
    name = plain(name)
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def whole(name: str) -> str:
    """A name for running text, not to be broken at the end of a line."""
    return JOINER.join(plain(name))


def masked(text: str) -> str:
    """A text with the middle of every telephone and identity number in it starred out: 138****1234."""
    return _NUMBERS.sub(lambda found: _starred(found[0]), text)


def told(text: str, *, full: bool) -> str:
    """Free text as a print gives it: its numbers masked unless the print is a full one."""
    return text if full else masked(text)


def masked_phone(phone: str) -> str:
    """The content of a telephone field, starred out whatever its form."""
    return re.sub(r"\d{5,}", lambda found: _starred(found[0]), masked(phone))


def masked_name(names: str) -> str:
    """张××, of several people each so: 张××、李××; 等5人 stays."""
    return "、".join(_initial(name) for name in _SEPARATORS.split(plain(names).strip()))


def one_a_line(phones: str) -> str:
    """The numbers of a telephone field below each other: a narrow column would tear them apart."""
    return _SEPARATORS.sub("\n", phones)


def amount(number: float) -> str:
    """16.5, and 16 rather than 16.0."""
    return f"{number:g}"


def shortened(text: str, most: int) -> str:
    """A text in one paragraph of at most so many characters; a longer one says where the rest is."""
    text = "；".join(part.strip() for part in text.splitlines() if part.strip())
    return text if len(text) <= most else f"{text[:most]}……（全文见走访记录）"


def _initial(name: str) -> str:
    who, etc, rest = name.partition("等")
    return f"{who[:1]}××{etc}{rest}" if who else name


def _starred(number: str) -> str:
    head, tail = (3, 4) if len(number) >= 11 else (1, 2)
    return number[:head] + "*" * min(4, len(number) - head - tail) + number[-tail:]
