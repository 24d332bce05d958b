"""Paints a grid of boxes on a canvas: rows with their cells, heads, the cursor and what the pointer is on."""

import tkinter

from gui.look.palette import ACCENT, CARD, COLOURS, INK, LINE, SOFT, TINTS, Tone
from gui.look.scale import px
from gui.state.grid import GridCell, GridRow, GridSection, fitting, has_over, over_heads, spanned
from gui.widgets.ruler import Ruler

_LOW, _HIGH, _PAD, _INSET, _BAR = 4, 40, 8, 2, 3
Box = tuple[int, int, int, int]


class CellPainter:
    """Knows the heights of rows and heads; `texts` is what was painted, `cut` what did not fit."""

    def __init__(self, canvas: tkinter.Canvas) -> None:
        self._canvas = canvas
        self._body, self._small = Ruler(canvas, "LianxinBody"), Ruler(canvas, "LianxinSmall")
        self._strong = Ruler(canvas, "LianxinStrong")
        self.step = self._body.line + px(_LOW)
        self.head = self._small.line + px(6)
        self.over = self._small.line + px(4)
        self.texts: list[list[str]] = []
        self.cut: dict[tuple[object, str], str] = {}
        self._width = 1

    def begin(self, width: int) -> None:
        """A new picture, so wide."""
        self._width = width
        self.texts, self.cut = [], {}

    def fit_rows(self, height: int, rows: int, heads: int) -> None:
        """Rows as high as let all of them be seen, within reason."""
        low, high = self._body.line + px(_LOW), px(_HIGH)
        self.step = max(low, min(high, (height - heads) // max(1, rows)))

    def row(self, row: GridRow, x: list[int], top: int) -> None:
        """One row whose upper edge is at `top`; x: the left edges of label, columns, note, and the end."""
        middle = top + self.step // 2
        self._canvas.create_line(0, top + self.step - 1, self._width, top + self.step - 1, fill="#f0f2f5")
        self.texts.append([row.label])
        self._label(row, x[0], x[1], middle)
        for place, first, last in spanned(row):
            cell = row.cells[place]
            if cell is not None:
                self._cell(cell, x[first + 1], x[last + 1], top)
        if row.note:
            self._note(row, x[-2], x[-1], middle)

    def heads(self, section: GridSection, x: list[int], top: int, height: int) -> None:
        """The heads of a section, over whatever was painted there."""
        canvas = self._canvas
        canvas.create_rectangle(0, top, self._width, top + height, width=0, fill=CARD)
        middle = top + height - self.head // 2
        text = self._small.fit(section.title, x[1] - px(_PAD))
        self._text(x[0] + px(_PAD), middle, text, "LianxinSmall", SOFT, "w")
        for at, column in enumerate(section.columns):
            room = x[at + 2] - x[at + 1] - px(4)
            text = self._small.fit(fitting(column.forms, room, self._small.width), room)
            place = middle if column.over or not has_over(section) else top + height // 2
            self._text((x[at + 1] + x[at + 2]) // 2, place, text, "LianxinSmall", SOFT, "center")
        for over, first, last in over_heads(section):
            self._over(over, x[first + 1], x[last + 1], top)
        self._text(
            x[-2] + px(_PAD), middle, self._small.fit(section.note, x[-1] - x[-2]), "LianxinSmall", SOFT, "w"
        )
        canvas.create_line(0, top + height - 1, self._width, top + height - 1, fill=LINE)

    def cursor(self, box: Box | None, *, focused: bool) -> None:
        """The frame of the cursor: strong where the grid has the keyboard."""
        self._canvas.delete("cursor")
        if box is not None:
            colour, thick = (ACCENT, px(2)) if focused else ("#9fb6cd", px(1))
            self._frame(box, colour, thick, "cursor")

    def hover(self, box: Box | None) -> None:
        """A fine frame where the pointer is."""
        self._canvas.delete("hover")
        if box is not None:
            self._frame(box, "#b4c3d3", px(1), "hover")

    def _label(self, row: GridRow, left: int, right: int, middle: int) -> None:
        x = left + px(_PAD)
        if row.lead:
            self._text(x, middle, row.lead, "LianxinSmall", SOFT, "w")
            x += max(px(34), self._small.width(row.lead) + px(8))
        leads = row.about is not None
        text = (self._strong if leads else self._body).fit(row.label, right - x - px(4))
        if text != row.label:
            self.cut[row.key, "label"] = row.label
        font = "LianxinStrong" if leads else "LianxinBody"
        self._text(x, middle, text, font, ACCENT if leads else INK, "w")

    def _note(self, row: GridRow, left: int, right: int, middle: int) -> None:
        text = self._small.fit(row.note, right - left - px(_PAD))
        if text != row.note:
            self.cut[row.key, "note"] = row.note
        self._text(left + px(_PAD), middle, text, "LianxinSmall", SOFT, "w")

    def _cell(self, cell: GridCell, left: int, right: int, top: int) -> None:
        canvas, inset = self._canvas, px(_INSET)
        bottom, room = top + self.step - inset - 1, right - left - 2 * inset - px(4)
        if cell.tone not in (Tone.PLAIN, Tone.SOFT):
            tint = TINTS[cell.tone]
            canvas.create_rectangle(left + inset, top + inset, right - inset, bottom, width=0, fill=tint)
        lifted = 0
        if cell.share is not None:
            lifted = px(_BAR) // 2 + 1
            self._bar(cell, left + inset, right - inset, bottom)
        text, font = self._fitted(cell.forms, room)
        middle = top + self.step // 2 - lifted
        self._text((left + right) // 2, middle, text, font, COLOURS[cell.tone], "center")
        self.texts[-1].append(text)

    def _fitted(self, forms: tuple[str, ...], room: int) -> tuple[str, str]:
        """The longest form there is room for, smaller rather than shorter, and its font."""
        for text in forms:
            if self._body.width(text) <= room:
                return text, "LianxinBody"
            if self._small.width(text) <= room:
                return text, "LianxinSmall"
        return forms[-1], "LianxinSmall"

    def _bar(self, cell: GridCell, left: int, right: int, bottom: int) -> None:
        high = px(_BAR)
        self._canvas.create_rectangle(left, bottom - high, right, bottom, width=0, fill=LINE)
        end = left + round((right - left) * (cell.share or 0))
        if end > left:
            self._canvas.create_rectangle(left, bottom - high, end, bottom, width=0, fill=COLOURS[cell.tone])

    def _over(self, text: str, left: int, right: int, top: int) -> None:
        room = right - left - px(4)
        middle = top + self.over // 2 + px(2)
        self._text((left + right) // 2, middle, self._small.fit(text, room), "LianxinSmall", SOFT, "center")
        y = top + self.over + px(1)
        self._canvas.create_line(left + px(4), y, right - px(4), y, fill=LINE)

    def _frame(self, box: Box, colour: str, thick: int, tag: str) -> None:
        left, top, right, bottom = box
        self._canvas.create_rectangle(
            left + thick // 2 + 1,
            top + thick // 2 + 1,
            right - 2,
            bottom - 2,
            outline=colour,
            width=thick,
            tags=tag,
        )

    def _text(self, x: int, y: int, text: str, font: str, colour: str, anchor: str) -> None:
        if text:
            self._canvas.create_text(x, y, text=text, font=font, fill=colour, anchor=anchor)  # type: ignore[call-overload]
