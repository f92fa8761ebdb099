"""How many reports are usual, learned as the stream goes by.

Of all news and per topic by the hour of the week; per source by the mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_HOUR = 3600
_WEEK = 168  # hours
_SLOWEST = 0.01  # of the mean rate, an hour weighs at least so much: it forgets within a few days
_WEEKLY = 0.3  # of an hour of the week, the latest week weighs so much
_SOURCE = "source:"
_WHOLE_DAY = 24  # hours, before which busy ones cannot be told from others
_KNOWN = 6  # hours counted before anything can be called usual


@dataclass(slots=True)
class _Usual:
    """The hour being counted (since 1970), its reports so far, the mean of past hours and those of the week."""

    hour: int
    count: int = 0
    hours: int = 0
    rate: float = 0.0
    week: dict[int, float] = field(default_factory=dict)
    by_week: bool = True

    def roll(self, hour: int) -> None:
        """Close all hours before `hour`; those without a report count as empty."""
        if hour - self.hour > 2 * _WEEK:  # silent for weeks: what was usual is not any more
            self.hour, self.count, self.rate, self.week = hour, 0, 0.0, {}
            return
        while self.hour < hour:
            slot = self.hour % _WEEK
            self.hours += 1
            self.rate += (self.count - self.rate) * max(_SLOWEST, 1 / self.hours)
            if self.by_week:
                known = self.week.get(slot)
                self.week[slot] = self.count if known is None else known + (self.count - known) * _WEEKLY
            self.hour += 1
            self.count = 0


class Baseline:
    """Usual volumes by key: a topic's name, ALL news, or a source as `of_source` names it.

    A source is only known by its mean: thousands of them by the hour of the week would be too much to keep.
    """

    ALL = "*"

    def __init__(self) -> None:
        self._usual: dict[str, _Usual] = {}

    @staticmethod
    def of_source(source: int) -> str:
        return f"{_SOURCE}{source}"

    def observe(self, key: str, at: float) -> None:
        """Count a report at `at`, seconds since 1970. One of an hour that is closed changes nothing."""
        hour = int(at // _HOUR)
        usual = self._usual.get(key)
        if usual is None:
            usual = self._usual[key] = _Usual(hour, by_week=not key.startswith(_SOURCE))
        if hour > usual.hour:
            usual.roll(hour)
        if hour == usual.hour:
            usual.count += 1

    def expected(self, key: str, at: float) -> float:
        """Reports an hour that are usual at this hour of the week; 0 for what was never seen."""
        usual = self._usual.get(key)
        if usual is None:
            return 0.0
        hour = int(at // _HOUR)
        if hour > usual.hour:
            usual.roll(hour)
        weekly = usual.week.get(hour % _WEEK)
        return usual.rate if weekly is None else (usual.rate + weekly) / 2

    def tempo(self, at: float) -> float:
        """How busy newsrooms are at this hour of the week against the mean of all hours; 1 while nobody knows."""
        usual = self._usual.get(self.ALL)
        if usual is None or usual.hours < _WHOLE_DAY or usual.rate <= 0:
            return 1.0
        return self.expected(self.ALL, at) / usual.rate

    def knows(self, key: str) -> bool:
        """Whether it has been counted for long enough to say what is usual."""
        usual = self._usual.get(key)
        return usual is not None and usual.hours >= _KNOWN

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store."""
        return {
            key: [usual.hour, usual.count, usual.hours, round(usual.rate, 4), _rounded(usual.week)]
            for key, usual in self._usual.items()
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Baseline:
        """What `to_json` gave."""
        found = cls()
        for key, (hour, count, hours, rate, week) in stored.items():
            slots = {int(slot): float(mean) for slot, mean in week.items()}
            by_week = not key.startswith(_SOURCE)
            found._usual[key] = _Usual(int(hour), int(count), int(hours), float(rate), slots, by_week)
        return found


def _rounded(week: Mapping[int, float]) -> dict[str, float]:
    return {str(slot): round(mean, 3) for slot, mean in week.items() if mean}
