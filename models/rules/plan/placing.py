"""Placing as many errands as can be placed: the fullest trips first, others moved out of their way.

While a leader's errands can all be run in the same half-days this places as many as is possible at all: which
trips can have half-days is a flow, and taking the fullest first is then best. Where windows differ, trips are
taken back and placed anew as long as that places more.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, combinations

from models.rules.plan.bundles import groups
from models.rules.plan.errands import Errand
from models.rules.plan.outings import Board, Outing

_AT_ONCE_OF = (1000, 24, 12)  # one, two, three trips are taken back at once where there are so many
_TRIES = 1000  # errands placed anew in all, so that neither a large office waits nor one asked for too much


def place_all(board: Board, errands: Sequence[Errand]) -> list[Errand]:
    """Put as much on the board as can be put there; what could not be placed."""
    hopeless = [errand for errand in errands if not errand.window]
    left = place(board, [errand for errand in errands if errand.window])
    circles = [circle for circle in _circles(board, left) if _is_uneven(board, circle, left)]
    for circle in circles:
        left = _improved(board, circle, left, _TRIES // len(circles))
    return hopeless + left


def place(board: Board, errands: Sequence[Errand]) -> list[Errand]:
    """Add what finds room beside or before what is on the board; what found none."""
    left = [errand for errand in errands if not board.join(errand)]
    left = _open_trips(board, left)
    return [errand for errand in left if not board.join(errand) and not board.squeeze_in(errand)]


def _open_trips(board: Board, errands: Sequence[Errand]) -> list[Errand]:
    """New trips for these errands, the fullest first; what found none."""
    waiting = groups(errands)
    most = board.targets_a_trip
    queue = [(-len(group.best(most)), number) for number, group in enumerate(waiting)]
    heapify(queue)
    while queue:
        size, number = heappop(queue)
        bundle = waiting[number].best(most)
        if bundle and len(bundle) == -size:
            waiting[number].settle(board, bundle)
            bundle = waiting[number].best(most)
        if bundle:
            heappush(queue, (-len(bundle), number))
    return list(dict.fromkeys(chain.from_iterable(group.left() for group in waiting)))


def _circles(board: Board, left: Iterable[Errand]) -> list[set[int]]:
    """The leaders with something left, each with all whom his trips may hinder, and so on."""
    found: list[set[int]] = []
    for errand in left:
        if not any(errand.official in circle for circle in found):
            circle, new = set(), {errand.official}
            while new:
                circle |= new
                new = {other for one in new for other, _ in board.diary.partners.get(one, ())} - circle
            found.append(circle)
    return found


def _is_uneven(board: Board, circle: Iterable[int], left: Iterable[Errand]) -> bool:
    """Whether some leader's errands have different windows, or keep each other off a day."""
    windows: dict[int, set[int]] = {one: set() for one in circle}
    placed = (errand for one in circle for outing in board.outings[one] for errand in outing.errands)
    for errand in chain(placed, (errand for errand in left if errand.official in windows)):
        if board.is_repeated(errand):
            return True
        windows[errand.official].add(errand.window)
    return any(len(different) > 1 for different in windows.values())


def _improved(board: Board, circle: set[int], left: list[Errand], tries: int) -> list[Errand]:
    """What is left after taking back some trips of the circle wherever that lets more be placed."""
    here = [errand for errand in left if errand.official in circle]
    elsewhere = [errand for errand in left if errand.official not in circle]
    untried = _victims(board, circle)
    while tries > 0 and here and (victims := next(untried, None)):
        tries -= len(here)
        again = _retried(board, circle, here, victims)
        if again is not None:
            here, untried = again, _victims(board, circle)
    return elsewhere + here


def _victims(board: Board, circle: Iterable[int]) -> Iterator[tuple[Outing, ...]]:
    """The trips to take back at once: each alone, then, of few trips, also two and three together."""
    outings = [outing for one in sorted(circle) for outing in board.outings[one]]
    sizes = (size for size, most in enumerate(_AT_ONCE_OF, start=1) if len(outings) <= most)
    return chain.from_iterable(combinations(outings, size) for size in sizes)


def _retried(
    board: Board, circle: Iterable[int], left: Sequence[Errand], victims: Sequence[Outing]
) -> list[Errand] | None:
    """What is left when these trips are taken back and all is placed again; None if that is no less."""
    before = [(outing, list(outing.errands), outing.half) for one in circle for outing in board.outings[one]]
    freed = [errand for outing in victims for errand in outing.errands]
    for parts in ([[*left, *freed]], [left, freed]):  # all by size, or what was left first
        for outing in victims:
            board.take(outing)
        again = [errand for part in parts for errand in place(board, part)]
        again = [errand for errand in again if not board.join(errand)]
        if len(again) < len(left):
            return again
        _restore(board, circle, before)
    return None


def _restore(board: Board, circle: Iterable[int], before: Iterable[tuple[Outing, list[Errand], int]]) -> None:
    for one in circle:
        for outing in list(board.outings[one]):
            board.take(outing)
    for outing, errands, half in before:
        outing.fill(errands)
        board.put(outing, half)
