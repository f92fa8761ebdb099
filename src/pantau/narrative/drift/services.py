"""What runs and what does not: a service that the narrative keeps open, told as shut, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import Side

_SHUT = frozenset(("=tutup",))
_RUNS = frozenset(("akses", "layan", "proses", "operasi", "=aktif", "sedia", "=sedia"))
_AGAIN = frozenset(
    ("lagi", "kembali", "sesudah", "setelah", "sebelum", "mulai", "sejak", "hingga", "sampai", "kecuali")
)


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Things whose state is the contrary of the only one that the narrative gives them, where it tells both states."""
    told = _states(narrative)
    if {sign for signs in told.values() for sign, _at in signs} != {1, -1}:
        return
    for concept, signs in _states(variant).items():
        theirs = told.get(concept, [])
        if len({sign for sign, _at in signs}) != 1 or len({sign for sign, _at in theirs}) != 1:
            continue
        (mine, at), (other, place) = signs[0], theirs[0]
        if mine != other and len(narrative.places_of.get(concept, ())) == 1:
            yield findings.of_words(FindingKind.NEGATION, variant, at, at, source=narrative.source(place))


def _states(side: Side) -> dict[str, list[tuple[int, int]]]:
    """For each thing 1 where it runs, -1 where it does not, with its place; by sentences that tell one state."""
    dated = {
        side.page.sentence(claim.start)
        for kind in (ClaimKind.DATE, ClaimKind.TIME, ClaimKind.DURATION)
        for claim in side.by_kind[kind]
    }
    found: dict[str, list[tuple[int, int]]] = {}
    signs: dict[int, set[int]] = {}
    for at, term in enumerate(side.terms):
        if term.concept in _SHUT and side.is_content[at]:
            signs.setdefault(side.sentence_of[at], set()).add(-side.polarity(at))
        elif (
            term.concept in _RUNS
            and side.is_content[at]
            and side.page.words[at].word.startswith(("di", "ber"))
        ):
            signs.setdefault(side.sentence_of[at], set()).add(side.polarity(at))
    for at, term in enumerate(side.terms):
        number = side.sentence_of[at]
        state = signs.get(number, set())
        if len(state) != 1 or number in dated or number in side.asking or not side.is_content[at]:
            continue
        if _AGAIN.isdisjoint(side.sentence_words[number]) and term.concept not in _SHUT | _RUNS:
            found.setdefault(term.concept, []).append((next(iter(state)), at))
    return found
