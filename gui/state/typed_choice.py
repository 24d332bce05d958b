"""What a typed beginning may mean: for fields that offer matches while one types."""

from collections.abc import Iterable

from models.rules.names import name_key


def matches(typed: str, choices: Iterable[str], most: int = 50) -> list[str]:
    """The choices that hold what was typed, those that begin with it first; all of them for nothing typed."""
    key = name_key(typed)
    found = [choice for choice in choices if key in name_key(choice)]
    return sorted(found, key=lambda choice: not name_key(choice).startswith(key))[:most]
