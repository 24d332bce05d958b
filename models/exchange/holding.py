"""Limits that the system itself holds this process to, whatever it is made to read."""

import ctypes
import sys
from ctypes import Structure, byref, c_int64, c_size_t, c_uint32, c_uint64, sizeof

_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_TIME, _ONE_PROCESS, _PROCESS_MEMORY = 0x2, 0x8, 0x100
_NO_CRASH_WINDOW = 0x3
_TICKS = 10_000_000
"""Windows counts time in tenths of a microsecond."""


class _Basic(Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", c_int64),
        ("job_time", c_int64),
        ("flags", c_uint32),
        ("least_working_set", c_size_t),
        ("most_working_set", c_size_t),
        ("processes", c_uint32),
        ("affinity", c_size_t),
        ("priority", c_uint32),
        ("scheduling", c_uint32),
    )


class JobLimits(Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _Basic),
        ("counters", c_uint64 * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_process_memory", c_size_t),
        ("peak_job_memory", c_size_t),
    )


def job_limits(memory: int, seconds: int) -> JobLimits:
    """What Windows is told: so many bytes, so many seconds of the processor, and no further process."""
    limits = JobLimits(process_memory=memory)
    limits.basic.flags = _PROCESS_TIME | _ONE_PROCESS | _PROCESS_MEMORY
    limits.basic.process_time = seconds * _TICKS
    limits.basic.processes = 1
    return limits


def hold_back(memory: int, seconds: int) -> None:
    """Let this process take no more bytes of memory and seconds of the processor, nor leave a dump behind.

    A Windows that refuses (an old one, inside another program's job) leaves it to the parent's clock.
    """
    if sys.platform == "win32":
        system, limits = ctypes.windll.kernel32, job_limits(memory, seconds)
        system.CreateJobObjectW.restype = system.GetCurrentProcess.restype = c_size_t
        system.SetErrorMode(_NO_CRASH_WINDOW)
        job = c_size_t(system.CreateJobObjectW(None, None))
        system.SetInformationJobObject(job, _LIMITS, byref(limits), sizeof(limits))
        system.AssignProcessToJobObject(job, c_size_t(system.GetCurrentProcess()))
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
