"""AB角启动通知单: who is away, who acts, told when and how, what is in hand, and the return."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from models.absence import Absence
from models.rules.absence import clash_words, handed_over, time_words
from models.rules.calendar import chinese_date
from printing import styles
from printing.blocks import Title
from printing.choice import Choice
from printing.documents.absent import Absences, Acting, when
from printing.documents.people import liaison, with_post
from printing.flow import Block
from printing.form import Form, Line
from printing.render import file_name
from printing.styles import MM, Paper
from printing.wording import NO_DAY, plain

TITLE = "AB角启动通知单"


@dataclass(frozen=True, slots=True)
class AbsenceNotice:
    """One absence. What nobody has entered is empty and left to the pen.

    `both_away`: A and B are away at once, so that somebody signs who approved it.
    """

    away: str
    post: str
    day: str
    reason: str
    place: str
    time: str
    acting: str
    told: str
    liaison: str
    in_hand: str
    excluded: str
    approval: str
    back: str
    both_away: bool

    @property
    def name(self) -> str:
        return file_name(TITLE, self.away, self.day)

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(TITLE, after=3 * MM)
        yield Form((*self._heads(), *self._texts(), *self._signatures()))

    def _heads(self) -> Iterator[Line]:
        yield Line((("A角\n（外出人）", self.away), ("职务", self.post or "—")))
        yield Line((("外出事由", self.reason), ("外出地点", self.place)))
        yield Line((("起止时间", self.time),))
        yield Line((("B角\n（代行人）", self.acting),), 12 * MM)
        yield Line((("告知时间\n及方式", self.told), ("经办秘书\n（联络员）", self.liaison)), 12 * MM)

    def _texts(self) -> Iterator[Line]:
        yield Line((("待办事项\n清单", self.in_hand),), 45 * MM, 1.0)
        yield Line((("需回避、\n不代行事项", self.excluded),), 12 * MM)
        yield Line((("批准", self.approval),), 12 * MM)
        yield Line((("返岗销号", self.back),), 12 * MM, clings=True)

    def _signatures(self) -> Iterator[Line]:
        yield Line((("A角\n（或秘书）\n签字", ""), ("B角\n签字", "")), 15 * MM, clings=True)
        if self.both_away:
            yield Line((("批准人\n签字", ""), ("批准日期", NO_DAY)), 13 * MM, clings=True)


def load(choice: Choice) -> list[AbsenceNotice]:
    """A notice for each absence on the day chosen, or today, in rank order: of all officials or of one.

    Of a longer period for each absence that touches it. Raises Problem if nobody is away then.
    """
    there = Absences(choice)
    return [_notice(row, there) for row in there.rows]


def _notice(absence: Absence, there: Absences) -> AbsenceNotice:
    clashes = there.clashes(absence)
    return AbsenceNotice(
        away=plain(absence.official.name),
        post=absence.official.title,
        day=chinese_date(absence.first_day),
        reason=there.text(absence.reason),
        place=there.text(absence.place),
        time=when(absence),
        acting="\n".join(_acting(absence, there.acting(absence))),
        told=there.text(_told_on(absence.told_on)),
        liaison=liaison(absence.official),
        in_hand="\n".join(_in_hand(absence, there)),
        excluded="\n".join(_excluded(absence, there)) or "无",
        approval="\n".join(_approval(absence, there)),
        back=_back(absence),
        both_away=bool(clashes),
    )


def _acting(absence: Absence, found: Sequence[Acting]) -> Iterator[str]:
    """A line for each stretch: its half-days where there are several, its post where there is one."""
    if not found:
        yield "没有安排B角"
    for post, run in groupby(found, lambda one: one.post):
        mine = list(run)
        for one in mine:
            whole = (one.first, one.last) == (absence.first, absence.last)
            times = "" if whole else f"{time_words(one.first, one.last)}："
            yield (f"【{post}】" if post else "") + times + _who(one)


def _who(one: Acting) -> str:
    """李样二（副市长）; and why it is somebody else or nobody."""
    if one.official is not None and one.official == one.partner:
        return with_post(one.official)
    acts = f"由{with_post(one.official)}代行" if one.official else "无人代行"
    if one.clash and one.partner:
        return f"{plain(one.partner.name)}也外出，{acts}"
    return f"没有可以代行的B角，{acts}"


def _told_on(text: str) -> str:
    """A day that was entered in figures, as it is written on paper."""
    with suppress(ValueError):
        return chinese_date(date.fromisoformat(text.strip()))
    return text


def _in_hand(absence: Absence, there: Absences) -> Iterator[str]:
    """What is handed over, then what was planned and who goes instead, numbered."""
    items = ["：".join(filter(None, parts)) for parts in handed_over(there.text(absence.handover))]
    for plan, instead in there.plans(absence):
        names = "、".join(plain(one.name) for one in instead)
        items.append(f"{plan}：由{names}代为前往" if names else f"{plan}：尚未另行安排")
    yield from (f"{number}.{item}" for number, item in enumerate(items, start=1))


def _excluded(absence: Absence, there: Absences) -> Iterator[str]:
    found = [row for row in there.pairings(absence) if row.excluded]
    for row in found:
        post = "" if row.is_of_leaders else f"【{row.post}】"
        yield post + there.text(row.excluded)


def _approval(absence: Absence, there: Absences) -> Iterator[str]:
    """Where both are away, when and who acts; who approved it."""
    people = {number: plain(official.name) for number, official in there.people.items()}
    clashes = there.clashes(absence)
    yield from (clash_words(clash, people) for clash in clashes)
    if absence.approver:
        yield f"批准人：{there.text(plain(absence.approver))}"
    elif not clashes:
        yield "A角、B角没有同时外出"


def _back(absence: Absence) -> str:
    if absence.returned_on:
        return f"{chinese_date(absence.returned_on)}已返岗，代行事项已交回"
    return f"{NO_DAY}返岗，代行事项已交回。"
