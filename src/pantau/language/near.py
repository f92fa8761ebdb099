"""Words near one another: which places of several parts stand close enough, in either order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Span = tuple[int, int]  # where the words of a part begin and end in a field, counted in words, end excluded


def chain(parts: Sequence[Sequence[Span]], distances: Sequence[int]) -> list[list[Span]]:
    """The places of each part that belong to a whole chain from the first part to the last.

    `distances[i]` is how many words may stand between a place of part i and one of part i + 1. All are
    empty when there is no whole chain; the first is empty exactly then. Costs n log n in places.
    """
    reached = [list(parts[0])]
    for places, distance in zip(parts[1:], distances, strict=True):
        reached.append(_beside(places, reached[-1], distance))
    kept = [reached[-1]]
    for places, distance in zip(reached[-2::-1], reversed(distances), strict=True):
        kept.append(_beside(places, kept[-1], distance))
    return kept[::-1]


def _beside(places: Sequence[Span], others: Sequence[Span], distance: int) -> list[Span]:
    """Those places that one of the others precedes or follows closely, without sharing a word with it."""
    starts = sorted(start for start, _ in others)
    ends = sorted(end for _, end in others)
    found = []
    for start, end in places:
        after = bisect_left(starts, end)
        before = bisect_right(ends, start) - 1
        follows = after < len(starts) and starts[after] - end <= distance
        if follows or (before >= 0 and start - ends[before] <= distance):
            found.append((start, end))
    return found
