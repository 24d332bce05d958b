"""A chapter to read: its sections with steps, notes, keys and pictures; it scrolls by wheel and keys."""

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from tkinter import Event
from typing import Any, NamedTuple

import ttkbootstrap as ttk
from PIL import Image, ImageTk

from gui.later import Pause
from gui.look.palette import ACCENT, CARD, INK, PLANNED, SOFT, TINTS, Tone
from gui.look.scale import px
from gui.state.manual import MARKED, POINTED
from gui.widgets.ruler import Ruler
from models.manual import FOLDER, Chapter, Kind, Piece

_SETTLED_MS = 60
_AIR, _LEADING = 10, 3
_LEAST, _EDGE = 120, 8
_LINES = 3  # an arrow key scrolls


class _Look(NamedTuple):
    """How a kind of piece is set: how far in its words begin, and on which ground."""

    inset: int = 0
    ground: str = CARD
    font: str = "LianxinBody"
    colour: str = INK
    air: int = _AIR


_LOOKS = {
    Kind.WORDS: _Look(),
    Kind.STEP: _Look(28),
    Kind.POINT: _Look(28),
    Kind.NOTE: _Look(28, TINTS[Tone.NEAR]),
    Kind.ROW: _Look(150),
    Kind.PICTURE: _Look(0, CARD, "LianxinSmall", SOFT, _LEADING),
}
_SIGNS = {Kind.POINT: "·", Kind.NOTE: "▲"}


