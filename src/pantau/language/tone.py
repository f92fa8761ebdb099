"""Tone of a text towards the ministry: who blames or praises it, not how sad the event is.

Words of judgement count as far as they are aimed at the ministry (`targets`): in full in a sentence that speaks of
it, a little in the next ones. A negation before a word turns it round. Sober words for sad things count for nothing,
nor does blame that the ministry answers.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import tanh
from typing import Any

from pantau import assets
from pantau.domain.story import Tone, ToneLabel
from pantau.language import calibration, tokens
from pantau.language.document import Document, Field
from pantau.language.framing import Framing
from pantau.language.lexicon import Found, Lexicon, longest, very
from pantau.language.naming import Naming
from pantau.language.targets import NONE, Named, Sentence, Who

_IN_TITLE = 1.4
_FAR = 0.7  # what a judgement counts in a sentence that names nobody
_LEAST = 0.375  # of the lean, -1 to 1: below it a text is neutral; one full judgement of a topic is above
_BEFORE = 0.25  # the same in one before the ministry is spoken of
_ANSWERED = 0.15  # of blame that the ministry answers
_MOST_EVIDENCE = 6
_MOST_PLACES = 150  # judgements that are looked at; a text of nothing else needs no more
_SENTENCE = re.compile(r"[.!?;]+[\"”']?\s+|\n+")
_STOP = re.compile(r"[.!?;\n]")


@dataclass(frozen=True, slots=True)
class _Words:
    naming: Naming
    judgements: Lexicon[float]
    answers: Lexicon[None]
    judging: frozenset[str]
    receiving: frozenset[str]
    people: frozenset[str]
    framing: Framing


@cache
def _words() -> _Words:
    told: dict[str, Any] = json.loads(assets.path("tone.json").read_text(encoding="utf-8"))
    judgements = [
        (form, sign * float(weight))
        for sign, side in ((-1, "negative"), (1, "positive"))
        for weight, phrases in told[side].items()
        for phrase in phrases
        for form in _forms(phrase)
    ] + [(very(phrase), 0.0) for phrase in told["nothing"]]
    negations = frozenset(tokens.stems(" ".join(told["negations"])))
    return _Words(
        Naming(told),
        Lexicon(judgements),
        Lexicon((very(phrase), None) for phrase in told["about"]),
        frozenset(tokens.stems(" ".join(told["transitive"]))),
        frozenset(tokens.stems(" ".join(told["receiving"]))),
        frozenset(tokens.stems(" ".join(told["people"]))),
        Framing(told["framing"], negations),
    )


def _forms(phrase: str) -> Iterator[str]:
    """A phrase, and a lone active verb as headlines have it as well: "abaikan" for "mengabaikan"."""
    yield very(phrase)
    suffix = "kan" if phrase.endswith("kan") else "i"
    if re.fullmatch(r"me\w+(?:kan|i)", phrase):
        yield very(tokens.stem(phrase).removesuffix(suffix) + suffix)


def tone(document: Document) -> Tone:
    """The tone, how probable it is that it is so, 0 to 1, and the words that made it."""
    weighed = _judgements(document)
    if not weighed:
        return _sober()
    leans = _lean(weighed)
    if abs(leans) < _LEAST:
        return Tone(ToneLabel.NEUTRAL, calibration.probability("netral", abs(leans)))
    label = ToneLabel.NEGATIVE if leans < 0 else ToneLabel.POSITIVE
    told = [pair for pair in weighed if (pair[0] < 0) == (leans < 0) and abs(pair[0]) > NONE]
    strongest = sorted(told, key=lambda pair: -abs(pair[0]))[:_MOST_EVIDENCE]
    evidence = tuple(hit.evidence(document) for _, hit in strongest)
    return Tone(label, calibration.probability(label.value, abs(leans)), evidence)


def lean(document: Document) -> float:
    """How far a text leans, from -1, all against the ministry, to 1; it is neutral near 0."""
    return _lean(_judgements(document))


@cache
def _sober() -> Tone:
    return Tone(ToneLabel.NEUTRAL, calibration.probability("netral", 0.0))


def _lean(weighed: list[tuple[float, Found[float]]]) -> float:
    return tanh(sum(weight for weight, _ in weighed) / 1.5)


def _judgements(document: Document) -> list[tuple[float, Found[float]]]:
    """Every judgement with what it counts for; none where nobody of the ministry is spoken of."""
    known = _words()
    judged = known.judgements.find(document)
    named = known.naming.find(document) if judged else []
    if not named:
        return []
    ends = _ends(document)
    sentences = _sentences(document, named, ends)
    if not any(sentence.speaks for sentence in sentences.values()):
        return []
    judged = [hit for hit in longest(judged) if not _is_name(hit, named)][:_MOST_PLACES]
    return _weighed(document, known, named, sentences, judged, ends)


def _is_name(hit: Found[float], named: list[Found[Who]]) -> bool:
    """Whether a word is only part of a name, as in "warga binaan"."""
    return any(
        one.value is Who.TOPIC and one.start <= hit.start and hit.end <= one.end and one.end - one.start > 1
        for one in named
    )


def _weighed(
    document: Document,
    known: _Words,
    named: list[Found[Who]],
    sentences: dict[int, Sentence],
    judged: list[Found[float]],
    ends: list[int],
) -> list[tuple[float, Found[float]]]:
    answered = _answered(document, known, ends, sentences)
    first = min(number for number, one in sentences.items() if one.speaks)
    found = []
    for hit in judged:
        weight = hit.value * known.framing.share(document, hit, named)
        where = _number(document, hit, ends)
        sentence = sentences.get(where)
        if sentence is not None and sentence.speaks:
            weight *= _share(document, hit, known, sentence)
        elif sentence is not None:
            weight *= NONE  # of others alone
        else:
            weight *= _FAR if first < where else _BEFORE
        if weight < 0 and answered.get(where, hit.start) < hit.start:
            weight *= _ANSWERED
        found.append((weight * (_IN_TITLE if hit.start < document.border else 1.0), hit))
    return found


def _share(document: Document, hit: Found[float], known: _Words, sentence: Sentence) -> float:
    word, stem = document.words[hit.start], document.run[hit.start]
    behind = document.behind(hit.end, 2)
    if not known.people.isdisjoint(behind[:1]) and (word.startswith("me") or behind[1:] == ["yang"]):
        return NONE  # "mengapresiasi warga"
    receives = stem in known.receiving and "kasih" not in document.run[hit.start : hit.end]
    passive = receives or (word.startswith("di") and not stem.startswith("di"))
    passive = passive or not known.receiving.isdisjoint(document.before(hit.start, 1))
    clause = _clause(document, hit.start)
    closes = _closes(document, hit.end)
    return sentence.share(
        hit.start, hit.end, clause, judges=stem in known.judging, passive=passive, closes=closes
    )


def _clause(document: Document, at: int) -> int:
    """Which clause of the whole a word is in, as commas tell."""
    return document.whole.count(", ", 0, document.starts[at])


def _closes(document: Document, end: int) -> bool:
    """Whether nothing of a sentence comes behind a word."""
    return end == len(document.run) or bool(_STOP.search(document.between(end)))


def _sentences(document: Document, named: list[Found[Who]], ends: list[int]) -> dict[int, Sentence]:
    found: dict[int, list[Named]] = {}
    for hit in named:
        one = Named(hit.start, hit.end, hit.value, _clause(document, hit.start))
        found.setdefault(_number(document, hit, ends), []).append(one)
    return {number: Sentence(run) for number, run in found.items()}


def _answered(
    document: Document, known: _Words, ends: list[int], sentences: dict[int, Sentence]
) -> dict[int, int]:
    """Where in a sentence the ministry begins to answer."""
    found: dict[int, int] = {}
    for hit in known.answers.find(document):
        where = _number(document, hit, ends)
        if where in sentences and sentences[where].speaks:
            found.setdefault(where, hit.start)
    return found


def _ends(document: Document) -> list[int]:
    """Where sentences of the text end in the whole."""
    shift = document.begins(Field.TEXT)
    return [shift + match.start() for match in _SENTENCE.finditer(document.text)]


def _number(document: Document, hit: Found[Any], ends: list[int]) -> int:
    """Which sentence a place is in; the title is 0."""
    if hit.start < document.border:
        return 0
    return 1 + bisect_right(ends, document.starts[hit.start])
