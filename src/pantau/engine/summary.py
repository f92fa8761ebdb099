"""What the reports of a story add up to, counted as they come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import UTC, datetime
from typing import TypeVar

from pantau.domain.source import Tier
from pantau.domain.story import Reading, Region, RiskKind, ToneLabel
from pantau.stories.curve import Curve
from pantau.stories.headline import Headline, Naming

K = TypeVar("K", bound=Hashable)

SHOWN_REGIONS = 3
SHOWN_UNITS = 2
SHARE = 3  # a judgement of the story is one that at least a third of its reports share


class Summary:
    """Judgements of a story by those of its reports. Never for a story without any."""

    __slots__ = (
        "_curve",
        "_places",
        "_regions",
        "_risks",
        "_tones",
        "_topics",
        "_units",
        "first",
        "last",
        "naming",
        "reports",
        "sources",
    )

    def __init__(self) -> None:
        self.reports = 0
        self.first = datetime.max.replace(tzinfo=UTC)
        self.last = datetime.min.replace(tzinfo=UTC)
        self.sources: set[int] = set()
        self.naming = Naming()
        self._curve = Curve()
        self._places: dict[str, Region] = {}
        self._regions: Counter[str] = Counter()
        self._topics: Counter[str] = Counter()
        self._units: Counter[str] = Counter()
        self._tones: Counter[ToneLabel] = Counter()
        self._risks: Counter[RiskKind] = Counter()

    def add(self, article: int, source: int, tier: Tier, at: datetime, title: str, reading: Reading) -> None:
        """Count a report in."""
        self.reports += 1
        self.first, self.last = min(self.first, at), max(self.last, at)
        self.sources.add(source)
        self.naming.add(Headline(article, title, tier))
        self._curve.add(at.timestamp())
        _count(self._topics, reading.topics)
        _count(self._units, reading.units)
        for region in reading.regions:
            self._places[region.code] = region
        _count(self._regions, [region.code for region in reading.regions])
        self._tones[reading.tone.label] += 1
        _count(self._risks, [risk.kind for risk in reading.risks])

    @property
    def curve(self) -> tuple[tuple[datetime, int], ...]:
        return self._curve.steps()

    @property
    def topics(self) -> tuple[str, ...]:
        return self._shared(self._topics)

    @property
    def units(self) -> tuple[str, ...]:
        return self._shared(self._units)[:SHOWN_UNITS]

    @property
    def regions(self) -> tuple[Region, ...]:
        return tuple(self._places[code] for code in self._shared(self._regions)[:SHOWN_REGIONS])

    @property
    def tone(self) -> ToneLabel:
        """The label that most reports have; among equals the one that needs looking at."""
        order = (ToneLabel.NEGATIVE, ToneLabel.POSITIVE, ToneLabel.NEUTRAL)
        return max(order, key=lambda label: (self._tones[label], -order.index(label)))

    @property
    def risks(self) -> tuple[RiskKind, ...]:
        """Every risk that some report raises: one report that spreads a hoax is enough to say so."""
        return tuple(kind for kind, _ in self._risks.most_common())

    def _shared(self, counts: Counter[K]) -> tuple[K, ...]:
        """What at least one in SHARE reports has, the most frequent first, in order of appearance among equals."""
        enough = self.reports / SHARE
        return tuple(
            sorted([key for key in counts if counts[key] >= enough], key=counts.__getitem__, reverse=True)
        )


def _count(counts: Counter[K], found: Iterable[K]) -> None:
    """Counter.update takes ten times as long for the one or two things that a report has."""
    for key in found:
        counts[key] += 1
