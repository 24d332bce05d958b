"""编号: HD, the year, four digits or more; given once, kept for ever."""

import re
from collections import defaultdict
from collections.abc import Iterable

_OURS = re.compile(r"HD(\d{4})(\d{4,9})")


class Numbers:
    """Gives new numbers that neither the database nor the file has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._last: dict[str, int] = defaultdict(int)
        for number in taken:
            found = _OURS.fullmatch(number)
            if found:
                self._last[found[1]] = max(self._last[found[1]], int(found[2]))

    def give(self, first_day: str) -> str:
        """The next number of the year of that day."""
        year = first_day[:4]
        self._last[year] += 1
        return f"HD{year}{self._last[year]:04d}"
