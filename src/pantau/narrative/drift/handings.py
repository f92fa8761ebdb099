"""Who gave to whom: "diserahkan bupati kepada kepala kantor wilayah" against the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import Side

_WHO = (ClaimKind.TITLE, ClaimKind.OFFICE, ClaimKind.NAME)
_FAR = 9  # words from "dari" to "ke"
_NAME = 4  # words of a goal
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
    yield from _turned(variant, narrative)
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


def _turned(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "dari Mal Mimika ke Jalan Cenderawasih" against the other way round."""
    told = list(_ways(narrative))
    for start, goal, first, last in _ways(variant):
        for other_start, other_goal, place, _last in told:
            if start & other_goal and goal & other_start and not (start & other_start or goal & other_goal):
                yield findings.of_words(
                    FindingKind.PLACE, variant, first, last, source=narrative.source(place)
                )
                break


def _ways(side: Side) -> Iterator[tuple[frozenset[str], frozenset[str], int, int]]:
    """What stands behind "dari" and what behind the "ke" that follows it, with the first and the last word."""
    words = side.page.words
    for at, word in enumerate(words):
        if word.word != "dari":
            continue
        to = next((one for one in range(at + 2, min(at + _FAR, len(words))) if words[one].word == "ke"), None)
        if to is None or any(side.page.breaks[at : to - 1]):
            continue
        last = to
        while last + 1 < len(words) and last - to < _NAME and not side.page.breaks[last]:
            last += 1
        yield _said(side, at + 1, to), _said(side, to + 1, last + 1), at, last


def _said(side: Side, first: int, last: int) -> frozenset[str]:
    return frozenset(side.page.words[at].word for at in range(first, last) if side.page.words[at].is_capital)


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
