"""`make bench`: every speed as a ratio to a yardstick measured in the same run. Exit 1 if one is missed."""

import sys
import unicodedata
from importlib import import_module
from math import isfinite
from pathlib import Path

HEADS = ("项目", "本程序", "参照", "倍数", "至多", "")


def main() -> int:
    """Print the table, one row after another, as they are measured."""
    missed = 0
    print(_line(HEADS))
    for module in sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py")):
        for what, ours, yardstick, ratio, most in import_module(f"tests.benchmarks.{module}").rows():
            missed += ratio > most
            sign = "✗ 未达到" if ratio > most else "✓" if isfinite(most) else ""
            print(_line((what, ours, yardstick, _figure(ratio), _figure(most), sign)), flush=True)
    return 1 if missed else 0


def _figure(number: float) -> str:
    """A ratio; one that is not bounded, or could not be measured, is —."""
    return f"{number:.2f}" if isfinite(number) else "—"


def _line(cells: tuple[str, ...]) -> str:
    widths = (52, 14, 14, 8, 8, 10)
    return "".join(_padded(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _padded(text: str, width: int) -> str:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return text + " " * max(1, width - len(text) - wide)


if __name__ == "__main__":
    sys.exit(main())
