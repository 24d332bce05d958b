"""A process that parses foreign files is held back by the system itself."""

import subprocess
import sys
from ctypes import sizeof
from pathlib import Path

import pytest

from models.exchange.holding import JobLimits, job_limits

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has job objects instead")


def held(work: str, memory: int = 2**29, seconds: int = 20) -> subprocess.CompletedProcess[str]:
    """A process that holds itself back and then does this."""
    code = f"from models.exchange.holding import hold_back\nhold_back({memory}, {seconds})\n{work}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@posix
def test_it_gets_no_more_memory_than_it_may() -> None:
    assert held("bytearray(2**28)").returncode == 0
    assert "MemoryError" in held("bytearray(2**30)").stderr


@posix
def test_it_is_ended_when_it_has_used_up_its_time_though_nobody_watches() -> None:
    assert held("while True: pass", seconds=1).returncode < 0


@posix
def test_it_can_write_no_file_and_leaves_no_dump(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert "OSError" in held(f"open({str(path)!r}, 'wb', 0).write(b'x')").stderr
    assert not path.exists() or not path.stat().st_size
    assert "(0, 0)" in held("import resource; print(resource.getrlimit(resource.RLIMIT_CORE))").stdout


@pytest.mark.skipif(sys.maxsize < 2**32, reason="sizes of a 64-bit Windows")
def test_windows_is_told_the_same_limits_in_its_own_layout() -> None:
    """The offsets are those of winnt.h; a wrong one would limit something else, or nothing."""
    limits = job_limits(2**31, 30)
    assert sizeof(JobLimits) == 144
    assert (JobLimits.counters.offset, JobLimits.process_memory.offset) == (64, 112)
    assert type(limits.basic).flags.offset == 16
    assert type(limits.basic).processes.offset == 40
    assert (limits.process_memory, limits.basic.process_time, limits.basic.processes) == (
        2**31,
        300_000_000,
        1,
    )
    assert limits.basic.flags == 0x10A
