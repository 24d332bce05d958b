"""The commands a secretary's support, and checks from outside, rely on: exit codes, JSON, plain words."""

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs one command on the folder; its exit code, standard output and standard error."""

    def run_(*arguments: str) -> tuple[int, str, str]:
        code = main(["--data", str(folder), *arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return run_


@pytest.fixture
def demo(run: Run) -> Run:
    """The same, on a folder that holds a demo office of three leaders."""
    assert run("demo", "--leaders", "3", "--seed", "7")[0] == 0
    return run


def test_demo_fills_an_empty_folder_once(demo: Run) -> None:
    code, _, err = demo("demo")
    assert code == 1
    assert "空的文件夹" in err


@pytest.mark.parametrize(
    "number", [("--leaders", "0"), ("--leaders", "-1"), ("--years", "0"), ("--years", "99999")]
)
def test_a_demo_of_a_size_no_office_has_is_refused_in_words(run: Run, number: tuple[str, str]) -> None:
    code, _, err = run("demo", *number)
    assert code == 1
    assert "至少要有 1 位领导" in err


def test_the_same_seed_gives_the_same_office(demo: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert main(["--data", str(other), "demo", "--leaders", "3", "--seed", "7"]) == 0
    first = demo("progress", "2026", "--json")[1]
    main(["--data", str(other), "progress", "2026", "--json"])
    second = demo("progress", "2026", "--json")[1]
    assert json.loads(first) == json.loads(second.splitlines()[-1])


def test_progress_as_json_has_the_promised_fields_and_nothing_else_on_standard_output(demo: Run) -> None:
    code, out, _ = demo("progress", "2026Q4", "--on", "2026-11-22", "--json")
    lines = json.loads(out)
    assert code == 0
    assert {line["rule"] for line in lines} == {"township_visit", "village_visit", "hearing"}
    assert set(lines[0]) == {
        *("leader", "rule", "subject", "subject_id", "period", "unit", "owed", "done", "planned"),
        *("missing", "state", "per_week", "counted"),
    }


def test_yearly_progress_lists_yearly_duties_with_their_pace(demo: Run) -> None:
    lines = json.loads(demo("progress", "2026", "--on", "2026-11-22", "--json")[1])
    days = [line for line in lines if line["rule"] == "fieldwork_days"]
    assert len(days) == 3
    assert days[0]["per_week"] == pytest.approx(days[0]["missing"] / (39 / 7))
    assert {line["per_week"] for line in lines if line["rule"] == "report"} == {None}


def test_progress_in_words_names_state_leader_and_duty(demo: Run) -> None:
    out = demo("progress", "2026Q4", "--on", "2026-11-22")[1]
    assert "下访听诉" in out
    assert "次" in out


def test_one_leader_alone_can_be_asked_for(demo: Run) -> None:
    everybody = json.loads(demo("progress", "2026", "--json")[1])
    name = everybody[0]["leader"]
    one = json.loads(demo("progress", "2026", "--json", "--leader", name)[1])
    assert one == [line for line in everybody if line["leader"] == name]


@pytest.mark.parametrize("period", ["2026Q5", "2026H3", "26", "第四季度", "2026q"])
def test_a_malformed_period_is_refused_in_words(demo: Run, period: str) -> None:
    code, out, err = demo("progress", period)
    assert (code, out) == (1, "")
    assert "看不懂期间" in err


def test_a_day_that_does_not_exist_is_refused_in_words(demo: Run) -> None:
    code, _, err = demo("due", "--on", "2026-02-30")
    assert code == 1
    assert "2026-02-30" in err


@pytest.mark.parametrize(
    "command",
    [("due", "--on", "0001-01-01"), ("due", "--on", "9999-12-31"), ("workdays", "0"), ("workdays", "10000")],
)
def test_a_year_nobody_means_is_refused_in_words(demo: Run, command: tuple[str, ...]) -> None:
    code, out, err = demo(*command)
    assert (code, out) == (1, "")
    assert "年份不合理" in err


def test_an_unknown_leader_is_refused_by_name(demo: Run) -> None:
    code, _, err = demo("due", "--leader", "无此样")
    assert code == 1
    assert "无此样" in err


def test_due_as_json_says_what_when_and_in_which_state(demo: Run) -> None:
    found = json.loads(demo("due", "--on", "2026-11-22", "--json")[1])
    assert found
    assert set(found[0]) == {"leader", "what", "subject", "due", "state", "number"}
    assert {entry["state"] for entry in found} <= {"late", "at_risk", "open", "awaiting"}
    assert all(entry["number"] for entry in found if entry["what"] == "awaiting")


def test_workdays_say_where_the_table_comes_from(demo: Run) -> None:
    known = json.loads(demo("workdays", "2026", "--json")[1])
    assert known["source"] == "shipped"
    assert "2026-10-01" in known["off"]
    assert "2026-10-10" in known["work"]
    assert json.loads(demo("workdays", "2031", "--json")[1])["source"] == "none"
    assert "周一至周五" in demo("workdays", "2031")[1]


def test_workdays_of_a_year_typed_in_part_say_so(demo: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "节假日.csv"
    sheet.write_text("日期,类型,名称\n2031-10-01,休,国庆节\n", "utf-8")
    demo("import", str(sheet))
    assert json.loads(demo("workdays", "2031", "--json")[1])["source"] == "office"
    assert "没有录全" in demo("workdays", "2031")[1]


def test_backup_writes_a_verified_copy_and_check_finds_nothing_wrong(demo: Run, tmp_path: Path) -> None:
    code, _, err = demo("backup", str(tmp_path / "stick"))
    assert code == 0
    assert "备份完成并已核对" in err
    assert len(list((tmp_path / "stick").iterdir())) == 1
    assert demo("check")[0] == 0


def test_a_backup_verifies_and_restores(demo: Run, run: Run, tmp_path: Path) -> None:
    demo("backup", str(tmp_path / "stick"))
    (copy,) = (tmp_path / "stick").iterdir()
    code, _, err = run("--data", str(tmp_path / "none"), "verify", str(copy))
    assert code == 0
    assert "备份完好" in err
    assert "位干部" in err
    before = demo("progress", "2026", "--json")[1]
    code, _, err = run("--data", str(tmp_path / "new"), "restore", str(copy))
    assert code == 0
    assert "恢复完成" in err
    assert run("--data", str(tmp_path / "new"), "progress", "2026", "--json")[1] == before


def test_a_damaged_backup_is_refused_and_a_damaged_file_gives_way_to_a_good_one(
    demo: Run, folder: Path, tmp_path: Path
) -> None:
    demo("backup", str(tmp_path / "stick"))
    (copy,) = (tmp_path / "stick").iterdir()
    before = demo("progress", "2026", "--json")[1]
    (tmp_path / "cut.ldzb").write_bytes(copy.read_bytes()[:-9])
    for command in ("verify", "restore"):
        code, _, err = demo(command, str(tmp_path / "cut.ldzb"))
        assert code == 1
        assert "已损坏或没有写完" in err
    (folder / "lianxin.db").write_bytes(b"x" * 5000)
    assert demo("progress", "2026")[0] == 1
    code, _, err = demo("restore", str(copy))
    assert code == 0
    assert "恢复前的数据另存在" in err
    assert demo("progress", "2026", "--json")[1] == before


def test_a_backup_sealed_by_password_opens_only_with_it(
    demo: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIANXIN_PASSWORD", "百色 2026 秋天")
    demo("backup", str(tmp_path / "stick"))
    (copy,) = (tmp_path / "stick").iterdir()
    assert demo("verify", str(copy))[0] == 0
    monkeypatch.setenv("LIANXIN_PASSWORD", "别的")
    assert "密码或恢复码不对" in demo("verify", str(copy))[2]
    monkeypatch.delenv("LIANXIN_PASSWORD")
    assert "是加密的" in demo("verify", str(copy))[2]
    (tmp_path / "word").write_text("百色 2026 秋天\n", "utf-8")
    assert demo("verify", str(copy), "--password-file", str(tmp_path / "word"))[0] == 0


def test_a_command_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("nonsense")
    assert stopped.value.code == 2


def test_a_folder_that_is_not_named_is_wrong_usage_too(run: Run) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("--data")
    assert stopped.value.code == 2


def test_without_a_display_the_window_is_refused_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    code, _, err = run()
    assert code == 1
    assert len(err.strip().splitlines()) == 1


def test_a_fault_before_the_database_is_open_shows_no_traceback_either(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printing.documents.FORMS", [None])
    code, _, err = run("documents")
    assert code == 3
    assert "Traceback" not in err


def test_a_fault_of_ours_is_logged_and_told_without_a_traceback(
    demo: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("models.console.due", lambda *_: 1 / 0)
    code, _, err = demo("due")
    assert code == 3
    assert "Traceback" not in err
    assert "division by zero" in caplog.text


def test_a_plan_is_proposed_as_promised_and_kept_when_applied(demo: Run) -> None:
    quarter = ("plan", "2026Q4", "--on", "2026-11-22")
    code, out, err = demo(*quarter, "--json")
    found = json.loads(out)
    assert code == 0
    assert set(found) == {"trips", "unplaced"}
    assert all(set(trip) == {"leader", "kind", "day", "half", "targets"} for trip in found["trips"])
    assert {trip["kind"] for trip in found["trips"]} <= {"走访", "下访听诉"}
    assert all(trip["targets"] == [] for trip in found["trips"] if trip["kind"] == "下访听诉")
    assert "没有保存" in err
    assert json.loads(demo(*quarter, "--apply", "--json")[1]) == found
    assert json.loads(demo(*quarter, "--json")[1]) == {"trips": [], "unplaced": []}


def test_a_plan_in_words_names_day_leader_and_targets_and_what_found_no_place(demo: Run) -> None:
    lines = demo("plan", "2026Q4", "--on", "2026-12-31")[1].splitlines()
    assert lines
    assert all(line.startswith("未排入") for line in lines)
    when, _, kind, *_ = demo("plan", "2027Q1", "--on", "2026-11-22")[1].splitlines()[0].split("\t")
    assert when.startswith("2027-")
    assert "星期" in when
    assert kind in ("走访", "下访听诉")


def test_a_past_quarter_is_not_planned(demo: Run) -> None:
    code, out, err = demo("plan", "2026Q3", "--on", "2026-11-22", "--json")
    assert (code, out) == (1, "")
    assert "已经过去" in err


def test_whoever_stops_reading_early_is_no_fault_and_no_success(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "--data", str(tmp_path), "documents"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        running.stdout.close()
        assert running.stderr
        assert (running.stderr.read(), running.wait()) == (b"", 141)
    assert not (tmp_path / "lianxin.log").exists()


def test_a_disk_that_fails_in_the_middle_is_told_in_words(demo: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr("models.progress._assignments", fails)
    code, _, said = demo("progress", "2026")
    assert code == 1
    assert said.startswith("刚才的操作没有完成：磁盘读写出错")
    assert "Traceback" not in said
