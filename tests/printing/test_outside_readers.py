"""What others make of our PDFs: qpdf finds no fault, every face is embedded, names copy back right."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from models.closing import close_quarter
from models.explanation import explain
from models.official import find_official, save_official
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import DutyState
from models.setting import change_settings
from printing.choice import Choice
from printing.documents import FORMS
from printing.headless import print_to
from tests.models.made_up import is_absent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these readers come from Debian's packages")

RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
TODAY = date(2026, 11, 22)


@pytest.fixture
def printed(office: Path, tmp_path: Path) -> list[Path]:
    """Every form of a demo office whose first leader bears every rare character, and goes away."""
    from models.demo import fill_with_demo
    from models.official import leaders

    change_settings({"built_in_fonts": "1"})
    fill_with_demo(TODAY, leaders=2)
    first = leaders()[0]
    first.name = f"样{RARE}"
    save_official(first)
    is_absent(first, date(2026, 12, 28), date(2026, 12, 29))
    missed = next(line for line in progress(period("2026Q3"), TODAY) if line.leader == first.name)
    close_quarter(period("2026Q3"), [], TODAY)
    explain(missed._replace(state=DutyState.LATE), "防汛", TODAY)
    paths = [tmp_path / f"{form.name}.pdf" for form in FORMS]
    for form, path in zip(FORMS, paths, strict=True):
        quarter = period("2026Q3" if form.name == "closing" else "2026Q4")
        print_to(form, Choice(TODAY, quarter, find_official(first.name)), path)
    return paths


def told(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def test_qpdf_finds_nothing_to_complain_of(printed: list[Path]) -> None:
    for path in printed:
        assert "No syntax or stream encoding errors" in told("qpdf", "--check", path)


def test_every_face_is_embedded_and_can_be_copied_from(printed: list[Path]) -> None:
    for path in printed:
        faces = told("pdffonts", path).splitlines()[2:]
        assert faces
        for face in faces:
            assert face.split()[-5:-2] == ["yes", "yes", "yes"], face


def test_rare_characters_copy_back_right(printed: list[Path]) -> None:
    for path in (path for form, path in zip(FORMS, printed, strict=True) if form.tells_of_people):
        assert set(RARE) <= set(told("pdftotext", path, "-")), path.name
