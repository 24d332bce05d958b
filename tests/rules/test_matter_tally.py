"""Matters added up by how far they are."""

from models.rules.kinds import Light, MatterState
from models.rules.matter_tally import MatterTally, tally


def test_matters_are_counted_by_state_and_only_unanswered_ones_are_late() -> None:
    found = tally(
        [
            (MatterState.OPEN, Light.LATE),
            (MatterState.OPEN, Light.IN_TIME),
            (MatterState.IN_HAND, Light.NEAR),
            (MatterState.ANSWERED, Light.SETTLED),
            (MatterState.CLOSED, Light.SETTLED),
            (MatterState.CLOSED, Light.SETTLED),
        ]
    )
    assert found == MatterTally(closed=2, answered=1, in_hand=1, open=2, late=1)
    assert (found.all, found.settled) == (6, 3)


def test_no_matters_are_none() -> None:
    assert tally([]) == MatterTally()
