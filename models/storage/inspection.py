"""Every backup that can be reached is read again, to its last byte: old ones decay on their sticks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.rules.problem import Problem
from models.storage.container import NeedsSecret
from models.storage.copies import Copy
from models.storage.restores import verified


@dataclass
class Inspection:
    """What was found of how many backups."""

    whole: int = 0
    locked: int = 0
    """Under a password that is not that of the data: nobody could look."""
    damaged: dict[Path, str] = field(default_factory=dict)
    """What is wrong, in Chinese, with those that are of no use."""


def inspect(copies: Sequence[Copy], step: Callable[[float, int], object]) -> Inspection:
    """Read them all; `step` hears how far it is, 0 to 1, and how many are done, and may break it off."""
    found = Inspection()
    for done, copy in enumerate(copies):

        def told(share: float, done: int = done) -> None:
            step((done + share) / len(copies), done)

        _inspect(copy.path, told, found)
    return found


def _inspect(path: Path, step: Callable[[float], object], found: Inspection) -> None:
    try:
        verified(path, None, step)
        found.whole += 1
    except NeedsSecret:
        found.locked += 1
    except Problem as problem:
        found.damaged[path] = str(problem)
