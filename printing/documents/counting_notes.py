"""How the office counts, in the words of a form's notes: the choices a period is counted by."""

from models.closing import choices_of
from models.rules.calendar import Period


def visits_note(period: Period, of: str = "当季") -> str:
    """Which visits count, and for which period."""
    counts = choices_of(period).stand_in_counts
    not_met = "未遇的不计次，他人代走的计入" if counts else "未遇、他人代走的不计次"
    return f"按走访首日计入{of}；电话联系、{not_met}；走访户不计为走访村（乡镇）。"


def days_note(period: Period) -> str:
    """What the days out are made of, and what part of a period owes."""
    chosen = choices_of(period)
    kinds = [
        *(["走访"] if chosen.visits_are_fieldwork else []),
        *(["下访听诉"] if chosen.hearings_are_fieldwork else []),
    ]
    also = f"{'、'.join(kinds)}计入调研天数" if kinds else "走访、下访听诉不计入调研天数"
    weekends = "含周末和假日" if chosen.weekends_count else "只计工作日"
    part = "按天数折算" if chosen.pro_rata else "不折算"
    return f"{also}，同一半天只计一次，{weekends}；不满期间的{part}。"
