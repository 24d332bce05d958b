"""Placing as many errands as can be placed: the fullest trips first, others moved out of their way.

While a leader's errands can all be run in the same half-days this places as many as is possible at all: which
trips can have half-days is a flow, and taking the fullest first is then best. Where windows differ, trips are
taken back and placed anew as long as that places more.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, combinations

from models.rules.bundles import groups
from models.rules.errands import Errand
from models.rules.outings import Board, Outing

_PAIRS_UP_TO = 24


def place(board: Board, errands: Sequence[Errand]) -> list[Errand]:
    """Put what can be put on the board; what could not be placed."""
    hopeless = [errand for errand in errands if not errand.window]
    left = _place(board, [errand for errand in errands if errand.window])
    for circle in _circles(board, left):
        left = _improved(board, circle, left)
    return hopeless + left


def _place(board: Board, errands: Sequence[Errand]) -> list[Errand]:
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


def _improved(board: Board, circle: set[int], left: list[Errand]) -> list[Errand]:
    """What is left after taking back one or two trips of the circle wherever that lets more be placed."""
    here = [errand for errand in left if errand.official in circle]
    elsewhere = [errand for errand in left if errand.official not in circle]
    better: list[Errand] | None = here
    while better is not None:
        here = better
        tries = (_retried(board, sorted(circle), here, victims) for victims in _victims(board, circle))
        better = next((again for again in tries if again is not None), None) if here else None
    return elsewhere + here


def _victims(board: Board, circle: Iterable[int]) -> Iterator[tuple[Outing, ...]]:
    outings = [outing for one in sorted(circle) for outing in board.outings[one]]
    sizes = (1, 2) if len(outings) <= _PAIRS_UP_TO else (1,)
    return chain.from_iterable(combinations(outings, size) for size in sizes)


def _retried(
    board: Board, circle: Sequence[int], left: Sequence[Errand], victims: Sequence[Outing]
) -> list[Errand] | None:
    """What is left when these trips are taken back and all is placed again; None if that is no less."""
    before = [(outing, list(outing.errands), outing.half) for one in circle for outing in board.outings[one]]
    for outing in victims:
        board.take(outing)
    again = _place(board, [*left, *chain.from_iterable(outing.errands for outing in victims)])
    if len(again) < len(left):
        return again
    for one in circle:
        for outing in list(board.outings[one]):
            board.take(outing)
    for outing, errands, half in before:
        outing.fill(errands)
        board.put(outing, half)
    return None
