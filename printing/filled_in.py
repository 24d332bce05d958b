"""填报人 under the titles of forms: the name chosen at this PC; without one it is left to the pen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from printing.blocks import Facts
from printing.flow import Block
from printing.render import Document
from printing.styles import Paper

_LABEL = "填报人："


@dataclass(frozen=True, slots=True)
class FilledIn:
    """A document as it is, but for who filled it in."""

    document: Document
    writer: str

    @property
    def name(self) -> str:
        return self.document.name

    @property
    def paper(self) -> Paper:
        return self.document.paper

    def story(self) -> Iterator[Block]:
        for block in self.document.story():
            yield (
                replace(block, items=list(map(self._filled, block.items)))
                if isinstance(block, Facts)
                else block
            )

    def _filled(self, item: str) -> str:
        return f"{_LABEL}{self.writer}" if item.startswith(_LABEL) else item


def filled_in_by(document: Document, writer: str) -> Document:
    """The document with that name, "" to leave it to the pen."""
    return FilledIn(document, writer) if writer else document
