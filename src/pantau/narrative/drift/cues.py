"""What the words beside a quantity say of it: that it is left, compared, repeated."""

from __future__ import annotations

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.sides import NEGATORS, Side

_REST = lexicons.words("rest")
_LESS = lexicons.words("less")
_CLOSE = 6  # words beside a share that say what it is of
_WAY = 4  # words before a value that say which way something went
GROWS = frozenset(
    ("naik", "meningkat", "bertambah", "tumbuh", "melonjak", "kenaikan", "peningkatan", "lonjakan", "melesat")
)
DOWN = frozenset(
    (
        "turun",
        "menurun",
        "berkurang",
        "penurunan",
        "susut",
        "menyusut",
        "merosot",
        "anjlok",
        "diturunkan",
        "dipangkas",
    )
)
# what stands beside parts and rests: whoever uses one sets something apart
BUT = NEGATORS | frozenset(
    (
        "sebelum",
        "sebelumnya",
        "semula",
        "luar",
        "selain",
        "kecuali",
        "lain",
        "lainnya",
        "sisanya",
        "selebihnya",
    )
)


def way(side: Side, claim: Claim) -> int:
    """1 where something is said to grow by a value or to it, -1 where it is said to shrink, 0 where neither is said."""
    first, sentence = side.page.at(claim.start), side.page.sentence(claim.start)
    for at in range(first - 1, max(-1, first - 1 - _WAY), -1):
        if side.sentence_of[at] != sentence or side.page.breaks[at]:
            return 0
        word = side.page.words[at].word
        if word in GROWS or word in DOWN:
            return 0 if at in side.denied else 1 if word in GROWS else -1
    return 0


def compares(variant: Side, claim: Claim) -> bool:
    """Whether a claim is told as what is left, or as more or less than something."""
    first = variant.page.at(claim.start)
    before = [word.word for word in variant.page.words[max(0, first - 4) : first]]
    last = variant.page.at(claim.end)
    beside = [*before, *(word.word for word in variant.page.words[last : last + 3])]
    return says(variant, claim, _REST | _LESS) or "lebih" in beside or "kurang" in beside


def is_cued_by(variant: Side, claim: Claim, words: frozenset[str]) -> bool:
    """Whether one of some words stands right before a claim: "sisanya, 30 persen"."""
    first = variant.page.at(claim.start)
    return any(word.word in words for word in variant.page.words[max(0, first - 2) : first])


def says(variant: Side, claim: Claim, words: frozenset[str]) -> bool:
    """Whether one of some words stands in a claim's sentence."""
    return not words.isdisjoint(variant.sentence_words[variant.page.sentence(claim.start)])


def is_dated(variant: Side, claim: Claim) -> bool:
    number = variant.page.sentence(claim.start)
    return any(
        variant.page.sentence(other.start) == number
        for kind in (ClaimKind.DATE, ClaimKind.TIME)
        for other in variant.by_kind[kind]
    )


def is_repeated(variant: Side, claim: Claim) -> bool:
    before = variant.page.low[max(0, claim.start - 8) : claim.start].split()
    return bool(before) and before[-1] in ("tiap", "setiap", "per")


def said_behind(variant: Side, claim: Claim) -> frozenset[str]:
    """The concepts right behind a claim, up to a mark."""
    first, found = variant.page.at(claim.end), set()
    for at in range(first, min(first + _CLOSE, len(variant.terms))):
        if variant.is_content[at]:
            found.add(variant.terms[at].concept)
        if variant.page.breaks[at]:
            break
    return frozenset(found)
