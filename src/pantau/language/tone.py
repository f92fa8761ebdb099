"""Tone of a text towards the ministry: who blames or praises it, not how sad the event is.

Words of judgement count as far as they are aimed at the ministry (`targets`): in full in a sentence that speaks of
it, a little in the next ones. A negation before a word turns it round. Sober words for sad things count for nothing,
nor does blame that the ministry answers.
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
from pantau.language import calibration, tokens
from pantau.language.document import Document, Field
from pantau.language.lexicon import Found, Lexicon
from pantau.language.targets import NONE, Named, Sentence, Who

_IN_TITLE = 1.4
_FAR = 0.7  # what a judgement counts in a sentence that names nobody
_LEAST = 0.38  # of the lean, -1 to 1: below it a text is neutral
_BEFORE = 0.25  # the same in one before the ministry is spoken of
_ANSWERED = 0.15  # of blame that the ministry answers
_MOST_EVIDENCE = 6
_MOST_PLACES = 150  # judgements that are looked at; a text of nothing else needs no more
_SENTENCE = re.compile(r"[.!?]+[\"”']?\s+|\n+")
_INTO = frozenset({"di", "ke", "dari", "dalam"})

_NAMED = (Who.MINISTRY, Who.TOPIC, Who.OTHER)
_Place = tuple[Field, int]


@dataclass(frozen=True, slots=True)
class _Words:
    named: Lexicon[Who]
    judgements: Lexicon[float]
    answers: Lexicon[None]
    judging: frozenset[str]
    receiving: frozenset[str]
    negations: frozenset[str]
    places: frozenset[str]


@cache
def _words() -> _Words:
    told: dict[str, Any] = json.loads(assets.path("tone.json").read_text(encoding="utf-8"))
    named = [(name, who) for who in _NAMED for name in told[who]]
    judgements = [
        (_as_meant(phrase), sign * float(weight))
        for sign, side in ((-1, "negative"), (1, "positive"))
        for weight, phrases in told[side].items()
        for phrase in phrases
    ]
    return _Words(
        Lexicon((_as_meant(name), who) for name, who in named),
        Lexicon(judgements),
        Lexicon((_as_meant(phrase), None) for phrase in told["about"]),
        frozenset(tokens.stems(" ".join(told["transitive"]))),
        frozenset(tokens.stems(" ".join(told["receiving"]))),
        frozenset(tokens.stems(" ".join(told["negations"]))),
        frozenset(tokens.stems(" ".join(told["places"]))),
    )


def _as_meant(phrase: str) -> str:
    # Lone words are taken as they stand: "terbantu" is praise, "bantuan" is not, though both have one stem.
    # A star says that every form of the word is meant.
    if phrase.startswith("*"):
        return phrase[1:]
    return phrase if " " in phrase else f"={phrase}"


def tone(document: Document) -> Tone:
    """The tone, how probable it is that it is so, 0 to 1, and the words that made it."""
    known = _words()
    sober = Tone(ToneLabel.NEUTRAL, calibration.probability("netral", 0.0))
    if not known.judgements.occurs(document) or not known.named.occurs(document):
        return sober
    judged = _longest(known.judgements.find(document))[:_MOST_PLACES]
    if not judged:
        return sober
    ends = _ends(document)
    sentences = _sentences(document, known, ends)
    if not any(sentence.speaks for sentence in sentences.values()):
        return sober
    weighed = _weighed(document, known, sentences, judged, ends)
    lean = _lean(weighed)
    if abs(lean) < _LEAST:
        return Tone(ToneLabel.NEUTRAL, calibration.probability("netral", abs(lean)))
    label = ToneLabel.NEGATIVE if lean < 0 else ToneLabel.POSITIVE
    told = [pair for pair in weighed if (pair[0] < 0) == (lean < 0) and abs(pair[0]) > NONE]
    strongest = sorted(told, key=lambda pair: -abs(pair[0]))[:_MOST_EVIDENCE]
    evidence = tuple(hit.evidence(document) for _, hit in strongest)
    return Tone(label, calibration.probability(label.value, abs(lean)), evidence)


def _lean(weighed: list[tuple[float, Found[float]]]) -> float:
    """From -1, all against, to 1."""
    return tanh(sum(weight for weight, _ in weighed) / 1.5)


def _weighed(
    document: Document,
    known: _Words,
    sentences: dict[_Place, Sentence],
    judged: list[Found[float]],
    ends: list[int],
) -> list[tuple[float, Found[float]]]:
    """Every judgement with what it counts for."""
    answered = _answered(document, known, ends, sentences)
    first = min(_order(place) for place, one in sentences.items() if one.speaks)
    found = []
    for hit in judged:
        weight = hit.value * _turned(document, hit, known.negations)
        where = _place(document, hit, ends)
        sentence = sentences.get(where)
        if sentence is not None and sentence.speaks:
            weight *= _share(document, hit, known, sentence)
        elif sentence is not None:
            weight *= NONE  # of others alone
        else:
            weight *= _FAR if first < _order(where) else _BEFORE
        if weight < 0 and answered.get(where, hit.start) < hit.start:
            weight *= _ANSWERED
        found.append((weight * (_IN_TITLE if hit.field is Field.TITLE else 1.0), hit))
    return found


def _share(document: Document, hit: Found[float], known: _Words, sentence: Sentence) -> float:
    token = document.tokens(hit.field)[hit.start]
    stems = document.title_stems if hit.field is Field.TITLE else document.text_stems
    judges = stems[hit.start] in known.judging
    passive = token.word.startswith("di") and not token.stem.startswith("di")
    passive = passive or (hit.start > 0 and stems[hit.start - 1] in known.receiving)
    return sentence.share(hit.start, hit.end, judges=judges, passive=passive)


def _sentences(document: Document, known: _Words, ends: list[int]) -> dict[_Place, Sentence]:
    found: dict[_Place, list[Named]] = {}
    for hit in known.named.find(document):
        run = found.setdefault(_place(document, hit, ends), [])
        if run and hit.start < run[-1].end:
            continue  # "menteri" in "menteri hukum"
        run.append(Named(hit.start, hit.end, _who(document, hit, known)))
    return {place: Sentence(run) for place, run in found.items()}


def _who(document: Document, hit: Found[Who], known: _Words) -> Who:
    stems = document.title_stems if hit.field is Field.TITLE else document.text_stems
    into = hit.start and stems[hit.start - 1] in _INTO
    return Who.PLACE if into and hit.value is Who.MINISTRY and stems[hit.start] in known.places else hit.value


def _answered(
    document: Document, known: _Words, ends: list[int], sentences: dict[_Place, Sentence]
) -> dict[_Place, int]:
    """Where in a sentence the ministry begins to answer."""
    if not known.answers.occurs(document):
        return {}
    found: dict[_Place, int] = {}
    for hit in known.answers.find(document):
        where = _place(document, hit, ends)
        if where in sentences and sentences[where].speaks:
            found.setdefault(where, hit.start)
    return found


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
    # "not bad" is no praise, "no longer bad" nearly; "not good" is blame
    return (-0.5 if stems[hit.start - 1] == "lagi" else -0.2) if hit.value < 0 else -1.0


def _ends(document: Document) -> list[int]:
    return [match.start() for match in _SENTENCE.finditer(document.text)]


def _place(document: Document, hit: Found[Any], ends: list[int]) -> _Place:
    if hit.field is Field.TITLE:
        return Field.TITLE, 0
    return Field.TEXT, bisect_right(ends, document.tokens(Field.TEXT)[hit.start].start)


def _order(place: _Place) -> tuple[bool, int]:
    return place[0] is Field.TEXT, place[1]
