"""打印记录: every print and export with its running number."""

from datetime import datetime

from peewee import BooleanField, CharField, DateTimeField, IntegerField

from models.base import Table
from models.writing import Topic, author, writing


class PrintLog(Table):
    """Its id is the print number in the footer."""

    at = DateTimeField(default=datetime.now)
    who = CharField()
    document = CharField()
    choice = CharField(default="")
    full = BooleanField(default=False)
    pages = IntegerField(default=0)
    destination = CharField(default="")


def log_print(document: str, choice: str, *, full: bool, pages: int, destination: str) -> int:
    """Record a print and give its number. `choice` says in words which period and leader."""
    with writing(f"打印 {document}", Topic.PRINT_LOG):
        entry = PrintLog.create(
            who=author(), document=document, choice=choice, full=full, pages=pages, destination=destination
        )
        return int(entry.id)
