"""A register of many columns on A3, for an office that has the printer for it (forms.md: A4 or A3)."""

from collections.abc import Iterable
from dataclasses import dataclass

from printing import styles
from printing.flow import Block
from printing.render import Document
from printing.styles import Paper


@dataclass(frozen=True, slots=True)
class OnA3:
    """A document as it is, its columns as much wider as the sheet is."""

    document: Document
    paper: Paper = styles.LANDSCAPE_A3

    @property
    def name(self) -> str:
        return self.document.name

    def story(self) -> Iterable[Block]:
        return self.document.story()


def on_a3(document: Document) -> Document:
    """A document that lies across A4, on A3; any other as it is."""
    return OnA3(document) if document.paper is styles.LANDSCAPE else document
