"""AB角安排表: who stands in for whom on a day, leaders for each other and in each post of a department."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.official import Official, officials
from models.pairing import Pairing, pairings
from models.rules.calendar import chinese_date
from models.setting import value
from models.whereabouts import whereabouts
from printing import styles
from printing.blocks import Facts, Notes, Title
from printing.choice import Choice
from printing.documents.people import liaison, with_post
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table
from printing.wording import listed, plain, told, whole

TITLE = "AB角安排表"
NAMED_AT_MOST = 10
_MUTUAL = "互为AB角"


@dataclass(frozen=True, slots=True)
class PairRow:
    """One pairing. `post` is the post or what the two leaders are in charge of."""

    number: str
    post: str
    a: str
    b: str
    phones: str
    note: str


COLUMNS: Sequence[Column[PairRow]] = (
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("岗位（分管工作）", 58, lambda row: row.post, tight=styles.DENSE),
    Column("A角\n（姓名、职务）", 36, lambda row: row.a, Align.CENTRE),
    Column("B角\n（姓名、职务）", 36, lambda row: row.b, Align.CENTRE),
    Column("联系电话\n（联络员）", 41, lambda row: row.phones, style=styles.DENSE),
    Column("备注\n（不代行事项）", 44, lambda row: row.note, style=styles.DENSE, blank="无"),
)


@dataclass(frozen=True, slots=True)
class PairingTable:
    """The pairings that hold on a day. `facts`: what they all have in common."""

    whose: str
    day: date
    facts: Sequence[str]
    rows: Sequence[PairRow]
    notes: Sequence[str]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.whose, chinese_date(self.day))

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        yield Title(TITLE, after=0)
        yield Title(f"（截至{chinese_date(self.day)}）", styles.ENTRY, after=MM)
        if self.facts:
            yield Facts(self.facts, after=MM)
        yield Table(COLUMNS, self.rows, least=10 * MM, empty="没有安排AB角")
        yield Notes(self.notes)


def load(choice: Choice) -> list[PairingTable]:
    """The pairings that hold on the day chosen, on a past period's last day, or today.

    Of all, or those the chosen official is in.
    """
    past = choice.period is not None and choice.period.last < choice.today
    table = _Pairings(choice.period.last if choice.period and past else choice.day, choice)
    return [table.made()]


class _Pairings:
    """The pairings of one day, and what they have in common."""

    def __init__(self, day: date, choice: Choice) -> None:
        self._day, self._choice = day, choice
        self._people = {row.id: row for row in officials()}
        self._rank = {number: place for place, number in enumerate(self._people)}
        self._there = [row for row in pairings() if row.pair.holds(day)]
        self._shown = sorted((row for row in self._there if self._is_asked_for(row)), key=self._order)
        self._common = {_since(row) for row in self._shown}, {row.document for row in self._shown}

    def made(self) -> PairingTable:
        leader = self._choice.leader
        return PairingTable(
            whose=plain(leader.name) if leader else "",
            day=self._day,
            facts=[fact for fact in (value("office_name"), *self._shared()) if fact],
            rows=[self._row(str(number), row) for number, row in enumerate(self._shown, start=1)],
            notes=list(self._notes()),
        )

    def _is_asked_for(self, row: Pairing) -> bool:
        return self._choice.leader is None or self._choice.leader.id in (row.a_id, row.b_id)

    def _order(self, row: Pairing) -> tuple[bool, int, str]:
        """Pairs of leaders first, by the higher of the two; then posts by their A角."""
        ranks = self._rank[row.a_id], self._rank[row.b_id]
        return not row.is_of_leaders, min(ranks) if row.is_of_leaders else ranks[0], row.post

    def _shared(self) -> Iterator[str]:
        """What the rows need not say each for itself: since when, and by which document."""
        since, documents = self._common
        if len(documents) == 1:
            yield from (f"文号：{self._text(document)}" for document in documents if document)
        if len(since) == 1:
            yield from since

    def _row(self, number: str, row: Pairing) -> PairRow:
        return PairRow(
            number=number,
            post=self._text(row.post or "\n".join(_duties(row))),
            a=_person(row.a),
            b=_person(row.b),
            phones="\n".join(_phones(row)),
            note="\n".join(filter(None, self._note(row))),
        )

    def _note(self, row: Pairing) -> Iterator[str]:
        """What is not taken over, then what this row does not share with the others."""
        since, documents = self._common
        yield _MUTUAL if row.is_of_leaders else ""
        yield f"不代行：{self._text(row.excluded)}" if row.excluded else ""
        own = (
            _since(row) if len(since) > 1 else "",
            whole(self._text(row.document)) if len(documents) > 1 else "",
        )
        yield "，".join(filter(None, own))
        for one in (row.a, row.b):
            if not one.is_in_office(self._day):
                yield f"{plain(one.name)}不在任职期间"

    def _text(self, text: str) -> str:
        return told(text, full=self._choice.full)

    def _notes(self) -> Iterator[str]:
        yield (
            f"班子成员{_MUTUAL}，一人外出由另一人代行；部门岗位的A角外出，由B角代行。"
            "外出前告知对方并交接，返岗后交回。"
        )
        yield f"A角、B角不同时外出；确需同时外出的须经批准，{self._last_resort()}。"
        yield "联系电话为联络员的工作电话。"
        if not self._choice.leader and (alone := self._unpaired()):
            more = f"等{len(alone)}人" if len(alone) > NAMED_AT_MOST else ""
            yield f"尚未安排AB角的领导：{'、'.join(alone[:NAMED_AT_MOST])}{more}。"

    def _unpaired(self) -> list[str]:
        paired = {one for row in self._there if row.is_of_leaders for one in (row.a_id, row.b_id)}
        leaders = (one for one in self._people.values() if one.is_member and one.is_in_office(self._day))
        return [plain(one.name) for one in leaders if one.id not in paired]

    def _last_resort(self) -> str:
        """Who acts where both are away."""
        fallback = whereabouts().fallback
        return f"由{with_post(self._people[fallback])}代行" if fallback else "并明确由谁代行"


def _duties(row: Pairing) -> Iterator[str]:
    """What each of two leaders is in charge of."""
    for one in (row.a, row.b):
        if one.duties:
            yield f"{plain(one.name)}：{one.duties}"


def _person(official: Official) -> str:
    return "\n".join(filter(None, (listed(official.name), official.title)))


def _phones(row: Pairing) -> Iterator[str]:
    for role, one in (("A角", row.a), ("B角", row.b)):
        if found := liaison(one):
            yield f"{role} {found.replace(chr(10), ' ')}"


def _since(row: Pairing) -> str:
    """自2026年1月1日起, 至2026年12月31日止; "" where neither is known."""
    first = f"自{chinese_date(row.first_day)}起" if row.first_day else ""
    last = f"至{chinese_date(row.last_day)}止" if row.last_day else ""
    return first + last
