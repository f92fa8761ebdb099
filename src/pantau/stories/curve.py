"""Reports of a story in steps of ten minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from pantau.stories.activity import KEPT, STEP


def curve(times: Iterable[float]) -> tuple[tuple[datetime, int], ...]:
    """Counts by step, oldest first, with the empty steps between; the last three days of it.

    times  of the reports, seconds since 1970, in any order
    Returns (begin of the step in UTC, reports) pairs.
    """
    counts: dict[int, int] = {}
    for time in times:
        step = int(time // STEP)
        counts[step] = counts.get(step, 0) + 1
    if not counts:
        return ()
    last = max(counts)
    first = max(min(counts), last - KEPT + 1)
    return tuple(
        (datetime.fromtimestamp(step * STEP, UTC), counts.get(step, 0)) for step in range(first, last + 1)
    )
