"""One print's ink: measuring and setting text in the faces of its roles, noting every character they lack."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby

from models.rules.problem import Problem
from printing.fonts import Fonts
from printing.lines import break_lines
from printing.pdf_face import Used
from printing.photo import Picture
from printing.styles import Style
from printing.truetype import Face

_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))  # variation selectors: a matter of taste


class Ink:
    """Faces, widths and codes of one print: nothing is shared, so two threads may print at once."""

    def __init__(self, fonts: Fonts) -> None:
        faces = dict.fromkeys(face for chain in fonts.chains.values() for face in chain)
        codes = {face: _Codes(face, f"F{at}") for at, face in enumerate(faces, start=1)}
        self._all = list(codes.values())
        self._codes = {role: tuple(codes[face] for face in chain) for role, chain in fonts.chains.items()}
        self._widths = {role: _Widths(chain) for role, chain in fonts.chains.items()}
        self._missing: dict[str, str] = {}
        self._photos: dict[Picture, str] = {}

    def lines(self, text: str, style: Style, width: float) -> list[str]:
        """The lines of a text in a box of this width in points."""
        widths = self._widths[style.role]
        lines = break_lines(text, width / style.size * 1000 + 0.01, widths)
        if widths.lacking:
            self._note(widths, text)
        return lines

    def width(self, text: str, style: Style) -> float:
        """The width of a line in points."""
        widths = self._widths[style.role]
        width = sum(map(widths.__getitem__, text)) * style.size / 1000
        if widths.lacking:
            self._note(widths, text)
        return width

    def show(self, text: str, style: Style) -> str:
        """The operators that draw a line where the text matrix stands."""
        first = self._codes[style.role][0]
        try:
            return f"/{first.name} {style.size:g} Tf<{''.join(map(first.__getitem__, text))}>Tj"
        except KeyError:
            return "".join(self._runs(text, style))

    def check(self) -> None:
        """Raise a Problem that names every character no face has, and the text it stands in."""
        if self._missing:
            raise Problem(*(_complaint(lacking, text) for lacking, text in self._missing.items()))

    def used(self) -> Mapping[str, Used]:
        """What was drawn, by the font names of the operators."""
        return {codes.name: Used(codes.face, codes.drawn) for codes in self._all if codes.drawn}

    def photo(self, photo: Picture) -> str:
        """The name that operators use for a picture."""
        return self._photos.setdefault(photo, f"P{len(self._photos) + 1}")

    def photos(self) -> Mapping[str, Picture]:
        """The pictures used, by those names."""
        return {name: photo for photo, name in self._photos.items()}

    def _runs(self, text: str, style: Style) -> Iterator[str]:
        chain = self._codes[style.role]
        for at, run in groupby(text, lambda character: _first_with(chain, character)):
            if at is not None:
                codes = chain[at]
                yield f"/{codes.name} {style.size:g} Tf<{''.join(map(codes.__getitem__, run))}>Tj"

    def _note(self, widths: "_Widths", text: str) -> None:
        for character in widths.lacking:
            self._missing.setdefault(character, text)
        widths.lacking.clear()


class _Widths(dict[str, int]):
    """Character -> its width in thousandths, from the first face of the chain that has it."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        super().__init__()
        self._faces = faces
        self.lacking: set[str] = set()

    def __missing__(self, character: str) -> int:
        if _unseen(character):
            return self.setdefault(character, 0)
        for face in self._faces:
            if glyph := face.glyph(character):
                return self.setdefault(character, face.width(glyph))
        self.lacking.add(character)
        return 1000


class _Codes(dict[str, str]):
    """Character -> the code a face draws it by; asking for it is using it. KeyError if the face lacks it."""

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.face, self.name = face, name
        self.drawn: dict[str, int] = {}

    def __missing__(self, character: str) -> str:
        if _unseen(character):
            return self.setdefault(character, "")
        glyph = self.face.glyph(character)
        if not glyph:
            raise KeyError(character)
        self.drawn[character] = glyph
        return self.setdefault(character, f"{len(self.drawn):04X}")

    def has(self, character: str) -> bool:
        return character in self or bool(self.face.glyph(character)) or _unseen(character)


def _first_with(chain: tuple[_Codes, ...], character: str) -> int | None:
    return next((at for at, codes in enumerate(chain) if codes.has(character)), None)


def _unseen(character: str) -> bool:
    """Control characters, joiners and direction marks: they come with pasted text and draw nothing."""
    return unicodedata.category(character) in ("Cc", "Cf") or any(
        ord(character) in part for part in _SELECTORS
    )


def _complaint(character: str, text: str) -> str:
    text = " ".join(text.split())
    where = text if len(text) <= 20 else f"{text[:20]}……"
    shown = character if character.isprintable() else ""
    return (
        f"没有一种字体能印出“{shown}”（U+{ord(character):04X}），它在“{where}”里。"
        "请改正这个字，或在设置中换用字体。"
    )
