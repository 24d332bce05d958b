"""A register of many columns on A3, for an office that has the printer for it (forms.md: A4 or A3)."""

from printing import styles
from printing.adapted import on_paper
from printing.render import Document


def on_a3(document: Document) -> Document:
    """A document that lies across A4, on A3; any other as it is."""
    return on_paper(document, styles.LANDSCAPE_A3) if document.paper is styles.LANDSCAPE else document
