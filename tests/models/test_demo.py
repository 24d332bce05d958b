"""The demo office: people plainly made up, in real places, the same for the same seed."""

from pathlib import Path

import pytest

from models.absence import Absence
from models.activity import Activity, Participant
from models.assignment import assignments_on
from models.base import database
from models.demo import HOUSEHOLDS, fill_with_demo
from models.division import counties, divisions, townships, villages
from models.official import leaders, officials
from models.on_duty_board import duty
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import Half, PointKind
from models.rules.pairing import half_day
from models.rules.problem import Problem
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
