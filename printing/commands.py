"""documents, print."""

from argparse import Namespace
from datetime import date

from models.commands.saying import say
from models.official import find_official
from models.rules.calendar import period
from printing.choice import Choice, matter_kind
from printing.documents import FORMS, form
from printing.headless import print_to


def documents(_chosen: Namespace) -> None:
    """The names `print_` takes, a line each."""
    for one in FORMS:
        print(f"{one.name}\t{one.title}")


def print_(chosen: Namespace) -> None:
    """Into a file, or into a folder a file each. Raises Problem if there is nothing to print."""
    leader = find_official(chosen.leader) if chosen.leader else None
    days = period(chosen.period) if chosen.period else None
    kind = matter_kind(chosen.kind) if chosen.kind else None
    number, flags = chosen.id or "", {"full": chosen.full, "pictures": chosen.pictures}
    choice = Choice(date.today(), days, leader, number, kind=kind, **flags)
    pages = print_to(form(chosen.document), choice, chosen.out)
    say(f"已生成 {len(pages)} 个文件，共 {sum(pages.values())} 页：", *(str(path) for path in pages))
