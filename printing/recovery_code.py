"""恢复码: the sheet that opens the data when the password is forgotten, for an envelope in the safe."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.rules.calendar import chinese_date
from printing import styles
from printing.blocks import Title
from printing.flow import Block
from printing.prose import Paragraph, SignedBy
from printing.render import Printed, compose, file_name
from printing.styles import MM, Paper

TITLE = "数据恢复码"
_CORNER = "密封保存"
_WORDS = (
    "忘记密码时，在打开连心台账的密码框里填写上面的恢复码（大小写、横线都可以不管），就能打开数据，再设一个新密码。",
    "谁拿到恢复码，谁就能打开数据。请装入信封密封，写明日期，放进保险柜，不要和电脑、U盘放在一起，不要拍照。",
    "在设置里换了新的恢复码以后，这一张就作废，请销毁。",
)


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The code of one office's data, made on a day."""

    office: str
    code: str
    day: date

    @property
    def name(self) -> str:
        return file_name(TITLE, f"{self.day:%Y%m%d}")

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(f"连心台账{TITLE}", after=8 * MM)
        yield Title(self.code, after=8 * MM)
        for text in _WORDS:
            yield Paragraph(text)
        yield SignedBy([*([self.office] if self.office else []), chinese_date(self.day)])


def recovery_sheet(office: str, code: str, day: date) -> Printed:
    """The sheet, without touching the disk: nothing of it stays on the PC."""
    return compose([RecoveryCode(office, code, day)], _CORNER)
