"""Reports of a story in steps of ten minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

from pantau.stories.activity import KEPT, STEP


class Curve:
    """Counts by step, oldest first, with the empty steps between; the last three days of it."""

    __slots__ = ("_counts", "_first", "_steps")

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self._first = 0
        self._steps: list[tuple[datetime, int]] = []

    def add(self, time: float) -> None:
        """Count a report at `time`, seconds since 1970; they may come in any order."""
        step = int(time // STEP)
        self._counts[step] = self._counts.get(step, 0) + 1
        if self._steps and 0 <= step - self._first < KEPT:
            ahead = range(self._first + len(self._steps), step + 1)
            self._steps += [self._at(each) for each in ahead]
            self._steps[step - self._first] = self._at(step)
        else:
            self._begin_again()

    def steps(self) -> tuple[tuple[datetime, int], ...]:
        """(begin of the step in UTC, reports) pairs."""
        return tuple(self._steps)

    def _begin_again(self) -> None:
        last = max(self._counts)
        self._first = max(min(self._counts), last - KEPT + 1)
        self._steps = [self._at(step) for step in range(self._first, last + 1)]

    def _at(self, step: int) -> tuple[datetime, int]:
        return _moment(step), self._counts.get(step, 0)


@lru_cache(2 * KEPT)
def _moment(step: int) -> datetime:
    return datetime.fromtimestamp(step * STEP, UTC)


def curve(times: Iterable[float]) -> tuple[tuple[datetime, int], ...]:
    """The steps of reports at these times, seconds since 1970, in any order."""
    found = Curve()
    for time in times:
        found.add(time)
    return found.steps()
