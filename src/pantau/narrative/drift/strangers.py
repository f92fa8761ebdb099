"""Codes and capital words that a narrative does not have: "Blok C", "Gili Meno"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.language.claims.people import names
from pantau.narrative.drift import findings
from pantau.narrative.drift.cast import Cast
from pantau.narrative.drift.sides import Side

_RANKS = lexicons.words("classes")
_PLACE_LABELS = lexicons.words("place_labels")
_LABELS = re.compile(
    r"\b(?P<label>km|kilometer|blok|lantai|kamar|gedung|terminal|gate|gelombang|tahap|kelas|klas|ruang|loket|pos|dermaga|komisi)\s+"
    r"(?P<code>[A-Z]{1,2}\d*|[IVX]+[A-Z]?|\d+[A-Z]?)\b", re.IGNORECASE,
)  # fmt: skip


def labels(variant: Side, cast: Cast) -> Iterator[DriftFinding]:
    """ "Blok C", "kelas 30", "lantai 2": a code of the same label that the narrative does not have."""
    told: dict[str, dict[str, re.Match[str]]] = {}
    for match in _LABELS.finditer(cast.side.page.text):
        told.setdefault(match["label"].lower(), {})[match["code"].upper()] = match
    for match in _LABELS.finditer(variant.page.text):
        known = told.get(match["label"].lower())
        if known and match["code"].upper() not in known:
            mine = _labelled(match)
            label = match["label"].lower()
            kind = FindingKind.OFFICE if label in ("kelas", "klas") else FindingKind.PLACE
            kind = FindingKind.FIGURE if label in ("km", "kilometer") else kind
            yield findings.of_claim(kind, mine, _labelled(next(iter(known.values()))), cast.side)


def _labelled(match: re.Match[str]) -> Claim:
    return Claim(ClaimKind.PLACE, match.group(), match.start(), match.end(), match.group().lower())


def check(variant: Side, cast: Cast, covered: list[Claim]) -> Iterator[DriftFinding]:
    """Capital words in running text that the narrative does not have and no list explains: places and names."""
    taken = bytearray(len(variant.page.text))
    for claim in covered:
        taken[claim.start : claim.end] = b"\x01" * (claim.end - claim.start)
    page = variant.page
    known = cast.words
    for at, word in enumerate(page.words):
        if word.word in known or not word.raw[0].isupper():
            continue
        if taken[word.start] or page.taken[word.start] or not _is_stranger(variant, at, cast):
            continue
        if is_short_form(word.word, cast.side) or _is_spelt_out(variant, at, cast):
            continue
        before = page.words[at - 1].word if at else ""
        if before in ("di", "ke", "dari", "asal") or (before in _PLACE_LABELS and before in cast.words):
            kind = FindingKind.PLACE
        elif word.word in names() or _follows_a_name(variant, at, cast):
            kind = FindingKind.NAME
        elif _follows_a_head(variant, at, cast):
            kind = FindingKind.PLACE
        else:
            continue
        yield findings.of_words(kind, variant, at, at)


def is_short_form(word: str, side: Side) -> bool:
    """ "Disnaker" where the narrative spells out "Dinas Tenaga Kerja"."""
    words = side.page.words
    for first in _capitals(side).get(word[0], ()):
        for last in range(first + 2, min(first + 7, len(words) + 1)):
            if _is_made_of(word, [one.word for one in words[first:last]]):
                return True
    return False


def _capitals(side: Side) -> dict[str, list[int]]:
    """The capital words of a text but its last, by their first letters."""
    if "capitals" not in side.memory:
        found: dict[str, list[int]] = {}
        for at, word in enumerate(side.page.words[:-1]):
            if word.is_capital:
                found.setdefault(word.word[0], []).append(at)
        side.memory["capitals"] = found
    capitals: dict[str, list[int]] = side.memory["capitals"]
    return capitals


def _is_spelt_out(variant: Side, at: int, cast: Cast) -> bool:
    """ "Sekretariat Daerah" where the narrative has "Setda"."""
    words = variant.page.words[at : at + 2]
    return (
        len(words) == 2
        and words[1].is_capital
        and any(
            _is_made_of(word.word, [one.word for one in words])
            for word in cast.side.page.words
            if word.is_capital and word.word[0] == words[0].word[0] and 2 < len(word.word) < 9
        )
    )


def _is_made_of(short: str, words: list[str]) -> bool:
    """Whether the letters of a word stand in others in their order, the last in the last."""
    letters = iter("".join(words[:-1]))
    rest = len(short) - next((at for at, letter in enumerate(short) if letter not in letters), len(short))
    return 0 < rest < len(short) and stands_in(short[-rest:], words[-1])


def stands_in(short: str, word: str) -> bool:
    """Whether the letters of a short form stand in a word in their order."""
    letters = iter(word)
    return all(letter in letters for letter in short)


def _follows_a_name(variant: Side, at: int, cast: Cast) -> bool:
    """A second name that the narrative has not, behind a first that it has with another: "Rika Apriani"."""
    before = variant.page.words[at - 1]
    if not before.is_capital or variant.page.breaks[at - 1] or before.raw.isupper():
        return False
    return any(before.word in str(name.value).split()[:-1] for name in cast.names)


def _follows_a_head(variant: Side, at: int, cast: Cast) -> bool:
    """ "Gili Meno" where the narrative has "Gili Trawangan": the same capital word before another."""
    before = variant.page.words[at - 1]
    words = cast.side.page.words
    return (
        before.is_capital
        and not variant.page.breaks[at - 1]
        and any(
            left.word == before.word
            and left.is_capital
            and right.is_capital
            and cast.side.page.text[left.end : right.start].strip() in ("", ")")
            for left, right in pairwise(words)
        )
    )


def _is_stranger(variant: Side, at: int, cast: Cast) -> bool:
    page, word = variant.page, variant.page.words[at]
    if (
        not word.is_capital
        or word.raw.isupper()
        or len(word.raw) < 4
        or word.word in cast.words
        or word.word in _RANKS
    ):
        return False
    if at == 0 or page.breaks[at - 1] or page.text[word.start - 1] in "#@\"“'-":
        return False
    start, end = page.sentences[variant.sentence_of[at]]
    inside = [one for one in page.words[max(0, at - 12) : at + 12] if start <= one.start < end]
    small = sum(one.raw[:1].islower() for one in inside)
    before = page.words[at - 1].word
    placed = (
        before in ("di", "ke", "dari", "asal")
        or before in _PLACE_LABELS
        or _follows_a_head(variant, at, cast)
    )
    return (
        (2 * small > len(inside) or (placed and small > 1))
        and variant.is_content[at]
        and variant.terms[at].concept not in cast.side.vocabulary
    )
