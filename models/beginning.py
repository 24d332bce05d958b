"""首次使用: whether anything was ever entered here."""

from models.change import Change
from models.official import Official

_OF_THE_OFFICE = "setting"


def is_untouched() -> bool:
    """Whether nobody is in this data and nothing but settings was ever entered, not even what is deleted."""
    entered = Change.select().where(Change.subject != _OF_THE_OFFICE)
    return not Official.select().exists() and not entered.exists()
