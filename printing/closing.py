"""归档原件: what is printed when a quarter is closed is kept, and stands in for the same choice later."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from typing import NamedTuple

from models.closing import find_kept, pdf_of
from models.rules.calendar import Period, year_of
from printing import styles
from printing.choice import Choice
from printing.documents import Form, form
from printing.render import Document, Original
from printing.styles import Paper

QUARTERLY = (
    "quarter_result",
    "coverage",
    "matter_ledger",
    "quarter_report",
    "visit_record",
    "hearing_record",
)
"""The documents that tell what came of a quarter."""

YEARLY = ("fieldwork_register", "liaison_ledger")
"""Those of the whole year, which a fourth quarter ends."""


class ToKeep(NamedTuple):
    """A document of everybody, loaded to be printed at a closing."""

    form: Form
    period: Period
    documents: Sequence[Document]


def forms_of(quarter: Period) -> list[Form]:
    """The documents that can be kept when this quarter is closed."""
    yearly = YEARLY if quarter.last.month == 12 else ()
    return [form(name) for name in (*QUARTERLY, *yearly)]


def to_keep(one: Form, quarter: Period, today: date) -> ToKeep:
    """A document of this quarter, or of the year it ends, as it stands now; its documents may be none."""
    period = year_of(quarter.first) if one.name in YEARLY else quarter
    return ToKeep(one, period, one.made(Choice(today, period)))


def original(one: Form, choice: Choice) -> Original | None:
    """The file kept of this very choice, None if none was: kept are prints of everybody, numbers masked."""
    is_of_all = choice.leader is None and choice.kind is None and not choice.number
    if choice.period is None or choice.full or choice.pictures or not is_of_all:
        return None
    kept = find_kept(one.name, choice.period)
    if kept is None:
        return None
    data = pdf_of(kept)
    return Original(kept.name, data, kept.pages, kept.print_log_id, _paper_of(data))


def _paper_of(data: bytes) -> Paper:
    """The sheets a file was set for."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(data)) as file:
        wide, high = file.get_page_size(0)
    papers = (styles.PORTRAIT, styles.LANDSCAPE, styles.LANDSCAPE_A3)
    return min(papers, key=lambda paper: abs(paper.width - wide) + abs(paper.height - high))


def told_of(kept: Original) -> str:
    """How the print log tells of printing it again."""
    return f"{kept.name} · 归档原件 {kept.number:04d}"
