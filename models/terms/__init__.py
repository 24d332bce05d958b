"""The glossary: one Chinese word for each identifier, and back."""

from models.terms.fields import FIELDS, field_label
from models.terms.words import LABELS, SHORT_DUTIES, SIGNS, label, parse

__all__ = ["FIELDS", "LABELS", "SHORT_DUTIES", "SIGNS", "field_label", "label", "parse"]
