"""Whether a text spreads a hoax: it wants to be forwarded, tells what is said to be hidden, knows it by hearsay,
baits with money, claims what cannot be, and shouts. One sign alone is no hoax, several kinds together are."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from pantau.language import tokens
from pantau.language.document import Document, Field
from pantau.language.signs import Signs, Written, apart, calmed, weighted

_LEADING = ("forward", "hidden", "hearsay", "bait")
_FOLLOWING = ("claim", "loud")
_TELLING = 0.5  # least weight of one leading sign
_AGAIN, _MOST_AGAIN = 0.4, 3  # what a further sign of a kind adds, and how many count
_SHOUTING = re.compile(r"!{2,}|\b[A-Z]{4,}\b!*(?:\s+[A-Z]{3,}){2,}|\b[A-Z]{5,}!")
_LOUD = 0.3
_LOOKED_AT = 20_000  # characters of a field that patterns are tried on
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
        self._gaps = frozenset(tokens.stems(" ".join(told["pattern_words"])))
        self._calm = weighted(told["calm"])

    def signs(self, document: Document) -> Signs | None:
        """What speaks for a hoax, None when it does not suffice."""
        found: list[tuple[float, Any]] = []
        weight = 0.0
        for kind, lexicon in self._leading.items():
            hits: list[Any] = apart(lexicon.find(document)) if lexicon.occurs(document) else []
            weight += _of_kind([(hit.value, hit) for hit in hits] + self._written(document, kind), found)
        if not any(one >= _TELLING for one, _ in found):
            return None
        for lexicon in self._following.values():
            weight += _of_kind([(hit.value, hit) for hit in apart(lexicon.find(document))], found)
        if _SHOUTING.search(document.title) or _SHOUTING.search(document.text):
            weight += _LOUD
        if weight >= self._least:
            weight -= calmed(document, self._calm)
        return Signs(weight, found) if weight >= self._least else None

    def _written(self, document: Document, kind: str) -> list[tuple[float, Any]]:
        pattern = self._patterns.get(kind)
        if pattern is None or self._gaps.isdisjoint(document.stems):
            return []
        return [
            (_WRITTEN, Written(document.begins(field) + match.start(), document.begins(field) + match.end()))
            for field in Field
            for match in islice(pattern.finditer(document.content(field), 0, _LOOKED_AT), _MOST_AGAIN)
        ]


def _of_kind(hits: list[tuple[float, Any]], found: list[tuple[float, Any]]) -> float:
    found += hits
    if not hits:
        return 0.0
    strongest = sorted((weight for weight, _ in hits), reverse=True)
    return strongest[0] + _AGAIN * sum(strongest[1 : _MOST_AGAIN + 1])
