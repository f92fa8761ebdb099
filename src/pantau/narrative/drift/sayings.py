"""Quotations: word for word, and from the mouth that the narrative puts them in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind, Severity
from pantau.language.claims import Reading, lexicons, quotes
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import Side

_ADDED = re.compile(r"[(\[][^()\[\]\n]{1,40}[)\]]")  # what a writer puts into a quotation
_LEAST = 3  # words; fewer are a name or a term between quotation marks
_FIGURES = {word: str(value) for word, value in lexicons.told("numbers")["digits"].items()}
_SHORT = 3  # words that call a speaker
_HOUSE = lexicons.words("house")
_SMALL = lexicons.words("quote_small")


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Quotations that were altered, made up, or given to another."""
    told = _words(narrative.page)
    for quote in variant.by_kind[ClaimKind.QUOTE]:
        said = _words(Reading(str(quote.value)))
        if len(said) < _LEAST:
            continue
        original = _original(said, narrative)
        if not _holds(said, told):
            yield _altered(quote, original, narrative)
        elif original is not None:
            yield from _mouth(variant, quote, narrative, original)


def _words(page: Reading) -> list[str]:
    inside = [match.span() for match in _ADDED.finditer(page.text)]
    return [
        _FIGURES.get(word.word, word.word)
        for word in page.words
        if word.word not in _SMALL and not any(start <= word.start < end for start, end in inside)
    ]


def _holds(said: list[str], told: list[str]) -> bool:
    """Whether words stand in a text in their order without a gap, cuts between "..." apart."""
    begins = [at for at, word in enumerate(told) if word == said[0]]
    return any(told[at : at + len(said)] == said for at in begins) or _in_pieces(said, told)


def _in_pieces(said: list[str], told: list[str]) -> bool:
    """A quotation with something left out in the middle is still the speaker's words."""
    blocks = [
        one for one in SequenceMatcher(None, said, told, autojunk=False).get_matching_blocks() if one.size
    ]
    return (
        len(blocks) == 2
        and sum(one.size for one in blocks) == len(said)
        and min(one.size for one in blocks) >= 3
        and (blocks[1].b - blocks[0].b - blocks[0].size <= 8)
    )


def _original(said: list[str], narrative: Side) -> Claim | None:
    """The narrative's quotation that a quotation is made of."""
    best, score = None, 0.35
    if "quotes" not in narrative.memory:
        narrative.memory["quotes"] = [
            (quote, _words(Reading(str(quote.value)))) for quote in narrative.by_kind[ClaimKind.QUOTE]
        ]
    for quote, theirs in narrative.memory["quotes"]:
        if len(theirs) < _LEAST:
            continue
        blocks = SequenceMatcher(None, said, theirs, autojunk=False).get_matching_blocks()
        share = sum(one.size for one in blocks) / max(1, min(len(said), len(theirs)))
        if share > score:
            best, score = quote, share
    return best


def _altered(quote: Claim, original: Claim | None, narrative: Side) -> DriftFinding:
    return findings.of_claim(FindingKind.QUOTE, quote, original, narrative)


def _mouth(variant: Side, quote: Claim, narrative: Side, original: Claim) -> Iterator[DriftFinding]:
    """Whoever is said to have said it must be one of those that the narrative says it of."""
    who, start, end = quotes.speaker(variant.page, quote)
    meant = original.subject
    if not who or not meant:
        return
    if _is_called_so(variant, start, end, meant):
        return
    mine, theirs = _identity(variant, start, end), _identity_of(narrative, original)
    if mine & theirs or not theirs or (not mine and not _is_somebody_else(variant, start, end, narrative)):
        return
    yield DriftFinding(
        FindingKind.QUOTE, who, start, end, meant, narrative.page.sentence_text(original.start), meant,
        Severity.ERROR,
    )  # fmt: skip


def _is_called_so(variant: Side, start: int, end: int, meant: str) -> bool:
    """Whether a capital word that is no title names the speaker too: "Hendri" of "Kalapas Hendri"."""
    told = set(meant.lower().split())
    titles = [claim for kind in (ClaimKind.TITLE, ClaimKind.OFFICE) for claim in variant.by_kind[kind]]
    return any(
        word.is_capital
        and word.word in told
        and not any(claim.start <= word.start < claim.end for claim in titles)
        for word in variant.page.words[variant.page.at(start) : variant.page.at(end)]
    )


def _is_somebody_else(variant: Side, start: int, end: int, narrative: Side) -> bool:
    """Whether words that are no title and no name call somebody of whom the narrative knows: "manajer kebun"."""
    first, last = variant.page.at(start), variant.page.at(end)
    said = [at for at in range(first, last) if variant.is_content[at]]
    return (
        1 <= last - first <= _SHORT
        and bool(said)
        and all(variant.page.words[at].word not in _HOUSE for at in range(first, last))
        and variant.terms[said[0]].concept not in narrative.vocabulary
    )


def _identity_of(narrative: Side, quote: Claim) -> set[str]:
    _who, start, end = quotes.speaker(narrative.page, quote)
    return _identity(narrative, start, end)


def _identity(side: Side, start: int, end: int) -> set[str]:
    """Names and titles in some words, and the names that go with those titles elsewhere."""
    inside = [claim for claim in side.claims if start <= claim.start < end]
    found: set[str] = set()
    for claim in inside:
        if claim.kind is ClaimKind.NAME:
            found |= set(str(claim.value).split())
            found |= {f"title {claim.unit}"} if claim.unit else set()
        elif claim.kind is ClaimKind.TITLE:
            found.add(f"title {claim.value}")
            found |= {f"title {' '.join(str(claim.value).split()[:size])}" for size in (1, 2, 3)
                      if str(claim.value).split()[0] not in ("wakil", "kepala", "direktur")}  # fmt: skip
            for name in side.by_kind[ClaimKind.NAME]:
                if name.unit == claim.value:
                    found |= set(str(name.value).split())
        elif claim.kind is ClaimKind.OFFICE:
            found.add(f"office {claim.parts[0]}")
    return found
