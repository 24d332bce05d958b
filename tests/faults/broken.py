"""Every variant of variants.py through the same tests: each must be caught by one of them."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator

from tests.faults.cuts import cut
from tests.faults.sweep import Swept, some
from tests.faults.tally import Tally
from tests.faults.variants import VARIABLE, VARIANTS

_ACTS = ("save", "export")
_STATES, _POINTS = 600, 60


def broken(seed: int) -> Iterator[Tally]:
    """A tally for each variant; a fault in it means that it was not caught."""
    for variant in VARIANTS:
        tally = Tally(f"broken on purpose: {variant.__name__}")
        tally.count([] if _is_caught(variant.__name__, seed) else ["missed: nothing noticed it"])
        yield tally


def promises(broken: str = "") -> list[str]:
    """What does not hold of promises.py, of the program as it is or of a variant."""
    command = [sys.executable, "-m", "tests.faults.promises"]
    environment = {**os.environ, VARIABLE: broken}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return told.stdout.splitlines() or told.stderr.splitlines()[-1:]


def _is_caught(variant: str, seed: int) -> bool:
    if promises(variant):
        return True
    with Swept(variant) as swept:
        for name in _ACTS:
            for folders_count in (True, False):
                tally = Tally(name)
                cut(swept, name, tally, _STATES, random.Random(seed), folders_count=folders_count)
                if not tally.is_clean:
                    return True
            for point in some(list(swept.points(name)), _POINTS, seed):
                if any(not fault.startswith("untold") for fault in swept.outcome(point).faults):
                    return True
    return False
