"""Risks that a text itself carries: it spreads a hoax, holds a group in contempt, calls for violence.

A debunk, a report or a condemnation of such a text carries none: words of sober reporting weigh against it. Each
rule gives a weight of evidence; from a bound on a risk is raised, with the words that did it and how probable it is.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pantau import assets
from pantau.domain.story import Risk, RiskKind
from pantau.language import calibration, spelling, tokens
from pantau.language.contempt import Contempt
from pantau.language.document import Document
from pantau.language.hoax import Hoax
from pantau.language.incitement import Incitement
from pantau.language.signs import Signs

_MOST_EVIDENCE = 5


class _Rules:
    """The rules of resources/risk.json, read once."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.known = frozenset(_spoken(told))
        orders = _spoken([told[RiskKind.INCITEMENT]["violence"], told[RiskKind.HATE]["orders"]])
        self.chat: dict[str, str] = _typed(orders) | told["chat"]
        self.hoax = Hoax(told[RiskKind.HOAX])
        self.contempt = Contempt(told[RiskKind.HATE])
        self.incitement = Incitement(told[RiskKind.INCITEMENT])


def _spoken(told: Any) -> set[str]:
    """Every word of a tree of lists of phrases."""
    if isinstance(told, str):
        return set(tokens.folded(told))
    if isinstance(told, dict):
        told = told.values()
    return set().union(*(_spoken(one) for one in told)) if not isinstance(told, float) else set()


def _typed(orders: set[str]) -> dict[str, str]:
    """Orders as they are typed in a chat: "bakarin", "hancurin", "gebukin" for "bakar", "hancurkan", "gebuki"."""
    found: dict[str, str] = {}
    for word in sorted(orders):
        bare = word.removesuffix("kan") if word.endswith("kan") else word.removesuffix("i")
        found[f"{bare}in"] = word
    return found


@cache
def _rules() -> _Rules:
    return _Rules(json.loads(assets.path("risk.json").read_text(encoding="utf-8")))


def risks(document: Document) -> tuple[Risk, ...]:
    """The risks raised, each with how probable it is, 0 to 1, and its words."""
    rules = _rules()
    plain = spelling.plain(document, rules.chat, rules.known)
    found = (
        _raised(RiskKind.HOAX, plain, rules.hoax.signs(plain)),
        _raised(RiskKind.HATE, plain, rules.contempt.signs(plain)),
        _raised(RiskKind.INCITEMENT, plain, rules.incitement.signs(plain)),
    )
    return tuple(risk for risk in found if risk is not None)


def _raised(kind: RiskKind, document: Document, signs: Signs | None) -> Risk | None:
    if signs is None:
        return None
    strongest = sorted(signs.found, key=lambda pair: -pair[0])[:_MOST_EVIDENCE]
    evidence = tuple(hit.evidence(document) for _, hit in strongest)
    return Risk(kind, calibration.probability(kind, signs.weight), evidence)
