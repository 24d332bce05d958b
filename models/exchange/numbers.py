"""编号: two letters, the year, four digits or more; given once, kept for ever."""

import re
from collections import defaultdict
from collections.abc import Iterable


class Numbers:
    """Gives new numbers that begin so and that neither the database nor the file has."""

    def __init__(self, start: str, taken: Iterable[str]) -> None:
        ours = re.compile(rf"{start}(\d{{4}})(\d{{4,9}})")
        self._start = start
        self._last: dict[str, int] = defaultdict(int)
        for number in taken:
            found = ours.fullmatch(number)
            if found:
                self._last[found[1]] = max(self._last[found[1]], int(found[2]))

    def give(self, day: str) -> str:
        """The next number of the year of that day."""
        year = day[:4]
        self._last[year] += 1
        return f"{self._start}{year}{self._last[year]:04d}"
