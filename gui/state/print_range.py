"""Which pages and how many copies: what people type, read and checked."""

import re
import unicodedata
from collections.abc import Sequence

from models.rules.problem import Problem

MOST_COPIES = 99

Range = tuple[int, int]


def page_ranges(text: str, pages: int) -> tuple[Range, ...]:
    """`1-3,5` as ((1, 3), (5, 5)); nothing typed is every page, and then nothing is named.

    Raises Problem for anything else, or a page that is not there.
    """
    plain = re.sub(r"[\s第页]", "", unicodedata.normalize("NFKC", text))
    parts = [part for part in re.split(r"[,、;。.]", plain) if part]
    ranges = tuple(_range(part) for part in parts)
    if any(first < 1 or last < first or last > pages for first, last in ranges):
        raise Problem(f"页码范围应在 1 到 {pages} 之间，例如 1-3,5。")
    return ranges


def count_pages(ranges: Sequence[Range], pages: int) -> int:
    """How many pages the ranges name."""
    return len(set(named(ranges, pages)))


def named(ranges: Sequence[Range], pages: int) -> list[int]:
    """The numbers of the pages to print, from 1, each once and in order."""
    return sorted({page for first, last in ranges or [(1, pages)] for page in range(first, last + 1)})


def copies(number: int | None) -> int:
    """The number of copies typed, 1 if none. Raises Problem if it is nothing anybody means."""
    if number is not None and not 1 <= number <= MOST_COPIES:
        raise Problem(f"份数应在 1 到 {MOST_COPIES} 之间。")
    return number or 1


def _range(part: str) -> Range:
    found = re.fullmatch(r"(\d{1,6})(?:[-~—–至到](\d{1,6}))?", part)
    if not found:
        raise Problem(f"看不懂页码范围“{part}”。请写成 1-3,5 这样。")
    return int(found[1]), int(found[2] or found[1])
