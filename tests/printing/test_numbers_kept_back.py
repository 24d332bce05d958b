"""No print that is not a full one holds the number of a resident or a petitioner, nor does its twin."""

import re
from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from models.activity import Activity, ActivityEntry, read_entry, save_activity
from models.assignment import Assignment
from models.closing import close_quarter
from models.contact_point import ContactPoint
from models.demo import fill_with_demo
from models.explanation import explain
from models.official import leaders
from models.pairing import Pairing
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, DutyState
from models.rules.problem import Problem
from models.writing import Topic, writing
from printing import fonts
from printing.choice import Choice
from printing.documents import FORMS
from printing.render import Document, compose, file_name
from printing.twins import twin_of
from tests.models.made_up import is_absent
from tests.printing.conftest import Print
from tests.printing.matters import ANSWERED, a_matter

TODAY = date(2026, 11, 25)
NUMBER = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")
MOBILE, IDENTITY = "13800001234", "36070219800101123X"
GROUPED = "电话+86 138 0000 1234，身份证360702 19800101 123X"


def kept_back(text: str) -> bool:
    """Whether nobody's number stands in it, nor in groups of digits."""
    flat = re.sub(r"[\s+-]", "", text)
    return not (NUMBER.search(text) or MOBILE in flat or IDENTITY in flat)


@pytest.fixture
def telling(office: Path) -> None:
    """A demo office in which every free text that can be written holds a number."""
    fill_with_demo(TODAY, leaders=2)
    close_quarter(period("2026Q3"), [], TODAY)
    said = f"电话{MOBILE}，身份证{IDENTITY}"
    for activity in Activity.select().where(Activity.state == ActivityState.DONE):
        entry: ActivityEntry = read_entry(activity)
        entry.heard = entry.reply = entry.purpose = said
        entry.place = entry.place and f"{entry.place}{GROUPED}"
        entry.title = entry.title and f"{entry.title}{GROUPED}"
        for target in entry.targets:
            target.heard = target.reply = said
        save_activity(entry, TODAY)
    for point in ContactPoint.select().where(ContactPoint.kind == "household"):
        words = {"contact_point": point.id, "raised_by": point.name, "phone": MOBILE, "content": said}
        words |= {"unit": f"样样局{GROUPED}", "person": f"吴样{GROUPED}", "category": f"道路{GROUPED}"}
        a_matter(leaders()[0], *ANSWERED, answer=said, sensitive=point.id % 2 == 0, **words)
    hearing = Activity.get(Activity.kind == ActivityKind.HEARING)
    a_matter(leaders()[1], activity=hearing.id, phone=MOBILE, content=said, on=date(2026, 11, 3))
    is_absent(leaders()[0], TODAY, TODAY, reason=said, handover=said, place=said, approver=GROUPED)
    with writing("另行", Topic.CONTACT_POINT):
        ContactPoint.update(category=ContactPoint.category + GROUPED).execute()
        Assignment.update(document=GROUPED).execute()
        Pairing.update(document=GROUPED).execute()
    some_duty = progress(period("2026Q3"), TODAY)[0]
    explain(some_duty._replace(state=DutyState.LATE), said, TODAY)


def made(choice: Choice) -> list[Document]:
    found: list[Document] = []
    for form in FORMS:
        try:
            found += form.load(choice)
        except Problem:
            continue  # not of a year, or nobody is away in it
    return found


def test_prints_of_every_form_keep_numbers_back(telling: None) -> None:
    choices = [Choice(TODAY, period(name), one) for name in ("2026Q4", "2026Q3", "2026") for one in leaders()]
    prints = [made(choice) for choice in (*choices, Choice(TODAY))]
    titles = {file_name(form.title) for form in FORMS}
    assert {document.name.split("_")[0] for some in prints for document in some} >= titles
    for some in prints:
        for document in some:
            text = Print(compose(document, faces=fonts.built_in()).data).text
            assert kept_back(text), document.name


def test_a_full_print_gives_them(telling: None) -> None:
    found = [one for one in made(Choice(TODAY, period("2026"), full=True)) if one.name.startswith("民情")]
    texts = [Print(compose(one, faces=fonts.built_in()).data).text for one in found[:2]]
    assert all(NUMBER.search(text) for text in texts)


def test_workbooks_and_word_files_keep_them_back_too(telling: None, tmp_path: Path) -> None:
    for at, document in enumerate(made(Choice(TODAY, period("2026Q4"), leaders()[0]))):
        twin = twin_of([document])
        if twin is not None:
            path = tmp_path / f"{at}{twin.suffix}"
            twin.save([document], path, "")
            assert kept_back(_all_of(path)), document.name


def _all_of(path: Path) -> str:
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    cells = (
        cell for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row
    )
    return "\n".join(str(cell) for cell in cells if cell is not None)
