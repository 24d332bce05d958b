"""progress, due, plan, duty, workdays."""

from argparse import Namespace
from datetime import datetime

from models.commands.saying import say, show
from models.console import due_told, duty_told, plan_said, plan_told, progress_told, workdays_told
from models.official import Official, find_official
from models.plan import accept_plan, propose_plan
from models.rules.calendar import period
from models.rules.kinds import Half

_NOON = 12


def progress(chosen: Namespace) -> None:
    """How far each duty of a period is."""
    show(progress_told(chosen.period, chosen.on, _leader(chosen)), as_json=chosen.json)


def due(chosen: Namespace) -> None:
    """What 今日要办 shows."""
    show(due_told(chosen.on, _leader(chosen)), as_json=chosen.json)


def plan(chosen: Namespace) -> None:
    """Propose trips for what is not planned yet; keep them as plans if that was asked for."""
    proposal = propose_plan(period(chosen.period), chosen.on, _leader(chosen))
    kept = accept_plan(proposal.trips, chosen.on) if chosen.apply else []
    show(plan_told(proposal), as_json=chosen.json)
    say(plan_said(proposal, len(kept) if chosen.apply else None))


def duty(chosen: Namespace) -> None:
    """Who is here and who acts, on the half day asked for, else now."""
    now = datetime.now()
    this_half = Half.PM if chosen.on is None and now.hour >= _NOON else Half.AM
    show(duty_told(chosen.on or now.date(), Half(chosen.half or this_half)), as_json=chosen.json)


def workdays(chosen: Namespace) -> None:
    """A year's days off and make-up workdays."""
    show(workdays_told(chosen.year), as_json=chosen.json)


def _leader(chosen: Namespace) -> Official | None:
    return find_official(chosen.leader) if chosen.leader else None
