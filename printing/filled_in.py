"""填报人 under the titles of forms: the name chosen at this PC; without one it is left to the pen."""

from dataclasses import replace
from functools import partial
from typing import Any

from printing.adapted import adapted
from printing.blocks import Facts
from printing.render import Document

_LABEL = "填报人："


def filled_in_by(document: Document, writer: str) -> Document:
    """The document with that name, "" to leave it to the pen."""
    return adapted(document, partial(_filled, writer)) if writer else document


def _filled(writer: str, block: Any) -> Any:
    if not isinstance(block, Facts):
        return block
    items = [f"{_LABEL}{writer}" if item.startswith(_LABEL) else item for item in block.items]
    return replace(block, items=items)
