"""A process that has everything loaded and does acts in forks of itself, so that a fault costs no start.

It is told an act and a folder a line, and answers with the exit code. Commands, answers and what an act says
go by readv and writev: no fault is ever put there, so every other call of a fork belongs to the program.
"""

import ctypes
import gc
import os
import sys
import tempfile
import traceback
from pathlib import Path

from models import storage
from models.rules.problem import Problem
from models.storage.trouble import disk_trouble
from tests.faults.acts import ACTS, Act, act
from tests.faults.prepared import prepare
from tests.faults.variants import break_if_asked

ACKNOWLEDGED = "已完成"
DONE, MENDABLE, OUR_FAULT = 0, 1, 3
TELLS_FIRST = False  # broken on purpose: see variants.py
_ANYBODY = (0x59616D61, -1, 0, 0, 0)  # PR_SET_PTRACER: strace may be no parent of ours


def main() -> None:
    """Serve until nothing more is asked."""
    ctypes.CDLL(None).prctl(*_ANYBODY)
    break_if_asked()
    _warm_up()
    os.writev(1, [b"ready\n"])
    gc.freeze()
    line = bytearray(4096)
    while got := os.readv(0, [line]):
        name, folder = bytes(line[:got]).decode().split(maxsplit=1)
        code = _forked(act(name), Path(folder.strip()))
        os.writev(1, [f"{code}\n".encode()])


def done(what: Act, folder: Path) -> int:
    """Do an act as the program does a command; the exit code. What it says lies in the folder afterwards."""
    try:
        told = os.open(folder / "told", os.O_WRONLY)
    except OSError:  # the fault hit our own file: nothing was begun
        return MENDABLE
    try:
        storage.open_database(folder / "data")
        if TELLS_FIRST:
            os.writev(told, [ACKNOWLEDGED.encode()])
        what.run(folder)
        if not TELLS_FIRST:
            os.writev(told, [ACKNOWLEDGED.encode()])
        storage.close_database()
    except Problem as problem:
        os.writev(told, [str(problem).encode()])
        return MENDABLE
    except Exception as error:
        trouble = disk_trouble(error)
        os.writev(told, [str(trouble or traceback.format_exc()).encode()])
        return MENDABLE if trouble else OUR_FAULT
    return DONE


def _forked(what: Act, folder: Path) -> int:
    child = os.fork()
    if child == 0:
        os._exit(done(what, folder))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _warm_up() -> None:
    """Do every act once, so that no fork has to load anything."""
    for one in ACTS:
        with tempfile.TemporaryDirectory() as folder:
            prepare(one.name, Path(folder))
            if done(one, Path(folder)) != DONE:
                sys.exit((Path(folder) / "told").read_text("utf-8"))


if __name__ == "__main__":
    from tests.faults import server  # the module that variants break, not this copy of it

    server.main()
