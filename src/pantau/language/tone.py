"""Tone of a text towards the ministry: who blames or praises it, not how sad the event is.

Words of judgement count where the ministry or an office of it is spoken of: in the same sentence in full, in
the next ones a little. A negation before a word turns it round. Sober words for sad things count for nothing.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from math import tanh
from typing import Any

from pantau import assets
from pantau.domain.story import Tone, ToneLabel
from pantau.language import tokens
from pantau.language.document import Document, Field
from pantau.language.lexicon import Found, Lexicon

_IN_TITLE = 1.6
_FAR = 0.35  # what a judgement counts in a sentence that does not speak of the ministry
_LEAST = 0.45  # of |score|: below it a text is neutral
_MOST_EVIDENCE = 6
_SENTENCE = re.compile(r"[.!?]+[\"”']?\s+|\n+")


@dataclass(frozen=True, slots=True)
class _Words:
    ministry: Lexicon[None]
    judgements: Lexicon[float]
    negations: frozenset[str]


@cache
def _words() -> _Words:
    told: dict[str, Any] = json.loads(assets.path("tone.json").read_text(encoding="utf-8"))
    # Lone words are taken as they stand: "terbantu" is praise, "bantuan" is not, though both have one stem.
    judgements = [
        (phrase if " " in phrase else f"={phrase}", sign * float(weight))
        for sign, side in ((-1, "negative"), (1, "positive"))
        for weight, phrases in told[side].items()
        for phrase in phrases
    ]
    return _Words(
        Lexicon((name, None) for name in told["ministry"]),
        Lexicon(judgements),
        frozenset(tokens.stems(" ".join(told["negations"]))),
    )


def tone(document: Document) -> Tone:
    """The tone with its score, -1 (against) to 1 (for), and the words that made it."""
    known = _words()
    if not known.ministry.occurs(document) or not known.judgements.occurs(document):
        return Tone()
    about = known.ministry.find(document)
    if not about:
        return Tone()
    ends = [match.start() for match in _SENTENCE.finditer(document.text)]
    spoken = {_sentence(document, hit, ends) for hit in about}
    in_title = any(field is Field.TITLE for field, _ in spoken)
    total, weighed = 0.0, []
    for hit in _longest(known.judgements.find(document)):
        weight = hit.value * _turned(document, hit, known.negations)
        if hit.field is Field.TITLE:
            weight *= _IN_TITLE if in_title else _FAR
        elif _sentence(document, hit, ends) not in spoken:
            weight *= _FAR * (2.0 if in_title else 1.0)
        total += weight
        weighed.append((abs(weight), hit))
    score = round(tanh(total / 1.5), 3)
    if abs(score) < _LEAST:
        return Tone(ToneLabel.NEUTRAL, score)
    label = ToneLabel.NEGATIVE if score < 0 else ToneLabel.POSITIVE
    strongest = sorted(weighed, key=lambda pair: -pair[0])[:_MOST_EVIDENCE]
    return Tone(label, score, tuple(hit.evidence(document) for _, hit in strongest))


def _longest(found: list[Found[float]]) -> list[Found[float]]:
    """Without phrases inside of others, so that "tidak puas" is not also "puas"."""
    kept: list[Found[float]] = []
    for hit in found:
        if not kept or hit.field is not kept[-1].field or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _turned(document: Document, hit: Found[float], negations: frozenset[str]) -> float:
    stems = document.title_stems if hit.field is Field.TITLE else document.text_stems
    if negations.isdisjoint(stems[max(0, hit.start - 2) : hit.start]):
        return 1.0
    # "not bad" is no praise, "not good" is blame
    return -0.2 if hit.value < 0 else -1.0


def _sentence(document: Document, hit: Found[Any], ends: list[int]) -> tuple[Field, int]:
    if hit.field is Field.TITLE:
        return Field.TITLE, 0
    return Field.TEXT, bisect_right(ends, document.tokens(Field.TEXT)[hit.start].start)
