"""How rare the words are that two texts share: few of them say more than many common ones."""

from __future__ import annotations

from collections.abc import Iterable

_RARE = 3  # terms that say whether two texts are of one event, not only of one kind


def rarest_shared(rated: Iterable[tuple[float, float]]) -> float:
    """Mean of the three greatest figures of shared terms, each given with its rarity, by falling rarity.

    A term's figure is its rarity where it weighs about as much in both, else less. Fewer than three count as three.
    """
    first = second = third = 0.0
    for rarity, rare in rated:
        if rarity <= third:
            break  # all that follow are less rare
        if rare > first:
            first, second, third = rare, first, second
        elif rare > second:
            second, third = rare, second
        elif rare > third:
            third = rare
    return (first + second + third) / _RARE
