"""Names a story: the headline that says most of what its headlines say together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import sqrt

from pantau.domain.source import Tier
from pantau.language import stopwords, tokens

_TRUST = {
    Tier.NATIONAL: 1.1,
    Tier.OFFICIAL: 1.0,
    Tier.REGIONAL: 1.0,
    Tier.FACT_CHECKER: 0.9,
    Tier.SOCIAL: 0.6,
}
_CONSIDERED = 60  # headlines; the latest of a long story
_BAIT = ("?", "!", "begini", "ini dia", "viral", "heboh", "terungkap", "fakta", "populer", "video:", "foto:")
# "This man", "these are the names": who or what, the reader is to find out. A time tells something ("malam ini").
_WHEN = "hari|pagi|siang|sore|petang|malam|pekan|minggu|bulan|tahun|abad|saat|kali|sejauh|selama|kini"
_POINTING = re.compile(rf"(?<!\w)(?!(?:{_WHEN})\W)(?:[^\W\d_]+\W+|^)ini(?:lah)?\b")


@dataclass(frozen=True, slots=True)
class Headline:
    article: int
    title: str
    tier: Tier = Tier.REGIONAL


class Naming:
    """Names a growing story. It is named anew when it has grown by a fifth, so that long ones cost little."""

    __slots__ = ("_headlines", "_named", "_next")

    def __init__(self) -> None:
        self._headlines: list[Headline] = []
        self._next = 1
        self._named: Headline | None = None

    def add(self, headline: Headline) -> None:
        self._headlines.append(headline)

    def name(self) -> Headline:
        """The headline to name the story by; the same for the same headlines in the same order."""
        known = 0
        while self._next <= len(self._headlines):
            known = self._next
            self._next += max(1, self._next // 5)
        if known:
            self._named = representative(self._headlines[:known])
        assert self._named is not None, "a story without a headline has no name"
        return self._named


def representative(headlines: Sequence[Headline]) -> Headline:
    """The headline to name a story by; the earliest among equals. At least one must be given.

    It shares the most words with the others for its length, comes from a source that carries weight, and
    neither asks nor teases.
    """
    latest = headlines[-_CONSIDERED:]
    if len(latest) == 1:
        return latest[0]
    told = [_told(headline.title) for headline in latest]
    counts = Counter(chain.from_iterable([words for words, _ in told]))
    best, most = latest[0], -1.0
    for headline, (words, worth) in zip(latest, told, strict=True):
        shared = sum([counts[word] for word in words]) - len(words)
        value = shared * worth * _TRUST[headline.tier]
        if value > most:
            best, most = headline, value
    return best


@lru_cache(4096)  # a growing story is named again with each report
def _told(title: str) -> tuple[frozenset[str], float]:
    """The words of a headline that say something, and what each of them that others share is worth."""
    words = frozenset(tokens.stems(title)) - stopwords.stems("id") - stopwords.stems("en")
    return words, _soberness(title) / sqrt(len(words) + 4)


def _soberness(title: str) -> float:
    lowered = title.lower()
    sober = 0.7 if any(mark in lowered for mark in _BAIT) or _POINTING.search(lowered) else 1.0
    return sober * (0.85 if len(title) > 110 or title.isupper() else 1.0)
