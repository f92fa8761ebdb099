"""What a drill shows: how soon each expected story stood out, and how often the alarm was false."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from pantau.drill.scenario import Scenario, Storyline
from pantau.feeds.addresses import canonical

TOP = 10


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story as the queue has it at one moment, the most pressing first; `urls` are its articles'."""

    story: int
    title: str
    score: float
    alert: bool
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """How an expected story fared. Times are aware; None where it never happened.

    half_of_reports  when half of its reports, rounded up, were out
    best_rank        from 1
    lead_minutes     from entering the top 10 to `half_of_reports`; 0 or less is too late
    """

    key: str
    title: str
    first_report: datetime | None
    third_report: datetime | None
    half_of_reports: datetime | None
    in_top10_at: datetime | None
    best_rank: int | None
    lead_minutes: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a drill. `seconds` are real ones, everything else is simulated."""

    scenario: str
    minutes_played: int
    seconds: float
    expected: tuple[Sighting, ...]
    false_alerts_per_hour: float

    def as_json(self) -> dict[str, object]:
        """The last line of `pantau drill`, times in ISO 8601."""
        expected = [
            {name: _plain(value) for name, value in asdict(sighting).items()} for sighting in self.expected
        ]
        return {"event": "done", **asdict(self), "expected": expected}


class Tally:
    """Keeps what the snapshots of the queue say about the script's stories."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._keys = {canonical(report.url): report.story for report in scenario.reports}
        self._expected = {story.key for story in scenario.expected}
        self._entered: dict[str, datetime] = {}
        self._best: dict[str, int] = {}
        self._false_alerts: set[int] = set()

    def see(self, now: datetime, queue: Sequence[Ranked]) -> None:
        """Take in the queue as it stands at `now`."""
        for rank, ranked in enumerate(queue, start=1):
            key = self.key_of(ranked.urls)
            if key in self._expected:
                self._stand(key, rank, now)
            elif ranked.alert:
                self._false_alerts.add(ranked.story)

    def key_of(self, urls: Iterable[str]) -> str:
        """The script's story that more than half of these articles tell; "" when there is none."""
        keys = Counter(self._keys.get(url, "") for url in urls)
        if not keys:
            return ""
        key, count = keys.most_common(1)[0]
        return key if 2 * count > keys.total() else ""

    def false_alerts_per_hour(self, played: timedelta) -> float:
        """Stories that raised an alert though the script does not expect them, by the simulated hour."""
        return round(len(self._false_alerts) / max(played / timedelta(hours=1), 1 / 60), 3)

    def sightings(self) -> tuple[Sighting, ...]:
        return tuple(self._sighting(story) for story in self._scenario.expected)

    def _stand(self, key: str, rank: int, now: datetime) -> None:
        self._best[key] = min(rank, self._best.get(key, rank))
        if rank <= TOP:
            self._entered.setdefault(key, now)

    def _sighting(self, story: Storyline) -> Sighting:
        zone = self._scenario.start.tzinfo
        times = [report.at.astimezone(zone) for report in self._scenario.of_story(story.key)]
        half = times[(len(times) - 1) // 2] if times else None
        entered = self._entered.get(story.key)
        lead = None if half is None or entered is None else (half - entered) / timedelta(minutes=1)
        return Sighting(
            key=story.key,
            title=story.title,
            first_report=times[0] if times else None,
            third_report=times[2] if len(times) > 2 else None,
            half_of_reports=half,
            in_top10_at=None if entered is None else entered.astimezone(zone),
            best_rank=self._best.get(story.key),
            lead_minutes=lead,
        )


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
