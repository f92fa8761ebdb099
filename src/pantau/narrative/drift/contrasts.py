"""What a narrative sets apart by "bukan": "ditanggung orang asing, bukan negara" against "ditanggung negara"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import NEGATORS, Side

_REACH = 8  # words from a verb to what is set apart
_NEAR = 3  # words between the verb and who does it in a variant
_VERBAL = ("di", "me", "ber")


class Contrast(NamedTuple):
    """A verb's concept, the word that the text denies of it, and the place of "bukan"."""

    verb: str
    word: str
    at: int


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """A verb with that for its doer which the narrative says is not."""
    told = list(_contrasts(narrative))
    words = variant.page.words
    for one in told:
        for verb in variant.places_of.get(one.verb, ()):
            if not variant.is_asserted(verb) or verb in variant.denied:
                continue
            for at in range(verb + 1, min(verb + 1 + _NEAR, len(words))):
                if variant.page.breaks[at - 1] or words[at - 1].word in NEGATORS:
                    break
                if words[at].word == one.word:
                    yield findings.of_words(
                        FindingKind.NEGATION, variant, verb, at, source=narrative.source(one.at)
                    )
                    break


def _contrasts(side: Side) -> Iterator[Contrast]:
    words, page = side.page.words, side.page
    for at in range(1, len(words) - 1):
        if words[at].word != "bukan" or not page.breaks[at - 1]:
            continue
        for verb in range(at - 1, max(-1, at - 1 - _REACH), -1):
            if side.sentence_of[verb] != side.sentence_of[at]:
                break
            if side.is_content[verb] and words[verb].word.startswith(_VERBAL) and verb not in side.named:
                if side.is_content[at + 1]:
                    yield Contrast(side.terms[verb].concept, words[at + 1].word, at)
                break
