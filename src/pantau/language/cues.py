"""How a text speaks of the ministry where no listed word judges it: who speaks, of whom, and with which turns.

An idiom may be in no list, but whoever uses it says "pengamat", "dinilai", "malah", "sampai kapan"; sober news says
"menggelar", "jadwal". Each kind of cue has a weight for blame and one for praise, learned from labelled texts
(packaging/learn_cues.py). Only the beginning of a text is looked at: a long one has some cue of every kind.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import exp, log
from typing import Any, NamedTuple

from pantau import assets
from pantau.domain.story import ToneLabel
from pantau.language.document import Document
from pantau.language.lexicon import Found, Lexicon, longest, very
from pantau.language.targets import Who

Figures = dict[str, float]
Judgement = tuple[float, Found[float]]  # what a word of judgement weighs, and where it stands

_WORDS = 45  # that are looked at
_LETTERS = 320
_MOST = 2  # a cue said more often says no more
_LEAN = 0.6  # most that words of judgement count
_SPEAKER = 8  # words before a colon among which its speaker stands
_SPEAK = 0.4  # least weight of cues that can be shown
_NEAR = 6  # words between a word of judging and whom it is about
_CLOSE = 2  # and who judges
_PRAISING = frozenset({"praise", "relief", "quick", "kind", "feels"})
_ABOUT = {Who.TOPIC: "of_topic", Who.OTHER: "of_others"}
_MARKS = (("quoted", '"'), ("asked", "?"), ("cried", "!"))


class Cued(NamedTuple):
    """What is likelier, blame or praise, how probable it is, 0 to 1, and the cues that speak for it."""

    label: ToneLabel
    probability: float
    found: tuple[Found[str], ...]


class _Told(NamedTuple):
    """The cues by their kinds, and what each kind weighs for blame and for praise."""

    lexicon: Lexicon[str]
    weights: dict[str, tuple[float, float]]


_LABELS = (ToneLabel.NEGATIVE, ToneLabel.POSITIVE)
_NOTHING = Cued(ToneLabel.NEUTRAL, 0.0, ())


@cache
def _told() -> _Told:
    told: dict[str, Any] = json.loads(assets.path("cues.json").read_text(encoding="utf-8"))
    lexicon = Lexicon((very(phrase), kind) for kind, phrases in told["cues"].items() for phrase in phrases)
    blame, praise = (told["weights"][label] for label in _LABELS)
    kinds = {**blame, **praise, **told["cues"]}
    return _Told(lexicon, {kind: (blame.get(kind, 0.0), praise.get(kind, 0.0)) for kind in kinds})


def occur(document: Document) -> bool:
    """Whether there may be some cue."""
    return _told().lexicon.occurs(document)


def judge(document: Document, named: Sequence[Found[Who]], judgements: Sequence[Judgement]) -> Cued:
    """What the cues tell of a text that names the ministry, whose words of judgement together tell too little."""
    weights = _told().weights
    found = _find(document, judgements)
    against = sum([weights[hit.value][0] for hit in found if weights[hit.value][0] > 0])
    in_favour = sum([weights[hit.value][1] for hit in found if weights[hit.value][1] > 0])
    if against < _SPEAK and in_favour < _SPEAK:
        return _NOTHING
    blame = praise = 0.0
    for kind, figure in _figures(document, named, judgements, found).items():
        both = weights[kind]
        blame += both[0] * figure
        praise += both[1] * figure
    which = 0 if blame >= praise else 1
    if (against, in_favour)[which] < _SPEAK:
        return _NOTHING
    speaking = tuple([hit for hit in found if weights[hit.value][which] > 0])
    return Cued(_LABELS[which], 1 / (1 + exp(-max(blame, praise))), speaking)


def figures(document: Document, named: Sequence[Found[Who]], judgements: Sequence[Judgement]) -> Figures:
    """What the weights are learned for."""
    return _figures(document, named, judgements, _find(document, judgements))


def _find(document: Document, judgements: Sequence[Judgement]) -> list[Found[str]]:
    """The cues; a word of praise is none as well, since how it is put may take it back ("katanya mudah")."""
    taken = {hit.start for _, hit in judgements}
    found = longest([hit for hit in _told().lexicon.find(document) if hit.end <= _WORDS])
    return [hit for hit in found if hit.start not in taken or hit.value not in _PRAISING]


def _figures(
    document: Document,
    named: Sequence[Found[Who]],
    judgements: Sequence[Judgement],
    found: Sequence[Found[str]],
) -> Figures:
    weight = sum([weight for weight, _ in judgements])
    told = {"bias": 1.0, "weight": max(-_LEAN, min(_LEAN, weight))}
    for hit in found:
        told[hit.value] = min(_MOST, told.get(hit.value, 0.0) + 1.0)
    begin = document.whole[:_LETTERS]
    for mark, sign in _MARKS:
        if sign in begin:
            told[mark] = 1.0
    if all(one.value in (Who.TOPIC, Who.OTHER) for one in named):
        told["topic"] = 1.0  # only what the ministry works on
    if any(one.value is Who.OTHER for one in named):
        told["other"] = 1.0
    if begin[:1].islower():
        told["chat"] = 1.0
    told["long"] = log(1 + min(_WORDS, len(document.run))) - 2.5
    _add_speaker(told, begin, document, found)
    _add_judged(told, document, named, found)
    return told


def _add_speaker(told: Figures, begin: str, document: Document, found: Sequence[Found[str]]) -> None:
    """Who speaks: whose name stands before a colon, or with a word of judging."""
    colon = begin.find(":")
    if colon >= 0:
        told["colon"] = 1.0
    judged = colon >= 0 or "judged" in told or "quoted" in told
    if "critic" in told and judged:
        told["critic_says"] = 1.0
    if "victim" in told and judged:
        told["victim_says"] = 1.0
    for hit in found:
        if hit.value == "official" and hit.end <= _SPEAKER and 0 < colon - document.ends[hit.end - 1] < 40:
            told["official_says"] = 1.0


def _add_judged(
    told: Figures, document: Document, named: Sequence[Found[Who]], found: Sequence[Found[str]]
) -> None:
    """Whom a word of judging is about: "DPR dinilai ..." is not about the ministry, nor "Menkum menilai ..."."""
    known = [(one.start, one.end, _ABOUT.get(one.value, "of_ours")) for one in named]
    known += [(one.start, one.end, "of_others") for one in found if one.value == "others"]
    for hit in found:
        if hit.value != "judged":
            continue
        before = [one for one in known if 0 <= hit.start - one[1] <= _NEAR]
        behind = [one for one in known if 0 <= one[0] - hit.end <= _NEAR]
        last = max(before, default=None)
        if document.words[hit.start].startswith("di"):
            about = last
        elif last is not None and last[2] == "of_ours" and hit.start - last[1] <= _CLOSE:
            told["ours_judge"] = 1.0
            continue
        else:
            about = min(behind, default=None)
        if about is not None:
            told[about[2]] = 1.0
