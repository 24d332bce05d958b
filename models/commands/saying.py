"""How commands speak: messages for people go to standard error, standard output is for data."""

import json
import sys

from models.console import Answer


def say(*lines: str) -> None:
    """A line each, for people."""
    print(*lines, sep="\n", file=sys.stderr)


def show(answer: Answer, *, as_json: bool) -> None:
    """Data: as JSON if that was asked for, else a line each."""
    if as_json:
        print_json(answer.values)
    else:
        for line in answer.lines:
            print(line)


def print_json(value: object) -> None:
    """One line of UTF-8, whatever the terminal speaks."""
    sys.stdout.buffer.write((json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8"))
