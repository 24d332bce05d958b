"""Pages as a reader sees them: texts with their places, always in the pinned built-in faces."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pypdfium2
import pytest

from printing import fonts, styles
from printing.flow import Block
from printing.fonts import Fonts
from printing.render import compose
from printing.styles import MM, Paper


@dataclass(frozen=True)
class Box:
    """Where a text stands on its page, in millimetres from the upper left corner of the paper."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Print:
    """A finished print, read back from its bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._file = pypdfium2.PdfDocument(data)
        self.texts = [page.get_textpage().get_text_range() for page in self._file]

    def __len__(self) -> int:
        return len(self._file)

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def size(self, page: int = 0) -> tuple[float, float]:
        width, height = self._file[page].get_size()
        return width / MM, height / MM

    def places(self, text: str) -> list[Box]:
        """Every place where the text stands in one line."""
        return [box for number in range(len(self)) for box in self._on(number, text)]

    def place(self, text: str) -> Box:
        """The first place of the text; fails if there is none."""
        assert text in self.text
        return self.places(text)[0]

    def _on(self, number: int, text: str) -> Iterable[Box]:
        page = self._file[number]
        height, texts = page.get_height(), page.get_textpage()
        search = texts.search(text, match_case=True)
        while found := search.get_next():
            boxes = [texts.get_charbox(at) for at in range(found[0], found[0] + found[1])]
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            top, bottom = height - max(tops), height - min(bottoms)
            yield Box(number, min(lefts) / MM, top / MM, max(rights) / MM, bottom / MM)


@dataclass(frozen=True)
class Sheet:
    """A document of a few blocks."""

    blocks: Sequence[Block]
    paper: Paper = styles.LANDSCAPE
    name: str = "试印"

    def story(self) -> Iterable[Block]:
        return self.blocks


@pytest.fixture
def faces() -> Fonts:
    """The faces every machine has."""
    return fonts.built_in()


@pytest.fixture
def printed(faces: Fonts) -> Callable[..., Print]:
    """Set a document, or a few blocks on landscape paper, and read the pages back."""

    def read(*what: object, corner: str = "预览") -> Print:
        document = what[0] if hasattr(what[0], "story") else Sheet(what)  # type: ignore[arg-type]
        return Print(compose(document, corner, faces).data)  # type: ignore[arg-type]

    return read
