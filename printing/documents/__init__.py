"""The printed forms, one module each: a frozen dataclass of prepared values, and `load` to fill it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.rules.own_words import own_words
from models.rules.problem import Problem
from models.setting import value
from models.writing import named_author
from printing.choice import Choice
from printing.documents import (
    absence_notice,
    closing,
    contact_card,
    contact_list,
    coverage,
    fieldwork_register,
    handover_list,
    hearing_record,
    household_card,
    liaison_ledger,
    manual,
    matter_ledger,
    on_duty_board,
    pairing_table,
    quarter_plan,
    quarter_report,
    quarter_result,
    today,
    trip_sheet,
    visit_record,
    week_plan,
    year_calendar,
)
from printing.filled_in import filled_in_by
from printing.renaming import in_own_words
from printing.render import Document
from printing.wide_paper import on_a3


class Wish(StrEnum):
    """What a form lets one choose."""

    DAY = "日期"
    QUARTER = "季度"
    PERIOD = "期间"
    YEAR = "年度"
    LEADER = "领导"
    OFFICIAL = "干部"
    WEEK = "一天或一周"
    NUMBER = "活动编号"
    HEARING = "下访听诉编号"
    HOUSEHOLD = "户的编号"
    KIND = "事项类别"
    PICTURES = "活动图片"


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its name on the command line, its Chinese title, what may be chosen, and its loader."""

    name: str
    title: str
    wishes: Sequence[Wish]
    load: Callable[[Choice], Iterable[Document]]

    @property
    def tells_of_people(self) -> bool:
        """Whether it may hold people's numbers, which are masked unless somebody says why not."""
        return bool(self.wishes)

    def made(self, choice: Choice) -> Sequence[Document]:
        """The documents of a choice in the office's own words for titles and columns, on its paper."""
        return list(self.each(choice))

    def each(self, choice: Choice) -> Iterator[Document]:
        """The same one by one, each read from the database when it is asked for."""
        words = own_words(value("own_words"))
        is_wide = self.name in WIDE and value("registers_on_a3") == "1"
        loaded = map(on_a3, self.load(choice)) if is_wide else self.load(choice)
        writer = named_author()
        return (filled_in_by(in_own_words(one, words), writer) for one in loaded)


WIDE = frozenset(("quarter_result", "coverage", "matter_ledger", "fieldwork_register"))
"""The registers of many columns, which some offices print on A3."""

FORMS: Sequence[Form] = (
    Form("contact_list", contact_list.TITLE, (Wish.DAY, Wish.LEADER), contact_list.load),
    Form("quarter_plan", quarter_plan.TITLE, (Wish.QUARTER, Wish.LEADER), quarter_plan.load),
    Form("quarter_result", quarter_result.TITLE, (Wish.QUARTER, Wish.LEADER), quarter_result.load),
    Form("visit_record", visit_record.TITLE, (Wish.QUARTER, Wish.LEADER, Wish.NUMBER), visit_record.load),
    Form("today", today.TITLE, (Wish.DAY, Wish.LEADER), today.load),
    Form("week_plan", week_plan.TITLE, (Wish.DAY, Wish.LEADER), week_plan.load),
    Form("trip_sheet", trip_sheet.TITLE, (Wish.DAY, Wish.LEADER), trip_sheet.load),
    Form(
        "liaison_ledger",
        liaison_ledger.TITLE,
        (Wish.YEAR, Wish.LEADER, Wish.PICTURES),
        liaison_ledger.load,
    ),
    Form("coverage", coverage.TITLE, (Wish.PERIOD, Wish.LEADER), coverage.load),
    Form("year_calendar", year_calendar.TITLE, (Wish.PERIOD, Wish.LEADER), year_calendar.load),
    Form("pairing_table", pairing_table.TITLE, (Wish.DAY, Wish.OFFICIAL), pairing_table.load),
    Form("absence_notice", absence_notice.TITLE, (Wish.DAY, Wish.OFFICIAL), absence_notice.load),
    Form("handover_list", handover_list.TITLE, (Wish.DAY, Wish.OFFICIAL), handover_list.load),
    Form("on_duty_board", on_duty_board.TITLE, (Wish.DAY, Wish.WEEK), on_duty_board.load),
    Form("contact_card", contact_card.TITLE, (Wish.LEADER,), contact_card.load),
    Form(
        "household_card", household_card.TITLE, (Wish.YEAR, Wish.LEADER, Wish.HOUSEHOLD), household_card.load
    ),
    Form(
        "hearing_record", hearing_record.TITLE, (Wish.QUARTER, Wish.LEADER, Wish.HEARING), hearing_record.load
    ),
    Form("fieldwork_register", fieldwork_register.TITLE, (Wish.YEAR, Wish.LEADER), fieldwork_register.load),
    Form("matter_ledger", matter_ledger.TITLE, (Wish.PERIOD, Wish.KIND, Wish.LEADER), matter_ledger.load),
    Form("quarter_report", quarter_report.TITLE, (Wish.QUARTER, Wish.LEADER), quarter_report.load),
    Form("closing", closing.TITLE, (Wish.QUARTER,), closing.load),
    Form("manual", manual.TITLE, (), manual.load),
)


def form(name: str) -> Form:
    """The form of that name or Chinese title. Raises Problem if there is none."""
    for one in FORMS:
        if name in (one.name, one.title):
            return one
    raise Problem(f"没有名为“{name}”的表。可以打印的有：{'、'.join(one.name for one in FORMS)}。")
