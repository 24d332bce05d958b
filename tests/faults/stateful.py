"""Somebody who enters, changes, deletes, takes back, backs up, restores and is killed, against a plain dict.

A kill is a copy of the folder as it lies on the disk at that moment, opened in its place.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from hypothesis.strategies import integers, sampled_from

from models import storage
from models.activity import Activity, read_entry, save_activity
from models.change_chain import history_problems
from models.deletion import delete_activity
from models.official import Official
from models.undo import last_action, undo
from tests.faults.office import TODAY
from tests.faults.tally import Tally
from tests.models.made_up import a_leader, a_visit, day

WORDS = ("修路", "装路灯", "看病难", "䶮㛃𠅤", "=1+1", "")
State = dict[str, str]


class Clerk(RuleBasedStateMachine):
    """`now` is what should be there, `past` what was before each action that can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._room = Path(tempfile.mkdtemp(prefix="lianxin-clerk-"))
        self.data = self._room / "0"
        storage.open_database(self.data)
        a_leader("张样一")
        self.now: State = {}
        self.past: list[State] = []
        self.copies: list[tuple[Path, State, list[State]]] = []

    @rule(word=sampled_from(WORDS), month=integers(1, 10))
    def enter(self, word: str, month: int) -> None:
        row = save_activity(a_visit(Official.get_by_id(1), day(month, 9), purpose=word), TODAY)
        self._did(self.now | {row.number: word})

    @precondition(lambda self: self.now)
    @rule(at=integers(0, 99), word=sampled_from(WORDS))
    def change(self, at: int, word: str) -> None:
        number = self._one(at)
        typed = read_entry(Activity.get(Activity.number == number))
        typed.purpose = word
        save_activity(typed, TODAY)
        self._did(self.now | {number: word})

    @precondition(lambda self: self.now)
    @rule(at=integers(0, 99))
    def delete(self, at: int) -> None:
        number = self._one(at)
        delete_activity(Activity.get(Activity.number == number))
        self._did({other: word for other, word in self.now.items() if other != number})

    @precondition(lambda self: self.past)
    @rule()
    def take_back(self) -> None:
        action = last_action()
        assert action is not None
        undo(action)
        self.now = self.past.pop()

    @rule()
    def back_up(self) -> None:
        path = storage.backup(self._room / "out", loss_is_meant=True)
        self.copies.append((path, dict(self.now), list(self.past)))

    @precondition(lambda self: self.copies)
    @rule(at=integers(0, 99))
    def restore(self, at: int) -> None:
        path, now, past = self.copies[at % len(self.copies)]
        if path.exists():
            storage.restore(storage.verified(path))
            self.now, self.past = dict(now), list(past)

    @rule()
    def start_again(self) -> None:
        storage.close_database()
        storage.open_database(self.data)
        assert not storage.problems()
        assert not history_problems()

    @rule()
    def be_killed(self) -> None:
        as_it_lies = self._room / str(int(self.data.name) + 1)
        shutil.copytree(self.data, as_it_lies)
        storage.close_database()
        self.data = as_it_lies
        storage.open_database(self.data)

    def teardown(self) -> None:
        self._holds()
        storage.close_database()
        shutil.rmtree(self._room, ignore_errors=True)

    def _did(self, then: State) -> None:
        self.past.append(self.now)
        self.now = then
        self._holds()

    def _holds(self) -> None:
        there = {row.number: row.purpose for row in Activity.select()}
        assert there == self.now, (there, self.now)

    def _one(self, at: int) -> str:
        return sorted(self.now)[at % len(self.now)]


def stateful(runs: int) -> Iterator[Tally]:
    """So many lives of a clerk, of up to fifty actions each."""
    tally = Tally("a clerk against a plain dict")
    chosen = settings(
        max_examples=runs,
        stateful_step_count=50,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(Clerk, settings=chosen)
    except AssertionError as error:
        tally.count([f"half: {str(error)[:200]}"])
    tally.points = runs
    yield tally
