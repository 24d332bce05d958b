"""“连心”台账: the bound book of one leader's year, from the cover to the summary (reference: forms 1.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.official import Official, in_office, leaders
from models.rules.calendar import Period
from printing import styles
from printing.blocks import Mark, NewPage, Title
from printing.choice import Choice
from printing.contents import Chapter, Contents
from printing.cover import Cover
from printing.documents.ledger_year import LedgerYear
from printing.flow import Block
from printing.render import file_name
from printing.styles import MM, Paper
from printing.wording import plain

TITLE = "“连心”台账"
_CONTENTS = "目　录"


@dataclass(frozen=True, slots=True)
class LiaisonLedger:
    """One leader's book. cover: labels and values; "" is left to the pen."""

    leader: str
    year: Period
    cover: Sequence[tuple[str, str]]
    chapters: Sequence[Chapter]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader, str(self.year))

    @property
    def paper(self) -> Paper:
        return styles.BOOK

    def story(self) -> Iterator[Block]:
        yield Mark(f"{TITLE} {self.leader} {self.year.title}".rstrip())
        yield Cover(TITLE, f"（{self.year.title}度）", self.cover)
        yield NewPage(styles.BOOK)
        yield Mark("目录", 1)
        yield Title(_CONTENTS, after=6 * MM)
        yield Contents([entry for chapter in self.chapters for entry in chapter.entries])
        for chapter in self.chapters:
            yield NewPage(chapter.paper)
            yield Mark(chapter.entries[0].title, 1 + chapter.entries[0].level)
            yield from chapter.blocks()


def load(choice: Choice) -> Iterator[LiaisonLedger]:
    """The chosen leader's book of the year the chosen period lies in, or today; else one of each leader."""
    year = choice.year
    there = [choice.leader] if choice.leader else [one for one in leaders() if _is_in_office(one, year)]
    known = LedgerYear(year, choice)
    return (_book(known, leader) for leader in there)


def _is_in_office(leader: Official, year: Period) -> bool:
    first, last = in_office(leader)
    return first <= year.last and year.first <= last


def _book(known: LedgerYear, leader: Official) -> LiaisonLedger:
    return LiaisonLedger(
        leader=plain(leader.name),
        year=known.year,
        cover=known.cover(leader),
        chapters=known.chapters(leader),
    )
