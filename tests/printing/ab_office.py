"""A small office with AB角 for tests of its papers: a pair of leaders, a third one, and two clerks."""

from datetime import date

from models.official import Official, next_rank, save_official
from models.pairing import Pairing, save_pairing
from models.rules.calendar import Period
from models.rules.kinds import PeriodKind
from printing.choice import Choice
from tests.models.made_up import a_leader

TODAY = date(2026, 11, 25)


def on(day: date, who: Official | None = None, last: date | None = None, *, full: bool = False) -> Choice:
    """What is chosen: a day or the days up to another, everybody or one."""
    return Choice(TODAY, Period(day, last or day, PeriodKind.INTERVAL), who, full=full)


def a_clerk(name: str, **more: object) -> Official:
    return save_official(Official(name=name, rank=next_rank(), is_member=False, **more))


def an_office() -> dict[str, Official]:
    """张样一 and 李样二 for each other, 王样 for nobody; 陈样三 as 机要科长 has 刘样四 as his B角."""
    phones = {"liaison": "覃样", "liaison_phone": "0797-8391000"}
    people = [
        a_leader("张样一", title="市长", **phones),
        a_leader("李样二", title="副市长"),
        a_leader("王样"),
    ]
    people += [a_clerk("陈样三", title="科长", unit="样样办"), a_clerk("刘样四")]
    zhang, li, _, chen, liu = people
    save_pairing(Pairing(a=zhang, b=li, excluded="人事任免"))
    save_pairing(Pairing(a=chen, b=liu, post="机要", excluded="密码"))
    return {one.name: one for one in people}
