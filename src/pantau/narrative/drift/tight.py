"""The words right beside a value: whether two values changed places, whatever the sentence says of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.sides import Side

_SPLITS = lexicons.words("binding_splits") - {"dengan"}
_REACH = 4  # words on either side
_NEAR = 5  # claims between two that may have changed places


def beside(side: Side, claim: Claim) -> frozenset[str]:
    """What stands within a few words of a claim, lengths of time by their value."""
    key = ("tight", claim.start)
    if key not in side.memory:
        first, last = side.page.at(claim.start), side.page.at(claim.end)
        before = range(first - 1, max(-1, first - 1 - _REACH), -1)
        behind = range(last, min(last + _REACH, len(side.page.words)))
        side.memory[key] = frozenset((*_read(side, before, claim, -1), *_read(side, behind, claim, 1)))
    found: frozenset[str] = side.memory[key]
    return found


def _read(side: Side, places: range, claim: Claim, step: int) -> Iterator[str]:
    lengths = _lengths(side)
    others = _starts(side, claim)
    for at in places:
        edge = at if step < 0 else at - 1
        word = side.page.words[at]
        if (edge >= 0 and side.page.breaks[edge]) or word.word in _SPLITS or at in others:
            return
        if at in lengths:
            yield lengths[at]
        elif side.is_content[at]:
            yield ("" if side.polarity(at) > 0 else "-") + side.terms[at].concept


def _lengths(side: Side) -> dict[int, str]:
    if "lengths" not in side.memory:
        side.memory["lengths"] = {
            side.page.at(claim.start): f"~{claim.value} {claim.unit}"
            for claim in side.by_kind[ClaimKind.DURATION]
        }
    found: dict[int, str] = side.memory["lengths"]
    return found


def _starts(side: Side, claim: Claim) -> set[int]:
    """The words of other claims of a kind."""
    key = ("starts", claim.kind)
    if key not in side.memory:
        side.memory[key] = {
            at
            for other in side.by_kind[claim.kind]
            for at in range(side.page.at(other.start), side.page.at(other.end))
        }
    found: set[int] = side.memory[key]
    return found


def exchanged(
    held: Sequence[tuple[Claim, Sequence[int]]], variant: Side, claims: Sequence[Claim], narrative: Side
) -> dict[int, int]:
    """Numbers of held claims that changed places, with the narrative's claim that each is meant to be."""
    found: dict[int, int] = {}
    for one in range(len(held)):
        for other in range(one + 1, min(one + _NEAR, len(held))):
            (mine, left), (its, right) = held[one], held[other]
            if set(left) & set(right) or variant.page.sentence(mine.start) != variant.page.sentence(
                its.start
            ):
                continue
            here, there = beside(variant, mine), beside(variant, its)
            own, cross = _around(left, claims, narrative), _around(right, claims, narrative)
            common = own & cross
            here, there, own, cross = here - there, there - here, own - common, cross - common
            if (
                not here & own
                and not there & cross
                and _is_telling(claims[left[0]], here & cross, there & own)
            ):
                found.setdefault(one, right[0])
                found.setdefault(other, left[0])
    return found


def _is_telling(claim: Claim, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are told by lengths of time, or both figures by words."""
    by_length = [any(word[0] == "~" for word in words) for words in (one, other)]
    by_words = [any(word[0] != "~" for word in words) for words in (one, other)]
    return all(by_length) or (claim.kind is ClaimKind.FIGURE and all(by_words))


def _around(numbers: Sequence[int], claims: Sequence[Claim], narrative: Side) -> frozenset[str]:
    return frozenset().union(*(beside(narrative, claims[number]) for number in numbers))
