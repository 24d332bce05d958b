"""How wide text is, and what is left of it in a narrow place. Measured once per character."""

import tkinter
from tkinter import font


class Ruler:
    """Measures one named font; a character's width is asked of Tk only once."""

    def __init__(self, root: tkinter.Misc, name: str) -> None:
        self._font = font.nametofont(name, root)
        self._widths: dict[str, int] = {}
        self.line = int(self._font.metrics("linespace"))

    def width(self, text: str) -> int:
        """Pixels the text takes."""
        widths = self._widths
        for character in text:
            if character not in widths:
                widths[character] = self._font.measure(character)
        return sum(widths[character] for character in text)

    def broken(self, text: str, room: int) -> str:
        """The text in lines of at most `room` pixels, broken as on paper: none begins with a comma, as
        those that Tk breaks do.
        """
        from printing.lines import break_lines

        self.width(text)
        return "\n".join(break_lines(text, room, self._widths))

    def fit(self, text: str, room: int) -> str:
        """The text, its end replaced by … if it is wider than `room` pixels."""
        if self.width(text) <= room:
            return text
        room -= self.width("…")
        for place, character in enumerate(text):
            room -= self._widths[character]
            if room < 0:
                return text[:place].rstrip() + "…"
        return text
