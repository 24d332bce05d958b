"""A page to draw on. Points, from the lower left corner; texts stand on their base line."""

from collections.abc import Iterable
from enum import Enum

from printing.ink import Ink
from printing.photo import Picture
from printing.styles import Paper, Style

_APART = 0.09  # of a character: readers of the file take a wider gap for a blank


class Align(float, Enum):
    """Where a text stands in its box: the share of the spare width that goes before it."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Page:
    """Collects what is drawn."""

    __slots__ = ("_ink", "_rules", "_texts", "paper")

    def __init__(self, paper: Paper, ink: Ink) -> None:
        self.paper = paper
        self._ink = ink
        self._texts: list[str] = []
        self._rules: list[str] = []

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        self._texts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm{self._ink.show(text, style)}")

    def text_in(self, x: float, width: float, y: float, text: str, style: Style, align: Align) -> None:
        """A line in a box that begins at x."""
        if align:
            x += align * (width - self._ink.width(text, style))
        self.text(x, y, text, style)

    def text_across(self, x: float, width: float, y: float, text: str, style: Style) -> None:
        """A line that ends where its box does, its characters a little apart; never far apart."""
        apart = (width - self._ink.width(text, style)) / max(1, len(text) - 1)
        if 0 < apart <= _APART * style.size:
            self._texts.append(f"{apart:.3f} Tc")
            self.text(x, y, text, style)
            self._texts.append("0 Tc")
        else:
            self.text(x, y, text, style)

    def uprights(self, places: Iterable[float], top: float, bottom: float, weight: float) -> None:
        """Upright rules of one height, a row's borders between cells."""
        paths = " ".join(f"{x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l" for x in places)
        self._rules.append(f"{weight:.2f} w {paths} S")

    def rule(self, x: float, y: float, to_x: float, to_y: float, weight: float) -> None:
        self._rules.append(f"{weight:.2f} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S")

    def dotted(self, x: float, y: float, to_x: float, weight: float) -> None:
        """A level row of dots, for the eye to run along."""
        dots = f"[{weight:.2f} {4 * weight:.2f}] 0 d {weight:.2f} w"
        self._rules.append(f"{dots} {x:.2f} {y:.2f} m {to_x:.2f} {y:.2f} l S [] 0 d")

    def box(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        """A frame whose lower left corner is at x, y."""
        self._rules.append(f"{weight:.2f} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def bar(self, x: float, y: float, width: float, height: float, share: float) -> None:
        """A frame from its lower left corner, filled from the left as far as the share, 0 to 1."""
        if share > 0:
            self._rules.append(f"0.25 g {x:.2f} {y:.2f} {width * share:.2f} {height:.2f} re f 0 g")
        self.box(x, y, width, height, 0.40)

    def photo(self, x: float, y: float, width: float, height: float, photo: Picture) -> None:
        """A picture whose lower left corner is at x, y."""
        name = self._ink.photo(photo)
        self._rules.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do Q")

    @property
    def is_blank(self) -> bool:
        """Nothing was drawn yet."""
        return not (self._texts or self._rules)

    @property
    def operators(self) -> str:
        """What was drawn, as the file spells it."""
        return "\n".join(["2 J", *self._rules, "BT", *self._texts, "ET"])
