"""The demo office: people plainly made up, in real places, the same for the same seed."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from models.absence import Absence
from models.activity import Activity, Participant, Target, targets_of
from models.assignment import assignments_on
from models.base import database
from models.demo import HOUSEHOLDS, fill_with_demo
from models.division import counties, divisions, townships, villages
from models.friend import friends
from models.holiday import exceptions
from models.matter import Matter, MatterStep, steps_of
from models.official import leaders, officials
from models.on_duty_board import duty
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import Half, Light, MatterKind, MatterState, PointKind, Service
from models.rules.matter import lacking, standing
from models.rules.matter_course import Reached, disorder, reached
from models.rules.pairing import half_day
from models.rules.problem import Problem
from models.rules.services import services_in
from models.storage import close_database, open_database, problems
from models.whereabouts import whereabouts
from models.writing import RECORDED
from tests.models.made_up import a_leader, day

TODAY = day(8, 15)


def contents() -> dict[str, list[tuple]]:
    return {table: database.execute_sql(f"SELECT * FROM {table}").fetchall() for table in RECORDED}


def test_each_leader_has_one_township_one_village_and_ten_households(office: Path) -> None:
    fill_with_demo(TODAY, leaders=3)
    kinds = [[row.contact_point.kind for row in assignments_on(leader, TODAY)] for leader in leaders()]
    assert kinds == [[PointKind.TOWNSHIP, PointKind.VILLAGE, *[PointKind.HOUSEHOLD] * HOUSEHOLDS]] * 3
    assert problems() == []


def test_everybody_is_plainly_made_up(office: Path) -> None:
    fill_with_demo(TODAY, leaders=40)
    names = [leader.name for leader in leaders()]
    assert len(set(names)) == 40
    assert all("样" in official.name for official in officials())


def test_the_same_seed_gives_the_same_office(tmp_path: Path) -> None:
    found = []
    for place, seed in (("one", 5), ("two", 5), ("three", 6)):
        open_database(tmp_path / place)
        fill_with_demo(TODAY, leaders=3, years=2, seed=seed)
        found.append(contents())
        close_database()
    assert found[0] == found[1] != found[2]


def test_the_years_asked_for_are_filled_and_counted(office: Path) -> None:
    fill_with_demo(TODAY, leaders=2, years=3)
    years = {row.first_day.year for row in Activity.select()}
    assert years == {2024, 2025, 2026}
    for year in ("2024", "2025", "2026"):
        assert any(line.done for line in progress(period(year), TODAY))


def test_hearings_fieldwork_and_reports_say_where_how_and_what_about(office: Path) -> None:
    fill_with_demo(TODAY, leaders=3)
    for kind, field in (("hearing", "venue"), ("fieldwork", "form"), ("report", "title")):
        rows = list(Activity.select().where(Activity.kind == kind))
        assert rows
        assert all(getattr(row, field) for row in rows)
    assert not Activity.select().where((Activity.kind == "visit") & (Activity.venue != "")).exists()
    assert all("示例" in row.title for row in Activity.select().where(Activity.title != ""))


def test_neighbours_in_rank_stand_in_and_partners_are_never_both_away(office: Path) -> None:
    fill_with_demo(TODAY, leaders=9)
    found, everybody = whereabouts(), [leader.id for leader in leaders()]
    assert [found.partner(one, TODAY) for one in everybody[:4]] == [
        everybody[place] for place in (1, 0, 3, 2)
    ]
    assert any(found.is_away(one, half_day(TODAY, Half.AM)) for one in everybody)
    for away in found.absences:
        partner = found.partner(away.official, TODAY)
        if partner:
            assert not any(found.is_away(partner, half) for half in range(away.first, away.last + 1))


def test_the_department_has_posts_one_of_them_acted_for_today(office: Path) -> None:
    fill_with_demo(TODAY, leaders=3)
    posts = [line for line in duty(TODAY, Half.AM) if line.post]
    assert [(line.post, line.away, line.acting) for line in posts] == [
        ("办公室机要", False, "吕样乙"),
        ("财务出纳", True, "吕样乙"),
    ]
    assert {line.leader for line in progress(period("2026"), TODAY)} == {leader.name for leader in leaders()}


def test_matters_are_handed_over_handed_back_and_still_to_be_handed_back(office: Path) -> None:
    fill_with_demo(TODAY, leaders=3)
    handed = list(Absence.select().where(Absence.handover != "").order_by(Absence.first_day))
    over = [row for row in handed if row.last_day < TODAY]
    assert [row.returned_on is None for row in over] == [False, True]
    assert handed[2:]
    assert all(row.returned_on is None for row in handed[1:])


def test_nobody_is_away_on_a_day_of_his_activities(office: Path) -> None:
    fill_with_demo(TODAY, leaders=5)
    clashes = Absence.select().join(Participant, on=Participant.official == Absence.official).join(Activity)
    overlap = (Absence.first_day <= Activity.last_day) & (Activity.first_day <= Absence.last_day)
    assert Absence.select().exists()
    assert not clashes.where(overlap).exists()


def test_each_leader_has_a_dozen_matters_a_year_of_all_kinds_and_states(office: Path) -> None:
    fill_with_demo(TODAY, leaders=9, years=2)
    found = list(Matter.select())
    assert Counter((row.official_id, row.registered_on.year) for row in found) == {
        (leader.id, year): 12 for leader in leaders() for year in (2025, 2026)
    }
    for leader in leaders():
        assert {row.kind for row in found if row.official_id == leader.id} == set(MatterKind)
    assert {row.state for row in found} == set(MatterState)
    assert {row.state for row in found if row.registered_on.year == 2025} <= {"closed", "in_hand"}
    numbers = sorted((row.registered_on.year, row.number) for row in found)
    assert numbers == [(year, f"MQ{year}{n:04d}") for year in (2025, 2026) for n in range(1, 109)]


def test_some_matters_are_late_some_near_and_some_in_time(office: Path) -> None:
    fill_with_demo(TODAY, leaders=3)
    off = exceptions()
    lights = Counter(
        standing(MatterState(row.state), row.due, TODAY, 3, off).light for row in Matter.select()
    )
    assert set(lights) == set(Light)
    assert lights[Light.SETTLED] > lights[Light.LATE]


@pytest.mark.parametrize("today", [TODAY, day(1, 1), day(1, 9), day(12, 31)])
def test_matters_say_what_their_steps_say_and_no_step_is_still_to_come(office: Path, today: date) -> None:
    fill_with_demo(today, leaders=3, years=2)
    assert MatterStep.select().exists()
    for row in Matter.select():
        steps = steps_of(row)
        then = reached(steps, Reached(MatterState.OPEN))
        assert (row.state, row.told_on, row.closed_on) == then
        assert all(row.registered_on <= step.day <= today for step in steps)
        assert not list(disorder(steps))
        assert bool(row.satisfaction) == bool(row.told_on)
        assert row.content.startswith("示例：")


def test_a_matter_taken_over_was_closed_after_three_personal_acts_and_one_still_lacks_one(
    office: Path,
) -> None:
    fill_with_demo(day(11, 25), leaders=3, years=2)
    told = {"personal_acts": True, "in_charge": True}
    taken = list(Matter.select().where(Matter.in_charge))
    closed = [row for row in taken if row.state == "closed"]
    assert closed
    assert not any(list(lacking(steps_of(row), **told)) for row in closed)
    assert any(list(lacking(steps_of(row), **told)) == ["领导包案还没有亲自督办。"] for row in taken)
    assert Matter.select().where(Matter.sensitive).count() == 6


def test_some_matters_come_from_a_visit_or_hearing_of_their_day(office: Path) -> None:
    fill_with_demo(TODAY, leaders=3)
    from_trips = list(Matter.select().where(Matter.activity.is_null(False)))
    assert {row.activity.kind for row in from_trips} == {"visit", "hearing"}
    for row in from_trips:
        assert row.registered_on == row.activity.first_day
        met = [target.contact_point_id for target in targets_of(row.activity) if target.outcome == "met"]
        assert row.activity.kind == "hearing" or row.contact_point_id in met


def test_leaders_have_friends_and_bring_services_where_they_met_somebody(office: Path) -> None:
    fill_with_demo(TODAY, leaders=3)
    assert [len(friends(leader)) for leader in leaders()] == [4, 4, 4]
    assert all("样" in row.name and row.met_on <= TODAY for row in friends())
    served = list(Target.select().where(Target.services != ""))
    assert {service for row in served for service in services_in(row.services)} == set(Service)
    assert {(row.outcome, row.activity.state) for row in served} == {("met", "done")}
    assert {row.contact_point.kind for row in served} == {"household"}


def test_nothing_is_done_on_a_day_still_to_come(office: Path) -> None:
    fill_with_demo(TODAY, leaders=5)
    done = Activity.select().where((Activity.state == "done") & (Activity.last_day > TODAY))
    assert done.count() == 0


def test_a_folder_with_somebody_in_it_is_refused(office: Path) -> None:
    a_leader()
    with pytest.raises(Problem, match="已经有数据"):
        fill_with_demo(TODAY)
    assert len(leaders()) == 1


def test_divisions_go_from_county_to_township_to_village() -> None:
    assert len(counties()) == 18
    county = counties()[0]
    township = townships(county)[0]
    assert villages(county, township)
    assert villages(county, "没有的镇") == []
    assert len(set(divisions())) > 3000
