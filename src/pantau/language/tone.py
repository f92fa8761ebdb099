"""Tone of a text towards the ministry: who blames or praises it, not how sad the event is.

Words of judgement count as far as they are aimed at the ministry (`targets`): in full in a sentence that speaks of
it, a little in the next ones. A negation before a word turns it round. Sober words for sad things count for nothing,
nor does blame that the ministry answers. Where words of judgement tell too little, it is told by `cues`.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import tanh
from typing import Any, NamedTuple

from pantau import assets
from pantau.domain.story import Tone, ToneLabel
from pantau.language import calibration, cues, tokens
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
_CUED = 0.45  # probability from which cues tell blame or praise where words of judgement do not
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


class Told(NamedTuple):
    """Who is named in a text that speaks of the ministry, and its judgements, each with what it counts for."""

    named: list[Found[Who]]
    judgements: list[tuple[float, Found[float]]]

    @property
    def weight(self) -> float:
        return sum(weight for weight, _ in self.judgements)


class Weighed(NamedTuple):
    """A label, how strongly it is told, 0 to 1, and the words that tell it, the strongest first."""

    label: ToneLabel
    strength: float
    hits: tuple[Found[Any], ...] = ()


def tone(document: Document) -> Tone:
    """The tone, how probable it is that it is so, 0 to 1, and the words that made it."""
    told = _weigh(document)
    if not told.strength:
        return _sober()
    evidence = tuple(hit.evidence(document) for hit in told.hits[:_MOST_EVIDENCE])
    return Tone(told.label, calibration.probability(told.label.value, told.strength), evidence)


def strength(document: Document) -> float:
    """How strongly a text is told to be what `tone` says of it, 0 to 1: what its probability is learned for."""
    return _weigh(document).strength


def lean(document: Document) -> float:
    """How far words of judgement lean, from -1, all against the ministry, to 1; 0 where it is not spoken of."""
    found = told(document)
    return tanh(found.weight / 1.5) if found else 0.0


@cache
def _sober() -> Tone:
    return Tone(ToneLabel.NEUTRAL, calibration.probability("netral", 0.0))


def _weigh(document: Document) -> Weighed:
    """By words of judgement; where these tell too little, by how it is put."""
    found = told(document)
    if found is None:
        return Weighed(ToneLabel.NEUTRAL, 0.0)
    leans = tanh(found.weight / 1.5)
    if abs(leans) >= _LEAST:
        pairs = [pair for pair in found.judgements if (pair[0] < 0) == (leans < 0) and abs(pair[0]) > NONE]
        pairs.sort(key=lambda pair: -abs(pair[0]))
        label = ToneLabel.NEGATIVE if leans < 0 else ToneLabel.POSITIVE
        return Weighed(label, abs(leans), tuple(hit for _, hit in pairs))
    cued = cues.judge(document, found.named, found.judgements)
    weak = _LEAST * cued.probability  # below what words of judgement tell
    if cued.probability < _CUED:
        return Weighed(ToneLabel.NEUTRAL, weak)
    return Weighed(cued.label, weak, cued.found)


def told(document: Document) -> Told | None:
    """What may tell the tone; None where nothing does, or nobody of the ministry is spoken of."""
    known = _words()
    named = known.naming.find(document)
    if all(one.value is Who.OTHER for one in named):
        return None
    judged = known.judgements.find(document)
    if not judged and not cues.occur(document):
        return None
    judged = [hit for hit in longest(judged) if not _is_name(hit, named)][:_MOST_PLACES]
    return Told(named, _weighed(document, known, named, judged) if judged else [])


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
    judged: list[Found[float]],
) -> list[tuple[float, Found[float]]]:
    ends = _ends(document)
    sentences = _sentences(document, named, ends)
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
