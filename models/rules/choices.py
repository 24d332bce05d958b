"""计数口径: how the office counts where the plan is silent. Each choice is dated like a rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.rules.kinds import ActivityKind

FIELDWORK_KINDS = frozenset((ActivityKind.VISIT, ActivityKind.HEARING, ActivityKind.FIELDWORK))
"""Whose half-days may belong to the 60 days of fieldwork (plan item 2)."""

STAND_IN_KINDS = frozenset((ActivityKind.VISIT, ActivityKind.HEARING))
"""What may count for a leader although somebody else went."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The counting choices in force; the defaults are the plan's plainest reading.

    `visits_are_fieldwork`, `hearings_are_fieldwork`: their half-days belong to the 60 days (plan item 2).
    `weekends_count`: half-days of weekends and days off count too.
    `stand_in_counts`: a visit or hearing somebody else went to counts for the leader; the half-days never do.
    `pro_rata`: part of a period owes part of the quota.
    `risk_share`: from which share of a period on an open duty is 临近.
    """

    visits_are_fieldwork: bool = True
    hearings_are_fieldwork: bool = True
    weekends_count: bool = True
    stand_in_counts: bool = False
    pro_rata: bool = True
    risk_share: Fraction = Fraction(2, 3)

    @property
    def not_fieldwork(self) -> frozenset[ActivityKind]:
        """The kinds whose half-days the office does not take for fieldwork."""
        taken = {
            ActivityKind.VISIT: self.visits_are_fieldwork,
            ActivityKind.HEARING: self.hearings_are_fieldwork,
        }
        return frozenset(kind for kind in taken if not taken[kind])


def choices(values: Mapping[str, str]) -> Choices:
    """Choices from setting texts: "1" or "0", a share as "2/3"; what is missing keeps its default."""
    found = Choices()
    given = {key: values[key] for key in Choices.__dataclass_fields__ if key in values}
    share = Fraction(given.pop("risk_share", str(found.risk_share)))
    return Choices(**{key: value == "1" for key, value in given.items()}, risk_share=share)
