"""Names behind a common noun, "Desa Golo Bilas", "Direktorat Badan Usaha": other than the narrative has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.actors import is_addressee
from pantau.narrative.drift.cast import Cast
from pantau.narrative.drift.sides import Side
from pantau.narrative.drift.sites import is_initials

_PLACES = lexicons.words("place_labels")
_BODIES = lexicons.words("body_labels")
_MOST = 4  # words of a name
_COVERED = (ClaimKind.OFFICE, ClaimKind.TITLE, ClaimKind.NAME, ClaimKind.LEGAL)


class Named(NamedTuple):
    """A common noun with the capital words behind it, those from `first` to `last`."""

    label: str
    words: tuple[str, ...]
    first: int
    last: int


def check(variant: Side, cast: Cast) -> Iterator[DriftFinding]:
    """Names with words that the narrative has nowhere, of a noun that it has with another name."""
    told = {one.label for one in _named(cast.side)}
    for one in _named(variant):
        is_place = one.label in _PLACES
        if one.label not in told and (is_place or not cast.offices):
            continue
        new = [word for word in one.words if not _is_known(word, cast)]
        if not new or _is_abbreviated(variant, one, cast):
            continue
        kind = FindingKind.PLACE if is_place else FindingKind.OFFICE
        like = next((other for other in _named(cast.side) if other.label == one.label), None)
        expected = "" if like is None else _text(cast.side, like)
        source = "" if like is None else cast.side.source(like.first)
        yield findings.of_words(
            kind, variant, one.first, one.last, expected=expected, source=source, fix=expected
        )


def _text(side: Side, one: Named) -> str:
    return side.page.text[side.page.words[one.first].start : side.page.words[one.last].end]


def _is_known(word: str, cast: Cast) -> bool:
    return word in cast.words or word in cast.stems or is_initials(word, cast.side)


def _is_abbreviated(variant: Side, one: Named, cast: Cast) -> bool:
    """Whether the narrative has the initials of a name: "BNN" of "Badan Narkotika Nasional"."""
    words = variant.page.words[one.first : one.last + 1]
    initials = "".join(word.word[0] for word in words)
    return any(
        initials[:size] in cast.words or any(initials[:size] in word for word in cast.words if len(word) < 7)
        for size in range(3, len(initials) + 1)
    )


def _named(side: Side) -> list[Named]:
    if "labelled" not in side.memory:
        side.memory["labelled"] = list(_find(side))
    found: list[Named] = side.memory["labelled"]
    return found


def _find(side: Side) -> Iterator[Named]:
    page, covered = side.page, _covered(side)
    for at, word in enumerate(page.words[:-1]):
        label = word.word
        if label not in _PLACES and not (label in _BODIES and word.is_capital):
            continue
        last = at
        while (
            last + 1 < len(page.words)
            and last - at < _MOST
            and not page.breaks[last]
            and page.words[last + 1].is_capital
            and not page.words[last + 1].raw.isupper()
            and last + 1 not in covered
        ):
            last += 1
        if last > at and at not in covered:
            yield Named(label, tuple(one.word for one in page.words[at + 1 : last + 1]), at, last)


def _covered(side: Side) -> set[int]:
    """Words of claims that other rooms check, and of letters' heads."""
    found: set[int] = set()
    for kind in _COVERED:
        for claim in side.by_kind[kind]:
            found.update(range(side.page.at(claim.start), side.page.at(claim.end)))
    for claim in side.by_kind[ClaimKind.PLACE]:
        if is_addressee(claim, side):
            found.update(range(side.page.at(claim.start), side.page.at(claim.end)))
    return found
