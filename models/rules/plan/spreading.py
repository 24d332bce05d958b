"""What a plan should be beyond its hard rules: few trips, evenly over the weeks, townships on market days."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from models.rules.kinds import PointKind
from models.rules.plan.diary import bits
from models.rules.plan.outings import Board, Outing


def merge(board: Board) -> None:
    """Dissolve every trip whose errands can all go along on the leader's other trips, the smallest first."""
    for official in list(board.outings):
        for outing in sorted(board.outings[official], key=lambda outing: len(outing.errands)):
            _dissolve(board, outing)


def _dissolve(board: Board, outing: Outing) -> None:
    half, others = outing.half, list(board.outings[outing.official])
    before = [(other, list(other.errands)) for other in others]
    board.take(outing)
    if not all(board.join(errand) for errand in outing.errands):
        for other, errands in before:
            other.fill(errands)
        board.put(outing, half)


class Spreader:
    """Moves trips to better half-days. `market` gives the half-days of a township's market days.

    The fewest trips of the leader's own in the week come first, then a market day for a trip to a township,
    then even distances, then what else he has in that week; on the day, what keeps the most others at home.
    """

    def __init__(self, board: Board, market: Callable[[int], int]) -> None:
        self._board, self._market = board, cache(market)
        self._crowd = Counter(outing.half for own in board.outings.values() for outing in own)

    def spread(self) -> None:
        """Spread the trips of every leader."""
        for official in list(self._board.outings):
            own = sorted(self._board.outings[official], key=lambda outing: outing.half)
            if not self._spread_afresh(own):
                for place, outing in enumerate(own):
                    self._take(outing)
                    self._put(outing, self._best(outing, (2 * place + 1) / (2 * len(own))))

    def _spread_afresh(self, own: Sequence[Outing]) -> bool:
        """Take all his trips off and put them on again one by one; False if they do not all fit this way."""
        before = [(outing, outing.half) for outing in own]
        for outing in own:
            self._take(outing)
        for place, outing in enumerate(own):
            half = self._best(outing, (2 * place + 1) / (2 * len(own)))
            if half < 0:
                break
            self._put(outing, half)
        else:
            return True
        for outing, _ in before:
            if outing.half >= 0:
                self._take(outing)
        for outing, half in before:
            self._put(outing, half)
        return False

    def _best(self, outing: Outing, ideal: float) -> int:
        """The best half-day left, `ideal` being where in the span it should be; -1 if none is left."""
        board, open_ = self._board, self._board.open_to(outing)
        used, arranged = board.used[outing.official], board.diary.busy[outing.official]
        free = board.diary.free(outing.official)
        weeks = [week for week in board.diary.weeks if week & free]
        market = self._market_half_days(outing)
        choices = [
            (
                (used & week).bit_count(),
                not open_ & week & market,
                abs(place + 0.5 - ideal * len(weeks)),
                (arranged & week).bit_count(),
                open_ & week & market or open_ & week,
            )
            for place, week in enumerate(weeks)
            if open_ & week
        ]
        return min(bits(min(choices)[-1]), key=self._crowding) if choices else -1

    def _crowding(self, half: int) -> tuple[int, int]:
        return self._crowd[half], half

    def _market_half_days(self, outing: Outing) -> int:
        towns = [errand.point for errand in outing.errands if errand.kind == PointKind.TOWNSHIP]
        return self._market(towns[0]) if towns and towns[0] else -1

    def _take(self, outing: Outing) -> None:
        self._crowd[outing.half] -= 1
        self._board.take(outing)

    def _put(self, outing: Outing, half: int) -> None:
        self._board.put(outing, half)
        self._crowd[half] += 1
