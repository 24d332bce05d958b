"""民情事项 added up: how many there are and how far they are."""

from collections.abc import Iterable
from typing import NamedTuple

from models.rules.kinds import Light, MatterState
from models.rules.matter import ANSWERED


class MatterTally(NamedTuple):
    """How many matters there are by what is left to do; `late` are among those not yet answered."""

    closed: int = 0
    answered: int = 0
    in_hand: int = 0
    open: int = 0
    late: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return self.closed + self.answered + self.in_hand + self.open

    @property
    def settled(self) -> int:
        """How many are answered, closed or not."""
        return self.closed + self.answered


def tally(matters: Iterable[tuple[MatterState, Light]]) -> MatterTally:
    """Count matters by their states and lights."""
    listed = list(matters)
    states = [state for state, _ in listed]
    return MatterTally(
        closed=states.count(MatterState.CLOSED),
        answered=states.count(MatterState.ANSWERED),
        in_hand=states.count(MatterState.IN_HAND),
        open=states.count(MatterState.OPEN),
        late=sum(light == Light.LATE and state not in ANSWERED for state, light in listed),
    )
