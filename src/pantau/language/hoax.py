"""Whether a text spreads a hoax: it wants to be forwarded, tells what is said to be hidden, knows it by hearsay,
baits with money, claims what cannot be, and shouts. One sign alone is no hoax, several kinds together are."""

from __future__ import annotations

import re
from typing import Any

from pantau.language.document import Document
from pantau.language.lexicon import Found
from pantau.language.signs import Signs, apart, calmed, weighted

_LEADING = ("forward", "hidden", "hearsay", "bait")
_FOLLOWING = ("claim", "loud")
_TELLING = 0.5  # least weight of one leading sign
_AGAIN, _MOST_AGAIN = 0.4, 3  # what a further sign of a kind adds, and how many count
_SHOUTING = re.compile(r"!{2,}|\b[A-Z]{4,}\b!*(?:\s+[A-Z]{3,}){2,}|\b[A-Z]{5,}!")
_LOUD = 0.3


class Hoax:
    """The rule with its words, by the kind of sign."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._least: float = told["least"]
        self._leading = {kind: weighted(told[kind]) for kind in _LEADING}
        self._following = {kind: weighted(told[kind]) for kind in _FOLLOWING}
        self._calm = weighted(told["calm"])

    def signs(self, document: Document) -> Signs | None:
        """What speaks for a hoax, None when it does not suffice."""
        found: list[tuple[float, Found[Any]]] = []
        weight = 0.0
        for lexicon in self._leading.values():
            if lexicon.occurs(document):
                weight += _of_kind(apart(lexicon.find(document)), found)
        if not any(one >= _TELLING for one, _ in found):
            return None
        for lexicon in self._following.values():
            weight += _of_kind(apart(lexicon.find(document)), found)
        if _SHOUTING.search(document.title) or _SHOUTING.search(document.text):
            weight += _LOUD
        if weight >= self._least:
            weight -= calmed(document, self._calm)
        return Signs(weight, found) if weight >= self._least else None


def _of_kind(hits: list[Found[float]], found: list[tuple[float, Found[Any]]]) -> float:
    found += [(hit.value, hit) for hit in hits]
    if not hits:
        return 0.0
    again = sorted((hit.value for hit in hits), reverse=True)[1 : _MOST_AGAIN + 1]
    return max(hit.value for hit in hits) + _AGAIN * sum(again)
