"""What runs in the child processes that look into files: light to start, held back, silent."""

import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from models.exchange.holding import hold_back
from models.exchange.limits import MEMORY_BYTES, SECONDS
from models.exchange.marking import Told
from models.exchange.parsing import parsed
from models.rules.problem import Problem

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

Pipe: TypeAlias = "Connection[bytes, bytes]"

TOO_MUCH = "“{}”的内容过大或结构异常，无法安全读取。请在 Excel 或 WPS 中另存为新的 .xlsx 再导入。"
_DAMAGED = "“{}”已损坏，无法读取。请在 Excel 或 WPS 中打开修复，另存为 .xlsx 再导入。"


def parse(there: Pipe, name: str) -> None:
    """Answer a file's bytes with shares of progress and sheets, then None or a Problem."""
    _answer(there, name, parsed)


def mark(there: Pipe, name: str) -> None:
    """Answer a file's bytes with what calamine does not tell of it, then None or a Problem."""
    _answer(there, name, _marks)


def _marks(name: str, data: bytes) -> Iterator[Told]:
    yield Told(name, data)


def _answer(there: Pipe, name: str, read: Callable[[str, bytes], Iterable[object]]) -> None:
    gc.disable()  # nothing is thrown away before the child ends
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a crash would print is not for the user's screen
    hold_back(MEMORY_BYTES, SECONDS)
    try:
        for step in read(name, there.recv_bytes()):
            _send(there, step)
        _send(there, None)
    except Problem as problem:
        _send(there, problem)
    except MemoryError:
        _send(there, Problem(TOO_MUCH.format(name)))
    except BaseException:  # calamine panics on some damage, and a panic is no Exception
        _send(there, Problem(_DAMAGED.format(name)))


def _send(there: Pipe, step: object) -> None:
    there.send_bytes(pickle.dumps(step, pickle.HIGHEST_PROTOCOL))
