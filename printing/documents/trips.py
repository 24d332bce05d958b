"""Activities as forms tell of them: which were chosen, who went for whom, and when."""

from collections.abc import Sequence

from models.activity import Activity, Participant, activities_between
from models.official import Official
from models.rules.calendar import chinese_date, weekday_name
from models.rules.kinds import ActivityKind, ActivityState, Half, Role
from models.rules.problem import Problem
from models.terms import label
from printing.choice import Choice
from printing.wording import plain


def chosen_activities(choice: Choice, kind: ActivityKind) -> list[Activity]:
    """The activity of the chosen number, else those of a kind in the chosen quarter, the earliest first.

    Raises Problem for an unknown number.
    """
    if choice.number:
        found = Activity.get_or_none(Activity.number == choice.number)
        if found is None:
            raise Problem(f"没有编号为“{choice.number}”的活动。")
        return [found]
    between = activities_between(choice.quarter.first, choice.quarter.last, choice.leader)
    return [activity for activity in reversed(between) if activity.kind == kind]


def takes_place(activity: Activity) -> bool:
    """Whether it was done or is to be done on its day: neither cancelled nor put off."""
    return activity.state in (ActivityState.DONE, ActivityState.PLANNED)


def goers(people: Sequence[Participant]) -> list[Official]:
    """The leaders it is for."""
    return _officials(people, Role.LEADER)


def goers_named(people: Sequence[Participant]) -> str:
    """张样一、李样二（王样代）."""
    names = "、".join(plain(person.name) for person in goers(people))
    instead = "、".join(plain(person.name) for person in _officials(people, Role.STAND_IN))
    return f"{names}（{instead}代）" if instead else names


def posts_of(people: Sequence[Participant]) -> str:
    """The posts of the leaders it is for, each once."""
    return "、".join(dict.fromkeys(person.title for person in goers(people) if person.title))


def companions_named(people: Sequence[Participant]) -> str:
    """Who came along."""
    along = (person for person in people if person.role == Role.COMPANION)
    return "、".join(plain(person.official.name if person.official else person.name) for person in along)


def day_of(activity: Activity) -> str:
    """2026年7月15日 and below it 星期三 上午; the half only of what takes no more."""
    first, last = (activity.first_day, activity.first_half), (activity.last_day, activity.last_half)
    half = label(Half(activity.first_half)) if first == last else ""
    return f"{chinese_date(activity.first_day)}\n{weekday_name(activity.first_day)} {half}".rstrip()


def _officials(people: Sequence[Participant], role: Role) -> list[Official]:
    return [person.official for person in people if person.role == role and person.official]
