"""What the engine remembers of a story while it is active: its reports, and what they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from pantau.domain.source import Tier
from pantau.domain.story import Reading, Region, RiskKind, ToneLabel

K = TypeVar("K", bound=Hashable)

SHOWN_REGIONS = 3
SHOWN_UNITS = 2
SHARE = 3  # a judgement of the story is one that at least a third of its reports share


@dataclass(frozen=True, slots=True)
class Mention:
    """One report of a story, with what scoring and naming need of it.

    severity, word  how grave it sounds, 0 to 1, and the kind of word that says so
    """

    article: int
    source: int
    tier: Tier
    at: datetime
    title: str
    reading: Reading
    copy_of: int | None = None
    severity: float = 0.0
    word: str = ""


@dataclass(slots=True)
class Dossier:
    """The reports of a story, in the order of their arrival."""

    story: int
    mentions: list[Mention] = field(default_factory=list)

    @property
    def first_seen(self) -> datetime:
        return min(mention.at for mention in self.mentions)

    @property
    def last_seen(self) -> datetime:
        return max(mention.at for mention in self.mentions)

    @property
    def sources(self) -> int:
        return len({mention.source for mention in self.mentions})

    def topics(self) -> tuple[str, ...]:
        return _shared(mention.reading.topics for mention in self.mentions)

    def units(self) -> tuple[str, ...]:
        return _shared(mention.reading.units for mention in self.mentions)[:SHOWN_UNITS]

    def regions(self) -> tuple[Region, ...]:
        by_code = {region.code: region for mention in self.mentions for region in mention.reading.regions}
        codes = _shared([region.code for region in mention.reading.regions] for mention in self.mentions)
        return tuple(by_code[code] for code in codes[:SHOWN_REGIONS])

    def tone(self) -> ToneLabel:
        """The label that most reports have; among equals the one that needs looking at."""
        counts = Counter(mention.reading.tone.label for mention in self.mentions)
        order = (ToneLabel.NEGATIVE, ToneLabel.POSITIVE, ToneLabel.NEUTRAL)
        return max(order, key=lambda label: (counts[label], -order.index(label)))

    def risks(self) -> tuple[RiskKind, ...]:
        """Every risk that some report raises: one report that spreads a hoax is enough to say so."""
        raised = Counter(risk.kind for mention in self.mentions for risk in mention.reading.risks)
        return tuple(kind for kind, _ in raised.most_common())


def _shared(found: Iterable[Iterable[K]]) -> tuple[K, ...]:
    """What at least one in SHARE reports has, the most frequent first, in order of appearance among equals."""
    counts: Counter[K] = Counter()
    reports = 0
    for each in found:
        reports += 1
        counts.update(list(dict.fromkeys(each)))
    return tuple(key for key, count in counts.most_common() if count * SHARE >= reports)
