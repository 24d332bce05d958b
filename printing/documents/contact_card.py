"""连心卡: cards to hand to households, ten to a sheet, fronts and backs.

A leader's own telephone is not on them: he is reached through his liaison officer and the hotline.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from models.official import Official, leaders
from models.rules.kinds import PointKind
from models.setting import values
from printing import styles
from printing.blocks import NewPage
from printing.cards import COLUMNS, ROWS, CardSheet, Words
from printing.choice import Choice
from printing.documents.points import Points
from printing.flow import Block
from printing.render import file_name
from printing.styles import MM, Paper
from printing.wording import listed, one_a_line, plain

TITLE = "连心卡"
_SMALL = (styles.TEXT, styles.DENSE, styles.TIGHT)
_POST = (styles.ENTRY, *_SMALL)
_NAME = (styles.TITLE, styles.PART_TITLE, styles.LABEL)
_HEAD = (styles.LABEL, styles.MARK)


@dataclass(frozen=True, slots=True)
class ContactCard:
    """One leader's cards. `sheets`: how many sheets of ten his households take."""

    office: str
    leader: str
    post: str
    liaison: str
    phone: str
    hotline: str
    services: str
    promise: str
    sheets: int = 1

    @property
    def name(self) -> str:
        return file_name(TITLE, plain(self.leader))

    @property
    def paper(self) -> Paper:
        return styles.CARDS

    def story(self) -> Iterator[Block]:
        for at in range(self.sheets):
            if at:
                yield NewPage()
            yield CardSheet(list(self._front()))
            yield NewPage()
            yield CardSheet(list(self._back()))

    def _front(self) -> Iterator[Words]:
        yield Words("　".join(filter(None, (self.office, TITLE))), _SMALL, ruled=True)
        yield Words(self.leader, _NAME, gap=3 * MM)
        if self.post:
            yield Words(self.post, _POST)
        liaison = f"联络员：{self.liaison or '　' * 6}"
        yield Words(f"{liaison}　电话：{self.phone or '　' * 6}", _SMALL, low=True)
        if self.hotline:
            yield Words(f"服务热线：{self.hotline}", _HEAD, gap=0.5 * MM)

    def _back(self) -> Iterator[Words]:
        texts = [("服务内容", self.services), ("服务承诺", self.promise)]
        for at, (head, text) in enumerate((head, text) for head, text in texts if text):
            yield Words(head, _HEAD, gap=3 * MM if at else 0.0)
            yield Words(text, _POST, gap=0.5 * MM)


def load(choice: Choice) -> list[ContactCard]:
    """The cards of the chosen leader, or of all leaders in office: at least one a household."""
    points, chosen = Points(choice.today, choice.today, full=choice.full), values()
    there = [one for one in leaders() if one.is_in_office(choice.today)]
    return [_card(one, points, chosen) for one in ([choice.leader] if choice.leader else there)]


def _card(leader: Official, points: Points, chosen: dict[str, str]) -> ContactCard:
    households = len(points.held(leader).of(PointKind.HOUSEHOLD))
    return ContactCard(
        office=chosen["office_name"],
        leader=listed(leader.name),
        post=leader.title,
        liaison=plain(leader.liaison),
        phone=one_a_line(leader.liaison_phone).replace("\n", "、"),
        hotline=chosen["hotline"],
        services=chosen["card_services"],
        promise=chosen["card_promise"],
        sheets=max(1, ceil(households / (COLUMNS * ROWS))),
    )
