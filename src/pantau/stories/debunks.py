"""Claims that fact-checkers called false, and the stories that tell them.

A fact-checker's headline holds the claim and a verdict ("[SALAH] ...", "Cek Fakta: Tidak Benar ..."). Without the
verdict's words it is compared with a story's headline by the stems they share, rare ones counting more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from math import log
from typing import NamedTuple

from pantau.language import tokens


def _stems(words: str) -> frozenset[str]:
    return frozenset(tokens.stems(words))


# How fact-checkers speak: a headline without a verdict calls nothing false.
_VERDICTS = _stems("hoaks hoax salah keliru palsu sesat menyesatkan disinformasi misinformasi bohong fitnah")
_DENIED = _stems("benar fakta bukti")
_DENIALS = _stems("tidak tak bukan tanpa")
_PHRASING = _stems(
    "cek fakta klaim beredar foto video narasi unggahan kabar isu pesan berantai viral media sosial whatsapp "
    "facebook tiktok konten informasi awas penjelasan ini itu di ke yang dan soal tentang bahwa adalah"
)
_LEAST_SHARED = 3  # stems
_LEAST_LIKENESS = 0.6  # share of the claim's weight that the headline must hold


class Debunk(NamedTuple):
    """A claim called false: the fact-checker's article, its headline, the claim's stems, seconds since 1970."""

    article: int
    title: str
    claim: frozenset[str]
    at: float


def claim_of(stems: Collection[str]) -> frozenset[str]:
    """The stems of the claim that a headline calls false; empty when it calls nothing false."""
    found = frozenset(stems)
    if not (found & _VERDICTS or (found & _DENIED and found & _DENIALS)):
        return frozenset()
    claim = found - _VERDICTS - _DENIED - _DENIALS - _PHRASING
    return claim if len(claim) >= _LEAST_SHARED else frozenset()


class Debunks:
    """What fact-checkers called false of late."""

    def __init__(self) -> None:
        self._debunks: dict[int, Debunk] = {}
        self._by_stem: defaultdict[str, set[int]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._debunks)

    def add(self, article: int, title: str, stems: Collection[str], at: float) -> bool:
        """Take up a fact-checker's report; whether it calls something false."""
        claim = claim_of(stems)
        if not claim:
            return False
        self._debunks[article] = Debunk(article, title, claim, at)
        for stem in claim:
            self._by_stem[stem].add(article)
        return True

    def match(self, stems: Collection[str]) -> Debunk | None:
        """The debunk whose claim a headline tells, the likeliest, and the newest among equals."""
        shared = Counter(article for stem in set(stems) for article in self._by_stem.get(stem, ()))
        likely = [
            (likeness, debunk.at, article)
            for article, count in shared.items()
            if count >= _LEAST_SHARED
            and (likeness := self._likeness(debunk := self._debunks[article], stems)) >= _LEAST_LIKENESS
        ]
        return self._debunks[max(likely)[2]] if likely else None

    def forget(self, before: float) -> None:
        """Drop what was said before this moment, in seconds since 1970."""
        for article in [key for key, debunk in self._debunks.items() if debunk.at < before]:
            for stem in self._debunks.pop(article).claim:
                self._by_stem[stem].discard(article)

    def _likeness(self, debunk: Debunk, stems: Collection[str]) -> float:
        """Share of the claim's weight that these stems hold; a stem that many claims have weighs little."""
        weights = {stem: log(1 + len(self) / len(self._by_stem[stem])) for stem in debunk.claim}
        return sum(weights[stem] for stem in debunk.claim.intersection(stems)) / sum(weights.values())
