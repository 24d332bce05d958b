"""`make faults`: what happens to the data when the disk, the power or the user does its worst.

Prints a table: what was tried, at how many points, and what was wrong there. Exit 1 if anything was.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.faults.acts import ACTS
from tests.faults.broken import broken, promises
from tests.faults.canary import canary
from tests.faults.cuts import cuts
from tests.faults.flips import flips
from tests.faults.starts import starts
from tests.faults.stateful import stateful
from tests.faults.sweep import Swept, some
from tests.faults.tally import Tally


class Size(NamedTuple):
    """How many points of each kind are tried."""

    points: int
    states: int
    bits: int
    copies: int
    rounds: int
    lives: int
    planted: int


SAMPLE = Size(points=60, states=3_000, bits=200, copies=200, rounds=2, lives=10, planted=24)
FULL = Size(points=1_000, states=120_000, bits=1_000, copies=10_000, rounds=100, lives=300, planted=600)


def main() -> int:
    """Run the parts that are named, all of them if none is."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults")
    asked.add_argument("--full", action="store_true", help="every point, not a sample of them")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    chosen = asked.parse_args()
    size = FULL if chosen.full else SAMPLE
    with tempfile.TemporaryDirectory(prefix="lianxin-room-") as room:
        os.environ["TMPDIR"] = tempfile.tempdir = room  # whatever is killed leaves its things there
        tallies = [tally for part in chosen.parts or PARTS for tally in _told(PARTS[part](size, chosen.seed))]
    return 0 if all(tally.is_clean for tally in tallies) else 1


def _told(tallies: Iterator[Tally]) -> Iterator[Tally]:
    """Each as soon as it is there, with an example of every fault."""
    for tally in tallies:
        print(f"{time.strftime('%H:%M:%S')}  {tally}", flush=True)
        for fault, where in tally.examples.items():
            print(f"            {fault}\n                at {where}", flush=True)
        yield tally


def _sweeps(size: Size, seed: int) -> Iterator[Tally]:
    with Swept() as swept:
        for one in ACTS:
            tally = Tally(f"a fault at every call, {one.name}")
            for point in some(list(swept.points(one.name)), size.points, seed):
                tally.count(swept.outcome(point).faults, point)
            yield tally


def _cuts(size: Size, seed: int) -> Iterator[Tally]:
    with Swept() as swept:
        yield from cuts(swept, size.states, seed)


def _flips(size: Size, seed: int) -> Iterator[Tally]:
    yield from flips(size.bits, size.copies, seed)


def _starts(size: Size, _seed: int) -> Iterator[Tally]:
    yield from starts(size.rounds)


def _promises(_size: Size, _seed: int) -> Iterator[Tally]:
    tally = Tally("promises kept whatever happens")
    tally.count(promises())
    yield tally


def _stateful(size: Size, _seed: int) -> Iterator[Tally]:
    yield from stateful(size.lives)


def _canary(size: Size, seed: int) -> Iterator[Tally]:
    yield from canary(size.planted, seed)


def _broken(_size: Size, seed: int) -> Iterator[Tally]:
    yield from broken(seed)


PARTS: dict[str, Callable[[Size, int], Iterator[Tally]]] = {
    "calls": _sweeps,
    "cuts": _cuts,
    "flips": _flips,
    "starts": _starts,
    "promises": _promises,
    "clerk": _stateful,
    "canary": _canary,
    "broken": _broken,
}


if __name__ == "__main__":
    sys.exit(main())
