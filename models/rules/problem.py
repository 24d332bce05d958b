"""What a user can mend, said in words he can act on."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One complaint about a record, and the field of it that stands in the way."""

    field: str
    words: str


class Problem(Exception):
    """One or more complaints in plain Chinese; nothing was changed when it is raised."""

    def __init__(self, *complaints: str) -> None:
        super().__init__(*complaints)
        self.complaints = complaints

    def __str__(self) -> str:
        return "\n".join(self.complaints)
