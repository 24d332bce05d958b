"""How many points of a kind were tried and what was wrong at them."""

from collections import Counter
from collections.abc import Iterable


class Tally:
    """`kinds` counts faults by their first word: lost, half, unsound, untrue, untold, accepted, missed."""

    def __init__(self, name: str) -> None:
        self.name, self.points = name, 0
        self.kinds: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def count(self, faults: Iterable[str], where: object = "") -> None:
        """One point more, with what was wrong at it."""
        self.points += 1
        for fault in faults:
            kind = fault.split(":", 1)[0]
            self.kinds[kind] += 1
            self.examples.setdefault(fault[:120], str(where))

    @property
    def is_clean(self) -> bool:
        """Whether nothing was wrong anywhere."""
        return not self.kinds

    def __str__(self) -> str:
        told = "  ".join(f"{kind} {count}" for kind, count in sorted(self.kinds.items())) or "0"
        return f"{self.name:34} {self.points:8}   {told}"
