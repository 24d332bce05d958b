"""template, import, export."""

from argparse import Namespace
from datetime import date

from models.commands.saying import print_json, say
from models.exchange.exporting import export_workbook
from models.exchange.importing import apply_import, plan_import
from models.exchange.template import write_template
from models.official import find_official
from models.rules.problem import Problem


def template(chosen: Namespace) -> None:
    """An empty workbook to fill in."""
    write_template(chosen.file)
    say(f"空白模板已保存到“{chosen.file}”。")


def import_(chosen: Namespace) -> None:
    """All rows or none. Raises Problem if one is refused."""
    plan = plan_import(chosen.file, date.today(), chosen.start)
    if not (plan.refused or chosen.dry_run):
        apply_import(plan)
    if chosen.json:
        print_json(plan.as_json())
    if plan.refused:
        raise Problem(*plan.summary())
    say(*plan.summary())


def export(chosen: Namespace) -> None:
    """All records, or one leader's."""
    export_workbook(chosen.file, find_official(chosen.leader) if chosen.leader else None)
    say(f"全部记录已导出到“{chosen.file}”。")
