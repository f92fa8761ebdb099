"""What scoring needs to know of a story, counted as its reports come in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from pantau.domain.source import Tier
from pantau.domain.story import RiskKind, ToneLabel

STEP = 600  # seconds of a step of the curve
KEPT = 432  # steps kept: three days


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report of a story.

    at        seconds since 1970 UTC
    copy      it repeats an earlier report nearly word for word
    topics    names and weights (0 to 10) of the topics that it fits
    severity  0 to 1 with the word that says so, as `language.severity` finds it
    """

    at: float
    source: int
    tier: Tier
    copy: bool = False
    topics: tuple[tuple[str, float], ...] = ()
    tone: ToneLabel = ToneLabel.NEUTRAL
    risks: tuple[RiskKind, ...] = ()
    severity: float = 0.0
    word: str = ""


class Outlet(NamedTuple):
    """A source that carries the story: whether it only copies, and when its first report came."""

    tier: Tier
    copies: bool
    since: float


@dataclass(slots=True)
class StoryActivity:
    """Counts of a story; cheap to add to and to score again.

    steps, copied  reports and copies among them by step of ten minutes since 1970
    joined         outlets by the step of their first report
    outlets        by source
    tiers, copying  outlets by tier, and how many of them only copied
    topics         topics with the reports that fit them, and their weight
    severities     words of weight with the reports that use them, and how grave they are
    """

    first: float = 0.0
    last: float = 0.0
    reports: int = 0
    copies: int = 0
    steps: dict[int, int] = field(default_factory=dict)
    copied: dict[int, int] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)
    outlets: dict[int, Outlet] = field(default_factory=dict)
    tiers: dict[Tier, int] = field(default_factory=dict)
    copying: int = 0
    topics: dict[str, tuple[int, float]] = field(default_factory=dict)
    tones: dict[ToneLabel, int] = field(default_factory=dict)
    risks: dict[RiskKind, int] = field(default_factory=dict)
    severities: dict[str, tuple[int, float]] = field(default_factory=dict)
    began: Tier = Tier.SOCIAL
    first_national: float | None = None

    @classmethod
    def of(cls, sightings: Iterable[Sighting]) -> StoryActivity:
        found = cls()
        for sighting in sightings:
            found.add(sighting)
        return found

    def add(self, sighting: Sighting) -> None:
        """Count a report in, in whatever order they come."""
        at, step = sighting.at, int(sighting.at // STEP)
        if not self.reports or (at, sighting.tier) < (self.first, self.began):
            self.first, self.began = at, sighting.tier
        self.last = max(self.last, at)
        self.reports += 1
        self.steps[step] = self.steps.get(step, 0) + 1
        if sighting.copy:
            self.copies += 1
            self.copied[step] = self.copied.get(step, 0) + 1
        self._count_outlet(sighting, step)
        for topic, weight in sighting.topics:
            count, most = self.topics.get(topic, (0, 0.0))
            self.topics[topic] = count + 1, max(most, weight)
        self.tones[sighting.tone] = self.tones.get(sighting.tone, 0) + 1
        for risk in sighting.risks:
            self.risks[risk] = self.risks.get(risk, 0) + 1
        if sighting.severity:
            count, grave = self.severities.get(sighting.word, (0, 0.0))
            self.severities[sighting.word] = count + 1, max(grave, sighting.severity)
        if len(self.steps) > KEPT:
            self._shorten()

    def _count_outlet(self, sighting: Sighting, step: int) -> None:
        known = self.outlets.get(sighting.source)
        if known is None:
            self.tiers[sighting.tier] = self.tiers.get(sighting.tier, 0) + 1
            self.copying += sighting.copy
            self.outlets[sighting.source] = Outlet(sighting.tier, sighting.copy, sighting.at)
            self.joined[step] = self.joined.get(step, 0) + 1
        else:
            self._hear_again(known, sighting, step)
        if sighting.tier is Tier.NATIONAL:
            seen = self.first_national
            self.first_national = sighting.at if seen is None else min(seen, sighting.at)

    def _hear_again(self, known: Outlet, sighting: Sighting, step: int) -> None:
        is_own, is_earlier = known.copies and not sighting.copy, sighting.at < known.since
        if not (is_own or is_earlier):
            return
        if is_own:
            self.copying -= 1
        if is_earlier:
            before = int(known.since // STEP)
            self.joined[before] -= 1
            self.joined[step] = self.joined.get(step, 0) + 1
        since = min(known.since, sighting.at)
        self.outlets[sighting.source] = Outlet(known.tier, known.copies and sighting.copy, since)

    def _shorten(self) -> None:
        """Forget the oldest steps; `joined` keeps its own, never more than there are outlets."""
        for step in sorted(self.steps)[:-KEPT]:
            del self.steps[step]
            self.copied.pop(step, None)
