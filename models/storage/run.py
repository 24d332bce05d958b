"""Which run of the PC this is, from switching on to switching off."""

import time
from contextlib import suppress
from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")


def run_of_pc() -> str:
    """The same text as long as the PC runs. A system without a name for it: until its clock is set."""
    with suppress(OSError):
        return _BOOT.read_text("ascii").strip()
    return f"{(time.time() - time.monotonic()) / 60:.0f}"
