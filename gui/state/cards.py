"""What the cards of the start page are told: short lines with a bar, and large figures. No Tk."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from gui.look.palette import Tone


def shared_heights(room: int, wanted: Sequence[int], least: Sequence[int]) -> list[int]:
    """Heights for cards below each other, the weightiest first.

    Each gets what it wants, or its least, as far as the room goes; where not even that fits, 0: not shown.
    """
    heights = [0] * len(wanted)
    for place, small in enumerate(least):
        heights[place] = small if sum(heights) + small <= room else 0
    for place, full in enumerate(wanted):
        if heights[place]:
            heights[place] += max(0, min(full - heights[place], room - sum(heights)))
    return heights


class Line(NamedTuple):
    """One line of a card. `share`, 0 to 1, is drawn as a bar; `run` is what a click does.

    `below` are words of their own line under it, and how they are meant.
    """

    left: str
    right: str = ""
    tone: Tone = Tone.SOFT
    share: float | None = None
    run: Callable[[], object] | None = None
    below: tuple[str, Tone] | None = None


class Tally(NamedTuple):
    """One large figure: what is counted, how many, a line of context, and how it is meant."""

    word: str
    number: int
    about: str
    tone: Tone


class Passage(NamedTuple):
    """Words of any length under a head of their own, and how they are meant."""

    head: str
    text: str
    tone: Tone = Tone.PLAIN
