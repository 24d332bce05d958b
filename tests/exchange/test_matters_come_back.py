"""Matters, steps and friends are the same after export and import: random ones, the demo's, one leader's."""

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.contact_point import ContactPoint
from models.demo import fill_with_demo
from models.exchange.exporting import export_workbook
from models.exchange.importing import apply_import, plan_import
from models.friend import Friend, save_friend
from models.matter import Matter, MatterEntry, add_step, read_matter, save_matter, steps_of
from models.official import find_official, leaders
from models.rules.kinds import MatterKind, Satisfaction, Sex, StepKind
from models.rules.matter import Step
from models.rules.problem import Problem
from models.setting import change_settings
from models.storage import close_database, open_database
from tests.exchange.comparing import everything, moved_to_an_empty_folder
from tests.exchange.rows import OFFICE, SPRING, TODAY, TRIP_HEADS, bring_in, counts, plan, point, stored
from tests.exchange.test_duty_comes_back import sheets
from tests.exchange.test_exporting import all_sorts
from tests.exchange.test_matter_rows import MORE_HEADS, matters, row

WORDS = (
    "",
    "",
    "路坏了",
    "=1+1",
    "#REF!",
    "第一行\n第二行",
    "“修路”、修桥（两处）",
    "123",
    "2026-3-5",
    "备注：见附件",
)
STEPS = (*StepKind, StepKind.REPLY, *[StepKind.TELL, StepKind.CLOSE, StepKind.REOPEN] * 3)
STATES = ("待办", "办理中", "已办结", "已销号")
some_offices = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # to shrink one would take minutes of database
    suppress_health_check=[HealthCheck.too_slow],
)


@some_offices
@given(st.integers(0, 2**32))
def test_random_matters_come_back_the_same(seed: int) -> None:
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        path = Path(folder, "全部.xlsx")
        open_database(Path(folder, "here"))
        fill(chance)
        before = everything()
        export_workbook(path)
        rows = sheets(path)
        same = plan(rows)
        close_database()
        open_database(Path(folder, "there"))
        bring_in(rows)
        assert everything() == before
        assert counts(same) == counts(plan(rows)) == (0, 0, same.rows, 0)
        close_database()


def fill(chance: Random) -> None:
    """Matters typed and imported, steps in any order, friends; what the forms refuse is left out."""
    village = ("东样乡", "东样村")
    twins = [point("李样二", "户", "赵样甲", *village, f"{group}组", SPRING) for group in (1, 2)]
    bring_in({"领导": OFFICE["领导"], "联系点": [*OFFICE["联系点"], *twins]})
    bring_in({"活动": [TRIP_HEADS, ["HD20260001", "张样一", "走访", "2026-3-5", "完成", "赵样甲", None]]})
    bring_in(matters(*[an_imported_row(chance, number) for number in range(1, 6)]))
    change_settings({"personal_acts": chance.choice("01")})
    for _ in range(3):
        with suppress(Problem):
            save_matter(a_matter(chance), TODAY)
    for _ in range(70):
        with suppress(Problem):
            a_step(chance)
    for _ in range(6):
        with suppress(Problem):
            a_change(chance)
    for _ in range(8):
        with suppress(Problem):
            save_friend(a_friend(chance), TODAY)


def a_day(chance: Random) -> date:
    return SPRING + timedelta(chance.randrange(340))


def an_imported_row(chance: Random, number: int) -> list[object]:
    """One with a state, whether it says on which days or not."""
    state, registered = chance.choice(STATES), a_day(chance)
    days = {"告知日期": registered} if chance.random() < 0.5 else {}
    if state == "已销号" and chance.random() < 0.5:
        days["销号日期"] = registered
    told = {"登记日期": min(registered, TODAY), "状态": state, "办理结果": chance.choice(WORDS)}
    days = {head: min(day, TODAY) for head, day in days.items()}
    return row(编号=f"自编{number}", **told, **days, 满意度=chance.choice([None, "满意", "不满意"]))


def a_matter(chance: Random) -> MatterEntry:
    return MatterEntry(
        kind=chance.choice(list(MatterKind)),
        registered_on=a_day(chance),
        official=chance.choice(leaders()).id,
        content=chance.choice(WORDS),
        contact_point=chance.choice([None, *(each.id for each in ContactPoint.select())]),
        activity=chance.choice([None, 1]),
        **{name: chance.choice(WORDS) for name in ("raised_by", "phone", "category", "unit", "person")},
        due=chance.choice([None, a_day(chance)]),
        in_charge=chance.random() < 0.4,
        sensitive=chance.random() < 0.4,
    )


def a_step(chance: Random) -> None:
    """Near the last one, and often one of those that move a matter on."""
    matter = chance.choice(list(Matter.select()))
    last = max([matter.registered_on, *(step.day for step in steps_of(matter))])
    step = Step(chance.choice(STEPS), last + timedelta(chance.randrange(-3, 12)), chance.choice(WORDS))
    add_step(matter, step, TODAY, chance.choice(["", *Satisfaction]))


def a_change(chance: Random) -> None:
    """Another day of registration, another leader."""
    kept = chance.choice(list(Matter.select()))
    typed = a_matter(chance)
    typed.id, typed.content = kept.id, read_matter(kept).content
    save_matter(typed, TODAY)


def a_friend(chance: Random) -> Friend:
    return Friend(
        official=chance.choice(leaders()),
        name=chance.choice(("赵样甲", "赵　样甲", "钱样乙")),
        sex=chance.choice(["", *Sex]),
        met_on=chance.choice([None, a_day(chance)]),
        **{name: chance.choice(WORDS) for name in ("address", "standing", "phone", "met_at", "contact")},
    )


@pytest.mark.parametrize(("leaders", "years", "seed"), [(9, 1, 2), (9, 3, 3), (60, 1, 4)])
def test_the_demo_office_comes_back_the_same(
    office: Path, tmp_path: Path, leaders: int, years: int, seed: int
) -> None:
    fill_with_demo(TODAY, leaders, years, seed)
    before = everything()
    path = moved_to_an_empty_folder(tmp_path)
    assert everything() == before
    made = plan_import(path, TODAY)
    assert counts(made) == (0, 0, made.rows, 0)


def test_one_leaders_matters_stand_alone_with_the_points_they_name(office: Path, tmp_path: Path) -> None:
    bring_in(all_sorts())
    path = tmp_path / "李样二.xlsx"
    export_workbook(path, find_official("李样二"))
    close_database()
    open_database(tmp_path / "empty")
    apply_import(plan_import(path, TODAY))
    assert stored(
        "SELECT number, p.name, p.address, state FROM matter"
        " LEFT JOIN contact_point p ON p.id = contact_point_id"
    ) == [("自编1", "赵样甲", "1组1号", "in_hand"), ("自编2", None, None, "open")]
    assert counts(plan_import(path, TODAY))[0:2] == (0, 0)


def test_a_matter_of_one_leader_names_no_visit_of_another(office: Path, tmp_path: Path) -> None:
    bring_in(all_sorts())
    bring_in({"事项补充": [MORE_HEADS, ["自编1", "123456", None, None, None, None, "HD20269007"]]})
    path = tmp_path / "李样二.xlsx"
    export_workbook(path, find_official("李样二"))
    assert [cell.value for cell in load_workbook(path)["事项补充"][2]][-1] is None
    assert counts(plan_import(path, TODAY))[0:2] == (0, 0)
