"""Matters for tests of their papers, written by the program's own writes."""

from datetime import date

from models.matter import Matter, MatterEntry, add_step, save_matter
from models.official import Official
from models.rules.kinds import MatterKind, Satisfaction, StepKind
from models.rules.matter import Step
from tests.models.made_up import day

TODAY, ON = day(11, 25), day(11, 2)
ANSWERED = (StepKind.ASSIGN, StepKind.REPLY)
TOLD = (*ANSWERED, StepKind.TELL)
CLOSED = (*TOLD, StepKind.CLOSE)


def a_matter(
    leader: Official, *steps: StepKind, on: date = ON, answer: str = "已修好", **more: object
) -> Matter:
    """An opinion registered that day and carried on through these steps, all of them on 10 November."""
    typed = {"kind": MatterKind.OPINION, "registered_on": on, "content": "村口的路坏了"}
    matter = save_matter(MatterEntry(official=leader.id, **(typed | more)), TODAY)  # type: ignore[arg-type]
    for kind in steps:
        words = answer if kind == StepKind.REPLY else ""
        said = Satisfaction.SATISFIED if kind == StepKind.TELL else ""
        matter = add_step(matter, Step(kind, max(on, day(11, 10)), words), TODAY, said)
    return matter
