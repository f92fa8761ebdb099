"""Things of one kind of which a text names another than its narrative: an arm for a neck, a ship for a bus."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.language import tokens
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.concepts import single
from pantau.narrative.drift.predicates import inside_names
from pantau.narrative.drift.sides import Side

_LIMBS = frozenset(("kaki", "tangan"))
_HURT = frozenset(("patah", "luka", "memar", "cedera", "lebam", "terkilir"))
_LEAST = 2  # words that two sentences must share to speak of one matter


@cache
def _kinds() -> dict[str, list[str]]:
    """Each concept with the kinds of things that it is one of."""
    found: dict[str, list[str]] = {}
    for kind, words in lexicons.told("siblings").items():
        for word in words.split():
            found.setdefault(single(word, (tokens.stems(word) or [word])[0]).concept, []).append(kind)
    return found


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Words of a kind where the narrative, of the same matter, has others of that kind and never these."""
    kinds, told = _kinds(), _told(narrative)
    if not told:
        return
    named = inside_names(variant)
    for at, term in enumerate(variant.terms):
        if term.concept not in kinds or not variant.is_content[at] or not _is_thing(variant, at):
            continue
        if _stands(term.concept, narrative):
            continue
        if term.concept in _LIMBS and variant.page.words[at - 1].word not in _HURT:
            continue  # "di tangan Bareskrim"
        if at in named or at in variant.denied or not variant.is_asserted(at):
            continue
        about = variant.in_sentence[variant.sentence_of[at]]
        for kind in kinds[term.concept]:
            places = [one for one in told.get(kind, []) if one not in narrative.named]
            other = _instead(about, places, narrative, is_open=kind.endswith("!"))
            if other is not None:
                yield findings.instead(FindingKind.CLAIM, variant, at, narrative, other)
                break


def _is_thing(side: Side, at: int) -> bool:
    """Whether a word names a thing, and is no verb made of its name: no "mendarat" of "darat"."""
    word = side.page.words[at]
    return word.word.removesuffix("nya") == word.stem or side.terms[at].concept.startswith("=")


def _stands(concept: str, narrative: Side) -> bool:
    """Whether the narrative has a word otherwise than in a name."""
    if "unnamed" not in narrative.memory:
        narrative.memory["unnamed"] = {
            term.concept for at, term in enumerate(narrative.terms) if at not in narrative.named
        }
    return concept in narrative.memory["unnamed"]


def _told(narrative: Side) -> dict[str, list[int]]:
    """Where the narrative has words of each kind."""
    if "siblings" not in narrative.memory:
        found: dict[str, list[int]] = {}
        for at, term in enumerate(narrative.terms):
            for kind in _kinds().get(term.concept, ()) if _is_thing(narrative, at) else ():
                found.setdefault(kind, []).append(at)
        narrative.memory["siblings"] = found
    told: dict[str, list[int]] = narrative.memory["siblings"]
    return told


def _instead(about: frozenset[str], places: list[int], narrative: Side, *, is_open: bool) -> int | None:
    """The narrative's word of the kind that a sentence of the variant leaves out but otherwise speaks of.

    is_open     such words stand side by side, "WhatsApp dan TikTok": one more is one too many
    """
    if not is_open and any(narrative.terms[at].concept in about for at in places):
        return None
    least = 1 if is_open else _LEAST
    return next((at for at in places if len(about & narrative.around(at)) >= least), None)
