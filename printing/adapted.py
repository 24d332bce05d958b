"""A document as it is, but for its blocks or its paper: what the office chose lies over every form alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from printing.render import Document
from printing.styles import Paper


@dataclass(frozen=True, slots=True)
class Adapted:
    """`change` gets each block and gives the one that is set in its place."""

    document: Document
    paper: Paper
    change: Callable[[Any], Any]

    @property
    def name(self) -> str:
        return self.document.name

    def story(self) -> Iterator[Any]:
        return map(self.change, self.document.story())


def adapted(document: Document, change: Callable[[Any], Any]) -> Document:
    """The document with its blocks changed."""
    return Adapted(document, document.paper, change)


def on_paper(document: Document, paper: Paper) -> Document:
    """The document on other paper; its columns are as much wider or narrower as that is."""
    return Adapted(document, paper, lambda block: block)
