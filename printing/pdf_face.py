"""Each face of a print as one embedded font, with the characters that were drawn.

reportlab's own TrueType fonts cut a Chinese text into subsets of 256 characters and write a wrong ToUnicode
above U+FFFF. Here a face is one composite font with two-byte codes (PDF 32000-1, 9.7), one for each character
drawn, and a ToUnicode in UTF-16: searching and copying give back each character, even two with one glyph.
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import md5
from struct import pack

from printing.pdf_file import PdfFile, array, dictionary, text
from printing.truetype import Face

SYMBOLIC = 4  # font flag: codes are the font's own
MAPPINGS_AT_ONCE = 100  # bfchar blocks hold no more
_LETTERS = str.maketrans("0123456789abcdef", "ABCDEFGHIJKLMNOP")


@dataclass(frozen=True, slots=True)
class Used:
    """A face and the characters a print drew with it, with their glyphs: the first has code 1, and so on."""

    face: Face
    glyphs: Mapping[str, int]


def put_face(file: PdfFile, used: Used) -> str:
    """Write a face; what it is called in the file."""
    glyphs = list(used.glyphs.values())
    tag = md5(repr(glyphs).encode(), usedforsecurity=False).hexdigest()[:6].translate(_LETTERS)
    name = f"/{tag}+{used.face.name}"
    entries = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name,
        "Encoding": "/Identity-H",
        "DescendantFonts": array([_descendant(file, used.face, glyphs, name)]),
        "ToUnicode": file.deflated(zlib.compress(_to_unicode(used.glyphs))),
    }
    return file.put(dictionary(entries))


def _descendant(file: PdfFile, face: Face, glyphs: list[int], name: str) -> str:
    order = {"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0}
    glyph_of_code = pack(f">{len(glyphs) + 1}H", 0, *glyphs)
    entries = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": dictionary(order),
        "CIDToGIDMap": file.deflated(zlib.compress(glyph_of_code)),
        "FontDescriptor": _descriptor(file, face, glyphs, name),
        "W": array([1, array([face.width(glyph) for glyph in glyphs])]),
    }
    return file.put(dictionary(entries))


def _descriptor(file: PdfFile, face: Face, glyphs: list[int], name: str) -> str:
    outlines = face.subset(glyphs)
    entries = {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": SYMBOLIC,
        "FontBBox": array(face.box),
        "Ascent": face.ascent,
        "Descent": face.descent,
        "CapHeight": face.ascent,
        "ItalicAngle": 0,
        "StemV": 80,
        "FontFile2": file.deflated(zlib.compress(outlines), Length1=len(outlines)),
    }
    return file.put(dictionary(entries))


def _to_unicode(characters: Iterable[str]) -> bytes:
    rows = [f"<{code:04X}> <{one.encode('utf-16-be').hex()}>" for code, one in enumerate(characters, start=1)]
    blocks = [rows[at : at + MAPPINGS_AT_ONCE] for at in range(0, len(rows), MAPPINGS_AT_ONCE)]
    body = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return _CMAP.replace("BODY", body).encode("ascii")


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
BODY
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
