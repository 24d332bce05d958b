"""活动图片: up to three pictures of an activity, the signed sheet or a photo, kept small and without traces.

They lie in the database as JPEG in base64: its history writes every old value as text.
"""

from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path

from peewee import CharField, ForeignKeyField, TextField
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from models.activity import Activity
from models.base import Table
from models.rules.problem import Problem
from models.storage.files import replacing
from models.writing import Topic, writing

MOST = 3
LARGEST = 300 * 1024
_SIDE = 1600
_QUALITIES = (85, 75, 60, 45, 30)
_PIXELS = 80_000_000
KINDS = ("JPEG", "PNG", "BMP", "GIF", "TIFF", "WEBP")
"""The kinds of picture files that are read, as Pillow calls them."""


class Picture(Table):
    """One picture; `image` is its JPEG in base64."""

    activity_id: int
    activity = ForeignKeyField(Activity, backref="pictures")
    caption = CharField(default="")
    image = TextField()

    @property
    def jpeg(self) -> bytes:
        """The picture itself."""
        return b64decode(self.image)


def pictures_of(activity: Activity) -> list[Picture]:
    """Its pictures in the order they were added."""
    return list(Picture.select().where(Picture.activity == activity).order_by(Picture.id))


def add_picture(activity: Activity, path: Path, caption: str = "") -> Picture:
    """Put a picture file to an activity, scaled to at most 300 KB, upright, without place or camera in it.

    Raises Problem if there are three already, or the file is no picture that can be read.
    """
    kept = Activity.get_by_id(activity.id)
    if len(pictures_of(kept)) >= MOST:
        raise Problem(f"每次活动最多保存 {MOST} 张图片。请先删除一张。")
    image = b64encode(_small(path)).decode("ascii")
    with writing(f"添加图片 {kept.number}", Topic.ACTIVITY):
        row: Picture = Picture.create(activity=kept, caption=caption.strip(), image=image)
    return row


def name_picture(picture: Picture, caption: str) -> Picture:
    """Say what is to be seen on a picture."""
    kept = Picture.get_by_id(picture.id)
    kept.caption = caption.strip()
    with writing("图片说明", Topic.ACTIVITY):
        kept.save()
    return kept


def count_pictures(activity: int) -> int:
    """How many pictures an activity has."""
    return int(Picture.select().where(Picture.activity == activity).count())


def delete_picture(picture: Picture) -> None:
    """Take a picture away. The history keeps it."""
    with writing("删除图片", Topic.ACTIVITY):
        Picture.get_by_id(picture.id).delete_instance()


def save_picture(picture: Picture, path: Path) -> None:
    """Write a picture as a JPEG file, whole or not at all. Raises Problem for what the disk refuses."""
    with replacing(path) as part:
        part.write_bytes(picture.jpeg)


def _small(path: Path) -> bytes:
    """The file as JPEG of at most LARGEST bytes."""
    try:
        with Image.open(path, formats=KINDS) as opened:
            if opened.width * opened.height > _PIXELS:
                raise Problem(f"“{path.name}”太大（{opened.width}×{opened.height}），请先缩小再添加。")
            image = _upright(opened)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError) as error:
        raise Problem(f"“{path.name}”不是能读的图片。请选择 JPG 或 PNG 文件。") from error
    while True:
        for quality in _QUALITIES:
            found = _jpeg(image, quality)
            if len(found) <= LARGEST:
                return found
        image.thumbnail((image.width * 3 // 4, image.height * 3 // 4))


def _upright(opened: Image.Image) -> Image.Image:
    """The picture on white as it is meant to be seen, scaled down first: it may be very large."""
    turned = opened.getexif().get(ExifTags.Base.Orientation, 1)
    opened.draft("RGB", (2 * _SIDE, 2 * _SIDE))  # the reader of JPEG shrinks while it reads
    image = _plain_grey(opened).convert("RGBA" if opened.has_transparency_data else "RGB")
    image.thumbnail((_SIDE, _SIDE))
    if image.mode == "RGBA":
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image).convert("RGB")
    image.getexif()[ExifTags.Base.Orientation] = turned
    return ImageOps.exif_transpose(image)


def _plain_grey(opened: Image.Image) -> Image.Image:
    """A scanner's 65,536 greys as 256: cut off at 255 paper and ink would both be white."""
    is_deep = opened.mode.startswith("I;16")
    return opened.point(lambda grey: grey * (1 / 256)).convert("L") if is_deep else opened


def _jpeg(image: Image.Image, quality: int) -> bytes:
    written = BytesIO()
    image.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()
