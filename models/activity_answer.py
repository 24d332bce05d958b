"""What became of a plan, said in one step: done, put off, cancelled, or gone and nobody met."""

from datetime import date

from models.activity import Activity, read_entry, save_activity
from models.rules.kinds import ActivityState, Outcome


def answer_plan(activity: Activity, state: ActivityState, today: date) -> Activity:
    """Say in one step what became of a plan; done means that every target was met as intended.

    Raises Problem if it is said to be done before its last day.
    """
    typed = read_entry(activity)
    typed.state = state
    for target in typed.targets:
        if state == ActivityState.DONE and target.outcome == Outcome.PLANNED:
            target.outcome = Outcome.MET
    return save_activity(typed, today)


def answer_missed(activity: Activity, today: date) -> Activity:
    """Say in one step that the trip was made and nobody was met. Raises Problem before its last day."""
    typed = read_entry(activity)
    typed.state = ActivityState.DONE
    for target in typed.targets:
        if target.outcome in (Outcome.PLANNED, Outcome.MET):  # of a plan both mean: intended
            target.outcome = Outcome.NOT_MET
    return save_activity(typed, today)
