"""The closed lists the rules speak of: values as the database keeps them; Chinese words: models.terms."""

from enum import StrEnum


class PointKind(StrEnum):
    """What a leader keeps contact with (plan item 1)."""

    TOWNSHIP = "township"
    VILLAGE = "village"
    HOUSEHOLD = "household"


class ActivityKind(StrEnum):
    """What a leader went out for, or handed in."""

    VISIT = "visit"
    HEARING = "hearing"
    FIELDWORK = "fieldwork"
    REPORT = "report"
    POINT_MEETING = "point_meeting"


class ActivityState(StrEnum):
    """Only done activities count; postponed means no new date yet."""

    PLANNED = "planned"
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Half(StrEnum):
    """Half of a day. `am` sorts before `pm`, so (date, half) pairs compare in time order."""

    AM = "am"
    PM = "pm"


class Venue(StrEnum):
    """Where a leader heard petitioners (plan item 1)."""

    PETITION_CENTRE = "petition_centre"
    HOTLINE_CENTRE = "hotline_centre"
    PETITIONER_HOME = "petitioner_home"


class FieldworkForm(StrEnum):
    """How fieldwork was done (plan item 2)."""

    RESIDENT = "resident"
    RANDOM = "random"
    UNANNOUNCED = "unannounced"


class Role(StrEnum):
    """How somebody took part: whom it is for, who went instead, who came along."""

    LEADER = "leader"
    STAND_IN = "stand_in"
    COMPANION = "companion"


class Outcome(StrEnum):
    """What became of one target of an activity."""

    PLANNED = "planned"
    MET = "met"
    NOT_MET = "not_met"
    CANCELLED = "cancelled"


class Manner(StrEnum):
    """How a target was reached. A telephone call is recorded and never counts."""

    HOME = "home"
    MEETING = "meeting"
    PHONE = "phone"


class Unit(StrEnum):
    """What a duty is measured in."""

    TIMES = "times"
    DAYS = "days"
    ITEMS = "items"


class Per(StrEnum):
    """What a duty is owed for: the leader alone, or each assigned contact point of a kind."""

    LEADER = "leader"
    TOWNSHIP = "township"
    VILLAGE = "village"
    HOUSEHOLD = "household"


class PeriodKind(StrEnum):
    """How long a duty's period is: calendar spans, a term of office, or the office's own interval."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    TERM = "term"
    INTERVAL = "interval"


class DutyState(StrEnum):
    """Where a duty stands, in the order the states are tried."""

    NOT_OWED = "not_owed"
    DONE = "done"
    LATE = "late"
    SCHEDULED = "scheduled"
    AT_RISK = "at_risk"
    OPEN = "open"


class DayKind(StrEnum):
    """An exception of the working calendar: a day off, or a weekend worked to make up for it."""

    OFF = "off"
    WORK = "work"


class ConflictKind(StrEnum):
    """Why an activity sits badly on its day, the gravest first; it is said and never refuses."""

    AWAY = "away"
    BUSY = "busy"
    BOTH_OUT = "both_out"
    DAY_OFF = "day_off"
    SAME_VILLAGE = "same_village"


class Deed(StrEnum):
    """What becomes of a planned activity that an absence of one of its goers hits."""

    KEEP = "keep"
    MOVE = "move"
    HAND_OVER = "hand_over"
    STAY_BACK = "stay_back"
    CANCEL = "cancel"


class MatterKind(StrEnum):
    """What people asked for, by the sections of the ledger (plan items 1 and 4)."""

    OPINION = "opinion"
    DEED = "deed"
    DISPUTE = "dispute"
    PETITION = "petition"


class MatterState(StrEnum):
    """How far a matter is, in this order."""

    OPEN = "open"
    IN_HAND = "in_hand"
    ANSWERED = "answered"
    CLOSED = "closed"


class StepKind(StrEnum):
    """What was done about a matter; the three personal acts of 领导包案 among it (plan item 4)."""

    ASSIGN = "assign"
    URGE = "urge"
    REPLY = "reply"
    TELL = "tell"
    REVISIT = "revisit"
    RECEIVE = "receive"
    STUDY = "study"
    SUPERVISE = "supervise"
    CLOSE = "close"
    REOPEN = "reopen"


class Satisfaction(StrEnum):
    """What whoever raised a matter says of how it was dealt with."""

    SATISFIED = "satisfied"
    FAIRLY = "fairly"
    DISSATISFIED = "dissatisfied"


class Light(StrEnum):
    """How a matter's deadline stands: red, yellow, green, or that nothing is due any more."""

    LATE = "late"
    NEAR = "near"
    IN_TIME = "in_time"
    SETTLED = "settled"


class Service(StrEnum):
    """The three services brought to a household (plan item 1)."""

    POLICY = "policy"
    WARMTH = "warmth"
    HELP = "help"


class Sex(StrEnum):
    """Of a friend among the people, where the ledger asks."""

    MALE = "male"
    FEMALE = "female"


class Later(StrEnum):
    """What happened to an entry after its quarter was closed."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"
