"""Whether a text spreads a hoax: it wants to be forwarded, tells what is said to be hidden, knows it by hearsay,
baits with money, claims what cannot be, and shouts. One sign alone is no hoax, several kinds together are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pantau.language.document import Document
from pantau.language.lexicon import Found, Lexicon, very
from pantau.language.signs import MOST_PLACES, Signs, Written, calmed, weighted

_LEADING = ("forward", "hidden", "hearsay", "bait")
_FOLLOWING = ("claim", "loud")
_TELLING = 0.5  # least weight of one leading sign
_ORDINARY = ("forward", "bait")  # kinds of which offices and outlets speak as well
_ALONE = 0.35  # what a sign of these lacks when it is the only leading one
_AGAIN, _MOST_AGAIN = 0.4, 3  # what a further sign of a kind adds, and how many count
_SHOUTING = re.compile(r"!{2,}|\b[A-Z]{4,}\b!*(?:\s+[A-Z]{3,}){2,}|\b[A-Z]{5,}!")
_LOUD = 0.3
_REACH = 60  # words between a leading sign and one that follows; messages are short, articles long
_LONGEST = 200  # characters that a pattern is tried on
_WRITTEN = 0.7  # of an address, a number, a phrase with a gap
_Sign = tuple[float, Any]  # its weight, and where it stands


class Hoax:
    """The rule with its words, by the kind of sign."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._least: float = told["least"]
        self._leading = _of_kinds(told, _LEADING)
        self._following = _of_kinds(told, _FOLLOWING)
        self._patterns = {
            kind: re.compile("|".join(f"(?:{one})" for one in said), re.IGNORECASE)
            for kind, said in told["patterns"].items()
        }
        self._begins = Lexicon((word, None) for word in told["pattern_words"])
        self._calm = weighted(told["calm"])

    def signs(self, document: Document) -> Signs | None:
        """What speaks for a hoax, None when it does not suffice."""
        hits, begun = self._leading.find(document), self._begins.find(document)
        if not hits and not begun:
            return None
        kinds = _by_kind(hits)
        for kind, sign in self._written(document, sorted({hit.start for hit in begun})):
            kinds.setdefault(kind, []).append(sign)
        if not any(weight >= _TELLING for signs in kinds.values() for weight, _ in signs):
            return None
        kinds |= _by_kind(hit for hit in self._following.find(document) if _is_beside(hit, hits))
        told = [kinds[kind] for kind in (*_LEADING, *_FOLLOWING) if kind in kinds]
        weight = sum(map(_together, told))
        leading = [kind for kind in _LEADING for _ in kinds.get(kind, ())]
        if len(leading) == 1 and leading[0] in _ORDINARY:
            weight -= _ALONE
        if weight + _LOUD >= self._least and _is_shouting(document):
            weight += _LOUD
        if weight >= self._least:
            weight -= calmed(document, self._calm)
        return Signs(weight, [sign for signs in told for sign in signs]) if weight >= self._least else None

    def _written(self, document: Document, begun: list[int]) -> Iterator[tuple[str, _Sign]]:
        """What patterns find that begin at one of these words, by kind."""
        for at in begun[:MOST_PLACES]:
            start = document.starts[at]
            end = min(len(document.title if at < document.border else document.whole), start + _LONGEST)
            for kind, pattern in self._patterns.items():
                if match := pattern.match(document.whole, start, end):
                    yield kind, (_WRITTEN, Written(start, match.end()))


def _is_shouting(document: Document) -> bool:
    return any(map(_SHOUTING.search, (document.title, document.text)))


def _of_kinds(told: dict[str, Any], kinds: Iterable[str]) -> Lexicon[tuple[str, float]]:
    return Lexicon(
        # An order has its very words: "ambil formulir" is one, "mengambil formulir" tells of somebody.
        (f"={phrase}" if kind in _ORDINARY else very(phrase), (kind, float(weight)))
        for kind in kinds
        for weight, phrases in told[kind].items()
        for phrase in phrases
    )


def _by_kind(found: Iterable[Found[tuple[str, float]]]) -> dict[str, list[_Sign]]:
    """Signs by their kinds, in order; of those that overlap the weightiest."""
    kinds: dict[str, list[Found[tuple[str, float]]]] = {}
    for hit in sorted(found, key=lambda hit: -hit.value[1]):
        kept = kinds.setdefault(hit.value[0], [])
        if len(kept) < MOST_PLACES and all(hit.end <= one.start or one.end <= hit.start for one in kept):
            kept.append(hit)
    return {kind: [(hit.value[1], hit) for hit in sorted(hits)] for kind, hits in kinds.items()}


def _is_beside(hit: Found[Any], others: Sequence[Found[Any]]) -> bool:
    """Whether a sign is close to one of the others and is none of them."""
    apart = [max(other.start - hit.end, hit.start - other.end) for other in others]
    return all(one >= 0 for one in apart) and any(one <= _REACH for one in apart)


def _together(signs: list[_Sign]) -> float:
    """What signs of one kind weigh."""
    strongest = sorted((weight for weight, _ in signs), reverse=True)
    return strongest[0] + _AGAIN * sum(strongest[1 : _MOST_AGAIN + 1])