class Reading(tkinter.Frame):
    """Shows one chapter at a time. `follow` is called with the title that a reference names."""

    def __init__(self, parent: tkinter.Misc, follow: Callable[[str], object]) -> None:
        super().__init__(parent, background=CARD)
        self._follow = follow
        self._chapter: Chapter | None = None
        self._at = ""
        self._rulers = {name: Ruler(parent, name) for name in ("LianxinBody", "LianxinSmall")}
        self._pictures: list[ImageTk.PhotoImage] = []
        self._width = 0
        self.text = self._lay_text()
        self._name_looks()
        self._settled = Pause(self, _SETTLED_MS, self._lay)
        self.text.bind("<Configure>", self._resized)
        self._listen()

    def show(self, chapter: Chapter, at: str = "") -> None:
        """Show a chapter from that section on, from its head if it is none of its sections."""
        self._chapter, self._at = chapter, at
        self._lay()

    @property
    def words(self) -> str:
        """All that it says."""
        return self.text.get("1.0", "end-1c")

    def _lay_text(self) -> tkinter.Text:
        looks: dict[str, Any] = {"background": CARD, "foreground": INK, "font": "LianxinBody"}
        bare: dict[str, Any] = {
            "relief": "flat",
            "borderwidth": 0,
            "highlightthickness": 0,
            "padx": 0,
            "pady": px(4),
        }
        text = tkinter.Text(self, wrap="none", state="disabled", cursor="arrow", **looks, **bare)
        text.configure(takefocus=True, height=1, width=1)
        bar = ttk.Scrollbar(self, command=text.yview, bootstyle="round")
        text.configure(yscrollcommand=bar.set)
        bar.pack(side="right", fill="y")
        text.pack(side="left", fill="both", expand=True)
        return text

    def _name_looks(self) -> None:
        text = self.text
        text.tag_configure("chapter", font="LianxinTitle", spacing3=px(4))
        text.tag_configure("section", font="LianxinHeading", spacing1=px(22), spacing3=px(2))
        for kind, look in _LOOKS.items():
            inset, apart = px(look.inset), {"spacing1": px(_LEADING), "spacing3": px(_LEADING)}
            told = {"background": look.ground, "lmargincolor": look.ground, "foreground": look.colour}
            text.tag_configure(kind, cnf={**told, **apart, "font": look.font, "tabs": inset or px(_LEAST)})
            text.tag_configure(_further(kind), cnf={**told, **apart, "font": look.font, "lmargin1": inset})
        text.tag_configure("opens", spacing1=px(_AIR))
        text.tag_configure("marked", foreground=ACCENT)
        text.tag_configure("pointed", foreground=PLANNED, underline=True)
        text.tag_raise("sel")

    def _listen(self) -> None:
        text = self.text
        for key, lines in (("Up", -_LINES), ("Down", _LINES)):
            text.bind(f"<{key}>", partial(self._scroll, lines))
        for key, pages in (("Prior", -1), ("Next", 1), ("space", 1)):
            text.bind(f"<{key}>", partial(self._leaf, pages))
        text.bind("<Home>", lambda _: self._go_to("1.0"))
        text.bind("<End>", lambda _: self._go_to("end"))
        text.tag_bind("pointed", "<Enter>", lambda _: text.configure(cursor="hand2"))
        text.tag_bind("pointed", "<Leave>", lambda _: text.configure(cursor="arrow"))
        text.tag_bind("pointed", "<Button-1>", self._clicked)

    def _lay(self) -> None:
        text, chapter = self.text, self._chapter
        self._width = text.winfo_width()
        self._pictures.clear()
        text.configure(state="normal")
        text.delete("1.0", "end")
        start = "1.0"
        if chapter is not None and self._width > 1:
            text.insert("end", f"{chapter.title}\n", "chapter")
            self._insert(chapter.pieces)
            for section in chapter.sections:
                start = text.index("end-1c") if section.title == self._at else start
                text.insert("end", f"{section.title}\n", "section")
                self._insert(section.pieces)
        text.configure(state="disabled")
        text.yview(start)

    def _insert(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            start = self.text.index("end-1c")
            if piece.kind is Kind.PICTURE:
                self._insert_picture(piece.mark)
            self._insert_words(piece, _LOOKS[piece.kind])
            self._mark_up(start)

    def _insert_words(self, piece: Piece, look: _Look) -> None:
        room = max(px(_LEAST), self._width - px(look.inset + _EDGE))
        first, *more = self._rulers[look.font].broken(piece.text, room).split("\n")
        begin = f"{_SIGNS.get(piece.kind, piece.mark)}\t" if look.inset else ""
        tags = (piece.kind, "opens") if look.air == _AIR else (piece.kind,)
        self.text.insert("end", f"{begin}{first}\n", tags)
        for line in more:
            self.text.insert("end", f"{line}\n", _further(piece.kind))

    def _insert_picture(self, name: str) -> None:
        """As large as it was on the screen, if there is room for that."""
        with Image.open(FOLDER / name) as image:
            share = min((self._width - px(_EDGE)) / image.width, px(100) / 100)
            size = max(1, round(image.width * share)), max(1, round(image.height * share))
            plain = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        self._pictures.append(ImageTk.PhotoImage(plain, master=self))
        self.text.image_create("end", image=str(self._pictures[-1]), pady=px(_AIR))
        self.text.insert("end", "\n")

    def _mark_up(self, start: str) -> None:
        said = self.text.get(start, "end-1c")
        for pattern, tag in ((MARKED, "marked"), (POINTED, "pointed")):
            for found in pattern.finditer(said):
                first, last = (f"{start} + {at} chars" for at in found.span())
                self.text.tag_add(tag, first, last)

    def _clicked(self, event: "Event[Any]") -> None:
        ends = self.text.tag_prevrange("pointed", f"@{event.x},{event.y} + 1 chars")
        self._follow("".join(self.text.get(*ends).split()).strip("《》"))

    def _resized(self, event: "Event[Any]") -> None:
        if event.width != self._width:
            self._settled.begin()

    def _scroll(self, lines: int, _event: object) -> str:
        self.text.yview_scroll(lines, "units")
        return "break"

    def _leaf(self, pages: int, _event: object) -> str:
        self.text.yview_scroll(pages, "pages")
        return "break"

    def _go_to(self, index: str) -> str:
        self.text.yview(index)
        return "break"


def _further(kind: Kind) -> str:
    """The look of a piece's further lines."""
    return f"{kind}+"
