"""The history's chain: each entry's digest is chained over the one before, so that tampering shows.

The chain runs over digests, not over values: values and salt of an entry can be blanked for good, and the
rest of the chain still holds. The salt keeps a blanked telephone number from being found by trying them all.
"""

import json
from hashlib import sha256
from typing import NamedTuple

START = "0" * 64
"""What the first entry is chained over."""


class Heading(NamedTuple):
    """What stays readable of an entry for ever, in the order in which it is chained."""

    number: int
    action: int
    at: str
    who: str
    subject: str
    first_row: int
    last_row: int


def digest(salt: str, label: str, old: str | None, new: str | None) -> str:
    """Of what an entry says, which may be blanked one day."""
    return _hash([salt, label, old, new])


def chained(before: str, heading: Heading, content: str) -> str:
    """The chain's value at an entry, over that of the entry before and the digest of its content."""
    return _hash([before, *heading, content])


def _hash(values: list[object]) -> str:
    return sha256(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
