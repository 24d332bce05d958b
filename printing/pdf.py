"""The PDF file itself, on reportlab's objects: pages of ready content, and each face as one embedded font.

reportlab's own TrueType fonts cut a Chinese text into subsets of 256 characters and write a wrong ToUnicode
above U+FFFF. Here a face is one composite font with two-byte codes (PDF 32000-1, 9.7), one for each character
drawn, and a ToUnicode in UTF-16: searching and copying give back each character, even two with one glyph.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import md5
from struct import pack
from typing import TYPE_CHECKING, Any

from printing.truetype import Face

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

SYMBOLIC = 4  # font flag: codes are the font's own
MAPPINGS_AT_ONCE = 100  # bfchar blocks hold no more


@dataclass(frozen=True, slots=True)
class Leaf:
    """One finished page: its size in points and its drawing operators, deflated."""

    width: float
    height: float
    content: bytes


def leaf(width: float, height: float, operators: str) -> Leaf:
    """Close a page of drawing operators."""
    return Leaf(width, height, zlib.compress(operators.encode("ascii")))


def pdf_file(title: str, leaves: Sequence[Leaf], fonts: Mapping[str, "Used"]) -> bytes:
    """The whole file. fonts: the name the operators use -> what the print used of that face."""
    from reportlab.pdfbase.pdfdoc import PDFDocument

    document = PDFDocument(pdfVersion=(1, 5), lang="zh-CN")
    document.setTitle(title)
    for kind in ("Author", "Subject", "Keywords"):
        getattr(document, f"set{kind}")("")
    document.setCreator("连心台账")
    for name, used in fonts.items():
        document.idToObject["BasicFonts"][name] = _font(document, used)  # type: ignore[index]
    for page in leaves:
        document.addPage(_page(page))
    return bytes(document.GetPDFData(None))


@dataclass(frozen=True, slots=True)
class Used:
    """A face and the characters a print drew with it, with their glyphs: the first has code 1, and so on."""

    face: Face
    glyphs: Mapping[str, int]


def _page(page: Leaf) -> Any:
    from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDictionary, PDFObjectReference, PDFPage

    made: Any = PDFPage()
    made.pagewidth, made.pageheight = page.width, page.height
    made.Contents = _deflated(page.content)
    made.Resources = PDFDictionary({"Font": PDFObjectReference(BasicFonts)})
    return made


def _deflated(data: bytes, **entries: int) -> "PDFStream":
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode"), **entries}), data)


def _font(document: "PDFDocument", used: Used) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    glyphs = list(used.glyphs.values())
    tag = md5(repr(glyphs).encode(), usedforsecurity=False).hexdigest()[:6].translate(_LETTERS)
    name = PDFName(f"{tag}+{used.face.name}")
    descendant = _descendant(document, used.face, glyphs, name)
    return document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([descendant]),
                "ToUnicode": document.Reference(_deflated(zlib.compress(_to_unicode(used.glyphs)))),
            }
        )
    )


_LETTERS = str.maketrans("0123456789abcdef", "ABCDEFGHIJKLMNOP")


def _descendant(document: "PDFDocument", face: Face, glyphs: list[int], name: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    order = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    glyph_of_code = pack(f">{len(glyphs) + 1}H", 0, *glyphs)
    return document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(order),
                "CIDToGIDMap": document.Reference(_deflated(zlib.compress(glyph_of_code))),
                "FontDescriptor": document.Reference(_descriptor(document, face, glyphs, name)),
                "W": PDFArray([1, PDFArray([face.width(glyph) for glyph in glyphs])]),
            }
        )
    )


def _descriptor(document: "PDFDocument", face: Face, glyphs: list[int], name: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    outlines = face.subset(glyphs)
    program = _deflated(zlib.compress(outlines), Length1=len(outlines))
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": SYMBOLIC,
            "FontBBox": PDFArray(face.box),
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.ascent,
            "ItalicAngle": 0,
            "StemV": 80,
            "FontFile2": document.Reference(program),
        }
    )


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
