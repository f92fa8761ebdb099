"""Which of the ministry's fields a text concerns; two at most, the most told first."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pantau import assets
from pantau.language.document import Document
from pantau.language.lexicon import Lexicon

MOST = 2
_LEAST = 3.0  # one strong word, or three weak ones
_BESIDE = 0.4  # of the first unit's weight, a second one has at least so much
_OURS = 1.5  # what a word weighs where the ministry is named
_IN_TITLE = 2.0
_SERVICE = "pelayanan publik"
_STAFF = "SDM"
_ADDED = (_SERVICE, _STAFF)  # say how the ministry works, so they come beside what it does
_SHARED = ("HAM", "peraturan perundang-undangan", "bantuan hukum")  # fields that others work in as well


@cache
def _told() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(assets.path("units.json").read_text(encoding="utf-8"))
    return found


@cache
def _ministry() -> Lexicon[None]:
    return Lexicon((name, None) for name in _told()["ministry"])


@cache
def _lexicon() -> Lexicon[tuple[str, float]]:
    return Lexicon(
        (phrase, (unit, float(weight)))
        for unit, weights in _told()["units"].items()
        for weight, phrases in weights.items()
        for phrase in phrases
    )


@cache
def names() -> tuple[str, ...]:
    """The shipped set."""
    return tuple(_told()["units"])


def find(document: Document) -> tuple[str, ...]:
    """The units that a text concerns; empty when it is none of the ministry's business."""
    weights = _weights(document)
    if not weights:
        return ()
    ours = _ministry().occurs(document) and bool(_ministry().find(document))
    if ours:
        weights = {unit: weight * _OURS for unit, weight in weights.items()}
    fields = {unit: weight for unit, weight in weights.items() if unit not in _ADDED and weight >= _LEAST}
    ranked = sorted(fields, key=lambda unit: -fields[unit])
    added = [unit for unit in _ADDED if weights.get(unit, 0.0) >= _LEAST]
    best = max(added, key=lambda unit: weights[unit], default=None)
    if not ranked:
        # Staff and counters of others are no business of the ministry.
        return (best,) if best is not None and ours else ()
    if best is not None and (ours or ranked[0] not in _SHARED):
        return ranked[0], best
    return tuple(unit for unit in ranked[:MOST] if fields[unit] >= _BESIDE * fields[ranked[0]])


def _weights(document: Document) -> dict[str, float]:
    found: dict[str, float] = {}
    told: dict[str, int] = {}  # where the last phrase of a unit ends
    seen: set[tuple[str, ...]] = set()
    for hit in _lexicon().find(document):
        start, end, (unit, weight) = hit
        if start < told.get(unit, 0):
            continue  # part of a longer phrase that was counted
        told[unit] = end
        said = (unit, *document.run[start:end])
        weight *= _IN_TITLE if start < document.border else 1.0
        # A word said again adds little.
        found[unit] = found.get(unit, 0.0) + (weight * 0.3 if said in seen else weight)
        seen.add(said)
    return found
