"""图片: the pictures of one activity, over the page: look, add, name, save elsewhere, take away."""

import tkinter
from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk
from PIL import Image, ImageTk

from gui import dialogs
from gui.look.palette import CARD, SOFT
from gui.look.scale import px
from gui.page import Shell
from gui.widgets.controls import Text
from gui.widgets.over import Over
from gui.widgets.scrolled import Scrolled
from models.activity import Activity
from models.picture import (
    MOST,
    Picture,
    add_picture,
    delete_picture,
    name_picture,
    pictures_of,
    save_picture,
)

_CARD, _WIDE, _HIGH = 520, 430, 300
_EMPTY = "还没有图片。\n签字的表、现场照片都可以添加，每次活动最多 3 张，自动缩小到 300 KB。"


class PictureCard(ttk.Frame):
    """Every change is kept at once, and told with the way back. Lies over the page until left."""

    section = "添加签字表和照片"

    def __init__(self, page: Any, shell: Shell, activity: Activity) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(24), px(16)))
        self._page, self._shell, self._activity = page, shell, activity
        self._rows: dict[int, PictureRow] = {}
        title = f"图片 {activity.number}"
        ttk.Label(self, text=title, style="Paper.TLabel", font="LianxinHeading").pack(
            anchor="w", pady=(0, px(12))
        )
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", pady=(px(8), 0))
        self.add = ttk.Button(foot, text="添加图片…", style="Main.TButton", command=self._add)
        self.add.pack(side="right")
        self._about = ttk.Label(foot, style="Soft.TLabel")
        self._about.pack(side="left")
        self._scrolled = Scrolled(self)
        self._scrolled.pack(fill="both", expand=True)
        look: dict[str, Any] = {"background": CARD, "foreground": SOFT, "font": "LianxinBody"}
        self._nothing = tkinter.Label(self._scrolled.inside, text=_EMPTY, justify="left", **look)
        self._over = Over(self, _CARD)
        self._over.closed = self._closed
        self.renew()
        self._over.lie()
        self.add.focus_set()

    @property
    def edited(self) -> bool:
        """Nothing is ever typed here that is not kept."""
        return False

    def leave(self) -> bool:
        """Go away; the page has the keyboard again."""
        return self._over.close()

    def renew(self) -> None:
        """Show the pictures as they are now; those of an activity that was taken back are gone."""
        if Activity.get_or_none(Activity.id == self._activity.id) is None:
            self.leave()
            return
        found = {picture.id: picture for picture in pictures_of(self._activity)}
        for gone in self._rows.keys() - found.keys():
            self._rows.pop(gone).destroy()
        for picture in found.values():
            self._show(picture)
        self._about.configure(text=f"{len(found)}/{MOST} 张    Esc 关闭")
        self.add.state(["disabled" if len(found) >= MOST else "!disabled"])
        if found:
            self._nothing.pack_forget()
        else:
            self._nothing.pack(anchor="w", pady=px(8))

    @property
    def captions(self) -> list[Text]:
        """Where their captions are written, from top to bottom."""
        return [self._rows[number].caption for number in sorted(self._rows)]

    def _closed(self) -> None:
        self.destroy()
        self._page.take_keyboard()

    def _show(self, picture: Picture) -> None:
        """Lay out a picture that is new among those of higher numbers; leave one that is there in peace."""
        if picture.id in self._rows:
            self._rows[picture.id].renew(picture)
            return
        row = PictureRow(self._scrolled.inside, picture, {"删除": self._delete, "另存为…": self._save})
        below = [self._rows[number] for number in sorted(self._rows) if number > picture.id]
        where: dict[str, Any] = {"before": below[0]} if below else {}
        row.pack(fill="x", **where)
        self._rows[picture.id] = row

    def _add(self) -> None:
        path = dialogs.ask_open_file(self, "选择图片", dialogs.PICTURES)
        if path is not None:
            add_picture(self._activity, path, path.stem)
            self._told("已添加图片，下面可以写说明。按 Ctrl+Z 撤销。")

    def _delete(self, picture: Picture) -> None:
        delete_picture(picture)
        self._told("已删除图片。按 Ctrl+Z 撤销。")

    def _save(self, picture: Picture) -> None:
        name = f"{self._activity.number} {picture.caption}".strip()
        path: Path | None = dialogs.ask_save_file(self, "图片另存为", dialogs.JPEG, f"{name}.jpg")
        if path is not None:
            save_picture(picture, path)
            self._shell.notice(f"图片已保存到“{path}”。")

    def _told(self, text: str) -> None:
        self.renew()
        self._shell.notice(text)


class PictureRow(tkinter.Frame):
    """One picture with what it shows; the caption is kept as soon as one leaves it."""

    def __init__(
        self, parent: tkinter.Misc, picture: Picture, runs: Mapping[str, Callable[[Picture], object]]
    ) -> None:
        super().__init__(parent, background=CARD)
        self._picture = picture
        image = Image.open(BytesIO(picture.jpeg))
        image.thumbnail((px(_WIDE), px(_HIGH)))
        self._image = ImageTk.PhotoImage(image, master=self)
        look: dict[str, Any] = {"background": CARD, "image": self._image}
        tkinter.Label(self, **look).pack(anchor="w")
        foot = tkinter.Frame(self, background=CARD)
        foot.pack(fill="x", pady=(px(6), px(16)))
        for text, run in runs.items():
            button = ttk.Button(foot, text=text, style="Small.TButton", command=partial(run, picture))
            button.pack(side="right", padx=(px(6), 0))
        self.caption = Text(foot)
        self.caption.set(picture.caption)
        self.caption.pack(side="left", fill="x", expand=True)
        self.caption.inner.bind("<Return>", self._keep)
        self.caption.inner.bind("<FocusOut>", self._keep, add=True)

    def renew(self, picture: Picture) -> None:
        """The caption as it is now, unless somebody is writing it."""
        if self.caption.get() == self._picture.caption:
            self._picture = picture
            self.caption.set(picture.caption)

    def _keep(self, _event: object) -> None:
        if self.caption.get() != self._picture.caption:
            self._picture = name_picture(self._picture, self.caption.get())
