"""How names and numbers of people are written on paper."""

import re

from models.rules.masking import masked
from printing.lines import JOINER

NO_DAY = "        年    月    日"
"""A date left to the pen."""

_PADDING = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_SEPARATORS = re.compile(r"\s*[、，,；;/]\s*")


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


def told(text: str, *, full: bool) -> str:
    """Free text as a print gives it: its numbers masked unless the print is a full one."""
    return text if full else masked(text)


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
