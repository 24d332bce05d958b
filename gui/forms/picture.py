"""图片: the pictures of one activity, over the page: look, add, name, save elsewhere, take away."""

import tkinter
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
from models.picture import MOST, Picture, add_picture, delete_picture, name_picture, pictures_of

_CARD, _WIDE, _HIGH = 520, 430, 300
_EMPTY = "还没有图片。\n签字的表、现场照片都可以添加，每次活动最多 3 张，自动缩小到 300 KB。"


class PictureCard(ttk.Frame):
    """Every change is kept at once, and told with the way back. Lies over the page until left."""

    def __init__(self, page: Any, shell: Shell, activity: Activity) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(24), px(16)))
        self._page, self._shell, self._activity = page, shell, activity
        self._shown: list[ImageTk.PhotoImage] = []
        self.captions: list[Text] = []
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
        for old in self._scrolled.inside.winfo_children():
            old.destroy()
        self._shown, self.captions = [], []
        found = pictures_of(self._activity)
        self._about.configure(text=f"{len(found)}/{MOST} 张    Esc 关闭")
        self.add.state(["disabled" if len(found) >= MOST else "!disabled"])
        for picture in found:
            self._lay(picture)
        if not found:
            self._say(_EMPTY)

    def _closed(self) -> None:
        self.destroy()
        self._page.take_keyboard()

    def _lay(self, picture: Picture) -> None:
        image = Image.open(BytesIO(picture.jpeg))
        image.thumbnail((px(_WIDE), px(_HIGH)))
        self._shown.append(ImageTk.PhotoImage(image, master=self))
        look: dict[str, Any] = {"background": CARD, "image": self._shown[-1]}
        tkinter.Label(self._scrolled.inside, **look).pack(anchor="w")
        row = tkinter.Frame(self._scrolled.inside, background=CARD)
        row.pack(fill="x", pady=(px(6), px(16)))
        for text, run in (("删除", self._delete), ("另存为…", self._save)):
            button = ttk.Button(row, text=text, style="Small.TButton", command=partial(run, picture))
            button.pack(side="right", padx=(px(6), 0))
        caption = Text(row)
        caption.set(picture.caption)
        caption.pack(side="left", fill="x", expand=True)
        keep = partial(self._caption, picture, caption)
        caption.inner.bind("<Return>", keep)
        caption.inner.bind("<FocusOut>", keep, add=True)
        self.captions.append(caption)

    def _add(self) -> None:
        path = dialogs.ask_open_file(self, "选择图片", dialogs.PICTURES)
        if path is not None:
            add_picture(self._activity, path, path.stem)
            self._told("已添加图片，下面可以写说明。按 Ctrl+Z 撤销。")

    def _caption(self, picture: Picture, caption: Text, _event: object) -> None:
        if caption.get() != picture.caption:
            picture.caption = name_picture(picture, caption.get()).caption

    def _delete(self, picture: Picture) -> None:
        delete_picture(picture)
        self._told("已删除图片。按 Ctrl+Z 撤销。")

    def _save(self, picture: Picture) -> None:
        name = f"{self._activity.number} {picture.caption}".strip()
        path: Path | None = dialogs.ask_save_file(self, "图片另存为", dialogs.JPEG, f"{name}.jpg")
        if path is not None:
            path.write_bytes(picture.jpeg)
            self._shell.notice(f"图片已保存到“{path}”。")

    def _told(self, text: str) -> None:
        self.renew()
        self._shell.notice(text)

    def _say(self, text: str) -> None:
        look: dict[str, Any] = {"background": CARD, "foreground": SOFT, "font": "LianxinBody"}
        tkinter.Label(self._scrolled.inside, text=text, justify="left", wraplength=px(_WIDE), **look).pack(
            anchor="w", pady=px(8)
        )
