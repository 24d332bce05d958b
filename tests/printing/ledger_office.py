"""An office whose leader has a whole year: contact points, visits, matters of each kind and a friend."""

from datetime import timedelta
from typing import TypeVar

from models.activity import TargetEntry, save_activity
from models.assignment import assign
from models.friend import Friend, save_friend
from models.matter import Matter, MatterEntry, add_step, save_matter
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import MatterKind, Outcome, StepKind
from models.rules.matter import Step
from models.setting import change_settings
from printing.choice import Choice
from printing.documents.liaison_ledger import LiaisonLedger, load
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

T = TypeVar("T")
TODAY = day(11, 25)
PHONE = "13931571416"


def an_office(households: int = 10, name: str = "张样一", office: str = "样例市人民政府办公室") -> Official:
    """The leader with a township, a village, and so many households, all visited on the 9th of February."""
    change_settings({"office_name": office})
    leader = a_leader(name, title="市长")
    village = a_village(township=a_township())
    points = [village.parent, village]
    known = {"people": 4, "category": "低保户", "phone": PHONE}
    points += [a_household(f"王样{at}", village, f"{at}组", **known) for at in range(households)]
    for point in points:
        assign(leader, point, day(1, 1), "样府办发〔2026〕1号")
    targets = [TargetEntry(point.id, Outcome.MET, services="送政策、送服务") for point in points]
    targets[1].heard, targets[1].reply = f"路难走，请回电{PHONE}", "已转交水利部门"
    save_activity(a_visit(leader, day(2, 9), targets=targets, purpose="宣讲惠农政策"), TODAY)
    return leader


def a_matter(leader: Official, kind: MatterKind, content: str, **more: object) -> Matter:
    """Registered on the 5th of March, handed on, answered, told and visited again."""
    known = {"raised_by": "王样甲", "phone": PHONE, "unit": "样例县交通运输局", "person": "覃样一"}
    matter = save_matter(MatterEntry(kind, day(3, 5), leader.id, content, **(known | more)), TODAY)
    for at, (step, words) in enumerate(
        (
            (StepKind.RECEIVE, ""),
            (StepKind.STUDY, ""),
            (StepKind.SUPERVISE, ""),
            (StepKind.REPLY, "已列入养护计划"),
            (StepKind.TELL, "上门告知"),
            (StepKind.REVISIT, f"路已修好，电话{PHONE}"),
        )
    ):
        add_step(matter, Step(step, day(3, 10) + timedelta(at), words), TODAY, "satisfied")
    return matter


def a_year(leader: Official) -> None:
    """A matter of each kind, one of them closed, and a friend."""
    close = Step(StepKind.CLOSE, day(3, 20))
    add_step(a_matter(leader, MatterKind.OPINION, "硬化门前道路", category="道路交通"), close, TODAY)
    a_matter(leader, MatterKind.DEED, "硬化样样村到三组道路\n长1.2公里，宽4.5米")
    a_matter(leader, MatterKind.DISPUTE, "两家因山场界址争执", category="山林土地")
    a_matter(leader, MatterKind.PETITION, "反映征地补偿", in_charge=True)
    known = {"sex": "male", "address": "样样村3组", "standing": "老党员", "phone": PHONE, "met_on": day(4, 2)}
    contact = f"每季度通一次电话{PHONE}"
    save_friend(Friend(official=leader, name="谢样", met_at="村委会", contact=contact, **known), TODAY)


def book(leader: Official | None = None, year: str = "2026", **more: object) -> LiaisonLedger:
    """The leader's book."""
    (found,) = load(Choice(TODAY, period(year), leader, **more))  # type: ignore[arg-type]
    return found


def chapter(found: LiaisonLedger, kind: type[T]) -> T:
    """The chapter of that kind."""
    return next(one for one in found.chapters if isinstance(one, kind))
