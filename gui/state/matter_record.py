"""One matter in words: what is known of it, and what was done about it, step after step. No Tk."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from gui.look.palette import Tone
from gui.state import matter as words
from gui.state.cards import Passage
from gui.state.matter import Status
from models import terms
from models.matter import Matter
from models.matter_line import MatterLine
from models.rules.calendar import chinese_date, weekday_name
from models.rules.kinds import Satisfaction, StepKind
from models.rules.masking import masked, masked_phone, without_names
from models.rules.matter import PERSONAL, Step
from models.terms import field_label

_TONES = {
    StepKind.URGE: Tone.NEAR,
    StepKind.REPLY: Tone.PLANNED,
    StepKind.TELL: Tone.PLANNED,
    StepKind.CLOSE: Tone.DONE,
    StepKind.REOPEN: Tone.LATE,
}


def headline(line: MatterLine, status: Status, today: date, days_to: Callable[[date], int]) -> Passage:
    """MQ20260012 信访事项 at the head, ● 已超期 超期2个工作日 said of it."""
    said, tone = words.status_words(status)
    left = words.left_words(status, line.due, today, days_to)
    marks = "".join((" 【敏感】" if line.sensitive else "", " 【领导包案】" if line.in_charge else ""))
    return Passage(
        f"{line.number} {terms.label(line.kind)}{marks}", "  ".join(filter(None, (said, left))), tone
    )


def facts(matter: Matter, line: MatterLine) -> list[Passage]:
    """What is known of it, label by label; what is not known is left out."""
    phone = masked_phone(matter.phone) if line.sensitive else matter.phone
    told = {
        "content": _free(line.content, line),
        "raised_by": " ".join(filter(None, (words.whose(line), phone))),
        "contact_point": _free(line.point, line),
        "official": words.leader(line),
        "unit": "，".join(filter(None, (line.unit, line.person))),
        "category": matter.category,
        "registered_on": _day(line.registered_on),
        "due": _day(line.due),
        "result": _free(line.result, line),
        "told_on": _day(matter.told_on),
        "satisfaction": _satisfaction(matter),
        "closed_on": _day(matter.closed_on),
    }
    found = [Passage(field_label("matter", name), text) for name, text in told.items() if text]
    return [*found, Passage("来源", line.source)] if line.source else found


def timeline(line: MatterLine, steps: Sequence[Step]) -> Iterator[Passage]:
    """From its registering on, the newest step last."""
    yield Passage(f"{_day(line.registered_on)}  登记", "", Tone.SOFT)
    for step in steps:
        yield Passage(
            f"{_day(step.day)}  {terms.label(step.kind)}", _free(step.words, line), _tone(step.kind)
        )


def _free(text: str, line: MatterLine) -> str:
    """A text as it was written; of a sensitive matter without names and numbers."""
    return without_names(masked(text), words.hidden_names(line)) if line.sensitive else text


def _tone(kind: StepKind) -> Tone:
    return Tone.PLANNED if kind in PERSONAL else _TONES.get(kind, Tone.PLAIN)


def _day(day: date | None) -> str:
    return f"{chinese_date(day)} {weekday_name(day)}" if day else ""


def _satisfaction(matter: Matter) -> str:
    return terms.label(Satisfaction(matter.satisfaction)) if matter.satisfaction else ""
