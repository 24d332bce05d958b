"""Whether so much is suddenly gone that a backup must not push out the older ones unasked."""

from collections.abc import Mapping

NOUNS = {
    "official": "位干部",
    "contact_point": "个联系点",
    "activity": "条履职活动",
    "matter": "件民情事项",
    "friend": "位基层朋友",
}
_SHARE = 0.2
_FEW = 10


def sudden_losses(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """By table, how many rows fewer there are where that is a fifth or more; few rows may come and go."""
    lost = {noun: before.get(noun, 0) - now.get(noun, 0) for noun in NOUNS}
    return {
        noun: count
        for noun, count in lost.items()
        if before.get(noun, 0) >= _FEW and count >= _SHARE * before[noun]
    }


def said(counts: Mapping[str, int]) -> str:
    """9 位干部、108 个联系点: those nouns that there are any of."""
    return (
        "、".join(f"{counts[noun]} {word}" for noun, word in NOUNS.items() if counts.get(noun)) or "没有记录"
    )
