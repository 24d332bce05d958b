"""What the preview says of half-days and of AB角: worth a second look, and nothing to be refused for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from models.exchange.afterwards import absences, names, whereabouts
from models.exchange.office import NEW, SAME, Office
from models.exchange.sorting import some
from models.exchange.typed_rows import Row
from models.rules.absence import clash_words, known_clashes, overlap
from models.rules.kinds import Half
from models.rules.pairing import Away

_SHOWN = 3


def whole_day_notes(rows: Sequence[Row]) -> Iterator[str]:
    """How many new rows say in which half they begin, but not in which they end, and count as whole days."""
    if not rows:
        return
    first, last = rows[0].fields.index("first_half"), rows[0].fields.index("last_half")
    found = [
        row
        for row in rows
        if row.values[last] is None
        and row.values[first] == Half.AM
        and row.outcome == NEW
        and not row.refusals
    ]
    for sheet, group in groupby(found, key=lambda row: row.sheet):
        numbers = [row.number for row in group]
        where = f"工作表“{sheet}”有 {len(numbers)} 行（第 {some(numbers)} 行）"
        yield f"{where}只写了开始时段“上午”，没有写结束时段，按全天计算。"


def clash_notes(office: Office, entered: Mapping[int, Row]) -> Iterator[str]:
    """Where new or changed absences leave neither A nor B, and nobody is named who approved it.

    Of two absences of the file it is enough that one is approved: it may have been entered second.
    """
    table, away = office.table("absence"), absences(office)
    fresh = {number: row for number, row in entered.items() if row.outcome != SAME and number in away}
    unapproved = [number for number in fresh if not table.value(number, "approver").strip()]
    if not unapproved:
        return
    others = [one for number, one in away.items() if number not in fresh or number in unapproved]
    said = _clashes(office, {number: away[number] for number in unapproved}, others)
    if said:
        shown = "；".join(f"第 {fresh[number].number} 行{words}" for number, words in said[:_SHOWN])
        more = f"；另有 {len(said) - _SHOWN} 处" if len(said) > _SHOWN else ""
        yield f"外出有 {len(said)} 处AB角同时不在、没有写批准人：{shown}{more}。"


def _clashes(office: Office, unapproved: Mapping[int, Away], others: Sequence[Away]) -> list[tuple[int, str]]:
    """The absences by id with a clash in words, each clash once; only those with one of the `others`."""
    there, people = whereabouts(office), names(office)
    beside: dict[int, list[Away]] = defaultdict(list)
    for one in others:
        beside[one.official].append(one)
    found: dict[tuple[object, ...], tuple[int, str]] = {}
    for number, meant in unapproved.items():
        for clash in known_clashes(meant, there):
            span = Away(clash.other, clash.first, clash.last)
            if any(overlap(span, one) for one in beside[clash.other]):
                both = frozenset((meant.official, clash.other))
                words = people[meant.official] + clash_words(clash, people).removesuffix("。")
                found.setdefault((both, clash.post, clash.first, clash.last), (number, words))
    return list(found.values())
