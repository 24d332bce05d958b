"""What runs in the child process that parses files: light to start, held back, silent."""

import gc
import os
import pickle
import sys
from multiprocessing.connection import Connection

from models.exchange.limits import MEMORY_BYTES
from models.exchange.parsing import parsed
from models.rules.problem import Problem

TOO_MUCH = "“{}”的内容过大或结构异常，无法安全读取。请在 Excel 或 WPS 中另存为新的 .xlsx 再导入。"
_DAMAGED = "“{}”已损坏，无法读取。请在 Excel 或 WPS 中打开修复，另存为 .xlsx 再导入。"


def parse(there: "Connection[bytes, bytes]", name: str) -> None:
    """Answer the bytes received with shares of progress, finished sheets, then None or a Problem."""
    gc.disable()  # nothing is thrown away before the child ends
    _hold_back()
    try:
        for step in parsed(name, there.recv_bytes()):
            there.send_bytes(pickle.dumps(step, pickle.HIGHEST_PROTOCOL))
        there.send_bytes(pickle.dumps(None))
    except Problem as problem:
        there.send_bytes(pickle.dumps(problem))
    except MemoryError:
        there.send_bytes(pickle.dumps(Problem(TOO_MUCH.format(name))))
    except BaseException:  # calamine panics on some damage, and a panic is no Exception
        there.send_bytes(pickle.dumps(Problem(_DAMAGED.format(name))))


def _hold_back() -> None:
    """Limit the memory where the system can, and keep what a crash would print off the user's screen."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
