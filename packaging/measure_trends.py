"""Measures how early the queue shows what grows wide: on generated streams and on the drills.

    .venv/bin/python packaging/measure_trends.py [--part dev|kept|all] [--seeds N] [--every 15m]

Scoring is tuned on the part "dev"; "kept" has other seeds, other events and other words. Streams are replayed as
`pantau evaluate queue` does it: the shipped topics in force, every outlet a regional one. Prints a table, one line
for each part and for the drills; exits 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from pantau.domain.errors import PantauError
from pantau.drill import scenario
from pantau.engine.analysis import Analysis
from pantau.engine.scoring import Scoring
from pantau.evaluate import replay, trends
from pantau.evaluate.streams import Item
from pantau.operations import topics

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "evaluate"))

import newsrooms

OUTLETS = (40, 80, 120, 60, 100, 120)
DAYS, PLANTED = 2, 12
LEAD, SLOW_LEAD, FALSE_ALERTS = 30.0, 60.0, 1.0


@dataclass(slots=True)
class Figures:
    """What was seen in the streams of one part."""

    sightings: list[trends.Sighting] = field(default_factory=list)
    slow: list[trends.Sighting] = field(default_factory=list)
    false_alerts: int = 0
    alerted: int = 0
    hours: float = 0.0
    articles: int = 0

    def add(self, found: trends.Outcome, articles: int, slow: frozenset[str] = frozenset()) -> None:
        self.sightings += found.sightings
        self.slow += [one for one in found.sightings if one.key in slow]
        self.false_alerts += len(found.false_alerts)
        self.alerted += len(found.alerted)
        self.hours += found.hours
        self.articles += articles

    @property
    def fast(self) -> list[trends.Sighting]:
        return [one for one in self.sightings if one not in self.slow]

    @property
    def false_in_two_hours(self) -> float:
        return 2 * self.false_alerts / self.hours

    @property
    def is_good(self) -> bool:
        slow = trends.median_lead(self.slow) if self.slow else SLOW_LEAD
        return (
            trends.median_lead(self.fast) >= LEAD
            and slow >= SLOW_LEAD
            and self.false_in_two_hours <= FALSE_ALERTS
        )


def main() -> int:
    asked = _asked()
    every = replay.span(asked.every)
    print(f"{'streams':<24}{'articles':>9}{'wide':>6}{'by third':>10}", end="")
    print(f"{'lead':>7}{'slow':>7}{'alerted':>9}{'false/2h':>10}")
    results = []
    for part in ("dev", "kept") if asked.part == "all" else (asked.part,):
        found = Figures()
        for seed, outlets in list(enumerate(OUTLETS, 1))[: asked.seeds]:
            stream = newsrooms.stream(seed, outlets=outlets, days=DAYS, planted=PLANTED, part=part)
            slow = frozenset(event.key for event in stream.planted if event.slow)
            seen = _outcome(stream.items, stream.gold, [event.key for event in stream.planted], every)
            found.add(seen, len(stream.items), slow)
        results.append(_told(part, found))
    for name, items, gold, expected in _drills():
        found = Figures()
        found.add(_outcome(items, gold, expected, timedelta(minutes=5)), len(items))
        results.append(_told(name, found))
    return 0 if all(results) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--part", choices=("dev", "kept", "all"), default="all")
    parser.add_argument("--seeds", type=int, default=len(OUTLETS), help="streams of each part")
    parser.add_argument("--every", default="15m", help="time between snapshots")
    return parser.parse_args()


def _outcome(
    items: tuple[Item, ...], gold: dict[str, str], expected: list[str], every: timedelta
) -> trends.Outcome:
    shipped = topics.shipped()
    analysis = Analysis(shipped, Scoring(shipped))
    return trends.outcome(items, gold, expected, replay.snapshots(items, analysis, every=every, top=50))


def _drills() -> Iterator[tuple[str, tuple[Item, ...], dict[str, str], list[str]]]:
    for listing in scenario.available():
        script = scenario.load(listing.id)
        items = tuple(
            Item(report.url, report.title, report.text, report.at, report.outlet.name, report.url)
            for report in script.reports
        )
        gold = {report.url: report.story for report in script.reports}
        yield listing.id, items, gold, [story.key for story in script.expected]


def _told(name: str, found: Figures) -> bool:
    by_third = sum(one.by_third for one in found.sightings)
    slow = f"{trends.median_lead(found.slow):.0f}" if found.slow else "-"
    print(f"{name:<24}{found.articles:>9}{len(found.sightings):>6}{by_third:>10}", end="")
    print(
        f"{trends.median_lead(found.fast):>7.0f}{slow:>7}{found.alerted:>9}{found.false_in_two_hours:>10.2f}"
    )
    return found.is_good


if __name__ == "__main__":
    try:
        sys.exit(main())
    except PantauError as error:
        sys.exit(f"{error.key}: {error.facts}")
