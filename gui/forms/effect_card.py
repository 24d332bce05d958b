"""The card that says before saving what will be counted, and what will not and why."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from gui.look.palette import CARD, COLOURS, HAIRLINE, INK, NEAR, SOFT
from gui.look.scale import px
from gui.state.activity_effect import Counted, wrapped
from gui.widgets.ruler import Ruler
from gui.widgets.wheel import on_wheel

_NOTHING = "这样保存不会改变任何履职次数。"
_STANDING = "这条记录已经计入，保存不会再改变："
_HEIGHT = 150  # asked for whether the bar is there or not, so that the bar's coming moves nothing


class EffectCard(ttk.Frame):
    """Empty with a word on what is needed, until `show`."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(20), px(14)), height=px(_HEIGHT))
        self.pack_propagate(False)
        self._title = ttk.Label(self, text="保存后计入", style="Paper.TLabel", font="LianxinHeading")
        self._title.pack(anchor="w", pady=(0, px(8)))
        self._canvas = ttk.Canvas(
            self, autostyle=False, background=CARD, highlightthickness=0, height=1, width=1
        )
        self._bar = ttk.Scrollbar(self, command=self._canvas.yview)
        self._canvas.configure(yscrollcommand=self._bar.set)
        self._canvas.pack(side="left", fill="both", expand=True)
        self._canvas.bind("<Configure>", lambda _: self._draw())
        on_wheel(self._canvas, self._wheel)
        self._small, self._body = Ruler(parent, "LianxinSmall"), Ruler(parent, "LianxinBody")
        self._strong = Ruler(parent, "LianxinStrong")
        self._groups: Sequence[Counted] = ()
        self._reasons: Sequence[str] = ()
        self._conflicts: Sequence[str] = ()
        self._hint = ""

    def warn(self, conflicts: Sequence[str]) -> None:
        """Say above all else what stands in the way, until told otherwise; it refuses nothing."""
        self._conflicts = conflicts
        self._draw()

    def hint(self, text: str) -> None:
        """Say what is still needed instead of figures."""
        self._groups, self._reasons, self._hint = (), (), text
        self._draw()

    def show(self, groups: Sequence[Counted], reasons: Sequence[str]) -> None:
        """Show what would change, then what does not count."""
        self._groups, self._reasons = groups, reasons
        self._hint = "" if groups else _NOTHING
        self._draw()

    def show_standing(self, groups: Sequence[Counted], reasons: Sequence[str]) -> None:
        """Show what counts already and would not change, then what does not count."""
        self._groups, self._reasons, self._hint = groups, reasons, _STANDING
        self._draw()

    @property
    def text(self) -> str:
        """Everything it says, line by line."""
        lines = [*self._conflicts, *([self._hint] if self._hint else [])]
        for group in self._groups:
            lines.append(f"{group.duty} {group.period}")
            lines += [f"{figure.subject} {figure.text}" for figure in group.figures]
        return "\n".join([*lines, *self._reasons])

    def _draw(self) -> None:
        canvas = self._canvas
        canvas.delete("all")
        y = self._draw_reasons("▲ 时间有冲突，仍可保存", self._conflicts, 0) if self._conflicts else 0
        if self._hint:
            y = self._paragraph(self._hint, SOFT, y) + px(8)
        for group in self._groups:
            y = self._draw_group(group, y)
        if self._reasons:
            y = self._draw_reasons("▲ 请注意", self._reasons, y)
        canvas.configure(scrollregion=(0, 0, canvas.winfo_width(), y))
        if y > canvas.winfo_height() > 1:
            self._bar.pack(side="right", fill="y", before=canvas)
        else:
            self._bar.pack_forget()
            canvas.yview_moveto(0)

    def _draw_group(self, group: Counted, y: int) -> int:
        canvas, width = self._canvas, self._canvas.winfo_width()
        y = self._draw_head(group, y)
        for figure in group.figures:
            canvas.create_text(
                width, y, anchor="ne", text=figure.text, fill=COLOURS[figure.tone], font="LianxinBody"
            )
            room = width - self._body.width(figure.text) - px(12)
            subject = self._body.fit(figure.subject, room)
            canvas.create_text(0, y, anchor="nw", text=subject, fill=INK, font="LianxinBody")
            y += self._body.line + px(3)
        canvas.create_line(0, y + px(5), width, y + px(5), fill=HAIRLINE)
        return y + px(13)

    def _draw_head(self, group: Counted, y: int) -> int:
        """The duty with its period at the right, or below it where there is no room."""
        canvas, width = self._canvas, self._canvas.winfo_width()
        taken = self._strong.width(group.duty) + px(12) + self._small.width(group.period)
        duty = self._strong.fit(group.duty, width)
        canvas.create_text(0, y, anchor="nw", text=duty, fill=INK, font="LianxinStrong")
        if taken <= width:
            foot = y + self._strong.line
            canvas.create_text(width, foot, anchor="se", text=group.period, fill=SOFT, font="LianxinSmall")
            return foot + px(5)
        y += self._strong.line + px(1)
        canvas.create_text(0, y, anchor="nw", text=group.period, fill=SOFT, font="LianxinSmall")
        return y + self._small.line + px(4)

    def _draw_reasons(self, head: str, reasons: Sequence[str], y: int) -> int:
        self._canvas.create_text(0, y, anchor="nw", text=head, fill=NEAR, font="LianxinStrong")
        y += self._body.line + px(4)
        for reason in reasons:
            y = self._paragraph(reason, INK, y) + px(6)
        return y + px(4)

    def _paragraph(self, text: str, colour: str, y: int) -> int:
        for line in wrapped(text, self._canvas.winfo_width(), self._small.width):
            self._canvas.create_text(0, y, anchor="nw", text=line, fill=colour, font="LianxinSmall")
            y += self._small.line
        return y

    def _wheel(self, step: int) -> None:
        if self._bar.winfo_manager():
            self._canvas.yview_scroll(step, "units")
