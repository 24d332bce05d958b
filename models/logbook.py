"""The log of faults beside the data: where in the program, never what was typed or how a file is called.

It is meant to be given to whoever helps. So of an error it keeps the kind, the places, and what is said about
code or by the system; whatever might come from the data is left out: quoted words, Chinese, long numbers.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from models.version import VERSION

NAME = "lianxin.log"
MOST_BYTES = 500_000

_ROOT = Path(__file__).parent.parent
_OURS = {"lianxin", "models", "gui", "printing"}
_ABOUT_CODE = (AttributeError, TypeError, NameError, ImportError)
_QUOTED = re.compile(r"""'[^'\n]*'|"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’|《[^》\n]*》""")
_OTHERS_WORDS = re.compile(r"[^\x20-\x7e]+|\d{4,}")
_ELLIPSIS = "[…]"


def log_into(path: Path) -> None:
    """From now on faults go there; a log that has grown long is set aside, once."""
    with suppress(OSError):
        if path.stat().st_size > MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
    keeper = logging.FileHandler(path, encoding="utf-8", delay=True)
    keeper.setFormatter(Impersonal())
    logging.basicConfig(handlers=[keeper])


class Impersonal(logging.Formatter):
    """Time, version, what was logged, and the course of an error; nothing of what people entered."""

    def format(self, record: logging.LogRecord) -> str:
        """The lines of one record."""
        lines = [f"{self.formatTime(record)} {VERSION} {_message(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines += _course(record.exc_info[1])
        return "\n".join(lines)


def without_others_words(text: str) -> str:
    """The text without what may come from the data."""
    return _OTHERS_WORDS.sub(_ELLIPSIS, _QUOTED.sub(_ELLIPSIS, text))


def _message(record: logging.LogRecord) -> str:
    """Our own words as they are, with what is filled into them cleaned; what libraries say, cleaned."""
    if record.name.partition(".")[0] not in _OURS:
        return f"{record.name}: {without_others_words(record.getMessage())}"
    filled = record.args if isinstance(record.args, tuple) else ()
    return str(record.msg) % tuple(without_others_words(str(part)) for part in filled)


def _course(error: BaseException) -> Iterator[str]:
    """The error with the places it came through, after the one that it came of."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _course(before)
    yield f"  {type(error).__name__}: {_said(error)}".rstrip(" :")
    yield from (f"    {place}" for place in _places(error.__traceback__))


def _said(error: BaseException) -> str:
    """About code: all of it but Chinese. Of the system: its number and words, without the name of a file."""
    if isinstance(error, OSError) and error.errno is not None:
        return f"[{error.errno}] {without_others_words(error.strerror or '')}"
    if isinstance(error, _ABOUT_CODE):
        return _OTHERS_WORDS.sub(_ELLIPSIS, str(error))
    return without_others_words(str(error))


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{_file(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _file(name: str) -> str:
    """Its place in the program, of others only the last names: a whole path tells who is logged in."""
    path = Path(name)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return path.relative_to(_ROOT).as_posix()
    if not path.is_absolute():
        return path.as_posix()
    return (
        "/".join(path.parts[path.parts.index("site-packages") + 1 :])
        if "site-packages" in path.parts
        else path.name
    )
