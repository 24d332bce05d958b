"""Reading faces: the built-in ones against fontTools, and small faces made for the purpose."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from printing.fonts import Fonts
from printing.truetype import Face, FontError

SAMPLE = "国 印1aＡ·—、。张䶮㛃𠅤喆𬱖𬀩"
NAMES = [".notdef", "guo", "yin", "double", "space"]


def made(path: Path, *, flags: int = 0, letters: str = "国印") -> Path:
    """A face of four glyphs, one composed of another, with a character map of format 4."""
    builder = FontBuilder(1024, isTTF=True)
    builder.setupGlyphOrder(NAMES)
    drawn = {ord(letter): NAMES[1 + at % 2] for at, letter in enumerate(letters)}
    builder.setupCharacterMap({**drawn, ord("二"): "double", ord(" "): "space"})
    builder.setupGlyf(
        {".notdef": Glyph(), "guo": _box(800), "yin": _box(500), "double": _twice(), "space": Glyph()}
    )
    builder.setupHorizontalMetrics({name: (1024 if name != "space" else 512, 0) for name in NAMES})
    builder.setupHorizontalHeader(ascent=900, descent=-124)
    builder.setupNameTable({"familyName": "Trial", "styleName": "Regular", "psName": "Trial-Regular"})
    builder.setupOS2(fsType=flags)
    builder.setupPost()
    builder.save(path)
    return path


def _box(size: int) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((size, 0), (size, size), (0, size)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _twice() -> Glyph:
    pen = TTGlyphPen({"yin": None})
    pen.addComponent("yin", (1, 0, 0, 1, 0, 0))
    pen.addComponent("yin", (0.5, 0, 0, 0.5, 500, 500))
    return pen.glyph()


def test_the_built_in_faces_have_the_glyphs_and_widths_fonttools_finds(faces: Fonts) -> None:
    for face in {face for chain in faces.chains.values() for face in chain}:
        with TTFont(face.path, lazy=True) as reference:
            cmap, widths = reference.getBestCmap(), reference["hmtx"]
            for character in SAMPLE:
                name = cmap[ord(character)]
                assert face.glyph(character) == reference.getGlyphID(name)
                assert face.width(face.glyph(character)) == widths[name][0]
        assert face.glyph("\U0010fffd") == 0


def test_a_subset_keeps_the_outlines_of_what_was_drawn_and_nothing_else(faces: Fonts) -> None:
    face = next(iter(faces.chains.values()))[0]
    wanted = {face.glyph(character) for character in SAMPLE}
    with TTFont(face.path, lazy=True) as whole, TTFont(BytesIO(face.subset(wanted))) as part:
        kept = part["loca"].locations
        drawn = {number for number in range(part["maxp"].numGlyphs) if kept[number + 1] > kept[number]}
        assert drawn == {number for number in {0, *wanted} if _points(whole, number)}
        assert all(_points(part, number) == _points(whole, number) for number in drawn)


def _points(font: TTFont, number: int) -> list[tuple[int, int]]:
    glyphs = font["glyf"]
    return list(glyphs[font.getGlyphName(number)].getCoordinates(glyphs)[0])


def test_a_glyph_made_of_others_brings_them_along(tmp_path: Path) -> None:
    face = Face(made(tmp_path / "trial.ttf"))
    part = TTFont(BytesIO(face.subset([face.glyph("二")])))
    assert part["glyf"][part.getGlyphName(2)].numberOfContours == 1
    assert part["glyf"][part.getGlyphName(1)].numberOfContours == 0


def test_an_older_character_map_and_other_units_are_read(tmp_path: Path) -> None:
    face = Face(made(tmp_path / "trial.ttf"))
    assert [face.glyph(character) for character in "国印二 三𠅤"] == [1, 2, 3, 4, 0, 0]
    assert (face.width(1), face.width(4)) == (1000, 500)
    assert face.name == "Trial-Regular"


def test_a_face_of_a_collection_is_read(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(made(tmp_path / name)) for name in ("one.ttf", "two.ttf")]
    collection.save(tmp_path / "both.ttc")
    assert Face(tmp_path / "both.ttc", 1).glyph("印") == 2


@pytest.mark.parametrize("flags", [0x0002, 0x0102, 0x0200])
def test_a_face_that_may_not_be_embedded_is_refused(tmp_path: Path, flags: int) -> None:
    with pytest.raises(FontError):
        Face(made(tmp_path / "closed.ttf", flags=flags))


@pytest.mark.parametrize("data", [b"", b"OTTO" + bytes(60), b"\0\1\0\0" + bytes(8)])
def test_what_is_no_truetype_face_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.ttf"
    path.write_bytes(data)
    with pytest.raises(FontError):
        Face(path)
