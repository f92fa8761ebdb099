"""How grave an event is by the words for it: deaths, riots, escapes, fires; not whose fault it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pantau import assets
from pantau.language import tokens


@dataclass(frozen=True, slots=True)
class Severity:
    """`score` 0 to 1; `word` the gravest kind found, a key of resources/severity.json; "" when there is none."""

    score: float = 0.0
    word: str = ""


_NONE = Severity()


@cache
def _grave() -> tuple[dict[str, Severity], frozenset[str]]:
    listed = json.loads(assets.path("severity.json").read_text(encoding="utf-8"))
    found = {
        stem: Severity(entry["weight"], kind)
        for kind, entry in listed.items()
        for stem in tokens.stems(" ".join(entry["words"]))
    }
    return found, frozenset(found)


def severity(stems: Iterable[str]) -> Severity:
    """The gravest word among stems, best those of a title: a text tells of other events as well."""
    known, words = _grave()
    found = words.intersection(stems)
    if not found:
        return _NONE
    return max((known[stem] for stem in found), key=lambda one: (one.score, one.word))
