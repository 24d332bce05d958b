"""Random offices, entered by the forms' own writes, say the same of who acts after export and import."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.absence import Absence
from models.absence_entry import AbsenceEntry, come_back, save_absence
from models.exchange.exporting import export_workbook
from models.official import Official, officials, save_official
from models.on_duty_board import duty
from models.pairing import Pairing, save_pairing
from models.rules.kinds import Half
from models.rules.problem import Problem
from models.setting import change_settings
from models.storage import close_database, open_database
from tests.exchange.comparing import everything
from tests.exchange.rows import TODAY, bring_in, counts, plan

SPRING = date(2026, 1, 1)
NAMES = ("张样一", "李样二", "王样三", "赵样四", "陈样甲", "刘样乙", "周样丙")
POSTS = ("", "", "财务出纳", "办公室机要")
some_offices = settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # to shrink one would take minutes of database
    suppress_health_check=[HealthCheck.too_slow],
)


@some_offices
@given(st.integers(0, 2**32))
def test_export_and_import_change_nothing_of_who_acts(seed: int) -> None:
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        path = Path(folder, "全部.xlsx")
        open_database(Path(folder, "here"))
        fill(chance)
        halves = [(a_day(chance), chance.choice(list(Half))) for _ in range(20)]
        before, said = everything(), [duty(*half) for half in halves]
        export_workbook(path)
        rows = sheets(path)
        same = plan(rows)
        close_database()
        open_database(Path(folder, "there"))
        bring_in(rows)
        assert (everything(), [duty(*half) for half in halves]) == (before, said)
        assert counts(same) == counts(plan(rows)) == (0, 0, same.rows, 0)
        close_database()


def sheets(path: Path) -> dict[str, list[list[object]]]:
    """The workbook's rows as a reader sees them, without a child process for each."""
    book = load_workbook(path, read_only=True)
    found = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}
    book.close()
    return found


def fill(chance: Random) -> None:
    """People, pairs, absences and returns; what the forms refuse is left out."""
    for rank, name in enumerate(NAMES, 1):
        save_official(Official(name=name, rank=rank, is_member=rank < 5))
    for _ in range(12):
        if_allowed(a_pairing, chance)
    change_settings({"fallback_official": chance.choice(["", *NAMES])})
    for _ in range(25):
        if_allowed(an_absence, chance)
    for _ in range(6):
        if_allowed(a_return, chance)
        if_allowed(a_change_of_office, chance)


def if_allowed(write: Callable[[Random], object], chance: Random) -> None:
    with suppress(Problem):
        write(chance)


def a_day(chance: Random) -> date:
    return SPRING + timedelta(chance.randrange(365))


def a_pairing(chance: Random) -> None:
    a, b = chance.sample(officials(), 2)
    first, last = (chance.choice([None, a_day(chance)]) for _ in range(2))
    save_pairing(Pairing(a=a, b=b, post=chance.choice(POSTS), first_day=first, last_day=last))


def an_absence(chance: Random) -> None:
    first = a_day(chance)
    last = first + timedelta(chance.randrange(9)) if chance.random() < 0.9 else None
    halves = {"first_half": chance.choice(list(Half)), "last_half": chance.choice(list(Half))}
    words = {"approver": chance.choice(["", "孙样"]), "handover": chance.choice(["", "公章：保险柜\n钥匙"])}
    save_absence(AbsenceEntry(chance.choice(officials()).id, first, last_day=last, **halves, **words), TODAY)


def a_return(chance: Random) -> None:
    absence = chance.choice(list(Absence.select()))
    come_back(absence, absence.first_day + timedelta(chance.randrange(9)), chance.choice(list(Half)), TODAY)


def a_change_of_office(chance: Random) -> None:
    who = chance.choice(officials())
    who.is_member ^= chance.random() < 0.3
    who.office_from, who.office_to = (chance.choice([None, a_day(chance)]) for _ in range(2))
    save_official(who)
