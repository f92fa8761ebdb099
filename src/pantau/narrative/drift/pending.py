"""What a narrative only asks for, proposes or awaits, told as done."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.amounts import PEOPLE
from pantau.narrative.drift.sides import NEGATORS, Side

_ASKED = lexicons.words("asked")  # "diminta memasang", "menunggu persetujuan"
_DONE = frozenset(("sudah", "telah", "rampung", "selesai"))
_MAY = frozenset(("dapat", "bisa", "boleh", "berhak"))
_REACH = 4  # words between such a word and what it asks for


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Words that the variant says are done and the narrative nowhere says have been."""
    open_ones = _open(narrative)
    for at, term in enumerate(variant.terms):
        places = open_ones.get(term.concept)
        if not places or not variant.is_content[at] or at in variant.denied or at in variant.named:
            continue
        mark = _done(variant, at)
        if mark is None or not variant.is_asserted(at) or _is_asked(variant, at):
            continue
        other = max(places, key=lambda one: len(variant.near(at) & narrative.near(one) - PEOPLE))
        shared, mine = variant.near(at) & narrative.near(other) - PEOPLE, variant.near(at) - PEOPLE
        if not shared or 2 * len(shared) < len(mine):
            continue
        yield findings.of_words(
            FindingKind.MODALITY, variant, mark, at, expected=narrative.page.words[other].raw,
            source=narrative.source(other),
        )  # fmt: skip


def _is_possible(side: Side, at: int) -> bool:
    """ "dapat mengajukan": what may be done has not been."""
    words = side.page.words
    if at == 0 or words[at - 1].word not in _MAY or side.page.breaks[at - 1]:
        return False
    return at < 2 or words[at - 2].word not in _DONE  # "telah dapat dikendalikan"


def _open(narrative: Side) -> dict[str, list[int]]:
    """The places of each concept of which every one is asked for, proposed or awaited."""
    return {
        concept: places
        for concept, places in narrative.places_of.items()
        if all(
            (_is_asked(narrative, at) or _is_possible(narrative, at)) and at not in narrative.denied
            for at in places
        )
    }


def _is_asked(side: Side, at: int) -> bool:
    """Whether a word of asking stands before a word of its clause."""
    span = side.clauses[side.clause_of[at]]
    return any(side.page.words[one].word in _ASKED for one in range(max(span.first, at - _REACH), at))


def _done(side: Side, at: int) -> int | None:
    """The word before another that says that it is done; None where there is none."""
    for back in range(at - 1, max(-1, at - 3), -1):
        word = side.page.words[back].word
        if side.page.breaks[back] or word in NEGATORS:
            return None
        if word in _DONE:
            return back
    return None
