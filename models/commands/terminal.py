"""How a command is heard on Windows: its window programs have no terminal, its code pages lack characters."""

import ctypes
import sys
from io import TextIOWrapper

_WHO_STARTED_IT = -1


def speak_up() -> None:
    """Let both outputs take every character, and find the terminal that the program was started from, if any.

    Elsewhere nothing is missing. Where nobody listens, as from a double click, the outputs stay None.
    """
    if sys.platform != "win32":
        return
    if sys.stdout is None and sys.stderr is None and ctypes.windll.kernel32.AttachConsole(_WHO_STARTED_IT):
        sys.stdout = sys.stderr = open("CONOUT$", "w", encoding="utf-8", buffering=1)  # noqa: PTH123, SIM115
    for output in (sys.stdout, sys.stderr):
        if isinstance(output, TextIOWrapper):
            output.reconfigure(encoding="utf-8", errors="backslashreplace")
