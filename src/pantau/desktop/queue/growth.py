"""How a story grows: the reports of its last hour against the hour before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Growth:
    """`per_hour` reports in the last hour; `way` is against the hour before it."""

    per_hour: int
    way: Literal["up", "down", "steady"]


def growth(curve: Sequence[tuple[datetime, int]], now: datetime) -> Growth:
    """Read the growth off a curve of ten-minute steps."""
    last = sum(count for at, count in curve if now - _HOUR < at <= now)
    before = sum(count for at, count in curve if now - 2 * _HOUR < at <= now - _HOUR)
    if last == before:
        return Growth(last, "steady")
    return Growth(last, "up" if last > before else "down")


def rounded(points: Sequence[float], total: float) -> list[float]:
    """The points to one decimal so that what is shown adds up to `total` as it is shown.

    The rest goes to those that were cut most (the largest-remainder method).
    """
    tenths = [round(point * 10, 6) for point in points]
    floors = [int(tenth // 1) for tenth in tenths]
    missing = round(total * 10) - sum(floors)
    order = sorted(range(len(points)), key=lambda index: tenths[index] - floors[index], reverse=True)
    for index in order[: max(0, min(missing, len(order)))]:
        floors[index] += 1
    return [floor / 10 for floor in floors]
