"""What goes to a printer, and the printers there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gui.state.print_range import Range

A4, A3 = "A4", "A3"


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as the system names it. `stopped`: it takes no paper now, jobs wait in its queue."""

    name: str
    preferred: bool = False
    stopped: bool = False

    @property
    def words(self) -> str:
        """Its name with what one should know before choosing it."""
        return (
            self.name + ("（默认）" if self.preferred else "") + ("（已停用或脱机）" if self.stopped else "")
        )


@dataclass(frozen=True, slots=True)
class Job:
    """One print: no ranges means every page; both_sides turns on the long edge, as bound sheets do.

    `paper` is what the printer calls the sheets.
    """

    title: str
    printer: str
    copies: int = 1
    ranges: Sequence[Range] = ()
    both_sides: bool = False
    paper: str = A4


class OnSheet(NamedTuple):
    """A page as it lies on an upright sheet: its size there, and the quarters it is turned by, clockwise."""

    wide: float
    high: float
    turns: int


def on_sheet(wide: float, high: float) -> OnSheet:
    """A page across the paper lies with its head at the left, where sheets printed on both sides are bound.

    Drivers turn such pages either way: turned here, both sides of every sheet agree.
    """
    return OnSheet(high, wide, 3) if wide > high else OnSheet(wide, high, 0)


def first_choice(printers: Sequence[Printer], remembered: object) -> str:
    """The printer used last if it is still there, else the system's own choice, else the first."""
    names = [printer.name for printer in printers]
    if remembered in names:
        return str(remembered)
    return next((printer.name for printer in printers if printer.preferred), names[0])
