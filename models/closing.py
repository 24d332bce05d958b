"""季度归档: a quarter that is done with. Its signed pages are kept, its counting choices stay as they were.

Nothing is locked: what is entered afterwards is kept like everything else, and told apart.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, NamedTuple

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from models.base import Table
from models.closed_entries import entries_in
from models.print_log import PrintLog, finish_print
from models.rules.calendar import Period, chinese_date
from models.rules.choices import Choices, choices
from models.rules.closing import Entered, LaterEntry, later_entries
from models.rules.kinds import PeriodKind
from models.rules.problem import Problem
from models.setting import counting_choices
from models.writing import Topic, author, writing

LARGEST = 64 * 1024 * 1024


class Closing(Table):
    """One closing of the quarter named 2026Q3; `choices` and `entries` are JSON of that moment.

    A quarter that was opened again keeps its old closing, with the moment and the reason.
    """

    period = CharField()
    closed_at = DateTimeField()
    who = CharField()
    choices = TextField()
    entries = TextField()
    reopened_at = DateTimeField(null=True)
    reason = CharField(default="")


class KeptPrint(Table):
    """A print kept at a closing; `form` is the document's name, `pdf` the file itself in base64."""

    closing_id: int
    print_log_id: int
    closing = ForeignKeyField(Closing, backref="prints")
    print_log = ForeignKeyField(PrintLog)
    form = CharField()
    period = CharField()
    name = CharField()
    pages = IntegerField()
    pdf = TextField()


class Pages(NamedTuple):
    """A print to be kept: its number in the log, which document of which period, and the PDF file."""

    number: int
    form: str
    period: Period
    name: str
    pages: int
    data: bytes


def closing_of(period: Period) -> Closing | None:
    """The closing of a quarter, None while it is open."""
    found: Closing | None = Closing.get_or_none(
        (Closing.period == str(period)) & Closing.reopened_at.is_null()
    )
    return found


def closings() -> list[Closing]:
    """All closings, the newest first; also those of quarters opened again."""
    return list(Closing.select().order_by(Closing.id.desc()))


def choices_of(period: Period) -> Choices:
    """How a period is counted: as its closing says, else by the settings in force on its last day."""
    closing = closing_of(period) if period.kind == PeriodKind.QUARTER else None
    return _choices(json.loads(closing.choices)) if closing else counting_choices(period.last)


def close_quarter(period: Period, prints: Sequence[Pages], today: date) -> Closing:
    """Keep these prints, and how the quarter is counted and what was entered of it, all as of now.

    Raises Problem if the quarter has not ended, is closed already, or a print is too large to be kept.
    """
    insist_on_closable(period, today)
    for pages in prints:
        if len(pages.data) > LARGEST:
            raise Problem(f"“{pages.name}”有 {pages.pages} 页，太大，不能归档。请不勾选它，另存为文件保管。")
    with writing(f"归档{period.title}", Topic.CLOSING):
        closing: Closing = Closing.create(
            period=str(period),
            closed_at=datetime.now().replace(microsecond=0),
            who=author(),
            choices=json.dumps(asdict(counting_choices(period.last)), default=str),
            entries=json.dumps(entries_in(period), ensure_ascii=False),
        )
        for pages in prints:
            _keep(closing, pages)
    return closing


def insist_on_closable(period: Period, today: date) -> None:
    """Raise Problem unless the quarter is over and still open."""
    if today <= period.last:
        raise Problem(f"{period.title}到{chinese_date(period.last)}才结束，结束以后才能归档。")
    closing = closing_of(period)
    if closing:
        raise Problem(f"{period.title}已于{chinese_date(closing.closed_at.date())}归档。")


def open_again(closing: Closing, reason: str) -> None:
    """Take a closing back, so that the quarter can be closed anew; its pages stay.

    Raises Problem without a reason.
    """
    if not reason.strip():
        raise Problem("请写明撤销归档的原因。")
    kept = Closing.get_by_id(closing.id)
    if kept.reopened_at:
        raise Problem("这次归档已经撤销。")
    kept.reopened_at, kept.reason = datetime.now().replace(microsecond=0), reason.strip()
    with writing(f"撤销归档 {kept.period}", Topic.CLOSING):
        kept.save()


def later(closing: Closing, period: Period) -> list[LaterEntry]:
    """What was entered, changed or taken away of the quarter after it was closed."""
    then = {number: Entered(*kept) for number, kept in json.loads(closing.entries).items()}
    return list(later_entries(then, entries_in(period)))


def kept_prints(closing: Closing) -> list[KeptPrint]:
    """What was kept at a closing, without the files."""
    return list(_light().where(KeptPrint.closing == closing).order_by(KeptPrint.id))


def find_kept(form: str, period: Period) -> KeptPrint | None:
    """The print of this document of this period that is in force, without the file; None if there is none."""
    found: KeptPrint | None = (
        _light()
        .join(Closing)
        .where((KeptPrint.form == form) & (KeptPrint.period == str(period)) & Closing.reopened_at.is_null())
        .first()
    )
    return found


def pdf_of(kept: KeptPrint) -> bytes:
    """The file itself."""
    return b64decode(KeptPrint.get_by_id(kept.id).pdf)


def _light() -> Any:
    """All prints without their files, which may be large."""
    return KeptPrint.select(*(field for field in KeptPrint._meta.sorted_fields if field is not KeptPrint.pdf))


def _keep(closing: Closing, pages: Pages) -> None:
    KeptPrint.create(
        closing=closing,
        print_log=pages.number,
        form=pages.form,
        period=str(pages.period),
        name=pages.name,
        pages=pages.pages,
        pdf=b64encode(pages.data).decode("ascii"),
    )
    finish_print(pages.number, pages.pages)


def _choices(kept: Mapping[str, object]) -> Choices:
    """Choices from a closing; what a later version added counts as its default."""
    return choices(
        {key: str(int(value)) if isinstance(value, bool) else str(value) for key, value in kept.items()}
    )
