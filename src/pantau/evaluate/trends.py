"""How early the queue shows what grows wide, and how often its alerts are false."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from pantau.evaluate.replay import Snapshot
from pantau.evaluate.streams import Item

TOP = 10
THIRD = 3


@dataclass(frozen=True, slots=True)
class Sighting:
    """How an event fared in the queue.

    by_third      it stood among the first TOP in the first snapshot that knows its third report, or before
    entered       when it first stood there; None if it never did
    lead_minutes  from then to the moment when half of its reports were out; None if it never did
    """

    key: Hashable
    third_report: datetime
    half_of_reports: datetime
    entered: datetime | None
    by_third: bool

    @property
    def lead_minutes(self) -> float | None:
        if self.entered is None:
            return None
        return (self.half_of_reports - self.entered) / timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one stream: the events that should be seen, and the stories that raised a false alert.

    false_alerts  headline and time of stories marked that tell none of these events
    alerted       events that raised an alert
    """

    sightings: tuple[Sighting, ...]
    false_alerts: tuple[tuple[datetime, str], ...]
    alerted: frozenset[Hashable]
    hours: float

    @property
    def by_third(self) -> float:
        """Share of the events among the first TOP by their third report."""
        return sum(one.by_third for one in self.sightings) / max(1, len(self.sightings))

    @property
    def false_alerts_in_two_hours(self) -> float:
        return 2 * len(self.false_alerts) / max(self.hours, 1 / 60)


def median_lead(sightings: Iterable[Sighting]) -> float:
    """Median lead in minutes; an event that never stood out has none, which counts as the worst."""
    leads = [float("-inf") if one.lead_minutes is None else one.lead_minutes for one in sightings]
    return median(leads) if leads else 0.0


def outcome(
    items: Sequence[Item],
    gold: Mapping[Any, Hashable],
    expected: Collection[Hashable],
    snapshots: Iterable[Snapshot],
) -> Outcome:
    """Holds the queue of a replayed stream against what its articles tell.

    gold      the event of each article, by the article's id
    expected  events that should be seen, each of three reports or more
    """
    seen = _Seen(gold, expected)
    times: list[datetime] = []
    for snapshot in snapshots:
        times.append(snapshot.at)
        seen.take(snapshot)
    found = [_sighting(key, items, gold, seen, times) for key in expected]
    hours = (times[-1] - times[0]) / timedelta(hours=1) if times else 0.0
    return Outcome(tuple(found), tuple(seen.false.values()), frozenset(seen.alerted), hours)


def told_by(articles: Sequence[Any], gold: Mapping[Any, Hashable]) -> Hashable | None:
    """The event that more than half of a story's articles tell; None when there is none."""
    key, count = Counter(gold.get(article) for article in articles).most_common(1)[0]
    return key if 2 * count > len(articles) else None


class _Seen:
    """What the snapshots show, as they come."""

    def __init__(self, gold: Mapping[Any, Hashable], expected: Collection[Hashable]) -> None:
        self._gold = gold
        self._expected = frozenset(expected)
        self.entered: dict[Hashable, datetime] = {}
        self.false: dict[int, tuple[datetime, str]] = {}
        self.alerted: set[Hashable] = set()

    def take(self, snapshot: Snapshot) -> None:
        for rank, (story, articles) in enumerate(snapshot.queue, 1):
            if rank > TOP and not story.alert:
                continue
            key = told_by(articles, self._gold)
            if key in self._expected:
                if rank <= TOP:
                    self.entered.setdefault(key, snapshot.at)
                if story.alert:
                    self.alerted.add(key)
            elif story.alert:
                self.false.setdefault(story.id, (snapshot.at, story.title))


def _sighting(
    key: Hashable,
    items: Sequence[Item],
    gold: Mapping[Any, Hashable],
    seen: _Seen,
    times: Sequence[datetime],
) -> Sighting:
    out = sorted(item.published for item in items if gold.get(item.id) == key)
    third, entered = out[THIRD - 1], seen.entered.get(key)
    known = next((at for at in times if at >= third), None)
    by_third = entered is not None and known is not None and entered <= known
    return Sighting(key, third, out[(len(out) - 1) // 2], entered, by_third)
