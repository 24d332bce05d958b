"""What was chosen for a print."""

from dataclasses import dataclass
from datetime import date

from models.official import Official
from models.rules.calendar import Period, quarter_of, year_of
from models.rules.kinds import MatterKind, PeriodKind
from models.rules.problem import Problem
from models.terms import LABELS, parse


@dataclass(frozen=True, slots=True)
class Choice:
    """The choices every form understands; those it has no use for it ignores.

    leader: only this one, else all. number: an activity's 编号, or a household's number.
    kind: matters of this kind alone. full: personal numbers unmasked.
    pictures: with the pictures of activities.
    """

    today: date
    period: Period | None = None
    leader: Official | None = None
    number: str = ""
    full: bool = False
    kind: MatterKind | None = None
    pictures: bool = False

    @property
    def day(self) -> date:
        """The day chosen; today if none was, or a longer period that is not about one day."""
        return self.period.first if self.period and self.period.days == 1 else self.today

    @property
    def span(self) -> Period:
        """The days chosen; today alone if none were."""
        return self.period or Period(self.today, self.today, PeriodKind.INTERVAL)

    @property
    def year(self) -> Period:
        """The year of the days chosen, today's if none were."""
        return year_of(self.period.first if self.period else self.today)

    @property
    def quarter(self) -> Period:
        """The quarter chosen, today's if none was. Raises Problem for a period that is no quarter."""
        if self.period is None:
            return quarter_of(self.today)
        if self.period.kind != PeriodKind.QUARTER:
            raise Problem(f"这份表按季度打印，请给出一个季度，例如 {quarter_of(self.period.first)}。")
        return self.period


def matter_kind(word: str) -> MatterKind:
    """The kind of matters of that name, 意见建议. Raises Problem if there is none."""
    try:
        return parse(MatterKind, word)
    except KeyError:
        names = "、".join(LABELS[MatterKind].values())
        raise Problem(f"没有“{word}”这一类民情事项。可选的有：{names}。") from None
