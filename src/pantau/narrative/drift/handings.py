"""Who gave to whom: "diserahkan bupati kepada kepala kantor wilayah" against the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import Side

_WHO = (ClaimKind.TITLE, ClaimKind.OFFICE, ClaimKind.NAME)
_REACH = 8  # words behind "kepada" in which its bearer begins


class Handing(NamedTuple):
    """A giver and a taker by the words that name them, what the sentence speaks of, and "kepada"."""

    givers: frozenset[str]
    takers: frozenset[str]
    about: frozenset[str]
    at: int
    first: int
    last: int


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Pairs of which each stands where the narrative has the other."""
    told = list(_handings(narrative))
    if not told:
        return
    for mine in _handings(variant):
        for theirs in told:
            crossed = mine.givers & theirs.takers and mine.takers & theirs.givers
            straight = mine.givers & theirs.givers or mine.takers & theirs.takers
            if crossed and not straight and mine.about & theirs.about:
                yield findings.of_words(
                    FindingKind.CLAIM, variant, mine.first, mine.last, source=narrative.source(theirs.at)
                )
                break


def _handings(side: Side) -> Iterator[Handing]:
    words = side.page.words
    for at, word in enumerate(words):
        if word.word != "kepada":
            continue
        before, behind = [], []
        for kind in _WHO:
            for claim in side.by_kind[kind]:
                first = side.page.at(claim.start)
                if side.sentence_of[first] != side.sentence_of[at]:
                    continue
                if first < at:
                    before.append((first, str(claim.parts[0] if claim.parts else claim.value)))
                elif first - at <= _REACH:
                    behind.append((first, str(claim.parts[0] if claim.parts else claim.value)))
        if before and behind:
            yield Handing(
                frozenset(who for _at, who in before), frozenset(who for _at, who in behind), side.around(at),
                at, max(first for first, _who in before), min(first for first, _who in behind),
            )  # fmt: skip
