"""The glossary: one Chinese word for each identifier, and back."""

from models.terms.fields import FIELDS, field_label
from models.terms.nouns import NOUNS, column_name, noun
from models.terms.words import LABELS, SHORT_DUTIES, SIGNS, label, parse

__all__ = [
    "FIELDS",
    "LABELS",
    "NOUNS",
    "SHORT_DUTIES",
    "SIGNS",
    "column_name",
    "field_label",
    "label",
    "noun",
    "parse",
]
