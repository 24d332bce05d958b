"""Which face a role gets, and what happens to characters no face has."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.rules.problem import Problem
from printing import fonts, styles
from printing.blocks import Title
from printing.fonts import Fonts
from printing.render import compose
from printing.styles import Role
from tests.printing.conftest import Print, Sheet
from tests.printing.test_truetype import made


@pytest.fixture
def office_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A PC whose fonts lie in this folder."""
    monkeypatch.setattr(fonts, "_folders", lambda: [tmp_path])
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    for remembered in (fonts.built_in, fonts.office, fonts._files):
        remembered.cache_clear()


def test_without_faces_of_its_own_a_pc_prints_in_the_built_in_ones(office_pc: Path) -> None:
    chosen = fonts.office()
    assert [chain[0].name for chain in chosen.chains.values()] == [
        *["NotoSerifSC-Regular"] * 3,
        "NotoSerifSC-Bold",
        "NotoSansSC-Medium",
    ]
    assert chosen.notice == ""


def test_the_pcs_own_face_comes_first_and_the_built_in_ones_help_out(office_pc: Path) -> None:
    made(office_pc / "SimFang.TTF")
    chain = fonts.office().chains[Role.FANGSONG]
    assert [face.name for face in chain] == ["Trial-Regular", "NotoSerifSC-Regular", "NotoSansSC-Medium"]


def test_a_face_that_may_not_be_embedded_is_passed_over(office_pc: Path) -> None:
    made(office_pc / "simfang.ttf", flags=0x0002)
    assert fonts.office().chains[Role.FANGSONG][0].name == "NotoSerifSC-Regular"


def test_without_bundled_faces_a_face_of_the_system_steps_in_and_the_user_is_told(
    office_pc: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_BUNDLE", office_pc)
    monkeypatch.setattr(fonts, "_PACKAGES", office_pc)
    made(office_pc / "whatever.ttf", letters="国印第页共")
    made(office_pc / "dejavusans.ttf", letters="01aA—·")
    chosen = fonts.built_in()
    assert "whatever.ttf" in chosen.notice
    assert "国0—" in Print(compose(Sheet([Title("国0—")]), "国", chosen).data).text


def test_without_any_chinese_face_printing_is_refused(
    office_pc: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_BUNDLE", office_pc)
    monkeypatch.setattr(fonts, "_PACKAGES", office_pc)
    with pytest.raises(Problem, match="中文字体"):
        fonts.built_in()


def test_the_setting_pins_the_built_in_faces(office_pc: Path, office: Path) -> None:
    from models.setting import change_settings

    made(office_pc / "simfang.ttf")
    assert fonts.chosen() is fonts.office()
    change_settings({"built_in_fonts": "1"})
    assert fonts.chosen() is fonts.built_in()


def test_rare_characters_of_names_come_back_right_from_the_page(printed: Callable[..., Print]) -> None:
    rare = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩·"
    for style in (styles.TITLE, styles.TEXT, styles.HEAD):
        assert rare in printed(Title(rare, style)).text


def test_a_character_the_first_face_lacks_is_drawn_by_the_next(office_pc: Path) -> None:
    made(office_pc / "fzxbsk.ttf")
    shown = Print(compose(Sheet([Title("国𠅤印")]), faces=fonts.office()).data)
    assert "国𠅤印" in shown.text
    names = {name.split(b"+")[1] for name in _font_names(shown.data)}
    assert {b"Trial-Regular", b"NotoSerifSC-Regular"} <= names


def _font_names(data: bytes) -> set[bytes]:
    import re

    return set(re.findall(rb"/FontName /(\S+)", data))


def test_every_face_is_embedded(printed: Callable[..., Print]) -> None:
    data = printed(Title("国印")).data
    assert data.count(b"/FontFile2") == len(_font_names(data)) > 0
    assert b"Helvetica" not in data


def test_characters_no_face_has_are_named_with_the_text_they_stand_in(faces: Fonts) -> None:
    with pytest.raises(Problem) as told:
        compose(Sheet([Title("张\ue863一"), Title("李\U0003fffd二")]), faces=faces)
    assert len(told.value.complaints) == 2
    assert "U+E863" in str(told.value)
    assert "张\ue863一" in str(told.value)
    assert "U+3FFFD" in str(told.value)


def test_joiners_and_marks_pasted_along_with_a_name_print_nothing(printed: Callable[..., Print]) -> None:
    assert "张样一" in printed(Title("张\u200b样\ufe0f一\ufeff")).text
