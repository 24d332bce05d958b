"""Errands of one leader in one place, and which of them to run together on the next trip there."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_, attrgetter, or_

from models.rules.kinds import PointKind
from models.rules.plan.diary import bits
from models.rules.plan.errands import Errand
from models.rules.plan.outings import Board, Outing

_WINDOW = attrgetter("window")
Bundle = tuple[Errand, ...]


class Group:
    """What waits in one place. `township` are errands to its township, which may wait in other groups too."""

    def __init__(self) -> None:
        self.here: list[Errand] = []
        self.township: list[Errand] = []
        self._failed: set[Bundle] = set()

    def left(self) -> list[Errand]:
        """What still waits."""
        return [*self.township, *self.here]

    def best(self, targets_a_trip: int) -> Bundle:
        """The most that can go together and has not failed yet; of equals what has more half-days left."""
        found = (bundle for bundle in self._bundles(targets_a_trip) if bundle not in self._failed)
        return max(found, key=lambda bundle: (len(bundle), _room(bundle)), default=())

    def settle(self, board: Board, bundle: Bundle) -> None:
        """Put the bundle on the board as a trip, or remember that this failed."""
        if not board.settle(Outing(bundle)):
            self._failed.add(bundle)
            return
        for errand in bundle:
            (self.township if errand in self.township else self.here).remove(errand)

    def _bundles(self, targets_a_trip: int) -> Iterator[Bundle]:
        for errands in _together(self.left()):
            if bundle := _loaded(errands, targets_a_trip):
                yield bundle


def groups(errands: Iterable[Errand]) -> list[Group]:
    """The errands by leader and place, his hearings together; a township's go along to all its places."""
    errands = list(errands)
    towns: dict[tuple[int, int | None], list[Errand]] = {}
    found: dict[object, Group] = {}
    for errand in errands:
        if errand.kind == PointKind.TOWNSHIP:
            towns.setdefault((errand.official, errand.point), []).append(errand)
        else:
            found.setdefault((errand.official, errand.place), Group()).here.append(errand)
    for group in found.values():
        group.township = towns.get((group.here[0].official, group.here[0].township), [])
    for key, waiting in towns.items():
        alone = found[key, "alone"] = Group()
        alone.township = waiting
    return list(found.values())


def _together(errands: Sequence[Errand]) -> Iterator[list[Errand]]:
    """For every half-day the errands that could be run in it, each such list once."""
    windows = set(map(_WINDOW, errands))
    if len(windows) < 2:
        yield list(errands)
        return
    seen = set()
    for half in bits(reduce(or_, windows)):
        those = tuple(window for window in windows if window >> half & 1)
        if those not in seen:
            seen.add(those)
            yield [errand for errand in errands if errand.window in those]


def _loaded(errands: Iterable[Errand], targets_a_trip: int) -> Bundle:
    """As much of it as one trip takes: what has the fewest half-days to choose from goes first."""
    chosen: dict[int | None, Errand] = {}
    households = 0
    for errand in sorted(errands, key=lambda errand: errand.window.bit_count()):
        is_household = errand.kind == PointKind.HOUSEHOLD
        if errand.point not in chosen and not (is_household and households >= targets_a_trip):
            chosen[errand.point] = errand
            households += is_household
    return tuple(chosen.values())


def _room(bundle: Bundle) -> int:
    common: int = reduce(and_, map(_WINDOW, bundle))
    return common.bit_count()
