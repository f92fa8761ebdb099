"""Risks that a text itself carries: it spreads a hoax, holds a group in contempt, calls for violence.

A debunk, a report or a condemnation of such a text carries none: words of sober reporting weigh against it.
Each rule gives a figure of evidence; above one half a risk is raised, with the words that did it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import tanh
from typing import Any

from pantau import assets
from pantau.domain.story import Risk, RiskKind
from pantau.language.document import Document, Field
from pantau.language.lexicon import Found, Lexicon

_NEAR = 8  # words between a group and the contempt for it, or a call and the violence
_CALM = 0.55  # what each word of sober reporting takes off
_SHOUTING = re.compile(r"!{2,}|\b[A-Z]{4,}(?:\s+[A-Z]{3,}){2,}")
_TELLING = 0.6  # least weight of a phrase that is more than excitement
_MOST_EVIDENCE = 5
_MOST_PLACES = 200  # words of a kind that are looked at; a text of nothing else needs no more


@dataclass(frozen=True, slots=True)
class _Hoax:
    raises: Lexicon[float]
    calm: Lexicon[None]


@dataclass(frozen=True, slots=True)
class _Pair:
    """One kind of word near the other makes the risk."""

    one: Lexicon[None]
    other: Lexicon[float]
    calm: Lexicon[None]


@cache
def _told() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(assets.path("risk.json").read_text(encoding="utf-8"))
    return found


def _weighted(weights: dict[str, list[str]]) -> Lexicon[float]:
    return Lexicon((_exactly(phrase), float(weight)) for weight, said in weights.items() for phrase in said)


def _plain(phrases: Iterable[str]) -> Lexicon[None]:
    return Lexicon((_exactly(phrase), None) for phrase in phrases)


def _exactly(phrase: str) -> str:
    # A lone word is taken as it stands: "viralkan" is a call, "viral" is news; "awas" is no "pengawas".
    return phrase if " " in phrase else f"={phrase}"


@cache
def _hoax() -> _Hoax:
    told = _told()["hoaks"]
    return _Hoax(_weighted(told["raise"]), _plain(told["calm"]))


@cache
def _hate() -> _Pair:
    told = _told()["ujaran_kebencian"]
    return _Pair(_plain(told["groups"]), _weighted(told["contempt"]), _plain(told["calm"]))


@cache
def _incitement() -> _Pair:
    told = _told()["provokasi"]
    return _Pair(_plain(told["calls"]), _weighted(told["violence"]), _plain(told["calm"]))


def risks(document: Document) -> tuple[Risk, ...]:
    """The risks raised, each with a score of 0.5 to 1 and its words."""
    return tuple(risk for risk in (_of_hoax(document), _of_hate(document), _of_incitement(document)) if risk)


def _of_hoax(document: Document) -> Risk | None:
    known = _hoax()
    found = known.raises.find(document)
    if not any(hit.value >= _TELLING for hit in found):
        return None  # excitement alone spreads nothing
    loud = 0.35 if _SHOUTING.search(document.title) or _SHOUTING.search(document.text) else 0.0
    return _raised(RiskKind.HOAX, document, found, loud, known.calm)


def _of_hate(document: Document) -> Risk | None:
    known = _hate()
    if not known.other.occurs(document) or not known.one.occurs(document):
        return None
    found = list(_near(known.one.find(document), known.other.find(document)))
    return _raised(RiskKind.HATE, document, found, 0.0, known.calm)


def _of_incitement(document: Document) -> Risk | None:
    known = _incitement()
    if not known.other.occurs(document) or not known.one.occurs(document):
        return None
    pairs = _near(known.one.find(document), known.other.find(document))
    found = [hit for hit in pairs if _is_bare(document, hit)]
    loud = 0.2 if "!" in document.title or "!" in document.text else 0.0
    return _raised(RiskKind.INCITEMENT, document, found, loud, known.calm)


def _is_bare(document: Document, hit: Found[float]) -> bool:
    """Whether a verb stands as an order has it: "bakar", not "membakar" or "terbakar"."""
    run = document.tokens(hit.field)[hit.start : hit.end]
    stem = run[0].stem
    return run[0].word in (stem, f"{stem}kan", f"{stem}i")


def _near(ones: list[Found[None]], others: list[Found[float]]) -> Iterator[Found[float]]:
    last: tuple[Field, int] | None = None
    ones = ones[:_MOST_PLACES]
    for other in others[:_MOST_PLACES]:
        if last and other.field is last[0] and other.start < last[1]:
            continue
        if any(_are_near(one, other) for one in ones):
            last = other.field, other.end
            yield other


def _are_near(one: Found[None], other: Found[float]) -> bool:
    if one.field is not other.field:
        return False
    return max(one.start - other.end, other.start - one.end) <= _NEAR and not (
        one.start < other.end and other.start < one.end
    )


def _raised(
    kind: RiskKind, document: Document, found: list[Found[float]], more: float, calm: Lexicon[None]
) -> Risk | None:
    weight = (
        sum(sorted({hit.value for hit in found}, reverse=True)) + 0.15 * (len(found) - 1) + more
        if found
        else 0
    )
    if weight < 0.55:
        return None
    weight -= _CALM * len({(hit.field, hit.start) for hit in calm.find(document)})
    score = (1 + tanh(2 * (weight - 0.55))) / 2
    if score < 0.5:
        return None
    evidence = tuple(hit.evidence(document) for hit in found[:_MOST_EVIDENCE])
    return Risk(kind, round(score, 3), evidence)
