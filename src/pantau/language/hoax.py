"""Whether a text spreads a hoax: it wants to be forwarded, tells what is said to be hidden, knows it by hearsay,
baits with money, claims what cannot be, and shouts. One sign alone is no hoax, several kinds together are."""

from __future__ import annotations

import re
from typing import Any

from pantau.language import tokens
from pantau.language.document import Document
from pantau.language.signs import MOST_PLACES, Signs, Written, apart, calmed, weighted

_LEADING = ("forward", "hidden", "hearsay", "bait")
_FOLLOWING = ("claim", "loud")
_TELLING = 0.5  # least weight of one leading sign
_AGAIN, _MOST_AGAIN = 0.4, 3  # what a further sign of a kind adds, and how many count
_SHOUTING = re.compile(r"!{2,}|\b[A-Z]{4,}\b!*(?:\s+[A-Z]{3,}){2,}|\b[A-Z]{5,}!")
_LOUD = 0.3
_LONGEST = 200  # characters that a pattern is tried on
_WRITTEN = 0.7  # of an address, a number, a phrase with a gap


class Hoax:
    """The rule with its words, by the kind of sign."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._least: float = told["least"]
        self._leading = {kind: weighted(told[kind]) for kind in _LEADING}
        self._following = {kind: weighted(told[kind]) for kind in _FOLLOWING}
        self._patterns = {
            kind: re.compile("|".join(f"(?:{one})" for one in said), re.IGNORECASE)
            for kind, said in told["patterns"].items()
        }
        self._begins = frozenset(tokens.stems(" ".join(told["pattern_words"])))
        self._calm = weighted(told["calm"])

    def signs(self, document: Document) -> Signs | None:
        """What speaks for a hoax, None when it does not suffice."""
        found: list[tuple[float, Any]] = []
        weight = 0.0
        begun = [at for stem in self._begins & document.stems for at in document.places[stem]][:MOST_PLACES]
        for kind, lexicon in self._leading.items():
            hits: list[tuple[float, Any]] = [(hit.value, hit) for hit in apart(lexicon.find(document))]
            if begun and kind in self._patterns:
                hits += _written(document, self._patterns[kind], begun)
            if hits:
                weight += _of_kind(hits, found)
        if not any(one >= _TELLING for one, _ in found):
            return None
        for lexicon in self._following.values():
            if hits := [(hit.value, hit) for hit in apart(lexicon.find(document))]:
                weight += _of_kind(hits, found)
        if _SHOUTING.search(document.title) or _SHOUTING.search(document.text):
            weight += _LOUD
        if weight >= self._least:
            weight -= calmed(document, self._calm)
        return Signs(weight, found) if weight >= self._least else None


def _written(document: Document, pattern: re.Pattern[str], begun: list[int]) -> list[tuple[float, Any]]:
    """Where a pattern stands, which begins with one of these words."""
    found = []
    for at in begun:
        start = document.starts[at]
        end = len(document.title if at < document.border else document.whole)
        if match := pattern.match(document.whole, start, min(end, start + _LONGEST)):
            found.append((_WRITTEN, Written(start, match.end())))
    return found


def _of_kind(hits: list[tuple[float, Any]], found: list[tuple[float, Any]]) -> float:
    found += hits
    strongest = sorted((weight for weight, _ in hits), reverse=True)
    return strongest[0] + _AGAIN * sum(strongest[1 : _MOST_AGAIN + 1])
