"""The five faces as the frozen program carries them: cut to the characters an office writes.

The body face keeps every Chinese character it has: GBK, the 8105 of 通用规范汉字表 and Extension A.
The others keep GB 2312 and the 8105; what they lack is set in the body face. Outlines, widths and
names stay as they are, so that a page looks the same from source and frozen.
"""

from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).parent.parent
PACKAGES = ROOT / "assets" / "fonts" / "node_modules" / "@expo-google-fonts"
REGULAR, BOLD = (
    "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
)
BODY = "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"
PRINT = (
    BODY,
    "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
    "noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
)
SCREEN = (REGULAR, BOLD)
BEYOND_GB2312 = Path(__file__).with_name("beyond_gb2312.txt")
"""The characters of 通用规范汉字表 (2013) that GB 2312 has not."""
UNUSED = ("GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "DSIG", "STAT")  # lines run left to right


def cut(names: tuple[str, ...], folder: Path) -> list[Path]:
    """These faces in that folder; one already cut since it was fetched stays."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_cut(name, range(0x110000) if name == BODY else _everyday(), folder) for name in names]


def _everyday() -> set[int]:
    """GB 2312, the rest of the 8105, and what is no Chinese character: letters, signs, ①."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    written = {character for pair in rows for character in pair.decode("gb2312", "ignore")}
    written.update(BEYOND_GB2312.read_text("utf-8").strip())
    return {*map(ord, written), *range(0x3400), *range(0xFE10, 0x10000)}


def _cut(name: str, characters: set[int] | range, folder: Path) -> Path:
    source, done = PACKAGES / name, folder / Path(name).name
    newest = max(path.stat().st_mtime for path in (source, BEYOND_GB2312, Path(__file__)))
    if not done.is_file() or done.stat().st_mtime < newest:
        _write(source, characters, done)
    return done


def _write(source: Path, characters: set[int] | range, done: Path) -> None:
    options = subset.Options(
        layout_features=[], name_IDs=["*"], name_languages=["*"], notdef_outline=True, drop_tables=UNUSED
    )
    face = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(face)
    unfinished = done.with_suffix(".part")
    subset.save_font(face, str(unfinished), options)
    unfinished.replace(done)
