"""Sentences copied from the narrative with a word or two changed: what was changed must say the same.

A figure that changed in a copied sentence is wrong even where another sentence of the narrative holds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind
from pantau.language.claims.people import names
from pantau.narrative.drift import findings
from pantau.narrative.drift.amounts import agrees, amount
from pantau.narrative.drift.sides import Side

_ALIKE = 0.8  # share of a sentence's words that a copy has
_LEAST = 4  # words of a sentence that is compared
_MOST = 3  # words in place of others
_KINDS = {
    ClaimKind.FIGURE: FindingKind.FIGURE, ClaimKind.MONEY: FindingKind.MONEY, ClaimKind.DURATION: FindingKind.FIGURE,
    ClaimKind.PERCENTAGE: FindingKind.PERCENTAGE, ClaimKind.DATE: FindingKind.DATE, ClaimKind.TIME: FindingKind.TIME,
}  # fmt: skip


def check(variant: Side, narrative: Side, found: Sequence[DriftFinding]) -> Iterator[DriftFinding]:
    """Changed figures and names of copied sentences, where nothing was found yet."""
    spans = _spans(narrative)
    holders: dict[str, list[int]] = {}
    for number, span in enumerate(spans):
        for word in set(_words(narrative, span)):
            holders.setdefault(word, []).append(number)
    for span in _spans(variant):
        words = frozenset(_words(variant, span))
        if 2 * sum(word in holders for word in words) < len(words):
            continue
        shared = Counter(number for word in words for number in holders.get(word, ()))
        best = min(shared, key=lambda number: (-shared[number], number), default=-1)
        if best < 0 or 2 * shared[best] < len(words):
            continue
        if not _may_be_copy(span, spans[best]):
            continue
        if not _is_copy(Counter(_words(variant, span)), Counter(_words(narrative, spans[best]))):
            continue
        for first, last, left, right in _changes(variant, span, narrative, spans[best]):
            finding = _changed(variant, (first, last), narrative, (left, right))
            if finding and not any(one.start < finding.end and finding.start < one.end for one in found):
                yield finding


def _spans(side: Side) -> list[tuple[int, int]]:
    """First and last word numbers of the sentences."""
    found, first = [], 0
    for sentence, words in groupby(side.sentence_of):
        last = first + sum(1 for _number in words)
        if last - first >= _LEAST and sentence >= 0:
            found.append((first, last))
        first = last
    return found


def _words(side: Side, span: tuple[int, int]) -> list[str]:
    return [word.word for word in side.page.words[span[0] : span[1]]]


def _may_be_copy(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two sentences are so much alike in length that most words of the longer one may be in the other."""
    shorter, longer = sorted((one[1] - one[0], other[1] - other[0]))
    return shorter >= min(_ALIKE * longer, longer - 1)


def _is_copy(said: Counter[str], told: Counter[str]) -> bool:
    same, longest = (said & told).total(), max(said.total(), told.total())
    return same < longest and same >= min(_ALIKE * longest, longest - 1)


def _changes(
    variant: Side, span: tuple[int, int], narrative: Side, other: tuple[int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """Runs of words that stand in place of others, by word numbers of both texts."""
    matcher = SequenceMatcher(None, _words(narrative, other), _words(variant, span), autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "replace" and j - i <= _MOST and m - k <= _MOST:
            yield span[0] + k, span[0] + m, other[0] + i, other[0] + j


def _changed(
    variant: Side, mine: tuple[int, int], narrative: Side, theirs: tuple[int, int]
) -> DriftFinding | None:
    said, told = _claim(variant, *mine), _claim(narrative, *theirs)
    if said and told and said.kind in _KINDS and told.kind in _KINDS:
        if _is_same(said, told):
            return None
        return findings.of_claim(_KINDS[said.kind], said, told, narrative)
    new, old = variant.page.words[mine[0]], narrative.page.words[theirs[0]]
    if mine[1] - mine[0] != 1 or theirs[1] - theirs[0] != 1:
        return None
    if new.raw[0].isdecimal() and old.raw[0].isdecimal():
        kind = FindingKind.FIGURE
    elif _is_other_name(variant, mine[0], narrative, theirs[0]):
        kind = FindingKind.NAME
    else:
        return None
    source = narrative.source(theirs[0])
    return findings.of_words(kind, variant, mine[0], mine[0], expected=old.raw, source=source, fix=old.raw)


def _claim(side: Side, first: int, last: int) -> Claim | None:
    start, end = side.page.words[first].start, side.page.words[last - 1].end
    return next(
        (claim for claim in side.claims if claim.kind in _KINDS and claim.start < end and start < claim.end),
        None,
    )


def _is_same(said: Claim, told: Claim) -> bool:
    if said.kind in (ClaimKind.DATE, ClaimKind.TIME) or told.kind in (ClaimKind.DATE, ClaimKind.TIME):
        return (
            said.kind is not told.kind
            or (said.value, said.high) == (told.value, told.high)
            or _is_open(said, told)
        )
    if not isinstance(said.value, int | float) or not isinstance(told.value, int | float):
        return said.value == told.value
    mine, its = amount(said), amount(told)
    return mine.dimension != its.dimension or agrees(said, mine.value, its.value, told)


def _is_open(said: Claim, told: Claim) -> bool:
    """What the check of days and times has already judged: parts left out, zones, mornings and afternoons."""
    if said.kind is ClaimKind.TIME:
        return said.unit != told.unit or said.parts != told.parts
    return all(not mine or not its or mine == its for mine, its in zip(said.parts, told.parts, strict=True))


def _is_other_name(variant: Side, at: int, narrative: Side, other: int) -> bool:
    """A capital word that the narrative has nowhere, in place of a person's or a place's name."""
    new, old = variant.page.words[at], narrative.page.words[other]
    if not (new.is_capital and old.is_capital) or new.word in narrative.vocabulary:
        return False
    if variant.terms[at].concept.startswith("=") or new.raw.isupper() != old.raw.isupper():
        return False
    named = any(
        claim.start <= old.start < claim.end
        for kind in (ClaimKind.NAME, ClaimKind.PLACE)
        for claim in narrative.by_kind[kind]
    )
    return named or old.word in names() or new.word in names()
