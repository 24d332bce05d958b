"""打印记录: every print and export with its running number."""

from datetime import datetime

from peewee import BooleanField, CharField, DateTimeField, IntegerField

from models.base import Table
from models.writing import Topic, author, writing


class PrintLog(Table):
    """Its id is the print number in the footer. An entry without pages did not come to its end."""

    at = DateTimeField(default=datetime.now)
    who = CharField()
    document = CharField()
    choice = CharField(default="")
    full = BooleanField(default=False)
    pages = IntegerField(default=0)
    destination = CharField(default="")


def log_print(document: str, choice: str, *, full: bool, pages: int, destination: str) -> int:
    """Record a print and give its number. `choice` says in words which period and leader.

    The number stands on the paper, so it is taken before anything is drawn, with 0 pages: should the print
    fail or the power go, the entry says 未完成. `finish_print` tells the pages once they have arrived.
    """
    with writing(f"打印 {document}", Topic.PRINT_LOG):
        entry = PrintLog.create(
            who=author(), document=document, choice=choice, full=full, pages=pages, destination=destination
        )
        return int(entry.id)


def finish_print(number: int, pages: int) -> None:
    """The print of this number reached its destination with so many pages."""
    with writing("完成打印", Topic.PRINT_LOG):
        PrintLog.update(pages=pages).where(PrintLog.id == number).execute()


def prints() -> list[PrintLog]:
    """The whole log, the newest first."""
    return list(PrintLog.select().order_by(PrintLog.id.desc()))
