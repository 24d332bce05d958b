"""Text that a spreadsheet would run as a formula, and how it is handed over so that it stays text."""

import re

_STARTS = tuple("=+-@＝＋－＠\t\r\n\0")
_PLAIN = re.compile(r"[-+＋－]?[\d.,%]*|[-－—+＋]+")
"""Numbers, and strokes that stand for nothing."""


def looks_like_formula(text: str) -> bool:
    """Whether Excel or WPS might take the text for a formula, typed or from a CSV (OWASP, CSV injection)."""
    stripped = text.lstrip(" \u00a0\u3000")
    return stripped.startswith(_STARTS) and not _PLAIN.fullmatch(stripped)


def harmless(text: str) -> str:
    """The text for a CSV file or the clipboard: an apostrophe before what looks like a formula."""
    return f"'{text}" if looks_like_formula(text) else text
