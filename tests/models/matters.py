"""Matters, plainly made up, for tests that write them by the program's own writes."""

from datetime import date

from models.matter import Matter, MatterEntry, add_step, save_matter
from models.official import Official
from models.rules.kinds import MatterKind, StepKind
from models.rules.matter import Step
from tests.models.made_up import day

TODAY = day(11, 25)  # a Wednesday


def a_matter(leader: Official, *kinds: StepKind, on: date | None = None, **more: object) -> Matter:
    """An opinion of 2 November, with these steps a week later unless told `on` which day."""
    typed = {"kind": MatterKind.OPINION, "registered_on": day(11, 2), "content": "村口的路坏了"}
    matter = save_matter(MatterEntry(official=leader.id, **(typed | more)), TODAY)  # type: ignore[arg-type]
    return stepped(matter, *kinds, on=on or day(11, 9))


def stepped(matter: Matter, *kinds: StepKind, on: date) -> Matter:
    """The same after these steps."""
    for kind in kinds:
        matter = add_step(matter, Step(kind, on, f"{kind}了"), TODAY)
    return matter
